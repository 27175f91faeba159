"""What holds for every format: the same bytes twice, nothing of what was taken back, no word that may not go out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sample_collection import pages

import dateline
from dateline.model import CollectionError
from dateline.products.exports import MOST_WORDS, Format, Text
from dateline.store import open_collection

FOLDERS = ("csv", "parquet", "gdelt")
LONG = "teaching its engineers, pilots and doctors"
"""The end of a passage of more words than quotes may have."""


def bytes_of(place: Path) -> dict[str, bytes]:
    paths = sorted(place.iterdir()) if place.is_dir() else [place]
    return {path.name if place.is_dir() else "": path.read_bytes() for path in paths}


def everything(place: Path) -> bytes:
    """All bytes of an export."""
    return b"\n".join(bytes_of(place).values())


@pytest.mark.parametrize("to", list(Format))
def test_the_same_collection_gives_the_same_bytes(exported, to):
    assert bytes_of(exported(to)) == bytes_of(exported(to))


@pytest.mark.parametrize("to", list(Format))
def test_what_is_told_of_the_files_is_so(collection, tmp_path, to):
    heard = []
    made = dateline.export(
        collection, to=to, path=tmp_path / "out", told=lambda part, rows: heard.append((part, rows))
    )
    found = bytes_of(tmp_path / "out")
    for file in made.files:
        data = found[file.name if to in FOLDERS else ""]
        assert (file.size, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert dict(heard) == {file.name: file.rows for file in made.files}


@pytest.fixture
def of_all(read_once, tmp_path):
    with open_collection(tmp_path / "own", read_many=read_once) as opened:
        opened.add(pages())
        yield opened


@pytest.mark.parametrize("to", [one for one in Format if one is not Format.PARQUET])
def test_a_page_that_was_taken_back_is_in_no_export(of_all, tmp_path, to):
    (undated,) = [article for article in of_all.articles() if article.day is None]
    path = tmp_path / to
    dateline.export(of_all, to=to, path=path, text="full")
    assert b"Tuvalu" in everything(path) or to is Format.GDELT
    of_all.forget(article=undated.id)
    dateline.export(of_all, to=to, path=path, text="full")
    left = everything(path)
    for words in ("Brask", "Tuvalu", "Lise Teba", undated.id):
        assert words.encode() not in left


def test_a_page_that_was_taken_back_is_in_no_parquet(of_all, tmp_path):
    import pyarrow.parquet

    (undated,) = [article for article in of_all.articles() if article.day is None]
    of_all.forget(article=undated.id)
    dateline.export(of_all, to="parquet", path=tmp_path / "out", text="full")
    for path in (tmp_path / "out").glob("*.parquet"):
        assert "Tuvalu" not in str(pyarrow.parquet.read_table(path).to_pylist())


@pytest.mark.parametrize("to", [one for one in Format if one is not Format.PARQUET])
@pytest.mark.parametrize("text", [Text.QUOTES, Text.OFFSETS, Text.NONE])
def test_no_long_passage_goes_out_unless_all_may(exported, to, text):
    assert LONG.encode() not in everything(exported(to, text=text))


@pytest.mark.parametrize("to", ["csv", "webannotation"])
def test_all_words_go_out_when_asked(exported, to):
    assert LONG.encode() in everything(exported(to, text="full"))


def test_a_long_passage_is_cut_to_its_first_words(rows):
    (long, *_) = [row["content"] for row in rows("statements") if row["content"].endswith(" …")]
    assert len(long.removesuffix(" …").split()) == MOST_WORDS


@pytest.mark.parametrize("text", [Text.OFFSETS, Text.NONE])
def test_without_quotes_no_words_of_pages_are_in_the_tables(rows, text):
    for table, column in (
        ("reports", "evidence"),
        ("statements", "content"),
        ("articles", "title"),
        ("articles", "text"),
    ):
        assert {row[column] for row in rows(table, text=text)} == {""}
    places = {row["evidence_start"] for row in rows("reports", text=text)}
    assert (places == {""}) is (text is Text.NONE)


def test_filters_choose_events_and_the_pages_that_report_them(rows):
    planned = rows("events", root="consult", status="planned")
    assert {(row["root"], row["status"]) for row in planned} == {("CONSULT", "planned")}
    assert {row["event"] for row in rows("reports", root="consult", status="planned")} == {
        row["event"] for row in planned
    }
    reporting = {row["article"] for row in rows("reports", root="consult", status="planned")}
    assert {row["article"] for row in rows("articles", root="consult", status="planned")} == reporting


def test_an_outlet_brings_its_own_pages_alone(rows):
    assert {row["outlet"] for row in rows("articles", outlet="Harbour Courier")} == {"Harbour Courier"}
    articles = {row["article"] for row in rows("articles", outlet="Harbour Courier")}
    assert {row["article"] for row in rows("reports", outlet="Harbour Courier")} == articles


def test_pages_without_events_pass_by_filters_that_are_not_about_events(rows):
    assert "ru" in {row["language"] for row in rows("articles", after="2022-09")}


def test_an_earlier_export_gives_way_but_nothing_else_does(collection, tmp_path):
    dateline.export(collection, to="csv", path=tmp_path / "out")
    dateline.export(collection, to="parquet", path=tmp_path / "out")
    assert not list((tmp_path / "out").glob("*_month.csv"))
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CollectionError, match="new folder") as refused:
        dateline.export(collection, to="csv", path=tmp_path / "out")
    assert refused.value.code == "not_empty" and (tmp_path / "out" / "events.parquet").exists()


def test_somebody_elses_data_package_does_not_give_way(collection, tmp_path):
    (tmp_path / "datapackage.json").write_text('{"name": "mine"}', encoding="utf-8")
    with pytest.raises(CollectionError):
        dateline.export(collection, to="csv", path=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["datapackage.json"]


def test_a_folder_is_not_taken_for_a_file(collection, tmp_path):
    with pytest.raises(CollectionError, match="name the file"):
        dateline.export(collection, to="atom", path=tmp_path)


def test_an_export_that_breaks_off_leaves_the_earlier_one(collection, tmp_path):
    path = tmp_path / "events.geojson"
    dateline.export(collection, to="geojson", path=path)
    before = path.read_bytes()

    def interrupt(part, rows):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dateline.export(collection, to="geojson", path=path, text="full", told=interrupt)
    assert path.read_bytes() == before and [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"to": "xls"}, "parquet"),
        ({"to": "csv", "text": "some"}, "quotes"),
        ({"to": "csv", "status": "done"}, "happened"),
    ],
)
def test_what_is_no_choice_is_told_with_the_choices(collection, tmp_path, options, word):
    with pytest.raises(CollectionError, match=word):
        dateline.export(collection, path=tmp_path / "out", **options)


def test_a_place_that_cannot_be_written_is_told(collection, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CollectionError, match="cannot be written"):
        dateline.export(collection, to="csv", path=tmp_path / "file" / "out")
