"""The command line: one module a command. Results go to standard output, progress and messages to standard error."""

from dateline.cli.ending import main

__all__ = ["main"]
