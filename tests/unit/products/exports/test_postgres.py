"""A collection in PostgreSQL gives the same files as one in a folder."""

from __future__ import annotations

import pytest
from sample_collection import pages

import dateline
from dateline.products.exports.tables import TABLES
from dateline.store import open_collection


@pytest.fixture(scope="module")
def in_postgres(server, read_once):
    with open_collection(server.new_database(), read_many=read_once) as opened:
        opened.add(pages())
        yield opened


def test_tables_are_the_same(in_postgres, exported, tmp_path):
    dateline.export(in_postgres, to="csv", path=tmp_path / "own")
    other = exported("csv")
    for table in TABLES:
        if table.name == "articles":  # it tells when the pages came in
            continue
        name = f"{table.name}.csv"
        assert (tmp_path / "own" / name).read_bytes() == (other / name).read_bytes()


@pytest.mark.parametrize("to", ["ftm", "polecat"])
def test_files_are_the_same(in_postgres, exported, tmp_path, to):
    dateline.export(in_postgres, to=to, path=tmp_path / "own")
    assert (tmp_path / "own").read_bytes() == exported(to).read_bytes()
