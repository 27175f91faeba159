"""Three invented reports of one meeting, one of something else, and their stories, made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import (
    Article,
    Block,
    BlockKind,
    ChainEdge,
    ChainLink,
    Channel,
    ClosestWording,
    DatedValue,
    DatePrecision,
    Event,
    EventDate,
    Fact,
    FactKind,
    LanguageModel,
    Outlet,
    Participant,
    Party,
    Place,
    Position,
    Provenance,
    Quotation,
    Reading,
    Segment,
    SegmentSide,
    Span,
    Stance,
    Statement,
    StatementRef,
    StatementType,
    Status,
    Story,
    Support,
    Trigger,
    Wording,
)

MODEL = LanguageModel("rules", None)
PROVENANCE = Provenance("0.1.0", "accurate", MODEL, "2025-04-30")
BELIZE = ("Lena Marin", "BLZ", "BLZGOV")
HONDURAS = ("Tomas Okoro", "HND", "HNDGOV")

COURIER = [
    ("headline", "Marin meets Okoro and signs fishing accord"),
    ("byline", "By Ruth Adeyemi, 6 May 2025"),
    (
        "body",
        "Foreign Minister Lena Marin of Belize met her Honduran counterpart Tomas Okoro on Monday and signed a fishing accord.",
    ),
    (
        "body",
        "“We will always defend the right of small boats to fish in these waters,” Marin said, in a Spanish-language readout of her office.",
    ),
    ("body", "Eleven boats took part in a patrol of the outer reef, the ministry said."),
    ("body", "Okoro will visit Nauru next week."),
    ("body", "Belize has not recalled its envoy."),
    ("body", "Honduras could ease its ban on night fishing if catches recover, Okoro told Radio Vaal."),
    ("body", "Fishermen marched against the accord in the morning."),
    ("credit", "Photo: Harbour Pictures"),
    ("related", "Five reefs to see before summer"),
    ("related", "How the ferry got its bell"),
    ("promo", "Subscribe for a month"),
]
MONITOR = [
    ("headline", "Ministers of Belize and Honduras talk fish in Belmopan"),
    ("dateline", "BELMOPAN, 6 May 2025"),
    (
        "body",
        "Lena Marin and Tomas Okoro, the foreign ministers of Belize and Honduras, held talks in Belmopan on Monday.",
    ),
    (
        "body",
        "Marin promised that Belize would “at all times protect the right of small boats to fish in these waters”.",
    ),
    ("body", "Seven boats patrolled the outer reef."),
    ("body", "Okoro is to travel to Nauru next week, his office said."),
    ("body", "Marin thanked Honduras for the return of two trawlers."),
    ("body", "A banner outside read <script>alert('boats')</script> & <b>no accord</b>."),
]
DAILY = [*COURIER[:9], ("republication", "First published by Coast Courier.")]
FERRY = [
    ("headline", "Tuvalu suspends ferry licence"),
    ("body", "Tuvalu has suspended the licence of a ferry company."),
    ("body", "وقال المتحدث: «لن نعيد الرخصة»"),
]


def text_of(lines: Sequence[tuple[str, str]]) -> str:
    return "\n".join(words for _, words in lines)


def blocks_of(lines: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    blocks, at = [], 0
    for kind, words in lines:
        blocks.append(Block(BlockKind(kind), at, at + len(words)))
        at += len(words) + 1
    return tuple(blocks)


def article(
    id_: str,
    outlet: str,
    lines: Sequence[tuple[str, str]],
    published: str | None = "2025-05-06",
    chain: tuple[ChainLink, ...] = (),
    authors: tuple[str, ...] = (),
    language: str = "en",
) -> Article:
    dated = DatedValue(published, DatePrecision.DAY, "given", None) if published else None
    text = text_of(lines)
    name = Outlet(None, outlet)
    return Article(
        f"sha256:{id_}", f"sha256:body-{id_}", None, name, lines[0][1], authors, dated, None, None,
        language, True, text, blocks_of(lines), chain,
    )  # fmt: skip


def span(text: str, words: str) -> Span:
    """Where words stand; they must stand there once."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times"
    return Span(text.index(words), text.index(words) + len(words))


def party(text: str, who: tuple[str, str, str], words: str | None = None) -> Participant:
    name, state, code = who
    return Participant(f"local:{name}", name, state, code, (span(text, words),) if words else ())


