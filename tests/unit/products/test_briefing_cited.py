"""Nothing in a briefing is said without words of a page, and no citation is of other words than it supports."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from invented_reports import ferry_story, meeting

import dateline
from dateline.language import installed_model
from dateline.model import ActorKind, ChainEdge, Mention, Reading, Story
from dateline.products.briefing import Briefing, UncitedError, brief
from dateline.products.briefing.cited import check_cited, sentences_of
from dateline.products.briefing.html import TemplateError

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "data" / "seeds"
needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def _texts(readings: list[Reading]) -> dict[str, Reading]:
    return {reading.article.id: reading for reading in readings}


@pytest.fixture(scope="module")
def invented() -> tuple[Briefing, list[Reading]]:
    (one, pages), (other, more) = meeting(), ferry_story()
    return brief([one, other], [*pages, *more]), [*pages, *more]


@pytest.fixture(scope="module")
def newsroom(newsroom_place: Path) -> tuple[Briefing, list[Reading]]:
    with dateline.open(newsroom_place) as collection:
        stories = [collection.story(row.id) for row in collection.stories()]
        readings = [collection.reading(article) for story in stories for article in story.articles]
    return brief(stories, readings), readings


@pytest.fixture(scope="module")
def seeds() -> tuple[Briefing, list[Reading]]:
    if not SEEDS.is_dir():
        pytest.skip("../shared/data/seeds is not there")
    paths = sorted(SEEDS.glob("*.txt"))
    readings = [found for found in dateline.read_many(paths, workers=0) if isinstance(found, Reading)]
    assert len(readings) == len(paths) == 2
    return brief(dateline.group(readings), readings), readings


@pytest.fixture(params=["invented", "newsroom", pytest.param("seeds", marks=needs_model)])
def made(request: pytest.FixtureRequest) -> tuple[Briefing, list[Reading]]:
    """Briefings of reports made by hand, of the sample newsroom in a collection, and of the two model reports."""
    briefing: tuple[Briefing, list[Reading]] = request.getfixturevalue(request.param)
    return briefing


def _claims(markdown: str) -> Iterator[str]:
    """The items that say something of the world: not the contents, families, pages, and what is left out or empty."""
    section = "contents"
    for line in markdown.split("## Notes", maxsplit=1)[0].splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        is_item = re.match(r" *- ", line) and section != "The pages" and not line.startswith("- Family ")
        is_contents = re.search(r"independent of \d+ reports?; \d+ corroborated", line)
        says_nothing = line.endswith(" omits it") or re.search(r":\*\* \*.*\*$", line)
        is_head = re.match(r"- \*\*.*\*\* \(", line) and section.startswith(
            ("Corroborated", "Conflicting", "From one")
        )
        if is_item and not is_contents and not says_nothing and not is_head:
            yield line


def test_every_sentence_of_the_markdown_has_a_note(made):
    claims = list(_claims(made[0].to_markdown()))
    assert len(claims) > 10
    assert [line for line in claims if not re.search(r"\[\^\d+\]", line)] == []


def test_every_note_has_the_words_that_stand_at_its_place(made):
    briefing, readings = made
    by_key = {d.key: _texts(readings)[d.article].article.text for d in briefing.documents}
    notes = re.findall(
        r"^\[\^\d+\]: “(.*)” .* \((a\d+)\), [^,]*, (\d+)–(\d+)$", briefing.to_markdown(), re.MULTILINE
    )
    assert notes
    for quoted, key, start, end in notes:
        words = " ".join(by_key[key][int(start) : int(end)].split())
        assert words == _unescaped(quoted)


def _unescaped(text: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_every_note_of_a_day_without_words_names_the_data_of_the_page(made):
    notes = re.findall(r"^\[\^\d+\]: .*$", made[0].to_markdown(), re.MULTILINE)
    other = [note for note in notes if not re.search(r", \d+–\d+$", note)]
    assert all(re.search(r"published by the page's data \([\w ]+\)$", note) for note in other)


def test_what_is_cited_for_a_value_has_it(made):
    """A number, day or name that reports are compared by stands in the words that are cited for it."""
    for story in made[0].stories:
        for fact in story.facts:
            for position in fact.told:
                if position.value:
                    words = " ".join(
                        " ".join(c.before + c.text + c.after for c in position.citations).split()
                    ).casefold()
                    assert " ".join(position.value.split()).casefold() in words, (fact.text, position.value)


def test_what_is_cited_for_an_event_holds_the_word_that_bears_it(made):
    briefing, readings = made
    by_id = _texts(readings)
    for document in briefing.documents:
        reading = by_id[document.article]
        for row in document.events:
            event = next(e for e in reading.events if e.id == row.event)
            assert row.citation.start <= event.trigger.start and event.trigger.end <= row.citation.end


def test_every_sentence_of_the_page_leads_to_words_in_it(made):
    html = made[0].to_html()
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    for story in made[0].stories:
        for _, citations in sentences_of(story):
            assert {citation.anchor for citation in citations} <= ids


def test_a_document_of_word_has_the_words_and_notes_of_the_markdown(made):
    briefing = made[0]
    document = Document(io.BytesIO(briefing.to_docx()))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    noted = [paragraph for paragraph in paragraphs if re.match(r"\d+\. “", paragraph)]
    assert len(noted) == len(re.findall(r"^\[\^\d+\]:", briefing.to_markdown(), re.MULTILINE))
    links = document.element.body.xpath(".//w:hyperlink/@w:anchor")
    marks = document.element.body.xpath(".//w:bookmarkStart/@w:name")
    assert links and set(links) == set(marks)
    headings = [
        paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")
    ]
    for story in briefing.stories:
        assert " ".join(story.headline.split()) in headings


def test_a_document_of_word_is_the_same_each_time(invented):
    assert invented[0].to_docx() == invented[0].to_docx()


def test_signs_that_xml_does_not_hold_are_left_out_of_a_document_of_word(invented):
    briefing = replace(invented[0], title="Fish\x00 and\x0b a ferry\ufffe")
    assert Document(io.BytesIO(briefing.to_docx())).paragraphs[0].text == "Fish and a ferry"


def test_a_sentence_whose_citations_are_taken_away_is_refused(invented):
    briefing, readings = invented
    story = briefing.stories[0]
    silent = replace(story.statements[0], citations=())
    told = replace(briefing, stories=(replace(story, statements=(silent, *story.statements[1:])),))
    with pytest.raises(UncitedError, match="nothing is cited for"):
        check_cited(told, _texts(readings))


def test_a_citation_of_other_words_is_refused(invented):
    briefing, readings = invented
    story = briefing.stories[0]
    row = story.statements[0]
    wrong = replace(row, citations=(replace(row.citations[0], text="Something else"),))
    told = replace(briefing, stories=(replace(story, statements=(wrong,)),))
    with pytest.raises(UncitedError, match="'Something else' does not stand at"):
        check_cited(told, _texts(readings))


def test_a_step_of_the_chain_that_nothing_on_the_page_says_is_not_told():
    story, readings = meeting()
    silent = ChainEdge("outlet:Radio Nobody", readings[0].article.id, "quotes", ())
    assert "Radio Nobody" not in brief([_with(story, silent)], readings).to_markdown()


def test_a_step_of_the_chain_cites_where_the_page_names_the_outlet():
    story, readings = meeting()
    page = readings[-1]
    name = "Belize"
    start = page.article.text.index(name)
    named = Mention("m99", start, start + len(name), name, ActorKind.OUTLET, None, name, None, None)
    readings[-1] = replace(page, mentions=(*page.mentions, named))
    edge = ChainEdge(f"outlet:The {name}", page.article.id, "quotes", ())
    (row,) = (
        row for row in brief([_with(story, edge)], readings).stories[0].chain if row.origin == f"The {name}"
    )
    assert [citation.text for citation in row.citations] == [name]


def _with(story: Story, edge: ChainEdge) -> Story:
    return replace(story, chain=(*story.chain, edge))


def test_own_templates_and_style_sheets_go_before_ours(invented, tmp_path):
    (tmp_path / "end.html.j2").write_text(
        "<footer>Osthaven desk, {{ briefing.stories|length }} stories & more</footer>", encoding="utf-8"
    )
    (tmp_path / "briefing.css").write_text("body { color: rebeccapurple }", encoding="utf-8")
    html = invented[0].to_html(tmp_path)
    assert "<footer>Osthaven desk, 2 stories & more</footer>" in html and "rebeccapurple" in html
    assert "--paper" in html, "our other style sheet stays"
    assert "Osthaven desk" not in invented[0].to_html()


def test_own_templates_escape_what_pages_say(invented, tmp_path):
    (tmp_path / "end.html.j2").write_text("{{ '<script>' }}", encoding="utf-8")
    assert "&lt;script&gt;" in invented[0].to_html(tmp_path)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ briefing.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{% include '../secret.txt' %}", "secret.txt"),
        ("{{ nothing_of_the_kind }}", "nothing_of_the_kind"),
        ("{% if %}", "line 1"),
        ("{{ briefing.title + 1 }}", "str"),
        ("{{ 1 // 0 }}", "zero"),
    ],
)
def test_a_template_that_cannot_be_used_or_reaches_out_is_named(invented, tmp_path, template, message):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "end.html.j2").write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError, match=re.escape(str(folder))) as caught:
        invented[0].to_html(folder)
    assert message in str(caught.value)
