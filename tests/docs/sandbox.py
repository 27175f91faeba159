"""A temporary folder in which the blocks of one page run, one after the other, as a reader would run them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.docs.blocks import ROOT, Block
from tests.docs.sessions import is_as_shown, session

LONGEST = 900
"""Seconds that a block may take."""
PATIENCE = 90
"""Seconds until something in the background answers."""
_SQL = "import sys, duckdb; duckdb.sql(sys.stdin.read()).show()"
_KEEP = 'trap \'export -p > "$DOCS_STATE"; pwd > "$DOCS_FOLDER"\' EXIT\n'


class BlockFailed(Exception):
    """A block ended otherwise than its page says."""


class Sandbox:
    """A folder with the sample newsroom as `saved-pages`, a collection of it, and a shell whose variables last from block to block."""

    def __init__(
        self, folder: Path, collection: Path | None, new_database: Callable[[], str] | None = None
    ) -> None:
        self.folder, self._replaced = folder, dict[str, str]()
        self._new_database, self._running = new_database, list[subprocess.Popen[bytes]]()
        self._state, self._at = folder.parent / "state", folder.parent / "at"
        folder.mkdir()
        shutil.copytree(ROOT / "examples", folder / "examples")
        shutil.copytree(ROOT / "examples" / "newsroom", folder / "saved-pages")
        if collection is not None:
            shutil.copytree(collection, folder / "my-collection")

    def run(self, block: Block) -> str:
        """Runs a block and gives what it printed.

        Raises:
            BlockFailed: another exit status, or another output than the page shows.
        """
        self._prepare(block)
        code = self._filled(block.code)
        if "background" in block.notes:
            return self._start(code, block)
        if block.language == "console":
            return self._walk(code, block)
        return self._checked(self._words(block.language), code, block)

    def write(self, block: Block) -> None:
        """Writes a block to the file that its page names."""
        path = self.folder / str(block.file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.code, encoding="utf-8")

    def close(self) -> None:
        """Ends what runs in the background."""
        for process in self._running:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)

    def _prepare(self, block: Block) -> None:
        notes = block.notes
        if "background" in notes:
            self._replaced |= {notes["background"]: str(_free_port())}
        if "postgres" in notes and self._new_database is not None:
            self._replaced |= {notes["postgres"]: self._new_database()}
        if "first" in notes:
            self._checked(self._words("bash"), self._filled(notes["first"]), block, status=0)

    def _filled(self, code: str) -> str:
        for shown, real in self._replaced.items():
            code = code.replace(shown, real)
        return code

    def _words(self, language: str) -> list[str]:
        if language == "r":
            return ["Rscript", "-"]
        if language == "sql":
            return [sys.executable, "-c", _SQL]
        return [sys.executable, "-"] if language == "python" else ["bash"]

    def _checked(self, words: list[str], code: str, block: Block, status: int | None = None) -> str:
        wanted = int(block.notes.get("status", 0)) if status is None else status
        done = self._done(words, code, block)
        if done.returncode != wanted:
            raise BlockFailed(f"{block.name}: exit status {done.returncode}, not {wanted}\n{done.stdout}")
        return done.stdout

    def _done(self, words: list[str], code: str, block: Block) -> subprocess.CompletedProcess[str]:
        is_shell = words == ["bash"]
        text = self._in_shell(code) if is_shell else code
        where = Path(self._at.read_text().strip()) if self._at.exists() else self.folder
        try:
            return subprocess.run(
                words,
                input=text,
                cwd=where,
                env=self._environment(),
                text=True,
                timeout=LONGEST,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise BlockFailed(f"{block.name}: not done after {LONGEST} s") from late

    def _in_shell(self, code: str) -> str:
        begun = f'source "{self._state}" 2>/dev/null\n' if self._state.exists() else ""
        return f"{begun}{_KEEP}set -euo pipefail\n{{\n{code}\n}} </dev/null\n"

    def _walk(self, code: str, block: Block) -> str:
        """A session: each command after its `$`, and beneath it what it prints."""
        printed = ""
        for command, shown in session(code):
            out = self._checked(["bash"], command, block)
            if not is_as_shown(out, shown):
                raise BlockFailed(
                    f"{block.name}: `{command.strip()}` printed\n{out}\nand the page shows\n{shown}"
                )
            printed += out
        return printed

    def _start(self, code: str, block: Block) -> str:
        port = int(self._replaced[block.notes["background"]])
        if str(port) not in code:
            code = f"{code.rstrip()} --port {port}\n"
        begun = self.folder.parent / f"background-{port}.log"
        with begun.open("wb") as log:
            process = subprocess.Popen(
                ["bash", "-c", self._in_shell(code)],
                cwd=self.folder,
                env=self._environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._running.append(process)
        end = time.monotonic() + PATIENCE
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise BlockFailed(
                    f"{block.name}: nothing listens at {port}\n{begun.read_text(errors='replace')}"
                )
            time.sleep(0.2)
        return ""

    def _environment(self) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("LANG", "TZ", "TMPDIR") if key in os.environ}
        return kept | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.folder.parent),
            "USER": "ana",
            "LOGNAME": "ana",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "DOCS_STATE": str(self._state),
            "DOCS_FOLDER": str(self._at),
        }


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
