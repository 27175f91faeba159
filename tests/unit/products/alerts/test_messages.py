"""Words of pages stay words: in a subject, in plain text and in HTML."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.jobs.alerting.mailing import mail_of
from dateline.products.alerts import (
    AlertedEvent,
    AlertedPage,
    AlertedQuotation,
    AlertedStory,
    AlertMessage,
    html_of,
    plain_of,
    subject_of,
)
from dateline.store import StoryRow

EVENT = AlertedEvent(
    "event:1", "Kazakhstan is to meet Russia", "CONSULT", "planned", ("Kazakhstan",), ("Russia",), "Astana",
    "2024-03-14", 3, 2, 2, "Tokayev will meet Putin", "Osthaven Post", "sha256:1", "https://post.example/1",
)  # fmt: skip
STORY = AlertedStory(
    "story:1", "new", "Talks in Astana", 5, 4, 3, (EVENT,),
    (AlertedQuotation("Ole Rand", "“We are late,” he said", "Brask Times", "sha256:2", None),),
    (AlertedPage("sha256:1", "Talks in Astana", "Osthaven Post", "2024-03-12", "https://post.example/1"),),
    (StoryRow("story:2", "Earlier talks", "2024-03-01", "2024-03-02", 1, 1, 1),),
)  # fmt: skip
MESSAGE = AlertMessage(
    "0a1b-1-1-1", "talks", "daily", "actor:KAZ", "2026-03-01T12:00:00Z", (STORY,),
    (StoryRow("story:3", "Ferry sinks", None, None, 1_200, 40, 31),),
)  # fmt: skip
WRITTEN = """\
talks: 1 new story
Asked: actor:KAZ

NEW: Talks in Astana
  5 reports, 4 outlets, 3 independent [story story:1]
  PLANNED CONSULT: Kazakhstan → Russia (Astana, 2024-03-14)
      Kazakhstan is to meet Russia; 3 reports, 2 outlets, 2 independent
      “Tokayev will meet Putin”
      Osthaven Post https://post.example/1
  Quoted, Ole Rand: “We are late,” he said
      Brask Times sha256:2
  Page: Talks in Astana (Osthaven Post, 2024-03-12)
      https://post.example/1
  Related: Earlier talks (1 report, 1 outlet, 1 independent) [story story:2]

MOST COVERED SINCE THE LAST DIGEST
  Ferry sinks (1,200 reports, 40 outlets, 31 independent) [story:3]

Message 0a1b-1-1-1, 2026-03-01T12:00:00Z
"""


def test_plain_text_tells_all_of_it():
    assert plain_of(MESSAGE) == WRITTEN


def test_html_tells_the_same_words():
    page = html_of(MESSAGE)
    for words in (
        "Talks in Astana",
        "planned",
        "Kazakhstan → Russia",
        "3 independent",
        "We are late",
        "31 independent",
    ):
        assert words in page
    assert '<a href="https://post.example/1">' in page


@pytest.mark.parametrize(
    "headline",
    ["Talks\r\nBcc: all@example.org", "Talks\nSubject: other", "Talks\u2028\u202e\x00\x1b[31m", "x" * 5_000],
)
def test_a_headline_begins_no_header(headline):
    message = replace(MESSAGE, stories=(replace(STORY, headline=headline),))
    mail = mail_of(message, "me@example.org", "desk@news.example", datetime(2026, 3, 1, tzinfo=UTC))
    names = [line.split(b":")[0] for line in mail.as_bytes().split(b"\r\n\r\n")[0].split(b"\r\n")]
    assert b"Bcc" not in names and names.count(b"Subject") == 1
    assert len(subject_of(message)) <= 150
    assert all(letter.isprintable() or letter == "\n" for letter in plain_of(message))


def test_markup_of_a_page_is_shown_and_not_obeyed():
    story = replace(
        STORY,
        headline="<script>alert(1)</script>",
        events=(replace(EVENT, words='"><img src=x onerror=y>', link='https://x.example/"onclick="z'),),
    )
    page = html_of(replace(MESSAGE, alert="<b>", stories=(story,)))
    assert "<script" not in page and "<img" not in page and 'onclick="' not in page


def test_several_stories_are_counted_in_the_subject():
    stories = (STORY, replace(STORY, change="update"), replace(STORY, change="update"))
    assert subject_of(replace(MESSAGE, stories=stories)) == "[dateline] talks: 1 new story, 2 updates"
