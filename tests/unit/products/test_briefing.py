"""A briefing says nothing without its evidence, and its numbers add up."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from invented_reports import (
    COURIER,
    MET_A,
    PROVENANCE,
    article,
    courier,
    ferry_story,
    meeting,
    omits,
    tells,
)

from dateline.model import (
    DatelineError,
    Fact,
    FactKind,
    Outlet,
    Position,
    Reading,
    Stance,
    StatementRef,
    Status,
    Story,
    Support,
    Wording,
)
from dateline.products.briefing import Briefing, brief


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    (one, pages), (other, more) = meeting(), ferry_story()
    return brief([one, other], [*pages, *more], title="Fish and a ferry")


@pytest.fixture(scope="module")
def html(briefing: Briefing) -> str:
    return briefing.to_html()


class Page(HTMLParser):
    """Ids, inner addresses, outer addresses, tags and visible words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.inner: set[str] = set()
        self.outer: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br", "img", "link"):
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "action", "data", "srcset"):
                (
                    self.inner.add((value or "")[1:])
                    if (value or "").startswith("#")
                    else self.outer.append(value or "")
                )

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_every_fact_and_statement_cites_words_of_a_page(briefing: Briefing) -> None:
    texts = {document.article: document for document in briefing.documents}
    for story in briefing.stories:
        rows = [*story.facts, *story.statements]
        assert rows and all(row.citations for row in rows)
        for citation in (c for row in rows for c in row.citations):
            assert citation.article in texts
            assert citation.end - citation.start == len(citation.text)


def test_a_fact_without_words_is_refused() -> None:
    story, readings = meeting()
    silent = Fact("f9", FactKind.EVENT, "Nobody said so", Support.SINGLE_SOURCE,
                  (Position(readings[0].article.id, Stance.REPORTS, None, None, ()),))  # fmt: skip
    with pytest.raises(DatelineError, match="Nobody said so"):
        brief([replace(story, facts=(*story.facts, silent))], readings)


def test_a_fact_that_no_report_tells_is_refused() -> None:
    story, readings = meeting()
    untold = Fact("f9", FactKind.EVENT, "Nobody told it", Support.SINGLE_SOURCE, (omits(readings[0]),))
    with pytest.raises(DatelineError, match="Nobody told it"):
        brief([replace(story, facts=(untold,))], readings)


def test_words_outside_the_page_are_refused() -> None:
    story, readings = meeting()
    fact = story.facts[0]
    beyond = replace(fact.positions[0], spans=(readings[0].article.blocks[-1].span._replace(end=99999),))
    with pytest.raises(DatelineError, match="outside the text"):
        brief([replace(story, facts=(replace(fact, positions=(beyond,)),))], readings)


def test_an_article_without_a_reading_is_named() -> None:
    story, readings = meeting()
    with pytest.raises(DatelineError, match=readings[-1].article.id):
        brief([story], readings[:-1])


def test_anchors_resolve_and_are_unique(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert page.inner <= set(page.ids)


def test_every_citation_has_its_place_in_the_page_texts(briefing: Briefing, html: str) -> None:
    ids = set(Page(html).ids)
    for story in briefing.stories:
        cited = [c for fact in story.facts for c in fact.citations]
        cited += [c for row in story.statements for c in row.citations]
        cited += [c for field in story.frame for c in field.citations]
        assert {c.anchor for c in cited} <= ids


def test_elements_nest(html: str) -> None:
    page = Page(re.sub(r"<(path|circle|use|rect)\b[^>]*/>", "", html))
    assert not page.wrong


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    page = Page(html)
    assert page.outer == []
    assert "://" not in html and "url(" not in html and "@import" not in html
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}


def test_hostile_words_stay_words(html: str) -> None:
    page = Page(html)
    assert not {"script", "img"} & page.tags
    assert not any(name.startswith("on") for name in page.attributes)
    assert "&lt;script&gt;alert(" in html
    assert "&lt;b&gt;Night&lt;/b&gt; &amp; Day" in html
    assert "&lt;i&gt;government&lt;/i&gt;" in html


