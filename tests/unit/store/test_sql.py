"""Questions in SQL are answered from some tables, and change, open or hold up nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.store import Collection, open_collection
from dateline.store.sql import SqlError, ask, listed_tables
from dateline.store.tables import METADATA
from tests.unit.store.sample_pages import ReadOnce, page

VISIT = page(
    "Norway's king meets the king of Tonga", "King Harald of Norway met the king of Tonga on 12 March 2024."
)


@pytest.fixture(scope="module")
def asked(read_once: ReadOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with open_collection(tmp_path_factory.mktemp("sql") / "news", read_many=read_once) as opened:
        opened.add([VISIT])
        yield opened


def _ask(collection: Collection, sql: str, **limits: float):
    return ask(collection.holdings.database, sql, **limits)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM events",
        "SELECT * FROM articles",
        "WITH met AS (SELECT id, text FROM events WHERE root = 'CONSULT') SELECT text FROM met",
        "SELECT e.text, p.name FROM events e JOIN event_participants p ON p.event = e.id ORDER BY p.side",
        "SELECT rank() OVER (ORDER BY name) AS place, upper(name) FROM participants",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i) FROM n",
        "SELECT * FROM (SELECT DISTINCT status FROM reports) UNION SELECT 'none'",
        "EXPLAIN QUERY PLAN SELECT * FROM stories",
    ],
)
def test_a_select_is_answered(asked, sql):
    assert _ask(asked, sql).rows


def test_every_table_that_is_listed_can_be_read_with_each_of_its_columns(asked):
    for table in listed_tables():
        columns = ", ".join(column.name for column in table.columns)
        assert len(_ask(asked, f"SELECT {columns} FROM {table.name}").columns) == len(table.columns)
        assert table.says


def test_what_is_said_of_columns_is_of_columns_that_are_there():
    from dateline.store.sql.listed import _said

    for table, column in _said():
        assert not column or column in METADATA.tables[table].columns


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM events",
        "UPDATE events SET text = 'x'",
        "INSERT INTO runs (kind, started) VALUES ('x', 'x')",
        "DROP TABLE events",
        "CREATE TEMP TABLE t AS SELECT 1",
        "ATTACH '/tmp/other.sqlite' AS other",
        "VACUUM INTO '/tmp/copy.sqlite'",
        "PRAGMA query_only = OFF",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM alerts",
        "SELECT count(*) FROM alerts",
        "SELECT count(*) FROM Alerts",
        "SELECT count(*) FROM sqlite_master",
        "SELECT count(*) FROM pragma_database_list",
        "SELECT * FROM feeds",
        "SELECT page FROM raw_pages",
        "SELECT load_extension('x')",
        "SELECT readfile('/etc/passwd')",
        "SELECT randomblob(1000000)",
        "SELECT * FROM json_each('[1]')",
        "SELECT 1; DELETE FROM events",
        "BEGIN",
        "this is not SQL",
        "SELECT 'a\0b'",
        "",
    ],
)
def test_anything_else_is_refused_in_one_line(asked, sql):
    with pytest.raises(SqlError) as refused:
        _ask(asked, sql)
    assert refused.value.code in ("refused", "failed") and "\n" not in str(refused.value)
    assert _ask(asked, "SELECT count(*) FROM events").rows[0][0] > 0


def test_whole_records_are_null(asked):
    answer = _ask(asked, "SELECT id, reading FROM articles")
    assert [row[1] for row in answer.rows] == [None] and answer.rows[0][0].startswith("sha256:")


def test_what_takes_long_is_stopped(asked):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(SqlError, match="takes longer") as slow:
        _ask(asked, endless, seconds=0.3)
    assert slow.value.code == "slow"


def test_texts_cannot_grow_without_end(asked):
    doubling = "WITH RECURSIVE n(s) AS (SELECT 'aaaaaaaaaa' UNION ALL SELECT s || s FROM n LIMIT 60) SELECT max(length(s)) FROM n"
    with pytest.raises(SqlError):
        _ask(asked, doubling, seconds=2.0)
    assert _ask(asked, "SELECT printf('%2000000d', 1)").rows == ((None,),)


def test_rows_are_cut_and_it_is_said(asked):
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i FROM n"
    answer = _ask(asked, counting, most=10)
    assert len(answer.rows) == 10 and answer.is_cut
    assert not _ask(asked, counting, most=50).is_cut


def test_long_texts_in_many_rows_are_cut_too(asked):
    wide = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT printf('%900000d', i) FROM n"
    answer = _ask(asked, wide)
    assert answer.is_cut and sum(len(row[0]) for row in answer.rows) < 7_000_000


def test_a_collection_in_postgresql_is_not_asked(server, read_once):
    with (
        open_collection(str(server.new_database()), read_many=read_once) as opened,
        pytest.raises(SqlError, match="psql"),
    ):
        _ask(opened, "SELECT 1")
