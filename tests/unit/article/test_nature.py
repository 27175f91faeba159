"""What sort of page it is: live blogs with their posts, lists of links, text behind a paywall."""

from __future__ import annotations

import json

import pytest

from dateline.article import read_article
from dateline.model import CODED_KINDS, Article, BlockKind, InputError, PageKind, RawPage

POSTS = [
    (
        "Water rises at the northern docks",
        "2024-03-12T14:05:00+02:00",
        "The water stood four metres above its mark at the northern docks on Tuesday afternoon.",
    ),
    (
        "Ferries stop",
        "2024-03-12T12:40:00+02:00",
        "All ferries to the islands have stopped, the harbour office said in a short notice at noon.",
    ),
    (
        "School closed in Port Ambrel",
        "2024-03-12T10:15:00+02:00",
        "The school at the old customs house was closed before the first lesson on Tuesday morning.",
    ),
    (
        "First warning of the night",
        "2024-03-12T06:00:00+02:00",
        "The weather office warned of a flood in the sound shortly before dawn, its first this year.",
    ),
]


def read(content: str, url: str | None = None) -> Article:
    return read_article(RawPage(content, "page.html", url))


def declared_blog() -> Article:
    updates = [
        {"@type": "BlogPosting", "headline": title, "datePublished": time, "articleBody": text}
        for title, time, text in POSTS
    ]
    told = {"@type": "LiveBlogPosting", "headline": "Flood in the sound", "liveBlogUpdate": updates}
    posts = "".join(f"<div class='post'><h2>{title}</h2><p>{text}</p></div>" for title, _, text in POSTS)
    return read(
        f"<html><head><script type='application/ld+json'>{json.dumps(told)}</script></head>"
        f"<body><article><h1>Flood in the sound</h1><p>The sound is in flood; this page follows it.</p>{posts}</article></body></html>"
    )


def timed_blog(title: str = "Live: flood in the sound", **attributes: str) -> Article:
    day = '<meta property="article:published_time" content="2024-03-12T06:00:00+02:00">'
    posts = "".join(
        f"<div class='post'><time {attributes.get('time', '')}>{time[11:16]}</time><h3>{heading}</h3><p>{text}</p></div>"
        for heading, time, text in POSTS
    )
    return read(f"<html><head>{day}</head><body><article><h1>{title}</h1>{posts}</article></body></html>")


def test_posts_that_the_page_declares_are_entries_with_their_times() -> None:
    article = declared_blog()
    assert article.kind is PageKind.LIVE_BLOG
    assert [entry.title for entry in article.entries] == [title for title, _, _ in POSTS]
    assert [entry.published.value for entry in article.entries if entry.published] == [
        time for _, time, _ in POSTS
    ]
    assert [entry.span.of(article.text).split("\n")[-1] for entry in article.entries] == [
        text for _, _, text in POSTS
    ]


def test_times_between_paragraphs_tell_posts() -> None:
    article = timed_blog()
    assert article.kind is PageKind.LIVE_BLOG
    assert [entry.title for entry in article.entries] == [title for title, _, _ in POSTS]
    assert [entry.published.value for entry in article.entries if entry.published] == [
        f"2024-03-12T{time[11:16]}:00" for _, time, _ in POSTS
    ]
    for entry in article.entries:
        assert entry.published is not None
        assert entry.published.span is not None
        assert entry.published.span.of(article.text) == entry.published.value[11:16]


def test_times_of_a_page_that_is_not_live_make_no_posts() -> None:
    assert timed_blog("Timetable of the ferries").kind is PageKind.ARTICLE


def test_a_page_of_links_is_a_list_without_a_body() -> None:
    links = "".join(
        f"<li><a href='/news/{i}'>Harbour report number {i} of this long spring</a><p>A short teaser.</p></li>"
        for i in range(20)
    )
    article = read(f"<html><head><title>News</title></head><body><h1>News</h1><ul>{links}</ul></body></html>")
    assert article.kind is PageKind.LIST
    assert not article.spans_of(BlockKind.BODY)


def test_a_short_report_among_many_links_is_no_list() -> None:
    links = "".join(
        f"<li><a href='/news/{i}'>Harbour report number {i} of this long spring</a></li>" for i in range(20)
    )
    text = " ".join(text for _, _, text in POSTS)
    article = read(
        f"<html><body><ul>{links}</ul><article><h1>Flood in the sound</h1><p>{text}</p></article></body></html>"
    )
    assert article.kind is PageKind.ARTICLE
    assert text in article.text


