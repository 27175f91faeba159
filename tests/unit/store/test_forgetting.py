"""Pages taken back: nothing of them stays, they stay out, and what is left is as if they had never come."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.model import CollectionError
from dateline.store import Collection, open_collection
from dateline.store.ingest.inputs import pages_of
from dateline.store.tables import ARTICLES, METADATA, RUN_INPUTS, TOMBSTONES
from tests.unit.store.sample_pages import PAGES, contents, page, rows_of


def words_of(one: Path) -> set[bytes]:
    """Words of a page that no other page of the newsroom has, and that are long enough to be looked for."""
    own = set(re.findall(rb"[A-Za-z]{7,}", one.read_bytes()))
    others = b" ".join(other.read_bytes() for other in PAGES if other != one)
    return {word for word in own if word.lower() not in others.lower()}


def bytes_of(collection: Collection) -> bytes:
    """All that a folder holds, as it lies there and unpacked."""
    folder = Path(collection.place)
    raw = [
        path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "writer.lock"
    ]
    unpacked = [zlib.decompress(path.read_bytes()) for path in folder.glob("pages/*/*.zlib")]
    with collection._holdings.database.reading() as connection:
        for table in METADATA.sorted_tables:
            for row in connection.execute(table.select()):
                unpacked += [zlib.decompress(value) for value in row if isinstance(value, bytes)]
    return b"\n".join([*raw, *unpacked])


def article_of(collection: Collection, one: Path, read_once) -> str:
    (reading,) = read_once(pages_of([one]), workers=0, tier="accurate")
    return reading.article.id


def test_no_byte_of_a_page_is_left(folder_collection, read_once):
    folder_collection.add(PAGES)
    folder_collection.write_mart()
    one = PAGES[1]
    words = words_of(one)
    before = bytes_of(folder_collection)
    assert len([word for word in words if word in before]) > 5
    report = folder_collection.forget(article=article_of(folder_collection, one, read_once))
    assert (report.articles, report.is_cleared) == (1, True)
    after = bytes_of(folder_collection)
    assert [word for word in words if word in after] == []
    assert one.name.encode() not in after


def test_what_is_left_is_as_if_it_had_never_come(collection, read_once, tmp_path):
    collection.add(PAGES)
    collection.forget(article=article_of(collection, PAGES[4], read_once))
    with open_collection(tmp_path / "without", read_many=read_once) as other:
        other.add([one for one in PAGES if one != PAGES[4]])
        wanted = contents(other)
    found = contents(collection)
    for table in wanted.keys() - {"tombstones", "raw_pages", "articles"}:
        assert sorted(map(repr, found[table])) == sorted(map(repr, wanted[table])), table


def test_it_is_not_let_in_again(collection, read_once):
    collection.add(PAGES[:3])
    collection.forget(article=article_of(collection, PAGES[0], read_once), reason="asked for by the author")
    again = collection.add(PAGES[:3])
    assert (again.forgotten, again.known, again.read) == (1, 2, 0)
    assert {row["reason"] for row in rows_of(collection, TOMBSTONES)} == {"asked for by the author"}


def test_it_is_let_in_again_where_that_is_asked_for(collection, read_once):
    collection.add(PAGES[:3])
    article = article_of(collection, PAGES[0], read_once)
    before = [(row.id, row.root, row.status) for row in collection.reports(article=article)]
    collection.forget(article=article)
    again = collection.add(PAGES[:3], again=True)
    assert (again.new, again.known, again.forgotten) == (1, 2, 0)
    assert rows_of(collection, TOMBSTONES) == [] and collection.reading(article).article.id == article
    after = [(row.id, row.root, row.status) for row in collection.reports(article=article)]
    assert before and sorted(after) == sorted(before)
    assert collection.add(PAGES[:3]).known == 3


def test_an_outlet_is_let_in_again_with_a_page_of_it(collection):
    first = page("Ferry opens", "The ferry opened on Tuesday.", outlet="Osthaven Post")
    collection.add([first])
    collection.forget(outlet="Osthaven Post")
    assert collection.add([first]).forgotten == 1
    assert collection.add([first], again=True).new == 1
    assert collection.add([page("Port opens", "The port opened.", outlet="Osthaven Post")]).new == 1


def test_who_asks_for_it_is_told_that_it_was_taken_back(collection, read_once):
    collection.add(PAGES[:2])
    article = article_of(collection, PAGES[0], read_once)
    collection.forget(article=article)
    for ask in (collection.reading, collection.page, collection.versions, collection.page_hash):
        with pytest.raises(CollectionError, match="was taken back on 20") as gone:
            ask(article)
        assert gone.value.code == "forgotten"
    with pytest.raises(CollectionError) as unknown:
        collection.reading("sha256:none")
    assert unknown.value.code == "unknown"


def test_what_comes_in_after_the_newest_was_taken_back_is_new_for_who_had_seen_that(collection, read_once):
    collection.add(PAGES[:2])
    collection.looked("desk", collection.search("").last_arrival)
    collection.forget(article=article_of(collection, PAGES[1], read_once))
    assert collection.search("", new_for="desk").matched == 0
    collection.add(PAGES[2:3])
    assert collection.search("", new_for="desk").matched == 1


def test_other_bytes_at_a_forgotten_address_stay_out_too(collection):
    url = "https://post.example/ferry"
    collection.add([page("Ferry opens", "The ferry to Brask opened on Tuesday.", url=url)])
    collection.forget(address=url + "#top")
    report = collection.add([page("Ferry opens", "The ferry to Brask opened on Wednesday.", url=url)])
    assert (report.forgotten, report.read) == (1, 0)
    assert "https://post.example" not in str(rows_of(collection, RUN_INPUTS)[-1])


def test_all_versions_go(collection):
    url = "https://post.example/ferry"
    for day in ("Tuesday", "Wednesday"):
        collection.add([page("Ferry opens", f"The ferry to Brask opened on {day}.", url=url)])
    first = rows_of(collection, ARTICLES)[0]["id"]
    assert collection.forget(article=first).articles == 2
    assert rows_of(collection, ARTICLES) == []


def test_an_outlet_goes_however_its_name_is_written(collection):
    collection.add([page("Ferry opens", "The ferry opened on Tuesday.", outlet="The Osthaven Post")])
    collection.add([page("Bridge closes", "The bridge closed on Tuesday.", outlet="Brask Courier")])
    assert collection.forget(outlet="osthaven post").articles == 1
    assert [article.outlet for article in collection.articles()] == ["Brask Courier"]
    assert collection.add([page("Port opens", "The port opened.", outlet="Osthaven Post")]).forgotten == 1


def test_an_article_that_is_not_there_is_told(collection):
    with pytest.raises(CollectionError) as unknown:
        collection.forget(article="sha256:none")
    assert unknown.value.code == "unknown"
    with pytest.raises(CollectionError, match="just one"):
        collection.forget()


def test_the_database_zeroes_what_it_deletes(folder_collection):
    with folder_collection._holdings.database.reading() as connection:
        assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1


def test_the_mart_is_written_by_month_and_only_where_something_changed(folder_collection, read_once):
    import pyarrow.parquet

    folder_collection.add(PAGES[:23])
    written = folder_collection.write_mart()
    tables = [pyarrow.parquet.read_table(path) for path in written if path.parent.name == "reports"]
    assert sum(table.num_rows for table in tables) == folder_collection.reports().count()
    events = [pyarrow.parquet.read_table(path) for path in written if path.parent.name == "events"]
    assert sum(table.num_rows for table in events) == folder_collection.events().count()
    assert folder_collection.write_mart() == []
    folder_collection.add(PAGES[23:])
    assert len({path.stem for path in folder_collection.write_mart()}) < len({path.stem for path in written})


def test_an_earlier_try_that_failed_is_wiped_too(folder_collection, tmp_path):
    path = tmp_path / "extraordinarily-named.txt"
    folder_collection.add([path])
    path.write_text("Ferry opens\n\nThe ferry to Brask opened on Tuesday.\n", encoding="utf-8")
    folder_collection.add([path])
    (article,) = folder_collection.articles()
    folder_collection.forget(article=article.id)
    assert b"extraordinarily" not in bytes_of(folder_collection)
