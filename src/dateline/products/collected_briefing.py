"""A briefing of a collection: the stories about somebody or something, since a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model import Story
from dateline.products.briefing import Briefing, brief
from dateline.products.wording import counted
from dateline.store import Collection, StoryRow

MOST = 20
_SEARCHED = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories: about any of some actors (ids, names, codes of states) or words; with a report from the ISO day `since` on, and one
    before `before`; or some by their ids, in their order. `leaving_out` are facts that are not told (`STORY#f3`)."""

    about: tuple[str, ...] = ()
    since: str | None = None
    before: str | None = None
    stories: tuple[str, ...] = ()
    leaving_out: frozenset[str] = frozenset()


def collected_briefing(
    collection: Collection, wanted: Wanted, *, most: int = MOST, title: str | None = None
) -> Briefing:
    """The briefing of the stories that are wanted, the latest first. Where there are more than `most`, those with most independent
    reports, and `left_out` says how many others there are.

    Raises:
        CollectionError: `unknown`, when there is no story of an id that was given.
        QueryError: words that cannot be searched for.
        UncitedError: a sentence has no words of a page that it rests on.
    """
    found = _by_id(collection, wanted.stories) if wanted.stories else _asked(collection, wanted)
    weight = sorted(found, key=lambda row: (-row.independent, -row.reports, row.id))
    kept = {row.id for row in weight[:most]}
    stories = [_without(collection.story(row.id), wanted.leaving_out) for row in found if row.id in kept]
    readings = {article: collection.reading(article) for story in stories for article in story.articles}
    made = brief(stories, list(readings.values()), title=title or _title(wanted, len(stories)))
    return replace(made, left_out=len(found) - len(stories))


def _without(story: Story, left_out: frozenset[str]) -> Story:
    """A story without some of its facts."""
    return replace(story, facts=tuple(f for f in story.facts if f"{story.id}#{f.id}" not in left_out))


def _asked(collection: Collection, wanted: Wanted) -> list[StoryRow]:
    """Stories that the filters let through, each once, the latest first."""
    days = {"after": wanted.since, "before": wanted.before}
    if not wanted.about:
        return list(collection.stories(**days))
    found: dict[str, StoryRow] = {}
    for about in wanted.about:
        if collection.actors(actor=about).limit(1).count():
            rows = list(collection.stories(actor=about, **days))
        else:
            rows = [*collection.stories(about=about, **days), *_with_words(collection, about, days)]
        found.update({row.id: row for row in rows})
    return sorted(found.values(), key=lambda row: (row.last_day or "", row.id), reverse=True)


def _with_words(collection: Collection, words: str, days: dict[str, str | None]) -> list[StoryRow]:
    """Stories with a page among those that a search for the words finds first."""
    articles = [hit.article for hit in collection.search(words, limit=_SEARCHED).hits]
    rows = collection.articles(article=articles) if articles else ()
    stories = sorted({row.story for row in rows if row.story})
    return list(collection.stories(story=stories, **days)) if stories else []


def _by_id(collection: Collection, stories: Sequence[str]) -> list[StoryRow]:
    """The rows of stories in the order of their ids; one that has grown into another gives that one."""
    ids = dict.fromkeys(collection.story(story).id for story in stories)
    return [row for id_ in ids for row in collection.stories(story=id_)]


def _title(wanted: Wanted, stories: int) -> str | None:
    """What was asked for; None for a single story, which has a headline."""
    if stories == 1 or not (wanted.about or wanted.since or wanted.before):
        return None
    days = [f"since {wanted.since}"] if wanted.since else []
    days += [f"before {wanted.before}"] if wanted.before else []
    about = [", ".join(wanted.about)] if wanted.about else [counted(stories, "story", "stories")]
    return ", ".join([*about, *days])
