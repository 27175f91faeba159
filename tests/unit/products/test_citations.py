"""Citations hold the words as they stand in the page, and programs that others wrote can read them."""

from __future__ import annotations

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON

from dateline.model import CollectionError, Span
from dateline.products.citations import Passage, UnknownReferenceError, passages_of, written
from dateline.store import Collection

HARD = Passage(
    reference="sha256:" + "ab" * 32 + "#s1",
    article="sha256:" + "ab" * 32,
    outlet="Fish & Chips_Daily #1",
    authors=("Ruth Adeyemi", "Smith and Sons", "金 민수", "Anders {And} O'Neil"),
    title="100% of 50 $ — “the\n{deal}” ^up^ ~ \\today",
    published="2024-03-08T07:15:00+06:00",
    url="https://news.example/a_b?x=1&y=50%25#part~{1}",
    language="en",
    words="a line\nER  - \nTY  - BOOK & «слова» 习近平 }{",
    spans=(Span(3, 30), Span(41, 50)),
    page_sha256="cd" * 32,
)
BARE = replace(
    HARD,
    outlet=None,
    authors=(),
    title=None,
    published=None,
    url=None,
    words="",
    spans=(),
    reference=HARD.article,
)
PARTS = [
    HARD,
    replace(HARD, published="2024-03", article="sha256:" + "12" * 32),
    replace(HARD, published="2024", article="sha256:" + "34" * 32),
    BARE,
]
FLAT = " ".join((HARD.title or "").split())


def test_bibtex_is_read_back_as_it_was():
    library = bibtexparser.parse_string(
        written(PARTS, "bibtex"), append_middleware=[LatexDecodingMiddleware()]
    )
    assert not library.failed_blocks and len(library.entries) == len(PARTS)
    first, month, year, bare = (entry.fields_dict for entry in library.entries)
    assert first["journal"].value == HARD.outlet
    assert first["title"].value.replace("ˆ", "^") == FLAT, (
        "the reader writes a circumflex with a sign of its own"
    )
    assert "«слова» 习近平 }{" in first["note"].value and HARD.page_sha256 in first["note"].value
    assert [first[name].value for name in ("year", "day")] == ["2024", "8"]
    assert "day" not in month and "month" not in year and "year" not in bare and "author" not in bare


def test_every_brace_of_bibtex_is_closed_and_special_signs_are_escaped():
    text = written([HARD], "bibtex")
    bare = text.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert (
        r"Fish \& Chips\_Daily \#1" in text and r"100\% of 50 \$" in text and r"\textbackslash{}today" in text
    )


def test_an_author_with_and_in_the_name_stays_one_author():
    assert "{Smith and Sons} and {" in written([HARD], "bibtex")


def test_braces_of_an_address_do_not_end_its_field():
    assert "url = {https://news.example/a_b?x=1&y=50%25#part~%7B1%7D}" in written([HARD], "bibtex")


def test_ris_is_read_back_as_it_was():
    records = rispy.loads(written(PARTS, "ris"))
    assert len(records) == len(PARTS), "a line break in the words begins no record"
    first, _, _, bare = records
    assert first["type_of_reference"] == "NEWS" and first["title"] == FLAT
    assert first["authors"] == list(HARD.authors) and first["urls"] == [HARD.url]
    assert (first["year"], first["date"]) == ("2024", "2024/03/08/")
    assert "ER - TY - BOOK & «слова» 习近平 }{" in first["notes"][0]
    assert "authors" not in bare and "year" not in bare


def test_lines_of_ris_end_as_the_format_has_it():
    lines = written([HARD], "ris").split("\r\n")
    assert lines[0] == "TY  - NEWS" and lines[-2] == "ER  - " and not any("\n" in line for line in lines)


