"""Who is meant: mentions labelled by hand at the start of 60 news pages, by name, by description and by pronoun.

The labels have no text: `labels/actors.jsonl` holds offsets and names, the pages stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.article import read_article
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, Mention, Reading
from dateline.sources import page_of
from evaluation.bench import ROOT, Bench, first_by_hash, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.labels_of_pages import unchanged

NAME = "actors"
FILES = ("stories",)
FAST_PAGES = 16

LABELS = Path(__file__).parents[1] / "labels" / "actors.jsonl"
NEWSROOM = ROOT / "examples" / "newsroom"
FORMS = ("name", "description", "pronoun")
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves we us our ours i me my you your".split()
)
_ORGANS = frozenset(
    "administration presidency government ministry department police army military navy court embassy office".split()
)
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_ARTICLES = ("the ", "a ", "an ")
_PREDICATE = re.compile(r"\b[Aa]n?(?: [\w-]+){0,2} $")
"""Before words that say what somebody is: "a registered *Republican*"."""

_INDEFINITE = re.compile(r"[Aa]n? ")
_LOCAL = "local:"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's labels: text with its date, the stretch that was labelled, gold mentions as (start, end, form, entity), entities by key."""

    id: str
    text: str
    date: str | None
    window: tuple[int, int]
    is_held: bool
    mentions: tuple[tuple[int, int, str, str], ...]
    entities: dict[str, dict[str, Any]]


def measure(bench: Bench) -> SetResult:
    """F1 of links by form: a mention counts where it is found and stands for the right one. The pages that were kept unread are scored
    apart."""
    attempts = Attempts()
    pages = list(labelled(bench))
    if bench.fast:
        pages = first_by_hash(pages, lambda page: page.id, FAST_PAGES)
    read = bench.part("read")
    tally: dict[tuple[str, str], list[int]] = {}
    cases = []
    for page in progress(pages, NAME):
        reading = attempts.call(page.id, None, read, page.text, published=page.date)
        counts, missed = score(page, reading)
        for form, added in counts.items():
            for part in ("all", "unread" if page.is_held else "read"):
                row = tally.setdefault((part, form), [0, 0, 0])
                row[:] = [a + b for a, b in zip(row, added, strict=True)]
        hits, gold = sum(c[0] for c in counts.values()), sum(c[2] for c in counts.values())
        cases.append(Case(page.id, hits / gold if gold else 1.0, {"missed": missed, "unread": page.is_held}))
    attempts.require_some()
    numbers = with_prefix(NAME, [(f"{form}_f1", f1(tally.get(("all", form), [0, 0, 0]))) for form in FORMS])
    parts = [(f"{part}_{form}_f1", f1(row)) for (part, form), row in sorted(tally.items()) if part != "all"]
    counts = {f"{NAME}.{form}s": float(tally.get(("all", form), [0, 0, 0])[2]) for form in FORMS}
    return SetResult(NAME, numbers, tuple(cases), with_prefix(NAME, parts) | counts, errors=attempts.errors)


def f1(row: Sequence[int]) -> float:
    """Of (hits, found, gold)."""
    hits, found, gold = row
    return 2 * hits / (found + gold) if found + gold else 0.0


def labelled(bench: Bench) -> Iterator[Labelled]:
    """The pages of the labels whose text is here and unchanged."""
    texts = _texts(bench)
    for row, text in unchanged(LABELS, texts, lambda row: (row["set"], row["id"])):
        start, end = row["window"]
        mentions = tuple((m["start"], m["end"], m["form"], m["entity"]) for m in row["mentions"])
        entities = {entity["key"]: entity for entity in row["entities"]}
        yield Labelled(
            f"{row['set']} {row['id']}", text, row["date"], (start, end), row["unread"], mentions, entities
        )


def _texts(bench: Bench) -> dict[tuple[str, str], str]:
    texts = {
        (name, document.id): document.text
        for name in ("basil", "ecb", "newswcl50")
        for document in getattr(bench.datasets, name)(bench.data)
    }
    for path in NEWSROOM.glob("*.*"):
        if path.suffix in (".html", ".txt"):
            texts["newsroom", path.name] = read_article(page_of(path)).text
    return texts


