"""Why a report is in its story, and which stories follow on one another."""

from __future__ import annotations

from invented_pages import KARIS, MOYO, event, reading, whole

from dateline.model import Mention, Reading, Span
from dateline.stories import compare, group, joins, sketch, storylines

MET = "Alar Kuusk met Tendai Moyo in Tallinn on 6 May."
LATER = "In Tallinn on 6 May Alar Kuusk received Tendai Moyo to talk about the harbour of Walvis Bay."


def page(name: str, title: str, sentence: str, trigger: str, lemma: str, day: str = "2024-05-07") -> Reading:
    text = whole(title, sentence)
    act = event(
        text, sentence, trigger, "CONSULT", (KARIS,), (MOYO,), lemma=lemma, date="2024-05-06", place="Tallinn"
    )
    made = reading(name, title, sentence, published=day, events=(act,))
    mentions = tuple(
        Mention(
            f"m{n}", start, start + len(who.name), who.name, "person", who.actor, who.name, None, who.state
        )
        for n, who in enumerate((KARIS, MOYO), 1)
        if (start := text.index(who.name)) >= 0
    )
    return Reading(made.article, mentions, (), made.events, (), made.provenance)


def test_a_join_names_who_when_and_where_with_words_of_both_pages() -> None:
    a = page("a", "Harbour talks in Tallinn", MET, "met", "meet")
    b = page("b", "Walvis Bay harbour talks", LATER, "received", "receive")
    story = compare(a, b)
    (join,) = joins(story, [a, b])
    assert (join.article, join.mate) == ("b", "a")
    assert {shared.name for shared in join.who} == {"Alar Kuusk", "Tendai Moyo"}
    for shared in join.who:
        assert shared.a.of(b.article.text) == shared.b.of(a.article.text) == shared.name
    assert (join.when, join.where) == (("2024-05-06",), ("Tallinn",))
    assert join.likeness > 0
    assert "Moyo" in join.words


def test_a_join_of_copies_shows_the_passage() -> None:
    body = "The ferry Sirje ran aground off Saaremaa and divers from Kuressaare freed it before dusk, the harbour master said."
    a = reading("a", "Ferry aground", body, published="2024-05-01")
    b = reading("b", "Ferry runs aground", body, published="2024-05-02")
    (join,) = joins(compare(a, b), [a, b])
    mine, theirs = join.passages[0]
    assert isinstance(mine, Span)
    assert "Saaremaa and divers" in mine.of(b.article.text)
    assert "Saaremaa and divers" in theirs.of(a.article.text)


def test_rounds_of_one_negotiation_are_a_storyline_in_order() -> None:
    rounds = [
        reading(
            f"r{n}",
            f"Round {n} of the Walvis Bay harbour talks",
            f"Estonia and Namibia opened round {n} of the talks on the Walvis Bay harbour in {town}. Envoys spoke of cranes.",
            published=day,
        )
        for n, (town, day) in enumerate(
            (("Tallinn", "2024-03-01"), ("Windhoek", "2024-03-20"), ("Paro", "2024-04-08")), 1
        )
    ]
    other = reading(
        "x", "Quake", "A strong earthquake shook the islands of Tonga before dawn.", published="2024-03-20"
    )
    pages = [*rounds, other]
    stories = group(pages)
    assert len(stories) == 4
    (line,) = storylines(stories, {each.article.id: sketch(each.article) for each in pages})
    home = {story.id: story.articles[0] for story in stories}
    assert [home[story] for story in line.stories] == ["r1", "r2", "r3"]
    assert line.id.startswith("storyline:")
