"""HTML pages: the visible text line by line, the body without its neighbours, and what the page declares."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from dateline.article import agency_in_credit, read_article
from dateline.model import Article, BlockKind, InputError, Outlet, RawPage

PARAGRAPHS = [
    "Norland and Estmark signed a treaty on their shared harbour on Tuesday, ending a dispute that lasted nine years.",
    "The treaty gives both countries the right to use the northern docks, and it sets up a joint council for the sound.",
    "“We have waited long for this day,” the Norland minister said after the signing in the old customs house.",
    "The parliaments of both countries must approve the treaty by the end of June, officials said on Tuesday evening.",
    "Fishing crews from Estmark welcomed the treaty, but asked who will pay for the repair of the northern docks.",
]
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html lang="en-GB"><head><title>Harbour treaty signed after nine years | The Ambrel Herald</title>
<meta property="og:site_name" content="The Ambrel Herald"><meta property="og:title" content="Harbour treaty signed after nine years">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Harbour treaty signed after nine years", "datePublished": "2024-03-12T09:30:00+01:00",
"dateModified": "2024-03-12T11:00:00+01:00", "author": [{"@type": "Person", "name": "Mira Tolvanen"},
{"@type": "Organization", "name": "Ambrel Newsroom"}], "publisher": {"@type": "Organization", "name": "The Ambrel Herald"}}]}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Harbour treaty signed after nine years</h1><p class="byline">By Mira Tolvanen</p>
<figure><img src="a.jpg" alt="x"><figcaption>The two ministers after the signing. Photo: Eva Lund / Reuters</figcaption></figure>
<div class="article-body">STORY</div>
<div class="author-bio"><p>Mira Tolvanen is a reporter who covers shipping for this paper.</p></div></article>
<aside class="related-articles"><h3>Related stories</h3><ul><li><a href="/f">Ferry line to the islands cancelled</a></li></ul></aside>
<div class="newsletter-signup"><p>Sign up for the morning newsletter of this paper and read it first.</p></div></main>
<p style="display:none">Hidden words</p><noscript>No script</noscript>
<footer><p>© 2024 The Ambrel Herald. All rights reserved.</p></footer></body></html>""".replace(
    "STORY", "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
)


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(RawPage(PAGE, "page.html", url="https://www.ambrel.example/2024/03/12/treaty"))


def words_of(article: Article, kind: BlockKind) -> str:
    return "\n".join(span.of(article.text) for span in article.spans_of(kind))


def test_text_is_one_line_for_each_visible_block(article: Article) -> None:
    lines = article.text.split("\n")
    for paragraph in PARAGRAPHS:
        assert paragraph in lines
    assert "Hidden words" not in article.text
    assert "No script" not in article.text
    assert "color: red" not in article.text


def test_body_is_the_story_alone(article: Article) -> None:
    assert words_of(article, BlockKind.BODY).split("\n") == PARAGRAPHS


@pytest.mark.parametrize("tier", ["accurate", "fast"])
def test_both_tiers_find_the_story_in_the_same_text(article: Article, tier: str) -> None:
    other = read_article(RawPage(PAGE, "page.html"), tier=tier)
    assert other.text == article.text
    assert words_of(other, BlockKind.BODY).split("\n") == PARAGRAPHS


def test_neighbours_keep_their_kind(article: Article) -> None:
    assert words_of(article, BlockKind.HEADLINE) == "Harbour treaty signed after nine years"
    assert words_of(article, BlockKind.BYLINE) == "By Mira Tolvanen"
    assert "after the signing" in words_of(article, BlockKind.CAPTION)
    assert "covers shipping" in words_of(article, BlockKind.BIO)
    assert "Ferry line" in words_of(article, BlockKind.RELATED)
    assert "Sign up" in words_of(article, BlockKind.PROMO)
    assert "World" in words_of(article, BlockKind.NAVIGATION)


def test_what_the_page_declares(article: Article) -> None:
    assert article.title == "Harbour treaty signed after nine years"
    assert article.authors == ("Mira Tolvanen",)
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2024-03-12T09:30:00+01:00", "json_ld")
    assert article.modified is not None
    assert article.outlet == Outlet(None, "The Ambrel Herald")
    assert article.language == "en"
    assert article.chain == (), "the agency of a picture did not write the text"


