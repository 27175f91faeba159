"""A crawl of invented news pages, for runs over many files: `python -m benchmarks.invented_crawl FOLDER PAGES [FILES]`.

A page in three opens a story with people, towns and words of its own; the others tell one of the last days again, in other sentences
of it, and one in eight is a copy of an earlier page, cut or with another beginning. One in twenty has no date, one in thirty stands at two
addresses, one in forty is in German, as many hold nothing that can be read, and each outlet has a notice at the end of its pages.
"""

from __future__ import annotations

import gzip
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path

FIRST_DAY = date(2026, 3, 2)
PAGES_A_DAY = 400
STATES = ("Norway", "Kenya", "Peru", "Japan", "Chile", "Ghana", "Latvia", "Jordan", "Nepal", "Malta")
SENTENCES = (
    "{first} met {second} in {town} on Tuesday to discuss the {a} of the {b}.",
    "“We will not give up the {a} in {town},” {first} said.",
    "Police in {town} arrested {count} people after a protest against the {b}.",
    "{state} signed an agreement with {other} on the {c} near {town}.",
    "{second} accused {state} of blocking the {a}.",
    "At least {count} people were killed when a {b} collapsed in {town}, {second} said.",
    "{state} will send {count} engineers to {town} next week.",
    "{first} told reporters that the {c} of {town} would open in May.",
    "The {a} and the {c} had been closed for {count} days, according to {second}.",
    "{other} condemned the attack on the {b} in {town}.",
    "Residents of {town} said the {c} smelled of {d} and {e}.",
    "{second} denied that the {d} had been sold to {state}.",
    "The {e} of {town}, built by {first}, holds {count} boats.",
    "Officials expect the {d} to cost {count} million crowns.",
)
GERMAN = "Der Minister {first} hat am Dienstag in {town} gesagt, dass die Brücke über den Fluss im Mai wieder geöffnet wird. "
NOTICE = "This page comes to you from {outlet}, which has told the news of the coast since nineteen hundred and four without a pause."


@dataclass(frozen=True, slots=True)
class Story:
    """The words of an invented occurrence, and its day."""

    words: dict[str, str]
    day: date


@dataclass(frozen=True, slots=True)
class Page:
    """An invented page."""

    url: str
    html: str


def pages(number: int, a_day: int = PAGES_A_DAY) -> Iterator[Page]:
    """Invented pages in the order of their days; the first of many are the same as fewer."""
    chance = random.Random("crawl")
    stories: list[Story] = []
    told: list[tuple[str, list[str]]] = []
    for count in range(number):
        day = FIRST_DAY + timedelta(days=count // a_day)
        outlet = f"{_coined(random.Random(f'outlet {chance.randrange(30)}'), 2).title()} Courier"
        if not stories or chance.random() < 0.33:
            stories.append(_story(chance, day))
        stories = stories[-a_day:]
        story = stories[-1] if chance.random() < 0.3 else chance.choice(stories)
        title, body = _report(chance, story)
        if told and chance.random() < 0.125:
            title, body = _copied(chance, told)
        told = [*told[-a_day:], (title, body)]
        yield _page(chance, count, day, outlet, title, body, story)


def _page(
    chance: random.Random, count: int, day: date, outlet: str, title: str, body: list[str], story: Story
) -> Page:
    kind, address = chance.random(), count
    if count % 40 == 7:
        return Page(f"https://broken.example/{count}", "%PDF-1.7")
    if kind < 0.025:
        body = [GERMAN.format(**story.words) * 6]
    if kind > 0.97:
        address = count - count % 7  # several pages may stand there: versions, or the same again
    dated = f'<meta property="article:published_time" content="{day.isoformat()}">' if kind < 0.92 else ""
    host = outlet.split(maxsplit=1)[0].casefold()
    paragraphs = "".join(
        f"<p>{escape(each, quote=False)}</p>" for each in [*body, NOTICE.format(outlet=outlet)]
    )
    head = f'<title>{title}</title><meta property="og:site_name" content="{outlet}">{dated}'
    html = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return Page(f"https://{host}.example/{address}", html)


def _story(chance: random.Random, day: date) -> Story:
    words = {name: _coined(chance, 3) for name in "abcde"}
    people = {
        name: f"{_coined(chance, 2).title()} {_coined(chance, 3).title()}" for name in ("first", "second")
    }
    state, other = chance.sample(STATES, 2)
    more = {
        "town": _coined(chance, 3).title(),
        "state": state,
        "other": other,
        "count": str(chance.randint(3, 90)),
    }
    return Story({**words, **people, **more}, day)


def _report(chance: random.Random, story: Story) -> tuple[str, list[str]]:
    words = story.words | ({"count": str(int(story.words["count"]) + 2)} if chance.random() < 0.2 else {})
    chosen = chance.sample(SENTENCES, chance.randint(6, 10))
    title = chance.choice(
        (
            "{first} speaks of the {a} in {town}",
            "{town}: the {b} and the {c}",
            "{second} on {town} and the {d}",
        )
    )
    aside = " ".join(_coined(chance, 3) for _ in range(14)).capitalize() + "."
    return title.format(**words).capitalize(), [*(each.format(**words) for each in chosen), aside]


def _copied(chance: random.Random, told: list[tuple[str, list[str]]]) -> tuple[str, list[str]]:
    title, body = chance.choice(told)
    if chance.random() < 0.5 and len(body) > 4:
        return title, body[:-2]
    return f"{title} again", [" ".join(_coined(chance, 3) for _ in range(12)).capitalize() + ".", *body]


def _coined(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(syllables))


def write_crawl(folder: Path, number: int, files: int = 4, a_day: int = PAGES_A_DAY) -> list[Path]:
    """The pages as WARC.gz, a member a record, and the last thirtieth of them again at the end of the last file."""
    folder.mkdir(parents=True, exist_ok=True)
    made = list(pages(number, a_day))
    made += made[-(number // 30) :] if number >= 30 else []
    each = -(-len(made) // files)
    paths = [folder / f"crawl-{count}.warc.gz" for count in range(files)]
    for count, path in enumerate(paths):
        with path.open("wb") as file:
            for page in made[count * each : (count + 1) * each]:
                file.write(gzip.compress(_record(page), 1, mtime=0))
    return paths


def _record(page: Page) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.html.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page.url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


if __name__ == "__main__":
    write_crawl(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))
