"""A server of PostgreSQL of our own, in a temporary folder, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest


class Server:
    """A running server; `new_database` gives the address of an empty database."""

    def __init__(self, port: int, command: Callable[..., list[str]]) -> None:
        self._port, self._command = port, command

    def new_database(self) -> str:
        name = f"d{uuid4().hex}"
        made = self._command("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "dateline", name)
        subprocess.run(made, check=True, capture_output=True, cwd="/")
        return f"postgresql://dateline@127.0.0.1:{self._port}/{name}"


@contextmanager
def running_server() -> Iterator[Server]:
    """Starts a server that trusts this machine, and stops it at the end; skips the test where none is installed."""
    command = _command()
    with tempfile.TemporaryDirectory(prefix="dateline-postgres-") as name:
        folder = Path(name)
        folder.chmod(0o777)  # the server runs as somebody else
        with _started(folder, command) as server:
            yield server


@contextmanager
def _started(folder: Path, command: Callable[..., list[str]]) -> Iterator[Server]:
    data = folder / "data"
    _run(command("initdb", "-D", str(data), "-U", "dateline", "-A", "trust", "--no-sync"))
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    _run(command("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"))
    try:
        yield Server(port, command)
    finally:
        _run(command("pg_ctl", "-D", str(data), "-m", "immediate", "stop"))


def _command() -> Callable[..., list[str]]:
    """How its programs are run: not as root, whom it refuses."""
    if _program("initdb") is None or _program("pg_ctl") is None:
        pytest.skip("no server of PostgreSQL is installed (initdb, pg_ctl)")
    if os.geteuid() != 0:
        return lambda name, *words: [_program(name) or name, *words]
    if shutil.which("setpriv") is None:
        pytest.skip("a server of PostgreSQL cannot run as root, and setpriv is not installed")
    nobody = pwd.getpwnam("nobody")
    prefix = ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
    return lambda name, *words: [*prefix, _program(name) or name, *words]


def _program(name: str) -> str | None:
    """Where a program of the server is; Debian keeps them apart, by version."""
    apart = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(apart[-1]) if apart else None)


def _run(words: list[str]) -> None:
    done = subprocess.run(
        words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/"
    )
    if done.returncode:
        pytest.skip(f"a server of PostgreSQL cannot be started: {done.stderr.strip()[:300]}")


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