@pytest.mark.parametrize(
    ("head", "line", "paywalled"),
    [
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>',
            "",
            True,
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>',
            "",
            False,
        ),
        ('<meta property="article:content_tier" content="locked">', "", True),
        ('<meta property="article:content_tier" content="free">', "", False),
        ("", "<p>Subscribe to continue reading this story.</p>", True),
        ("", "<p>Dieser Artikel ist nur für Abonnenten.</p>", True),
        ("", "", None),
    ],
)
def test_the_page_says_whether_its_text_is_for_subscribers(
    head: str, line: str, paywalled: bool | None
) -> None:
    text = " ".join(text for _, _, text in POSTS)
    article = read(
        f"<html><head>{head}</head><body><h1>Flood in the sound</h1><p>{text}</p>{line}</body></html>"
    )
    assert article.paywalled is paywalled


def test_agreement_of_both_ways_to_the_body_is_told_where_both_were_gone() -> None:
    text = "".join(f"<p>{text}</p>" for _, _, text in POSTS)
    content = f"<html><body><article><h1>Flood in the sound</h1>{text}</article></body></html>"
    assert read(content).confidence == 1.0
    assert read_article(RawPage(content, "page.html"), tier="fast").confidence is None
    assert read("Flood in the sound\n\n" + "\n\n".join(text for _, _, text in POSTS)).confidence is None


def page(title: str, body: str) -> Article:
    return read(f"<html><head><title>{title}</title></head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<html><head><title>404 Not Found</title></head><body></body></html>",
        "<html><body><div id='root'></div><script>start()</script><noscript>Enable JavaScript.</noscript></body></html>",
        "<html><body><p> &nbsp; </p><img src='bridge.jpg' alt='A bridge'></body></html>",
    ],
)
def test_a_page_that_shows_no_text_is_rejected(content: str) -> None:
    with pytest.raises(InputError, match=r"page\.html has no text") as refused:
        read(content)
    assert refused.value.code == "no_text"


def test_a_further_page_without_text_costs_nothing() -> None:
    first = RawPage("<html><body><p>All ferries have stopped.</p></body></html>", "page.html")
    empty = RawPage("<html></html>", "page-2.html")
    joined = read_article(RawPage(first.content, first.source, further=(empty,)))
    assert "ferries" in joined.text


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("404 Not Found", "<center><h1>404 Not Found</h1></center><hr><center>nginx</center>"),
        ("Page not found - The Ambrel Herald", "<h1>Sorry</h1><p>We cannot find what you asked for.</p>"),
        ("Error 503: Service unavailable", "<p>Try again in some minutes.</p>"),
        ("Just a moment...", "<p>We check that your connection is safe.</p>"),
        ("The Ambrel Herald | Are you a robot?", "<p>Tick the box and go on.</p>"),
        ("Seite nicht gefunden", "<p>Die Adresse ist nicht mehr da.</p>"),
        ("Before you continue", "<p>Choose what we may keep of you.</p>"),
        (
            "The Ambrel Herald",
            "<div id='consent-wall'><p>We and our partners store cookies on your device.</p><button>Accept</button></div>",
        ),
    ],
)
def test_an_error_or_a_wall_in_place_of_a_report_is_told_and_has_no_body(title: str, body: str) -> None:
    article = page(title, body)
    assert article.kind is PageKind.PLACEHOLDER
    assert article.text
    assert not article.spans_of(*CODED_KINDS)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Ferries stop", "<p>All ferries to the islands have stopped.</p>"),
        ("Access denied to the northern docks, fishermen say", "<p>The docks are shut, they said.</p>"),
        ("Access denied - villagers wait for months at the ministry's new gate", "<p>They wait.</p>"),
        ("Access denied", "<p>" + " ".join(text for _, _, text in POSTS) * 4 + "</p>"),
        (
            "Ferries stop",
            "<div class='cookie-banner'><p>We and our partners store cookies.</p></div><p>All ferries have stopped.</p>",
        ),
        (
            "Ferries stop",
            "<h1>Ferries stop</h1><div class='cookie-banner'><p>We and our partners store cookies.</p></div>",
        ),
        (
            "Ferries stop",
            "<p>All have stopped.</p><p>© 2024 The Ambrel Herald. All rights reserved, also these.</p>",
        ),
    ],
)
def test_a_short_report_is_no_placeholder(title: str, body: str) -> None:
    assert page(title, body).kind is PageKind.ARTICLE
