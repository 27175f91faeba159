"""Reading a page tells nobody: no address is looked up or reached, and nothing is left in the home folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "examples" / "newsroom" / "01-harbour-courier-market.html"


def test_the_demo_of_a_new_user_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    """onnxruntime would leave a number for the machine and a log of what it is to report."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.defpath}
    words = [sys.executable, "-m", "dateline", "read", str(PAGE), "--to", "jsonl"]
    done = subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, check=True)
    assert b'"tier":"accurate"' in done.stdout
    assert [str(path) for path in home.rglob("*")] == []


def test_reading_opens_no_connection(tmp_path: Path) -> None:
    """Every call for a socket or a name ends the process, also of compiled code that goes through Python."""
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "def heard(event, args):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.sendto'): os._exit(7)\n"
        "sys.addaudithook(heard)\n"
        "import dateline\n"
        f"reading = dateline.read(Path({str(PAGE)!r}))\n"
        "assert reading.events and dateline.group([reading])\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0
