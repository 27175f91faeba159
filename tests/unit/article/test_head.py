"""The head of a page: who wrote it, when, for which section; every candidate with its source and its place."""

from __future__ import annotations

import pytest

from dateline.article import read_article
from dateline.article.authors import owner_test, people_of, signature_of
from dateline.model import Article, HeadField, Outlet, RawPage

STORY = "".join(
    f"<p>{words}</p>"
    for words in (
        "Norland and Estmark signed a treaty on their shared harbour on Tuesday, ending a dispute that lasted nine years.",
        "The treaty gives both countries the right to use the northern docks, and it sets up a joint council for the sound.",
        "The parliaments of both countries must approve the treaty by the end of June, officials said on Tuesday evening.",
        "Fishing crews from Estmark welcomed the treaty, but asked who will pay for the repair of the northern docks.",
    )
)
TITLE = "Harbour treaty signed after nine years"
DEK = "Two countries share a harbour again, and the fishing crews have questions about its docks."


def read(head: str = "", top: str = "", bottom: str = "", url: str | None = None) -> Article:
    page = (
        f"<html lang='en'><head><title>{TITLE} | The Ambrel Herald</title>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='The Ambrel Herald'>{head}</head>"
        f"<body><article><h1>{TITLE}</h1>{top}<div class='story'>{STORY}</div></article>{bottom}</body></html>"
    )
    return read_article(RawPage(page, "x", url=url))


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", {fields}}}</script>'


def values(article: Article, kind: HeadField) -> list[tuple[str, str]]:
    return [(c.value, c.source) for c in article.candidates if c.field is kind]


@pytest.mark.parametrize(
    "author",
    [
        '[{"@type": "Person", "givenName": "Mira", "familyName": "Tolvanen"}]',
        '{"@type": "Person", "name": ["Mira Tolvanen"]}',
        '"By Mira Tolvanen, Chief Political Correspondent"',
        '"Tolvanen, Mira"',
        '"Mira Tolvanen (mto)"',
        '"Mira Tolvanen MS, RDN, LD"',
        '"Mira Tolvanen Senior Writer"',
        '"Mira Tolvanen The Ambrel Herald"',
        '[{"@type": "Person", "name": "Mira Tolvanen"}, {"@type": "Person", "name": "The Ambrel Herald"}]',
        '[{"name": "Mira Tolvanen"}, {"name": "Tolvanen Mira"}, {"name": "Associated Press"}, {"name": "Staff"}]',
    ],
)
def test_authors_are_people_however_a_page_writes_them(author: str) -> None:
    assert read(json_ld(f'"author": {author}')).authors == ("Mira Tolvanen",)


def test_an_author_may_be_a_reference_to_another_object() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#m"}},'
        '{"@type": "Person", "@id": "#m", "name": "Miriam O&#039;Lund"}]}</script>'
    )
    assert read(graph).authors == ("Miriam O'Lund",)


def test_links_to_authors_count_beside_the_byline_and_not_in_lists_of_other_stories() -> None:
    def card(name: str, path: str) -> str:
        return f"<div class='card'><a href='/story'>Some other story of the week</a><p><a href='/author/{path}'>{name}</a></p></div>"

    article = read(
        top="<div class='by'><a href='/author/mira'>Mira Tolvanen</a>, <a href='/author/jon'>Jon Aske</a></div>",
        bottom="<section><div>" + card("Eva Lund", "eva") + card("Pia Holm", "pia") + "</div></section>",
    )
    assert article.authors == ("Mira Tolvanen", "Jon Aske")


def test_a_name_alone_at_the_edge_of_the_body_is_a_signature_unless_the_story_names_the_person() -> None:
    assert signature_of("12 March 2024 | by Mira Tolvanen") == (("Mira Tolvanen",), True)
    assert signature_of("Mira Tolvanen/Jon Aske") == (("Mira Tolvanen", "Jon Aske"), False)
    assert signature_of("印刷する") == ((), False), "a button"
    signed = f"<html><body><h1>{TITLE}</h1><div>{STORY}<p><b>Mira Tolvanen</b></p></div></body></html>"
    assert read_article(RawPage(signed, "x")).authors == ("Mira Tolvanen",)
    named = signed.replace("officials said", "Mira Tolvanen said")
    assert read_article(RawPage(named, "x")).authors == ()


def test_who_is_the_outlet_is_no_author() -> None:
    is_owner = owner_test(["The Ambrel Herald"], "bcd.example", lambda name: False)
    assert people_of("Ambrel Herald", is_owner) == []
    assert people_of("Bcd Sport", is_owner) == []
    assert people_of("View all posts by Mira Tolvanen", is_owner) == ["Mira Tolvanen"]
    assert people_of("Byron Lund", is_owner) == ["Byron Lund"]
    assert people_of("ByMira Tolvanen", is_owner) == ["Mira Tolvanen"]
    assert people_of("Di Lund", is_owner) == ["Di Lund"]
    assert people_of("Eva Lund as told to Mira Tolvanen", is_owner) == ["Mira Tolvanen"]


def test_the_time_with_its_zone_is_taken_where_a_page_states_one_moment_in_many_ways() -> None:
    article = read(
        json_ld('"datePublished": "2024-03-12"')
        + "<meta property='article:published:time' content='2024-03-12T09:30:00+01:00'>"
    )
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2024-03-12T09:30:00+01:00", "meta")
    assert [source for _, source in values(article, HeadField.PUBLISHED)][:2] == ["meta", "json_ld"]