def test_hostile_words_stay_words_in_markdown(briefing: Briefing) -> None:
    assert "<" not in briefing.to_markdown()


def test_cells_equal_positions(briefing: Briefing) -> None:
    (one, _), (other, _) = meeting(), ferry_story()
    for story, view in zip((one, other), briefing.stories, strict=True):
        given = {(f.id, p.article, p.stance, p.value) for f in story.facts for p in f.positions}
        shown = {(f.id, p.article, p.stance, p.value) for f in view.facts for p in f.positions}
        assert shown == given
        assert all(len(fact.cells) == len(view.families) for fact in view.facts)


def test_numbers_add_up(briefing: Briefing) -> None:
    story = briefing.stories[0]
    singles = [len(story.only_in(family.key)) for family in story.families]
    assert sum(singles) == len(story.with_support(Support.SINGLE_SOURCE)) == 5
    assert sum(len(story.with_support(s)) for s in Support) == len(story.facts) == 8
    assert len(story.families) == story.independent == 2
    assert sum(1 + len(f.copies) for f in story.families) == story.reports == 3
    shown = len(story.statements) + story.statements_aligned + story.statements_in_copies
    assert shown == story.statements_total


def test_a_copy_folds_under_its_original(briefing: Briefing) -> None:
    family = briefing.stories[0].families[0]
    assert family.outlet == "Coast Courier"
    assert [(c.outlet, c.relation) for c in family.copies] == [("Reef Daily", "republished")]


def test_facts_come_by_support_then_by_reports(briefing: Briefing) -> None:
    facts = briefing.stories[0].facts
    assert [f.id for f in facts][:3] == ["f1", "f4", "f3"]
    assert [f.support for f in facts] == sorted(
        (f.support for f in facts),
        key=[Support.CORROBORATED, Support.CONFLICTING, Support.SINGLE_SOURCE].index,
    )


def test_the_frame_takes_what_any_report_gives(briefing: Briefing) -> None:
    frame = {field.name: field for field in briefing.stories[0].frame}
    assert frame["Where"].value == "Belmopan"
    assert frame["Where"].citations[0].outlet == "Gulf Monitor"
    assert frame["When"].value == "5 May 2025"
    assert all(field.citations for field in briefing.stories[0].frame)


def test_an_empty_field_says_so(briefing: Briefing, html: str) -> None:
    frame = {field.name: field for field in briefing.stories[1].frame}
    assert frame["Where"].value is None and frame["Where"].empty == "no place given"
    assert "no place given" in html and "no date given" in html


def test_a_conflict_shows_both_values_marked(html: str) -> None:
    assert '<mark class="val">Eleven</mark>' in html
    assert '<mark class="val">Seven</mark>' in html


def test_ahead_and_denied(briefing: Briefing) -> None:
    story = briefing.stories[0]
    assert [fact.id for fact in story.ahead] == ["f4", "f6"]
    assert [fact.id for fact in story.denied] == ["f5"]


def test_an_utterance_stands_beside_its_other_wording(briefing: Briefing) -> None:
    quotation = briefing.stories[0].quotations[0]
    assert quotation.heading == "One utterance, two translations"
    assert quotation.closest == "Coast Courier"
    assert quotation.alignments[0].left.channel == "readout, her office, in Spanish"
    rows = [row for row in quotation.alignments[0].rows if row.left and row.right]
    assert [[run.text for run in row.left.runs if run.differs] for row in rows if row.left] == [
        ["always defend"],
        [],
    ]
    lonely = [row for row in quotation.alignments[0].rows if not (row.left and row.right)]
    assert len(lonely) == 2


def test_the_chain_names_copy_channel_and_credit(briefing: Briefing) -> None:
    steps = {(row.origin, row.relation, row.report) for row in briefing.stories[0].chain}
    assert ("Coast Courier", "republished", "Reef Daily") in steps
    assert ("readout, her office, in Spanish", "channel", "Coast Courier") in steps
    assert ("Photo: Harbour Pictures", "credit", "Coast Courier") in steps