def test_the_agency_of_a_picture_is_found_in_its_caption(article: Article) -> None:
    caption = next(block for block in article.blocks if block.kind is BlockKind.CAPTION)
    found = agency_in_credit(article.text, caption)
    assert found is not None
    assert (found[0].of(article.text), found[1]) == ("Reuters", "Reuters")


def test_a_heading_of_a_section_ends_the_body() -> None:
    section = "<h2>In other news</h2><p><b>Ferry line</b><br>It runs again from Monday on, after months of repairs.</p>"
    page = PAGE.replace("</article>", section + "</article>")
    body = words_of(read_article(RawPage(page, "x")), BlockKind.BODY)
    assert body.split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("title", "top"),
    [
        ("Ambrel Herald", "<h1>Two ports, one treaty, many crews</h1>"),
        ("The Ambrel Herald", "<h1>The Ambrel Herald</h1><h1>Two ports, one treaty, many crews</h1>"),
        ("Two ports and a treaty | The Ambrel Herald", "<h1>Two ports, one treaty, many crews</h1>"),
    ],
)
def test_the_name_of_the_site_is_no_title(title: str, top: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    page = f"<html><head><title>{title}</title></head><body>{top}<div>Greta Lind</div>{story}</body></html>"
    article = read_article(RawPage(page, "x"))
    assert article.title == "Two ports, one treaty, many crews"
    assert words_of(article, BlockKind.HEADLINE) == article.title
    assert article.authors == ("Greta Lind",)


def test_a_page_without_metadata_takes_its_day_from_the_address() -> None:
    bare = (
        "<html><body><h1>Harbour treaty signed</h1>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
        + "</body></html>"
    )
    article = read_article(RawPage(bare, "x", url="https://ambrel.example/2024/03/12/treaty"))
    assert article.published is not None
    assert article.published.value == "2024-03-12"
    assert article.title == "Harbour treaty signed"


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><p>a\x00b</p></body></html>",
        "<html>" + "<div>" * 1900 + "deep" + "</div>" * 1900,
        "<html><body><p>Unclosed <b>words <i>here",
        '<html><script type="application/ld+json">{"@type": "NewsArticle", "headline": </script><p>Text.</p></html>',
    ],
)
def test_odd_pages_are_read_all_the_same(content: str) -> None:
    article = read_article(RawPage(content, "x"))
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)


def test_a_very_short_page_has_a_body() -> None:
    article = read_article(
        RawPage("<html><body><h1>Ship sent</h1><p>Norland sent a ship.</p></body></html>", "x")
    )
    assert words_of(article, BlockKind.BODY) == "Norland sent a ship."


def test_a_text_that_mentions_tags_stays_text() -> None:
    text = "The author wrote that the <b> tag is old.\n\nNobody in the office had used it for many years, she said."
    assert read_article(RawPage(text, "x")).text == text


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    read_article(RawPage(PAGE, "x", url="https://ambrel.example/a"))


