"""What a story is called, and what its events are called."""

from __future__ import annotations

import pytest
from invented_pages import BELIZE, KARIS, MOYO, NAURU, event, reading, whole

from dateline.model import Fact, FactKind, Participant, Reading, Status, Story
from dateline.stories import compare
from dateline.stories.labels.verbs import active, carrier, passive, third_person

GUARDS = Participant("local:guards", "Nauruan coast guards", "NRU", "NRUCOP", ())


def events_of(story: Story) -> list[Fact]:
    return [fact for fact in story.facts if fact.kind is FactKind.EVENT]


def page(
    name: str,
    title: str,
    body: str,
    trigger: str,
    plover: str,
    source: tuple[Participant, ...],
    target: tuple[Participant, ...] = (),
    *,
    lemma: str,
    status: Status = Status.HAPPENED,
    published: str | None = "2024-05-08",
) -> Reading:
    text = whole(title, body)
    act = event(text, trigger, trigger, plover, source, target, lemma=lemma, status=status)
    return reading(name, title, body, published=published, events=(act,))


def label(body: str, trigger: str, lemma: str, plover: str = "ASSAULT", **slots: object) -> str:
    parties = {"source": (GUARDS,), "target": ()} | slots
    only = page("a", "News", body, trigger, plover, lemma=lemma, **parties)  # type: ignore[arg-type]
    return events_of(compare(only, reading("b", "Other news", "Nothing else was known.")))[0].text


@pytest.mark.parametrize(
    ("body", "trigger", "lemma", "text"),
    [
        (
            "Guards boarded two trawlers off Yaren on Monday.",
            "boarded",
            "board",
            "board two trawlers off Yaren",
        ),
        ("Guards have seized nets and rods, a paper says.", "seized", "seize", "seize nets"),
        ("The nets were seized by guards.", "seized", "seize", "carry out an attack"),
        ("Guards closed the harbour at 9 p.m. and left.", "closed", "close", "close the harbour"),
        ("Guards hit what nobody saw.", "hit", "hit", "carry out an attack"),
    ],
)
def test_a_label_is_the_verb_of_the_page_with_what_completes_it(
    body: str, trigger: str, lemma: str, text: str
) -> None:
    assert label(body, trigger, lemma) == f"Nauruan coast guards {text}"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (Status.HAPPENED, "Nauruan coast guards board two trawlers"),
        (Status.PLANNED, "Nauruan coast guards are to board two trawlers"),
        (Status.DENIED, "Nauruan coast guards do not board two trawlers"),
        (Status.HYPOTHETICAL, "Nauruan coast guards may board two trawlers"),
    ],
)
def test_the_status_is_part_of_the_sentence(status: Status, text: str) -> None:
    assert label("It was said that guards board two trawlers.", "board", "board", status=status) == text


def test_one_person_does_and_two_do() -> None:
    body = "A visit was announced."
    assert (
        label(body, "visit", "visit", "CONSULT", source=(MOYO,), target=(NAURU,))
        == "Tendai Moyo visits Nauru"
    )
    both = label(body, "visit", "visit", "CONSULT", source=(MOYO, KARIS), target=(NAURU,))
    assert both == "Tendai Moyo and Alar Kuusk visit Nauru"


def test_a_denied_meeting_never_heads_a_story_as_if_it_took_place() -> None:
    denied = page(
        "a",
        "Moyo and Kuusk apart",
        "Moyo did not meet Kuusk.",
        "meet",
        "CONSULT",
        (MOYO,),
        (KARIS,),
        lemma="meet",
        status=Status.DENIED,
    )
    story = compare(denied, reading("b", "Moyo and Kuusk stay apart", "They sat in two rooms."))
    assert story.headline != "Tendai Moyo meets Alar Kuusk"
    assert [fact.text for fact in events_of(story)] == ["Tendai Moyo does not meet Alar Kuusk"]


def test_a_plan_that_a_later_page_denies_did_not_come_true() -> None:
    first = page(
        "a",
        "Talks set",
        "Moyo will meet Kuusk.",
        "meet",
        "CONSULT",
        (MOYO,),
        (KARIS,),
        lemma="meet",
        status=Status.PLANNED,
        published="2024-05-07",
    )
    later = page(
        "b",
        "Talks off",
        "Moyo did not meet Kuusk.",
        "meet",
        "CONSULT",
        (MOYO,),
        (KARIS,),
        lemma="meet",
        status=Status.DENIED,
        published="2024-05-08",
    )
    (fact,) = events_of(compare(first, later))
    assert fact.text == "Tendai Moyo does not meet Alar Kuusk"


def test_what_the_headlines_tell_comes_before_what_stands_below() -> None:
    title, body = "Belize expels envoy of Nauru", "It was a surprise.\nMany came.\nSome ate.\nMoyo met Kuusk."
    text = whole(title, body)
    acts = (
        event(text, "Belize expels envoy", "expels", "SANCTION", (BELIZE,), (NAURU,), lemma="expel"),
        event(text, "Moyo met Kuusk", "met", "CONSULT", (MOYO,), (KARIS,), lemma="meet"),
    )
    story = compare(
        reading("a", title, body, events=acts), reading("b", "Nauru loses envoy in Belize", "So it was.")
    )
    assert story.headline.startswith("Belize")


def test_a_disputed_act_leaves_the_headline_to_the_page_that_does_not_assert_it() -> None:
    pages = [
        page(
            name,
            title,
            f"{title} today.",
            trigger,
            "CONSULT",
            (BELIZE,),
            (NAURU,),
            lemma="visit",
            status=status,
        )
        for name, title, trigger, status in (
            ("a", "Belize visits Nauru", "visits", Status.HAPPENED),
            ("b", "Belize did not visit Nauru", "visit", Status.DENIED),
        )
    ]
    story = compare(*pages)
    assert story.headline == "Belize did not visit Nauru"
    assert events_of(story)[0].text.endswith("(disputed)")


@pytest.mark.parametrize(
    ("base", "form"), [("carry", "carries"), ("go", "goes"), ("have", "has"), ("play", "plays")]
)
def test_third_person(base: str, form: str) -> None:
    assert third_person(base) == form


def test_forms_of_a_verb_table_verb() -> None:
    assert carrier("Imposed") == "impose"
    assert carrier("gave") == "give"
    assert carrier("lighthouse") is None
    assert active("strike", Status.PLANNED, plural=False) == "is to strike"
    assert passive("strike", Status.HAPPENED, plural=True) == "are struck"
    assert passive("detain", Status.DENIED, plural=False) == "is not detained"


def test_a_number_that_not_all_reports_give_is_not_in_the_label() -> None:
    seven = Participant(None, "seven sailors", None, "CVL", ())
    sailors = Participant(None, "sailors", None, "CVL", ())
    pages = [
        page(
            name,
            "Sailors killed",
            f"{who.name} were killed off Yaren.",
            "killed",
            "ASSAULT",
            (),
            (who,),
            lemma="kill",
        )
        for name, who in (("a", seven), ("b", sailors))
    ]
    (fact,) = events_of(compare(*pages))
    assert fact.text == "Sailors are killed"


def test_two_requests_to_one_minister_are_not_one_for_that() -> None:
    pages = [
        page(name, "Ferry", body, "urged", "REQUEST", source, (MOYO,), lemma="urge")
        for name, body, source in (
            ("a", "Nauru urged Tendai Moyo to lower the fares.", (NAURU,)),
            ("b", "A bishop urged Tendai Moyo to pray for rain.", ()),
        )
    ]
    assert len(events_of(compare(*pages))) == 2