def test_the_day_is_the_one_that_readers_saw() -> None:
    stamp = json_ld('"datePublished": "2024-03-12T22:30:00Z"')
    shown = read(
        stamp, top="<p class='byline'>By Mira Tolvanen</p><p class='date'>13 March 2024 - 9.30am</p>"
    )
    assert shown.published is not None
    assert shown.published.value == "2024-03-13T09:30:00+11:00"
    marked = read(stamp, top="<time datetime='2024-03-13T09:30:00+11:00'>13 March</time>")
    assert marked.published is not None
    assert marked.published.value == "2024-03-13T09:30:00+11:00"


@pytest.mark.parametrize(
    "update",
    [
        "<p class='date'>Last updated: 14 March 2024</p>",
        "<p class='date'>Aktualisiert am 14.03.2024</p>",
        "<time class='updated' datetime='2024-03-14T08:00:00+01:00'>14 March 2024</time>",
        "<span itemprop='dateModified' content='2024-03-14T08:00:00+01:00'></span>",
    ],
)
def test_a_change_is_no_publication(update: str) -> None:
    article = read(top=update, url="https://ambrel.example/2024/03/12/treaty")
    assert article.published is not None
    assert article.published.value == "2024-03-12"
    assert article.modified is not None
    assert article.modified.value[:10] == "2024-03-14"


def test_dates_that_stand_for_none_are_left_out() -> None:
    article = read(json_ld('"datePublished": "0001-01-01T00:00:00", "dateModified": "1970-01-01T00:00:00Z"'))
    assert article.published is None
    assert article.modified is None


def test_a_dek_is_a_line_to_be_seen() -> None:
    described = f"<meta property='og:description' content='{DEK}'>"
    shown = read(described, top=f"<p class='standfirst'>{DEK}</p>")
    assert shown.dek == DEK
    hidden = read(described)
    assert hidden.dek is None
    assert values(hidden, HeadField.DEK) == [(DEK, "meta")], "it stays a candidate"


def test_the_section_is_a_short_name() -> None:
    trail = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"},'
        '{"item": {"name": "World"}}, {"name": "' + TITLE + '"}]}</script>'
    )
    assert read(trail).section == "World"
    assert read(json_ld('"articleSection": ["Ports", "Trade"]')).section == "Ports"
    assert (
        read("<meta property='article:section' content='harbour-treaty-signed-after-nine-years'>").section
        is None
    )


def test_every_candidate_has_its_source_and_where_it_is_visible_its_place() -> None:
    article = read(
        json_ld('"author": {"name": "Mira Tolvanen"}, "inLanguage": "en-GB"'),
        top="<p class='byline'>By Mira Tolvanen</p><p class='date'>12 March 2024</p>",
    )
    placed = {(c.field, c.source): c.span.of(article.text) for c in article.candidates if c.span is not None}
    assert placed[HeadField.TITLE, "h1"] == TITLE
    assert placed[HeadField.AUTHOR, "json_ld"] == "Mira Tolvanen"
    assert placed[HeadField.PUBLISHED, "dateline"] == "12 March 2024"
    assert article.outlet == Outlet(None, "The Ambrel Herald")
    assert values(article, HeadField.LANGUAGE) == [("en", "meta"), ("en-GB", "json_ld")]


def test_what_the_caller_gives_goes_first() -> None:
    page = RawPage(
        f"<html><head><link rel='canonical' href='https://b.example/y'></head><body><h1>{TITLE}</h1>{STORY}</body></html>",
        "x",
        url="https://a.example/x",
        outlet="Sound Review",
        published="2024-03-12T08:00:00+01:00",
    )
    article = read_article(page)
    assert values(article, HeadField.URL) == [
        ("https://a.example/x", "given"),
        ("https://b.example/y", "link"),
    ]
    assert values(article, HeadField.OUTLET)[0] == ("Sound Review", "given")
    assert values(article, HeadField.PUBLISHED)[0] == ("2024-03-12T08:00:00+01:00", "given")


def test_a_text_dump_has_candidates_too() -> None:
    text = "date 2024-03-12 Harbour treaty signed after nine years\nBy Mira Tolvanen\n" + "\n".join(
        p.removesuffix("</p>") for p in STORY.split("<p>") if p
    )
    article = read_article(RawPage(text, "x"))
    fields = {(c.field, c.source) for c in article.candidates}
    assert {
        (HeadField.PUBLISHED, "page_meta"),
        (HeadField.AUTHOR, "byline"),
        (HeadField.TITLE, "headline"),
    } <= fields


def test_the_headline_that_readers_see_goes_before_titles_for_search() -> None:
    page = (
        "<html><head><meta property='og:title' content='Norland harbour treaty: what you need to know about fishing'></head>"
        f"<body><h1>Crews cheer as Norland signs harbour treaty</h1>{STORY}</body></html>"
    )
    assert read_article(RawPage(page, "x")).title == "Crews cheer as Norland signs harbour treaty"


def test_a_place_opens_the_report_behind_a_summary_that_came_along() -> None:
    text = STORY.replace("Norland and Estmark", "PORT AMBREL (AP) — Norland and Estmark", 1)
    page = f"<html><body><h1>{TITLE}</h1><div><p>{DEK}</p>{text}</div></body></html>"
    article = read_article(RawPage(page, "x"))
    assert article.dateline is not None
    assert article.dateline.place == "PORT AMBREL"