def test_the_timeline_holds_events_and_publications(briefing: Briefing) -> None:
    story = briefing.stories[0]
    assert [entry.date for entry in story.timeline] == sorted(entry.date for entry in story.timeline)
    assert sum(entry.status is None for entry in story.timeline) == 3
    dated = {entry.anchor for entry in story.timeline if entry.status}
    events = [fact for fact in story.facts if fact.kind is FactKind.EVENT]
    assert len(dated) + story.undated == len(events)


def test_right_to_left_words_and_languages_are_told(html: str) -> None:
    assert 'dir="auto"' in html
    assert "«لن نعيد الرخصة»" in html


def test_provenance_is_printed_and_no_time_of_making(briefing: Briefing) -> None:
    for text in (briefing.to_html(), briefing.to_markdown()):
        assert PROVENANCE.dateline in text and PROVENANCE.knowledge in text
        assert PROVENANCE.language_model.name in text


def test_furniture_is_folded_and_labelled(html: str) -> None:
    assert re.search(r"<details><summary><b>related</b> 2 lines, not the article", html)


def test_json_gives_the_same_briefing_back(briefing: Briefing) -> None:
    text = briefing.to_json()
    assert json.loads(text)["schema"] == "dateline.briefing/1"
    again = Briefing.from_json(text)
    assert again == briefing
    assert again.to_html() == briefing.to_html()


def test_same_input_same_page_whatever_the_order_of_readings() -> None:
    story, readings = meeting()
    assert brief([story], readings).to_html() == brief([story], readings[::-1]).to_html()
    assert brief([story], readings).to_markdown() == brief([story], readings[::-1]).to_markdown()


def test_markdown_footnotes_are_all_defined(briefing: Briefing) -> None:
    text = briefing.to_markdown()
    used = set(re.findall(r"\[\^(\d+)\]", text))
    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == defined


def _many(count: int) -> tuple[Story, list[Reading]]:
    base = courier()
    readings = [
        replace(base, article=replace(base.article, id=f"sha256:{i}", outlet=Outlet(None, f"Paper {i}")))
        for i in range(count)
    ]
    met = Fact(
        "f1", FactKind.EVENT, "They meet", Support.CORROBORATED, tuple(tells(r, MET_A) for r in readings)
    )
    marched = "Fishermen marched against the accord"
    singles = tuple(
        Fact(
            f"f{i + 2}", FactKind.EVENT, f"Protest {i}", Support.SINGLE_SOURCE, (tells(readings[0], marched),)
        )
        for i in range(30)
    )
    ids = tuple(r.article.id for r in readings)
    return Story("many", "They meet", ids, count, count, count, (), (met, *singles), (), ()), readings


@pytest.mark.parametrize(("families", "marks_only"), [(4, False), (5, True)])
def test_from_five_families_the_matrix_shows_marks(families: int, marks_only: bool) -> None:
    story, readings = _many(families)
    html = brief([story], readings).to_html()
    assert ('<table class="grid"' in html) is marks_only
    assert ('<table class="matrix"' in html) is not marks_only
    page = Page(html)
    assert page.inner <= set(page.ids)


def test_long_lists_fold_and_say_how_many() -> None:
    story, readings = _many(2)
    html = brief([story], readings).to_html()
    assert "<summary>and 22 more</summary>" in html
    assert all(f"Protest {i}<" in html for i in range(30))


def test_one_report_has_no_matrix_and_says_why() -> None:
    story, readings = ferry_story()
    html = brief([story], readings).to_html()
    assert '<table class="matrix"' not in html
    assert "nothing here is confirmed by another report" in html


def test_no_story_is_said_in_words() -> None:
    assert "No story was found" in brief([], []).to_html()


def test_a_page_without_name_or_date_is_still_shown() -> None:
    base = courier()
    bare = replace(base, article=replace(article("bare", "x", COURIER, None), outlet=None))
    fact = Fact("f1", FactKind.EVENT, "They meet", Support.SINGLE_SOURCE, (tells(bare, MET_A),))
    story = Story("bare", "They meet", (bare.article.id,), 1, 1, 1, (), (fact,), (), ())
    html = brief([story], [bare]).to_html()
    assert "Unnamed outlet" in html and "page undated" in html


