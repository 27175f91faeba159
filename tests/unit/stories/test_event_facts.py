"""What the fact on an event says: who denies it, on whose word it rests, who alone names the doer."""

from __future__ import annotations

import pytest
from invented_pages import BELIZE, MOYO, NAURU, RUIZ, event, reading, said, whole

from dateline.model import Fact, FactKind, Participant, Reading, Stance, Status, Story, Support
from dateline.stories import compare

SPOKESMAN = Participant(None, "A spokesman", None, None, ())
DONE = "Belize expelled the envoy of Nauru."
NOT_DONE = "The envoy of Nauru was not expelled, Elena Ruiz said."


def of_kind(story: Story, kind: FactKind) -> list[Fact]:
    return [fact for fact in story.facts if fact.kind is kind]


def page(
    name: str,
    *told: tuple[str, Status, Participant | None],
    published: str = "2024-05-08",
    title: str = "Envoy",
    by: tuple[Participant, ...] = (BELIZE,),
) -> Reading:
    """A page that tells an expulsion once for each sentence, in the words of somebody where one is given."""
    body = " ".join(sentence for sentence, _, _ in told)
    text = whole(title, body)
    events = tuple(
        event(
            text,
            sentence,
            "expelled",
            "SANCTION",
            by,
            (NAURU,),
            lemma="expel",
            status=status,
            statement=f"s{n}" if speaker else None,
        )
        for n, (sentence, status, speaker) in enumerate(told)
    )
    statements = tuple(
        said(text, sentence, speaker, name=f"s{n}")
        for n, (sentence, _, speaker) in enumerate(told)
        if speaker
    )
    return reading(name, title, body, published=published, events=events, statements=statements)


def quarrel() -> tuple[Reading, Reading]:
    """Two pages that quote one accuser and print the denial."""
    more = "It was expelled on Monday, Moyo added."
    a = page(
        "a",
        (DONE, Status.HAPPENED, MOYO),
        (NOT_DONE, Status.DENIED, RUIZ),
        (more, Status.HAPPENED, MOYO),
    )
    again = "Tendai Moyo told parliament that Nauru’s envoy had been expelled by Belize."
    b = page("b", (again, Status.HAPPENED, MOYO), ("He was never expelled, says Ruiz.", Status.DENIED, RUIZ))
    return a, b


def test_what_one_tells_and_another_only_reports_to_be_denied_is_not_corroborated() -> None:
    a = page("a", (DONE, Status.HAPPENED, None))
    b = page("b", (NOT_DONE, Status.DENIED, RUIZ))
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert fact.support is Support.CONFLICTING
    assert [position.stance for position in fact.positions] == [Stance.REPORTS, Stance.DIFFERS]
    assert fact.text.endswith("(disputed)")


def test_a_quarrel_that_both_tell_is_no_conflict_of_the_reports() -> None:
    (fact,) = of_kind(compare(*quarrel()), FactKind.EVENT)
    assert fact.support is Support.CORROBORATED


def test_what_is_done_after_a_denial_came_out_is_news_from_one_source() -> None:
    a = page("a", ("Nauru’s envoy has not been expelled.", Status.DENIED, None), published="2024-05-07")
    b = page("b", (DONE, Status.HAPPENED, None), published="2024-05-08")
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert fact.support is Support.SINGLE_SOURCE


def test_a_plan_does_not_corroborate_that_it_was_called_off() -> None:
    a = page("a", ("Nauru’s envoy will be expelled.", Status.PLANNED, None), published="2024-05-07")
    b = page("b", (NOT_DONE, Status.DENIED, None), published="2024-05-08")
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert fact.support is Support.SINGLE_SOURCE


@pytest.mark.parametrize(
    ("speakers", "ends"),
    [
        ((MOYO, MOYO), ", as said by Tendai Moyo"),
        ((MOYO, RUIZ), "Nauru"),
        ((MOYO, None), "Nauru"),
        ((SPOKESMAN, SPOKESMAN), ", as said by a spokesman"),
    ],
)
def test_on_whose_word_a_fact_rests_stands_beside_it(
    speakers: tuple[Participant | None, ...], ends: str
) -> None:
    bodies = DONE, "The envoy of Nauru was expelled by Belize."
    pages = [
        page(name, (body, Status.HAPPENED, who))
        for name, body, who in zip("ab", bodies, speakers, strict=True)
    ]
    (fact,) = of_kind(compare(*pages), FactKind.EVENT)
    assert fact.support is Support.CORROBORATED
    assert fact.text.endswith(ends)


def test_a_denial_by_another_does_not_hide_on_whose_word_a_fact_rests() -> None:
    (fact,) = of_kind(compare(*quarrel()), FactKind.EVENT)
    assert fact.text.endswith(", as said by Tendai Moyo (disputed)")


def test_a_doer_whom_one_page_names_is_a_fact_of_its_own() -> None:
    a = page("a", (DONE, Status.HAPPENED, None))
    b = page("b", ("The envoy of Nauru was expelled.", Status.HAPPENED, None), by=())
    story = compare(a, b)
    (fact,) = of_kind(story, FactKind.EVENT)
    assert fact.support is Support.CORROBORATED
    assert "Belize" not in fact.text
    (who,) = of_kind(story, FactKind.PARTICIPANT)
    assert (who.support, who.text) == (Support.SINGLE_SOURCE, "Who: Belize expels the envoy of Nauru")
    assert [(position.article, position.value) for position in who.positions] == [("a", "Belize")]


def test_whose_word_it_is_who_did_it_stands_beside_the_doer() -> None:
    a = page("a", (DONE, Status.HAPPENED, MOYO))
    b = page("b", ("The envoy of Nauru was expelled.", Status.HAPPENED, None), by=())
    (who,) = of_kind(compare(a, b), FactKind.PARTICIPANT)
    assert who.text == "Who: Belize expels the envoy of Nauru, as said by Tendai Moyo"


def test_a_doer_whom_both_pages_name_is_part_of_the_event() -> None:
    a = page("a", (DONE, Status.HAPPENED, None))
    b = page("b", ("Belize has expelled the envoy of Nauru.", Status.HAPPENED, None))
    story = compare(a, b)
    assert "Belize" in of_kind(story, FactKind.EVENT)[0].text
    assert of_kind(story, FactKind.PARTICIPANT) == []