def event(
    text: str,
    id_: str,
    words: str,
    trigger: str,
    plover: str,
    *,
    status: Status = Status.HAPPENED,
    source: tuple[Participant, ...] = (),
    target: tuple[Participant, ...] = (),
    date: tuple[str, str | None] | None = None,
    place: tuple[str, str] | None = None,
    statement: str | None = None,
    mode: str | None = None,
    quad: int = 1,
    score: float = 2.5,
) -> Event:
    evidence = span(text, words)
    start = text.index(trigger, evidence.start)
    when = None
    if date:
        precision = DatePrecision.RANGE if "/" in date[0] else DatePrecision.DAY
        when = EventDate(date[0], precision, span(text, date[1]) if date[1] else None)
    where = Place(None, place[0], "city", span(text, place[1])) if place else None
    bears = Trigger(start, start + len(trigger), trigger)
    return Event(
        id_, source, target, plover, mode, (), "040", quad, score, status, when, where, bears, evidence, (),
        statement, 0.8, f"frame:{plover.lower()}.v",
    )  # fmt: skip


def statement(
    text: str,
    id_: str,
    words: str,
    type_: StatementType,
    speaker: str | None,
    channel: Channel | None = None,
    act: str | None = None,
) -> Statement:
    by = Party(f"local:{speaker}", speaker, None, ()) if speaker else None
    return Statement(id_, type_, by, None, (span(text, words),), None, channel, act, None)


MET_A = "Foreign Minister Lena Marin of Belize met her Honduran counterpart Tomas Okoro on Monday"
MET_B = "Lena Marin and Tomas Okoro, the foreign ministers of Belize and Honduras, held talks in Belmopan on Monday"
SAID_A = "“We will always defend the right of small boats to fish in these waters,”"
SAID_B = "Belize would “at all times protect the right of small boats to fish in these waters”"
EASE = "Honduras could ease its ban on night fishing if catches recover"


def courier_records(text: str) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    marin, okoro = party(text, BELIZE, "Foreign Minister Lena Marin of Belize"), party(text, HONDURAS)
    readout = Channel(
        "readout", "her office", "es", (span(text, "in a Spanish-language readout of her office"),)
    )
    radio = Channel("interview", "Radio Vaal", None, (span(text, "Radio Vaal"),))
    statements = (
        statement(text, "s1", SAID_A, StatementType.DIRECT, "Lena Marin", readout, "promise"),
        statement(text, "s2", EASE, StatementType.INDIRECT, "Tomas Okoro", radio, "announce"),
        statement(
            text,
            "s3",
            "Eleven boats took part in a patrol of the outer reef",
            StatementType.INDIRECT,
            "Ministry",
        ),
    )
    monday = ("2025-05-05", "Monday")
    events = (
        event(text, "e1", MET_A, "met", "CONSULT", source=(marin,), target=(okoro,), date=monday, mode="meeting"),
        event(text, "e2", "signed a fishing accord", "signed", "SUPPORT", source=(marin, okoro), date=("2025-05-05", None), score=4),
        event(text, "e3", "Okoro will visit Nauru next week", "visit", "CONSULT", status=Status.PLANNED, source=(okoro,),
              date=("2025-05-12/2025-05-18", "next week"), mode="visit"),
        event(text, "e4", "Belize has not recalled its envoy", "recalled", "SANCTION", status=Status.DENIED, quad=4, score=-4.4),
        event(text, "e5", EASE, "ease", "CONCEDE", status=Status.HYPOTHETICAL, statement="s2"),
        event(text, "e6", "Fishermen marched against the accord", "marched", "PROTEST", quad=4, score=-6.5,
              source=(party(text, ("Fishermen", "", "CVL"), "Fishermen"),)),
    )  # fmt: skip
    return statements, events


def courier() -> Reading:
    page = article("courier", "Coast Courier", COURIER, authors=("Ruth Adeyemi",))
    return Reading(page, (), *courier_records(page.text), (), PROVENANCE)


def daily() -> Reading:
    link = ChainLink(
        "republished_from", "Coast Courier", span(text_of(DAILY), "First published by Coast Courier")
    )
    page = article("daily", "Reef Daily", DAILY, "2025-05-07", (link,), ("Ruth Adeyemi",))
    return Reading(page, (), *courier_records(page.text), (), PROVENANCE)


def monitor() -> Reading:
    page = article("monitor", "Gulf Monitor", MONITOR)
    text = page.text
    marin, okoro = party(text, BELIZE), party(text, HONDURAS)
    statements = (
        statement(text, "s1", SAID_B, StatementType.MIXED, "Lena Marin", None, "promise"),
        statement(text, "s2", "A banner outside read <script>alert('boats')</script> & <b>no accord</b>",
                  StatementType.INDIRECT, "<img src=x onerror=alert(1)>"),
    )  # fmt: skip
    place, monday = ("Belmopan", "in Belmopan on"), ("2025-05-05", "Monday")
    events = (
        event(text, "e1", MET_B, "talks", "CONSULT", source=(marin, okoro), date=monday, place=place, mode="meeting"),
        event(text, "e2", "Okoro is to travel to Nauru next week", "travel", "CONSULT", status=Status.PLANNED, source=(okoro,),
              date=("2025-05-12/2025-05-18", "next week"), mode="visit"),
        event(text, "e3", "Marin thanked Honduras for the return of two trawlers", "thanked", "SUPPORT",
              source=(marin,), target=(party(text, ("Honduras", "HND", "HND")),)),
    )  # fmt: skip
    return Reading(page, (), statements, events, (), PROVENANCE)


