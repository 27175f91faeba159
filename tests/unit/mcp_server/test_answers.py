"""Each tool answers what the collection has, and every citation is the page's own words."""

from __future__ import annotations

from dateline.model import Stance
from tests.unit.mcp_server.assistant import citations


def check(collection, answer):
    """Every quote stands in its article where the citation says, and the page is the one that is kept."""
    found = list(citations(answer))
    assert found
    assert answer["page_text_is_untrusted"] is True
    for cited in found:
        article = collection.reading(cited["article"]).article
        assert cited["quote"] == article.text[cited["start"] : cited["end"]] != ""
        assert cited["title"] == article.title
        assert cited["outlet"] == (article.outlet.name if article.outlet else None)
        assert cited["published"] == (article.published.value if article.published else None)
        assert cited["url"] == article.url
        assert cited["page_sha256"] == collection.page_hash(cited["article"])
    return answer


def market(assistant):
    """The story of the sample newsroom that most outlets report."""
    (story,) = assistant.ask("stories", about="fish market")["stories"]
    return story["id"]


def test_pages_are_found_with_the_sentences_that_match(assistant, collection):
    answer = check(collection, assistant.ask("search", query="rockets"))
    assert answer["total"] == len(answer["found"]) == collection.search("rockets").matched
    for page in answer["found"]:
        assert "rocket" in page["citations"][0]["quote"].lower()
        assert page["article"] in collection.story(page["story"]).articles


def test_stories_are_listed_and_filtered(assistant, collection):
    answer = check(collection, assistant.ask("stories", limit=25))
    assert [story["id"] for story in answer["stories"]] == [row.id for row in collection.stories()]
    late = assistant.ask("stories", after="2024-06", before="2024-07")["stories"]
    assert late and all("2024-06" in (story["first_day"] + story["last_day"]) for story in late)


def test_a_story_has_its_reports_and_its_copies(assistant, collection):
    wanted = market(assistant)
    answer = check(collection, assistant.ask("story", story=wanted))
    story = collection.story(wanted)
    assert [report["article"] for report in answer["articles"]] == list(story.articles)
    assert sum(answer["facts"].values()) == len(story.facts)
    assert len(answer["copies"]) == len(story.chain)
    assert answer["independent"] == story.independent


def test_a_comparison_says_what_each_outlet_does_with_a_fact(assistant, collection):
    wanted = market(assistant)
    story = collection.story(wanted)
    facts = {fact["id"]: fact for fact in assistant.all_of("compare", "facts", story=wanted)}
    assert list(facts) == [f"{wanted}#{fact.id}" for fact in story.facts]
    for fact in story.facts:
        told = facts[f"{wanted}#{fact.id}"]
        assert told["support"] == fact.support
        assert {p["article"]: p["stance"] for p in told["positions"]} == {
            p.article: p.stance for p in fact.positions
        }
        for position in told["positions"]:
            assert bool(position["citations"]) is (position["stance"] != Stance.OMITS)
    check(collection, assistant.ask("compare", story=wanted))


def test_a_comparison_may_ask_for_conflicts_alone(assistant, collection):
    answer = assistant.ask("compare", story=market(assistant), support="conflicting")
    assert answer["facts"] and {fact["support"] for fact in answer["facts"]} == {"conflicting"}
    assert any(p["stance"] == "differs" for fact in answer["facts"] for p in fact["positions"])


def test_two_articles_are_compared(assistant, collection):
    pair = list(collection.story(market(assistant)).articles[:2])
    answer = check(collection, assistant.ask("compare", articles=pair))
    assert answer["story"] is None and answer["reports"] == 2
    assert {p["article"] for fact in answer["facts"] for p in fact["positions"]} == set(pair)


def test_events_are_filtered_by_the_terms_of_the_field(assistant, collection):
    answer = check(collection, assistant.ask("events", limit=25))
    assert answer["total"] == collection.events().count()
    planned = check(collection, assistant.ask("events", status="planned"))["events"]
    assert planned and {event["status"] for event in planned} == {"planned"}
    source = next(event for event in answer["events"] if event["source_actors"])
    actor = source["source_actors"][0]
    by_source = assistant.all_of("events", "events", source=actor)
    assert [event["id"] for event in by_source] == [row.id for row in collection.events(source=actor)]
    root = assistant.ask("events", root=["consult", "Assault"])["events"]
    assert root and {event["root"] for event in root} <= {"CONSULT", "ASSAULT"}


def test_events_between_two_are_found_whoever_did_it(assistant, collection):
    row = next(row for row in collection.events() if row.source_states and row.target_states)
    one, other = row.source_states[0], row.target_states[0]
    there = assistant.ask("events", between=[one, other])["events"]
    assert row.id in [event["id"] for event in there]
    assert there == assistant.ask("events", between=[other, one])["events"]


def test_statements_are_told_with_their_words(assistant, collection):
    check(collection, assistant.ask("statements", type="direct"))
    row = next(row for row in collection.statements() if row.speaker_actor and row.type == "direct")
    said = assistant.all_of("statements", "statements", said_by=row.speaker_actor)
    assert f"{row.article}#{row.id}" in [statement["id"] for statement in said]
    assert {statement["speaker_actor"] for statement in said} == {row.speaker_actor}


def test_evidence_stands_between_what_comes_before_and_after(assistant, collection):
    event = assistant.ask("events", limit=1)["events"][0]["id"]
    statement = assistant.ask("statements", limit=1)["statements"][0]["id"]
    fact = assistant.ask("compare", story=market(assistant))["facts"][0]["id"]
    report = next(iter(collection.reports()))
    for wanted in (event, statement, fact, f"{report.article}#{report.id}"):
        answer = check(collection, assistant.ask("evidence", id=wanted, around=80))
        for passage in answer["passages"]:
            cited = passage["citation"]
            text = collection.reading(cited["article"]).article.text
            around = passage["before"] + cited["quote"] + passage["after"]
            assert around == text[cited["start"] - len(passage["before"]) :][: len(around)]
            assert max(len(passage["before"]), len(passage["after"])) <= 80


def test_the_evidence_of_an_event_is_that_of_all_its_reports(assistant, collection):
    row = max(collection.events(), key=lambda event: event.reports)
    assert row.reports > 2
    passages = assistant.all_of("evidence", "passages", id=row.id, limit=1)
    reports = list(collection.reports(event=row.id))
    assert [(p["citation"]["article"], p["citation"]["start"]) for p in passages] == [
        (report.article, report.evidence_start) for report in reports
    ]


def test_who_is_gives_ids_for_the_filters(assistant):
    answer = assistant.ask("who_is", name="the Kazakh president", on="2022-09-15")
    assert answer["known"][0]["actor"] == "Q200881"
    assert answer["known"][0]["role"] == "president of Kazakhstan"
    (fiji,) = assistant.ask("who_is", name="Fiji")["named_in_pages"]
    assert assistant.ask("events", actor=fiji["actor"])["total"] > 0
    assert assistant.ask("who_is", name="nobody of this name")["known"] == []
