"""Pages that try to run something: what they hold is shown as words, on every screen."""

from __future__ import annotations

import pytest

import dateline
from dateline.model import RawPage
from tests.browser.crawling import crawled

SCRIPT = "<script>document.title='run';alert(1)</script>"
IMAGE = "<img src=x onerror=\"document.title='run';alert(2)\">"
DRAWING = '<svg onload="document.title=\'run\';alert(3)"><a xlink:href="javascript:alert(4)"><text>x</text></a></svg>'
BREAKS = "\"><script>document.title='run'</script>{{ 7*7 }}${7*7}</title></style></textarea>"


def page(number: int, evil: str) -> RawPage:
    text = (
        f"Kenyan president {evil} visits Uganda\n\nBy {evil} Anna Brask\n12 March 2024\n\n"
        f"Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Tuesday {evil}.\n\n"
        f'"We will build the road {evil} to the border," Ruto said.\n\nPhoto: {evil} / Agency\n'
    )
    return RawPage(
        text, f"hostile-{number} {evil}", f"javascript:alert({number})//{evil}", None, f"{evil} Daily"
    )


def html_page(evil: str) -> RawPage:
    escaped = evil.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    text = (
        f'<html><head><title>{escaped}</title><meta property="og:title" content="{escaped} talks">'
        f'<meta property="og:url" content="javascript:alert(9)"><meta name="author" content="{escaped}"></head><body><article>'
        f"<h1>{escaped} talks in Nairobi</h1><p>Kenya accused Somalia of shelling {escaped} a village on 3 March 2024.</p>"
        f"<figure><img alt='{escaped}'><figcaption>{escaped}</figcaption></figure>{DRAWING}{SCRIPT}</article></body></html>"
    )
    return RawPage(text, "hostile.html", "https://daily.example/2024/03/03/talks", None, f"{evil} Post")


@pytest.fixture(scope="module")
def hostile(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "collection"
    with dateline.open(folder) as collection:
        evils = (SCRIPT, IMAGE, DRAWING, BREAKS)
        collection.add(
            [page(number, evil) for number, evil in enumerate(evils)] + [html_page(evil) for evil in evils]
        )
    return serve(folder)


def test_nothing_runs(hostile, reader):
    shown = [found for found in crawled(hostile, most_of_a_shape=3, most=160) if found.is_page]
    assert [found.address for found in shown if found.status >= 500] == []
    assert len(shown) > 20
    for found in shown:
        lowered = found.text.lower()
        assert (
            "<script>document" not in lowered and "<img src=x" not in lowered and "<svg onload" not in lowered
        )
        assert 'href="javascript:' not in lowered and "49}" not in lowered
    by_shape = {found.address.partition("?")[0].rpartition("/")[0]: found for found in shown}
    for found in [*by_shape.values(), *shown[:8]]:
        reader.page.goto(found.address)
        assert reader.page.title() != "run", found.address
        assert reader.page.locator("[onload], [onerror], a[href^='javascript:']").count() == 0