def ferry() -> Reading:
    page = article("ferry", "<b>Night</b> & Day", FERRY, None)
    text = page.text
    said = statement(text, "s1", "«لن نعيد الرخصة»", StatementType.DIRECT, None)
    suspended = event(
        text, "e1", "Tuvalu has suspended the licence of a ferry company", "suspended", "COERCE",
        source=(party(text, ("Tuvalu <i>government</i>", "TUV", "TUVGOV")),), quad=4, score=-5.0,
    )  # fmt: skip
    return Reading(page, (), (said,), (suspended,), (), PROVENANCE)


def tells(
    reading: Reading, words: str, value: str | None = None, stance: Stance = Stance.REPORTS
) -> Position:
    text = reading.article.text
    return Position(reading.article.id, stance, value, value, (span(text, words),))


def omits(reading: Reading) -> Position:
    return Position(reading.article.id, Stance.OMITS, None, None, ())


def meeting() -> tuple[Story, list[Reading]]:
    """One story of three reports, two of them independent."""
    a, b, c = courier(), monitor(), daily()

    def both(words: str) -> tuple[Position, ...]:
        return tells(a, words), tells(c, words)

    event_, cor, one = FactKind.EVENT, Support.CORROBORATED, Support.SINGLE_SOURCE
    eleven = "Eleven boats took part in a patrol of the outer reef"
    facts = (
        Fact("f7", event_, "Fishermen protest", one, (*both("Fishermen marched against the accord"), omits(b))),
        Fact("f1", event_, "Lena Marin meets Tomas Okoro", cor, (tells(a, MET_A), tells(b, MET_B), tells(c, MET_A))),
        Fact("f2", event_, "Lena Marin and Tomas Okoro sign an accord", one, (*both("signed a fishing accord"), omits(b))),
        Fact("f3", FactKind.QUANTITY, "Boats in the patrol", Support.CONFLICTING,
             (tells(a, eleven, "Eleven"), tells(c, eleven, "Eleven"),
              tells(b, "Seven boats patrolled the outer reef", "Seven", Stance.DIFFERS))),
        Fact("f4", event_, "Tomas Okoro visits Nauru", cor,
             (*both("Okoro will visit Nauru next week"), tells(b, "Okoro is to travel to Nauru next week"))),
        Fact("f5", event_, "Belize recalls its envoy", one, (*both("Belize has not recalled its envoy"), omits(b))),
        Fact("f6", event_, "Honduras eases its ban on night fishing", one, both(EASE)),
        Fact("f8", event_, "Lena Marin thanks Honduras", one,
             (tells(b, "Marin thanked Honduras for the return of two trawlers"), omits(a), omits(c))),
    )  # fmt: skip
    chain = (ChainEdge(a.article.id, c.article.id, "republished", ()),)
    story = Story(
        "story-1", "Lena Marin meets Tomas Okoro", (a.article.id, b.article.id, c.article.id), 3, 3, 2, chain, facts,
        (one_utterance(a, b),), ("story-2",),
    )  # fmt: skip
    return story, [a, b, c]


def one_utterance(a: Reading, b: Reading) -> Quotation:
    def side(reading: Reading, words: str) -> SegmentSide:
        return SegmentSide(reading.article.id, span(reading.article.text, words))

    segments = (
        Segment(side(a, "always defend"), side(b, "at all times protect")),
        Segment(side(a, "the right of small boats to fish in these waters"), side(b, "the right of small boats to fish in these waters")),
    )  # fmt: skip
    refs = (StatementRef(a.article.id, "s1"), StatementRef(b.article.id, "s1"))
    closest = ClosestWording(a.article.id, "s1", "direct, from a named channel")
    return Quotation("q1", "Lena Marin", refs, closest, segments, Wording.OTHER_TRANSLATION)


def ferry_story() -> tuple[Story, list[Reading]]:
    """A story of one report without a date or a place."""
    reading = ferry()
    words = "Tuvalu has suspended the licence of a ferry company"
    fact = Fact(
        "f1",
        FactKind.EVENT,
        "Tuvalu <script>suspends</script> a licence",
        Support.SINGLE_SOURCE,
        (tells(reading, words),),
    )
    return Story(
        "story-2", "Tuvalu suspends a ferry licence", (reading.article.id,), 1, 1, 1, (), (fact,), (), ()
    ), [reading]