def test_what_only_copies_share_is_no_second_rendering() -> None:
    story, readings = meeting()
    original, _, copy = readings
    refs = (StatementRef(original.article.id, "s1"), StatementRef(copy.article.id, "s1"))
    shared = replace(story.quotations[0], statements=refs, segments=(), relation=Wording.SAME_WORDING)
    view = brief([replace(story, quotations=(shared,))], readings).stories[0]
    assert view.quotations == ()
    assert "s1" in {row.statement for row in view.statements if row.outlet == "Coast Courier"}
    assert len(view.statements) + view.statements_in_copies == view.statements_total


def test_a_copy_repeats_the_utterance_of_its_original() -> None:
    story, readings = meeting()
    quotation = story.quotations[0]
    refs = (*quotation.statements, StatementRef(readings[2].article.id, "s1"))
    view = brief([replace(story, quotations=(replace(quotation, statements=refs),))], readings).stories[0]
    assert len(view.quotations[0].alignments) == 1
    assert view.quotations[0].repeated_in == ("Reef Daily",)
    assert view.quotations[0].heading == "One utterance, two translations"


def test_an_utterance_without_segments_stands_whole() -> None:
    story, readings = meeting()
    whole = replace(story.quotations[0], segments=())
    rows = brief([replace(story, quotations=(whole,))], readings).stories[0].quotations[0].alignments[0].rows
    assert len(rows) == 1 and rows[0].left and rows[0].right
    assert [run.text for run in rows[0].right.runs if run.differs]


def test_two_reports_of_one_outlet_are_numbered() -> None:
    story, readings = meeting()
    late = replace(readings[1], article=replace(readings[1].article, outlet=Outlet(None, "Coast Courier")))
    view = brief([story], [readings[0], late, readings[2]])
    assert [d.outlet for d in view.documents] == ["Coast Courier (1)", "Coast Courier (2)", "Reef Daily"]


def test_short_words_come_with_their_surroundings() -> None:
    reading = courier()
    fact = Fact("f1", FactKind.EVENT, "They meet", Support.SINGLE_SOURCE, (tells(reading, "met her"),))
    story = Story("s", "They meet", (reading.article.id,), 1, 1, 1, (), (fact,), (), ())
    citation = brief([story], [reading]).stories[0].facts[0].citations[0]
    assert citation.text == "met her"
    assert citation.before == "Foreign Minister Lena Marin of Belize "
    assert citation.after.startswith(" Honduran counterpart")


def test_denials_are_told_with_the_denying_words(briefing: Briefing) -> None:
    fact = briefing.stories[0].denied[0]
    assert [p.outlet for p in fact.denials] == ["Coast Courier"]
    assert "not recalled" in fact.denials[0].with_status(Status.DENIED)[0].text


def test_a_position_of_a_foreign_article_is_refused() -> None:
    story, readings = meeting()
    foreign = replace(story.facts[0].positions[0], article="sha256:elsewhere")
    fact = replace(story.facts[0], positions=(foreign,))
    with pytest.raises(DatelineError, match="elsewhere"):
        brief([replace(story, facts=(fact,))], readings)


def test_a_conflict_is_named_at_the_top_with_both_values(html: str) -> None:
    top = html[html.index('<ul class="clashes">') :]
    top = top[: top.index("</ul>")]
    assert "Boats in the patrol" in top and ">Eleven</b>" in top and ">Seven</b>" in top


def test_what_happened_outranks_what_is_planned_in_the_frame() -> None:
    story, readings = meeting()
    courier_, monitor_, _ = readings
    planned, happened = (
        "Okoro will visit Nauru next week",
        "Marin thanked Honduras for the return of two trawlers",
    )
    fact = Fact(
        "f1", FactKind.EVENT, "x", Support.CORROBORATED, (tells(courier_, planned), tells(monitor_, happened))
    )
    view = brief([replace(story, headline="x", facts=(fact,), quotations=())], readings).stories[0]
    frame = {field.name: field for field in view.frame}
    assert frame["Status"].status is Status.HAPPENED
    assert "another report: planned" in frame["Status"].notes
    assert frame["What"].value == "Support"
