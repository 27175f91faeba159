"""The same tests on SQLite and on a PostgreSQL server of their own, where this machine has one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text

from dateline.store.search import index
from dateline.store.search.tables import metadata


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server that lives as long as the tests; it never listens on the network."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    initdb, pg_ctl = shutil.which("initdb"), shutil.which("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("there is no PostgreSQL server on this machine (initdb and pg_ctl)")
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    try:
        prefix = _as_other_user(folder)
        _run(prefix, initdb, "-D", f"{folder}/data", "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(prefix, pg_ctl, "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql+psycopg://dateline@/postgres?host={folder}"
        finally:
            _run(prefix, pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_other_user(folder: Path) -> list[str]:
    """PostgreSQL does not run as root: what goes before its commands to run them as nobody."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("PostgreSQL does not run as root, and setpriv is not here to run it as nobody")
    shutil.chown(folder, "nobody")
    return [setpriv, "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def _run(prefix: list[str], *command: str) -> None:
    done = subprocess.run(
        [*prefix, *command], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
    )
    if done.returncode:
        pytest.skip(f"PostgreSQL does not start here: {done.stderr.decode(errors='replace').strip()[-200:]}")


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty collection's tables and index."""
    if request.param == "sqlite":
        made = create_engine(f"sqlite:///{tmp_path / 'collection.sqlite'}")
        event.listen(made, "connect", _set_up)
    else:
        made = create_engine(request.getfixturevalue("postgres_server"))
    with made.begin() as connection:
        metadata.create_all(connection)
        index.create(connection)
    yield made
    with made.begin() as connection:
        connection.execute(text("DROP TABLE search_pages"))
        metadata.drop_all(connection)
    made.dispose()


def _set_up(connection, record) -> None:
    for line in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {line}")