def test_dumps_do_without_the_html_libraries() -> None:
    program = (
        "import sys; from dateline.article import read_article; from dateline.model import RawPage;"
        "read_article(RawPage('A short note.', 'x')); sys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def page_of_divs(*boxes: str, head: str = "") -> Article:
    content = (
        f"<html><head><title>Harbour treaty signed</title>{head}</head><body>{''.join(boxes)}</body></html>"
    )
    return read_article(RawPage(content, "page.html"))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


MORE = [
    "Ferries will use the docks from the first day of August, the port captain of Estmark told the council.",
    "The pilots of the sound want a tower of their own, and the two ministers promised to look at their plans.",
    "A fund for the repair of the old quays opens in the autumn, and both parliaments will pay for one half.",
]


def test_a_story_in_several_containers_of_one_make_is_whole() -> None:
    article = page_of_divs(
        "<article><h1>Harbour treaty signed</h1>",
        f'<div class="chunk body-12"><div class="text">{paragraphs(*PARAGRAPHS)}</div></div>',
        '<div class="box">Watch our film of the signing</div>',
        f'<div class="chunk body-13"><div class="text">{paragraphs(*MORE)}</div></div></article>',
    )
    body = words_of(article, BlockKind.BODY)
    assert all(text in body for text in [*PARAGRAPHS, *MORE])
    assert "our film" not in body


def test_the_body_that_a_page_declares_goes_before_a_box_of_terms() -> None:
    told = " ".join(PARAGRAPHS)
    terms = [
        f"We keep data of kind {i} for as long as the law of the land asks us to keep it." for i in range(30)
    ]
    article = page_of_divs(
        f'<div class="list">{"".join(f"<div><a href=/x>{text}</a></div>" for text in PARAGRAPHS)}</div>',
        f'<div class="onetrust-consent">{paragraphs(*terms)}</div>',
        head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>',
    )
    body = words_of(article, BlockKind.BODY)
    assert all(text in body for text in PARAGRAPHS)
    assert "as the law of the land" not in body


def test_comments_below_a_story_are_no_body() -> None:
    article = page_of_divs(
        f'<article><h1>Harbour treaty signed</h1><div class="story">{paragraphs(*PARAGRAPHS, *MORE)}</div></article>',
        '<div class="comment-thread"><p>I was there in the rain, and I say that nobody cheered at all.</p></div>',
    )
    assert "nobody cheered" not in words_of(article, BlockKind.BODY)


def test_the_fast_tier_keeps_lists_inside_the_story() -> None:
    dates = "".join(f"<li>{day} June, Port Ambrel</li>" for day in (3, 4, 5))
    content = (
        "<html><body><div><a href='/'>Home</a></div><article><h1>Harbour treaty signed</h1>"
        f"<div class='story'>{paragraphs(*PARAGRAPHS)}<ul>{dates}</ul>{paragraphs(*MORE)}</div></article></body></html>"
    )
    article = read_article(RawPage(content, "page.html"), tier="fast")
    assert "4 June, Port Ambrel" in words_of(article, BlockKind.BODY)


@pytest.mark.parametrize("tier", ["fast", "accurate"])
def test_who_worked_on_a_report_is_a_byline_below_it(tier: str) -> None:
    last = "Reporting by Mira Tolvanen; editing by Jon Aalto"
    page = f"<h1>Harbour treaty signed</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}<p>{last}</p>"
    article = read_article(RawPage(f"<body><article>{page}</article></body>", "page.html"), tier=tier)
    assert words_of(article, BlockKind.BYLINE) == last
    assert last not in words_of(article, BlockKind.BODY)


@pytest.mark.parametrize("tier", ["fast", "accurate"])
def test_a_plain_byline_above_the_first_paragraph_is_no_body(tier: str) -> None:
    page = (
        f"<h1>Harbour treaty signed</h1><p>By Mira Tolvanen</p>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}"
    )
    article = read_article(RawPage(f"<body><article>{page}</article></body>", "page.html"), tier=tier)
    assert words_of(article, BlockKind.BYLINE) == "By Mira Tolvanen"
    assert words_of(article, BlockKind.BODY).startswith(PARAGRAPHS[0])


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "ul><li", "table><tr><td"])
def test_a_report_deep_inside_tags_is_read_and_so_is_what_follows(tag: str) -> None:
    ends = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    deep = f"<{tag}>" * 400 + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]) + ends * 400
    read = read_article(RawPage(f"<html><body>{deep}<p>{PARAGRAPHS[3]}</p></body></html>", "page"))
    assert all(paragraph in read.text for paragraph in PARAGRAPHS[:4])


def test_tags_too_deep_to_parse_are_refused_and_nothing_is_dropped_in_silence() -> None:
    page = RawPage(f"<html><body>{'<div>' * 3000}<p>{PARAGRAPHS[0]}</p></body></html>", "deep.html")
    with pytest.raises(InputError, match=r"deep\.html has tags more than 2,000 deep") as refused:
        read_article(page)
    assert refused.value.code == "too_deep"
