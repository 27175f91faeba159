"""Collections under trouble for minutes on end: processes killed, disks full, clocks set. `python -m tools.soak --help`."""
