"""The frame of the principal event: status, who, what, whom, where, when; an empty field says so in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.model import Event, Fact, FactKind, Participant, Span, Stance, Story
from dateline.products.briefing.facts import code_of, events_of, statuses_of
from dateline.products.briefing.rows import Citation, Field
from dateline.products.briefing.shelf import Page, Shelf
from dateline.products.dates import in_words
from dateline.stories.headline_words import words_of_headline

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

Coded = tuple[Page, Event]


def principal_of(story: Story, shelf: Shelf) -> Fact | None:
    """The event that the headline states; of a headline from a page, the one that has most of its words and reports."""
    events = [fact for fact in story.facts if fact.kind is FactKind.EVENT and events_of(fact, shelf)]
    stated = [fact for fact in events if fact.text == story.headline]

    def rank(fact: Fact) -> tuple[int, int]:
        return words_of_headline(story.headline, fact.text), _told(fact)

    return max(stated or events, key=rank, default=None)


def _told(fact: Fact) -> int:
    return sum(position.stance is not Stance.OMITS for position in fact.positions)


def frame_of(fact: Fact, shelf: Shelf) -> tuple[Field, ...]:
    """Fields of the event that a fact states. Each takes what the fullest report says and cites its words.

    Events of the commonest status come first, then those that an outlet asserts in its own voice.
    """
    coded = events_of(fact, shelf)
    status = statuses_of(event for _, event in coded)[0]
    coded.sort(key=lambda c: (c[1].status is not status, c[1].statement is not None, -_filled(c[1])))
    return (
        _status(coded, shelf),
        _who("Who", "nobody named", coded, shelf, lambda e: e.source),
        _act(coded, shelf),
        _who("To whom", "nobody named", coded, shelf, lambda e: e.target),
        _where(coded, shelf),
        _when(coded, shelf),
        _score(coded, shelf),
    )


def _filled(event: Event) -> int:
    return sum(map(bool, (event.source, event.target, event.place, event.date)))


def _evidence(coded: Coded, shelf: Shelf, spans: Iterable[Span] = ()) -> tuple[Citation, ...]:
    page, event = coded
    stretches = sorted(set(spans)) or [event.evidence]
    return shelf.cite_all(page.article.id, stretches[:1])


def _status(coded: Sequence[Coded], shelf: Shelf) -> Field:
    words = dict.fromkeys(f"“{event.trigger.span.of(page.article.text)}”" for page, event in coded)
    cited = [c for pair in coded[:2] for c in _evidence(pair, shelf, [pair[1].trigger.span])]
    status = coded[0][1].status
    others = dict.fromkeys(e.status for _, e in coded if e.status is not status)
    notes = [", ".join(list(words)[:3]), *(f"another report: {other}" for other in others)]
    return Field("Status", str(status), "", tuple(notes), tuple(cited), status)


def _who(
    name: str,
    empty: str,
    coded: Sequence[Coded],
    shelf: Shelf,
    pick: Callable[[Event], tuple[Participant, ...]],
) -> Field:
    chosen = next((pair for pair in coded if pick(pair[1])), None)
    if not chosen:
        return Field(name, None, empty, (), ())
    parties = pick(chosen[1])
    codes = dict.fromkeys(code for party in parties if (code := party.code or party.state))
    spans = [span for party in parties for span in party.spans]
    value = _listed([party.name for party in parties])
    return Field(
        name, value, empty, tuple([" · ".join(codes)] if codes else []), _evidence(chosen, shelf, spans)
    )


def _listed(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _act(coded: Sequence[Coded], shelf: Shelf) -> Field:
    _, event = coded[0]
    words = event.plover.capitalize() + (f", {event.mode.replace('_', ' ')}" if event.mode else "")
    return Field(
        "What",
        words,
        "",
        tuple(code_of(event).split(" · ")),
        _evidence(coded[0], shelf, [event.trigger.span]),
    )


def _where(coded: Sequence[Coded], shelf: Shelf) -> Field:
    chosen = next((pair for pair in coded if pair[1].place), None)
    place = chosen[1].place if chosen else None
    if not chosen or not place:
        return Field("Where", None, "no place given", (), ())
    others = dict.fromkeys(e.place.name for _, e in coded if e.place and e.place.name != place.name)
    notes = [place.precision, *(f"also: {other}" for other in others)]
    return Field(
        "Where", place.name, "", tuple(notes), _evidence(chosen, shelf, [place.span] if place.span else [])
    )


def _when(coded: Sequence[Coded], shelf: Shelf) -> Field:
    chosen = next((pair for pair in coded if pair[1].date), None)
    date = chosen[1].date if chosen else None
    if not chosen or not date:
        return Field("When", None, "no date given", (), ())
    others = dict.fromkeys(e.date.value for _, e in coded if e.date and e.date.value != date.value)
    words = (
        f"{date.precision}; from “{date.span.of(chosen[0].article.text)}”"
        if date.span
        else str(date.precision)
    )
    notes = [words, *(f"another report: {in_words(other)}" for other in others)]
    return Field(
        "When",
        in_words(date.value),
        "",
        tuple(notes),
        _evidence(chosen, shelf, [date.span] if date.span else []),
    )


def _score(coded: Sequence[Coded], shelf: Shelf) -> Field:
    _, event = coded[0]
    score = f"{event.score:+.1f}".replace("-", "−")
    notes = (QUADS.get(event.quad, "no quad word"),)
    return Field(
        "Quad, score", f"{event.quad}, {score}", "", notes, _evidence(coded[0], shelf, [event.trigger.span])
    )
