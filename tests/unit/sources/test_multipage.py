"""Reports that run over several pages become one input, and one article."""

from __future__ import annotations

import pytest

from dateline.article import read_article
from dateline.model import BlockKind, RawPage
from dateline.sources import join_pages

FIRST = "The old quays of Lunda were closed on Monday after divers found cracks in the stone below the water."
SECOND = (
    "The harbour office said on Tuesday that ferries would leave from the northern docks until the spring."
)


def page(text: str, *, url: str | None, title: str = "Quays of Lunda closed", links: str = "") -> RawPage:
    content = (
        f"<html><head><title>{title}</title>{links}</head><body><article><h1>Quays of Lunda closed</h1>"
        f"<p>By Mira Tolvanen</p><p>{text}</p><p>{text}</p></article></body></html>"
    )
    return RawPage(content, url or "page.html", url)


def addresses(pages: list[RawPage]) -> list[tuple[str | None, tuple[str | None, ...]]]:
    return [(page.url, tuple(each.url for each in page.further)) for page in pages]


@pytest.mark.parametrize(
    "second",
    ["https://e.example/quays?page=2", "https://e.example/quays/2", "https://e.example/quays/seite-2"],
)
def test_a_numbered_address_goes_on_with_the_one_before(second: str) -> None:
    pages = [
        page(SECOND, url=second, title="Quays of Lunda closed - Page 2"),
        page(FIRST, url="https://e.example/quays"),
    ]
    assert addresses(join_pages(pages)) == [("https://e.example/quays", (second,))]


def test_a_link_to_the_next_page_is_followed() -> None:
    first = page(FIRST, url="https://e.example/a", links='<link rel="next" href="/b">')
    second = page(SECOND, url="https://e.example/b", links="<link rel='next' href='/c'>")
    third = page(SECOND, url="https://e.example/c")
    assert addresses(join_pages([third, first, second])) == [
        ("https://e.example/a", ("https://e.example/b", "https://e.example/c"))
    ]


def test_a_saved_page_is_known_by_its_canonical_link() -> None:
    pages = [
        page(text, url=None, links=f'<link rel="canonical" href="https://e.example/quays{end}">')
        for text, end in ((FIRST, ""), (SECOND, "?page=2"))
    ]
    assert [len(each.further) for each in join_pages(pages)] == [1]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://e.example/quays/2", "Ferries of Lunda"),
        ("https://e.example/docks/2", "Quays of Lunda closed"),
        ("https://e.example/quays/3", "Quays of Lunda closed"),
    ],
)
def test_other_reports_stay_apart(url: str, title: str) -> None:
    pages = [page(FIRST, url="https://e.example/quays"), page(SECOND, url=url, title=title)]
    assert join_pages(pages) == pages


def test_pages_that_lead_in_a_circle_are_joined_once() -> None:
    first = page(FIRST, url="https://e.example/a", links='<link rel="next" href="/b">')
    second = page(SECOND, url="https://e.example/b", links='<link rel="next" href="/a">')
    joined = join_pages([first, second])
    assert joined == [first, second]


def test_the_article_of_a_report_on_two_pages_has_both_texts() -> None:
    (joined,) = join_pages(
        [page(FIRST, url="https://e.example/quays"), page(SECOND, url="https://e.example/quays/2")]
    )
    article = read_article(joined)
    body = [span.of(article.text) for span in article.spans_of(BlockKind.BODY)]
    assert FIRST in body[0]
    assert SECOND in body[-1]
    assert article.pages == ("https://e.example/quays/2",)
    assert len(article.spans_of(BlockKind.HEADLINE)) == 1
    assert article.authors == ("Mira Tolvanen",)
