"""Pages in Arabic and Hebrew, and English pages with words of both: each line runs as it is written, and nothing overflows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.model import RawPage
from tests.browser.crawling import crawled, shape

ARABIC = """\
وزير خارجية النرويج يلتقي ملك تونغا

2 مايو 2024

التقى وزير خارجية النرويج (Norway) ملك تونغا يوم الثلاثاء، وبحثا صيد الأسماك وحماية السواحل.

«سنفتح سفارة هنا قبل نهاية العام»، قال الوزير للصحفيين، ومعه وفد من Pacific Resilience Facility.
"""
HEBREW = """\
שר החוץ של נורווגיה נפגש עם מלך טונגה

2 במאי 2024

שר החוץ של נורווגיה (Norway) נפגש ביום שלישי עם מלך טונגה, והשניים דנו בדיג ובהגנה על החופים.

"נפתח כאן שגרירות לפני סוף השנה", אמר השר לעיתונאים של Pacific Resilience Facility.
"""
ENGLISH = """\
Norway's minister meets king of Tonga, says صحيفة المرفأ

2 May 2024

Norway's foreign minister, Espen Barth Eide, met the king of Tonga on Tuesday, the newspaper صحيفة المرفأ reported.

Mayor Noa Barak (נועה ברק) of Haifa condemned the shelling of Harbin on Monday. "אנחנו מגנים את ההפגזה," Barak said.
"""
OTHER = """\
Eide promises Tonga an embassy

2 May 2024

Foreign minister Espen Barth Eide of Norway met the king of Tonga on Tuesday. "An embassy will open here this year," Eide said.
"""
PAGES = (
    RawPage(ARABIC, "arabic", "https://marfa.example/1", "2024-05-02", "صحيفة المرفأ"),
    RawPage(HEBREW, "hebrew", "https://namal.example/1", "2024-05-02", "הנמל היומי"),
    RawPage(ENGLISH, "english", "https://courier.example/1", "2024-05-02", "Brask Courier"),
    RawPage(OTHER, "other", "https://marfa.example/en", "2024-05-02", "صحيفة المرفأ (English)"),
)


@pytest.fixture(scope="module")
def mixed(
    serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, str]]:
    """The address of a collection of these pages, and the ids of its articles by their names."""
    folder = tmp_path_factory.mktemp("mixed") / "collection"
    with dateline.open(folder) as collection:
        collection.add(PAGES, workers=0)
        ids = {str(row.address): row.id for row in collection.articles()}
    return serve(folder), {page.source: ids[page.url] for page in PAGES}


@pytest.fixture(scope="module")
def screens(mixed: tuple[str, dict[str, str]]) -> dict[str, str]:
    """The address of one page of each shape."""
    visited = crawled(mixed[0], most_of_a_shape=2, most=80)
    return {shape(v.address): v.address for v in visited if v.is_page and v.status == 200}


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_lines_run_from_the_right_and_numbers_stand_there(mixed, reader, name):
    address, articles = mixed
    reader.page.goto(f"{address}a/{articles[name]}")
    assert _direction(reader, "h1") == "rtl"
    lines = reader.page.locator(".flow p.tx")
    assert lines.count() >= 3
    for line in lines.all():
        assert line.get_attribute("dir") == "auto"
        if any("\u0590" <= letter <= "\u06ff" for letter in line.inner_text()):
            assert line.evaluate("e => getComputedStyle(e).direction") == "rtl"
    row = reader.page.locator(".lx.body").first
    assert row.get_attribute("dir") == "rtl"
    assert row.locator(".k").bounding_box()["x"] > row.locator("p.tx").bounding_box()["x"]


def test_words_of_both_directions_stay_apart(mixed, reader):
    address, articles = mixed
    reader.page.goto(f"{address}a/{articles['english']}")
    assert _direction(reader, "h1") == "ltr" and _direction(reader, ".flow p.tx") == "ltr"
    reader.page.goto(f"{address}stories")
    names = [one.inner_text() for one in reader.page.locator("bdi").all()]
    assert {"הנמל היומי", "صحيفة المرفأ"} <= set(names)
    loose = reader.page.evaluate(
        r"""() => { const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
        for (let n = walker.nextNode(); n; n = walker.nextNode())
          if (/[\u0590-\u06ff]/.test(n.data) && !n.parentElement.closest("bdi, [dir], svg, option, .vh, script")) found.push(n.data.trim());
        return found; }"""
    )
    assert loose == []


@pytest.mark.parametrize("width", [390, 834, 1440])
def test_no_page_with_words_of_both_directions_overflows(screens, chromium, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page, too_wide = context.new_page(), []
    for name, screen in screens.items():
        page.goto(screen)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide.append((name, wide))
    context.close()
    assert too_wide == []


def _direction(reader, selector):
    return reader.page.locator(selector).first.evaluate("e => getComputedStyle(e).direction")