def test_csl_json_is_read_by_citeproc():
    items = json.loads(written(PARTS, "csl-json"))
    source = CiteProcJSON(items)
    assert set(source) == {item["id"].lower() for item in items}
    assert items[0]["issued"] == {"date-parts": [[2024, 3, 8]]} and items[1]["issued"] == {
        "date-parts": [[2024, 3]]
    }
    assert items[0]["author"][1] == {"literal": "Smith and Sons"} and items[0]["URL"] == HARD.url
    assert "issued" not in items[3] and "author" not in items[3]


@pytest.mark.parametrize("format", ["bibtex", "ris", "csl-json"])
def test_keys_are_plain_and_each_is_there_once(format):
    keys = {
        "bibtex": lambda text: [entry.key for entry in bibtexparser.parse_string(text).entries],
        "ris": lambda text: [record["id"] for record in rispy.loads(text)],
        "csl-json": lambda text: [item["id"] for item in json.loads(text)],
    }[format](written([HARD, replace(HARD, spans=(Span(1, 2),)), BARE], format))
    assert keys == [
        "fishchipsdaily1-2024-03-08-abababab-s1",
        "fishchipsdaily1-2024-03-08-abababab-s1-2",
        "page-undated-abababab",
    ]


def test_a_sentence_has_all_that_is_needed_to_find_the_words_again():
    (line,) = written([HARD], "text").splitlines()
    for part in ("8 Mar 2024", HARD.outlet, "Smith and Sons", HARD.url, "3–30, 41–50", HARD.page_sha256):
        assert part in line


def test_what_comes_twice_is_cited_once():
    assert len(written([HARD, BARE, HARD], "text").splitlines()) == 2


def test_an_event_a_statement_and_an_article_are_cited_with_their_words(newsroom_collection: Collection):
    for row in newsroom_collection.articles():
        reading = newsroom_collection.reading(row.id)
        for event in reading.events[:2]:
            (passage,) = passages_of(newsroom_collection, f"{row.id}#{event.id}")
            assert passage.words == " ".join(event.evidence.of(reading.article.text).split())
        for statement in reading.statements[:2]:
            (passage,) = passages_of(newsroom_collection, f"{row.id}#{statement.id}")
            assert passage.spans == statement.content
        (whole,) = passages_of(newsroom_collection, row.id)
        assert whole.words == "" and whole.title == row.title


def test_a_fact_cites_every_report_that_tells_it_and_none_that_omits_it(newsroom_collection: Collection):
    for row in newsroom_collection.stories():
        story = newsroom_collection.story(row.id)
        for fact in story.facts:
            told = [position.article for position in fact.positions if position.stance != "omits"]
            found = passages_of(newsroom_collection, f"{story.id}#{fact.id}")
            assert [passage.article for passage in found] == told and all(passage.words for passage in found)
        for quotation in story.quotations:
            found = passages_of(newsroom_collection, f"{story.id}#{quotation.id}")
            assert [passage.article for passage in found] == [said.article for said in quotation.statements]


def test_an_event_across_reports_cites_each_of_them(newsroom_collection: Collection):
    event = max(newsroom_collection.events(), key=lambda row: row.reports)
    assert len(passages_of(newsroom_collection, event.id)) == event.reports


def test_the_hash_is_that_of_the_page_as_it_is_kept(newsroom_collection: Collection, newsroom_place):
    (row, *_) = newsroom_collection.articles()
    (passage,) = passages_of(newsroom_collection, row.id)
    sha256 = passage.page_sha256
    assert len(list((newsroom_place / "pages" / sha256[:2]).glob(f"{sha256[2:]}*"))) == 1


def test_what_is_not_there_is_named(newsroom_collection: Collection):
    (row, *_) = newsroom_collection.articles()
    (story, *_) = newsroom_collection.stories()
    for reference in (f"{row.id}#e999", f"{story.id}#f999", story.id, "event:0"):
        with pytest.raises(UnknownReferenceError, match=reference):
            passages_of(newsroom_collection, reference)
    for reference in ("sha256:nothing", "story:nothing"):
        with pytest.raises(CollectionError, match=reference):
            passages_of(newsroom_collection, reference)