def score(page: Labelled, reading: Reading | None) -> tuple[dict[str, list[int]], list[str]]:
    """(hits, found, gold) by form, and the gold mentions that were missed or stand for another, as start:form."""
    counts = {form: [0, 0, 0] for form in FORMS}
    found = (
        [m for m in reading.mentions if m.end <= page.window[1] and m.start >= page.window[0]]
        if reading
        else []
    )
    taken: set[str] = set()
    missed = []
    for start, end, form, key in page.mentions:
        counts[form][2] += 1
        mention = _aligned(found, start + _article(page.text[start:end]), end)
        if mention is None:
            missed.append(f"{start}:{form}")
            continue
        taken.add(mention.id)
        counts[form][1] += 1
        if is_right(mention, _called(page, key), page.text[start:end], page.date):
            counts[form][0] += 1
        else:
            missed.append(f"{start}:{form}:other")
    for mention in found:
        if mention.id not in taken and is_of_labels(page, mention):
            counts[form_of(mention)][1] += 1
    return counts, missed


def _called(page: Labelled, key: str) -> dict[str, Any]:
    """An entity, with what the page calls it: a pronoun that goes back to "the owners" has those words for a name."""
    entity = page.entities[key]
    words = [page.text[s:e] for s, e, form, of in page.mentions if of == key and form != "pronoun"]
    return {**entity, "names": [*entity["names"], *words]} if not entity["known"] else entity


def is_of_labels(page: Labelled, mention: Mention) -> bool:
    """Whether a mention would have been labelled if it were right.

    By the rules of the labels relative pronouns, people who are not named, predicates and appositions with "a", and names inside a
    longer description are none: they are neither right nor wrong.
    """
    if mention.actor is None or mention.text.casefold() in _RELATIVE:
        return False
    if _PREDICATE.search(page.text[max(0, mention.start - 40) : mention.start]) or _INDEFINITE.match(
        mention.text
    ):
        return False
    return not any(
        start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
        for start, end, form, _ in page.mentions
        if form == "description"
    )


def _aligned(found: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The mention that shares most with a stretch: at least half of the longer of both, articles left out."""
    sized = [(m.start + _article(m.text), m) for m in found]
    shared = [(min(m.end, end) - max(first, start), first, m) for first, m in sized]
    fitting = [(size / max(m.end - first, end - start), m) for size, first, m in shared if size > 0]
    best = max(fitting, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.5 else None


def _article(words: str) -> int:
    """Characters of the article that words begin with."""
    return next((len(article) for article in _ARTICLES if words.casefold().startswith(article)), 0)


def form_of(mention: Mention) -> str:
    """Name, description or pronoun, by the words."""
    words = mention.text.split()
    if mention.text.casefold() in _PRONOUNS and not (len(mention.text) > 1 and mention.text.isupper()):
        return "pronoun"
    return "name" if words[-1][:1].isupper() and not words[0].islower() else "description"


def is_right(mention: Mention, entity: dict[str, Any], words: str, date: str | None) -> bool:
    """Whether a mention stands for a gold entity: the tables give its actor for one of the accepted names, or its name is one of them.

    Unnamed people are right where nobody is named. Someone whom the tables do not have is right as somebody of this page, under
    the name or a part of it.
    """
    names = [plain(name) for name in entity["names"]]
    own = plain(mention.name)
    if own in names or any(_knows(name, date) == mention.actor for name in entity["names"] if mention.actor):
        return True
    if mention.kind is ActorKind.STATE and mention.state and is_organ_of(mention.state, entity):
        return True
    if entity["known"] and not (mention.actor or "").startswith(_LOCAL):
        return False
    if mention.actor is None:
        return plain(words) in (own, *names) or own in plain(words)
    return any(
        set(own.split()) <= set(name.split()) or set(name.split()) <= set(own.split()) for name in names
    )


def is_organ_of(state: str, entity: dict[str, Any]) -> bool:
    """An organ of a state's government: "the government is also right" (codebook section 3, rule 4)."""
    words = {word for name in entity["names"] for word in plain(name).split()}
    return entity["kind"] == "organisation" and entity["state"] == state and not words.isdisjoint(_ORGANS)


def plain(name: str) -> str:
    """Lower case without an article."""
    folded = " ".join(name.casefold().replace("’", "'").replace(".", "").split())
    return next((folded.removeprefix(article) for article in _ARTICLES if folded.startswith(article)), folded)


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()


@cache
def _knows(name: str, date: str | None) -> str | None:
    candidates = _knowledge().lookup(name, at=date)
    return candidates[0].actor if candidates else None
