"""The documentation as a site: all of it is there, it asks no other host, and its search works from a folder. Built with DATELINE_LONG=1."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
import typer

import dateline
from dateline.cli.app import app
from tests.docs.blocks import ROOT
from tools.reference import commands, errors, event_types, python_api, rest
from tools.site.contents import with_contents
from tools.site.places import placed, places

CHROMIUM = shutil.which("chromium")
LOADED = re.compile(
    r"""(?:src|srcset|data)=["'](?:https?:)?//|<link[^>]+href=["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//"""
)
"""What makes a browser ask another host without a click."""
OTHER_FILES = re.compile(r"""@import|import\s*\(?["']https?:|fetch\(["']https?:""")
is_long = bool(os.environ.get("DATELINE_LONG"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once."""
    if not is_long:
        pytest.skip("DATELINE_LONG is not set")
    pytest.importorskip("sphinx", reason="Sphinx is not installed (the extra docs)")
    from tools.build_docs import build

    folder = tmp_path_factory.mktemp("site") / "site"
    assert build(folder) == 0
    return folder


def test_every_command_with_each_of_its_options_is_in_the_reference():
    page = commands.page()
    for name, command in typer.main.get_command(app).commands.items():
        if not hasattr(command, "commands"):
            section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
            assert section, name
            for parameter in command.params:
                assert all(
                    f"`{option}`" in section[1] for option in parameter.opts if option.startswith("--")
                )


def test_every_function_of_python_is_in_the_reference():
    page = python_api.page()
    for name in dateline.__all__:
        assert name == "__version__" or f"## dateline.{name}\n" in page
    assert "### Collection.forget\n" in page and "- `reason`: " in page


def test_every_question_of_http_is_in_the_reference():
    page = rest.page()
    assert "GET /api/v1/articles/{article}" in page and "`410`" in page and "`said_by`" in page


def test_every_code_of_a_collection_has_its_words():
    package = ROOT / "src" / "dateline"
    texts = [path.read_text("utf-8") for path in package.rglob("*.py")]
    raised = {code for text in texts for code in re.findall(r'CollectionError\(\s*"(\w+)"', text)}
    assert raised <= set(errors.MEANINGS)
    said = re.search(r"`code` is one of `([^`]+)`", (package / "model" / "errors.py").read_text("utf-8"))
    assert said and set(said[1].split()) == set(errors.MEANINGS)
    assert "| `dateline.engine.runs.faults` | `RunError` |" in errors.page()


def test_types_and_frames_are_those_of_the_tables():
    made = dict(event_types.pages())
    rows = sum(text.count("\n| `") for name, text in made.items() if name.startswith("frames-"))
    tables = (ROOT / "src" / "dateline" / "events" / "data" / "frames").glob("*.csv")
    assert len(made) == 17 and rows == sum(len(table.read_text("utf-8").splitlines()) - 1 for table in tables)


def test_links_lead_to_the_places_of_the_site_and_comments_are_gone():
    where = {"docs/how-to/a.md": "how-to/a.md", "README.md": "readme.md", "docs/b.png": "b.png"}
    text = "<!-- for tests -->\n[r](../../README.md#x) ![b](../b.png) [c](../../src/c.py) `[d](e.md)` [w](https://w.example)"
    wanted = "[r](../readme.md#x) ![b](../b.png) c `[d](e.md)` [w](https://w.example)"
    assert placed(text, "docs/how-to/a.md", where) == wanted


def test_a_page_that_no_part_names_stands_at_the_end():
    home = with_contents("# Home\n\n## Tutorial\n\n- [a](a.md)\n", {"Tutorial": ["made/b"]}, ["a", "c"])
    assert ":caption: Tutorial\n\na\nmade/b\n" in home and ":caption: More\n\nc\n" in home


def test_the_contents_name_pages_that_are_there():
    text = (ROOT / "docs" / "README.md").read_text("utf-8")
    named = {f"docs/{name}" for name in re.findall(r"\]\(([\w/-]+\.md)\)", text)}
    assert named <= set(places())
    how_tos = {
        path for path in places() if path.startswith(("docs/how-to/", "docs/tutorial/", "docs/explanation/"))
    }
    assert how_tos <= named


def test_no_page_makes_a_browser_ask_another_host(site: Path):
    for path in [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.js"), *site.rglob("*.svg")]:
        text = path.read_text("utf-8", "replace")
        assert not LOADED.search(text), path
        assert not OTHER_FILES.search(text), path


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_the_search_works_from_a_folder_without_network(site: Path):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (390, 1440):
            tab = browser.new_context(viewport={"width": width, "height": 900}, offline=True).new_page()
            asked: list[str] = []
            tab.on("request", lambda request, asked=asked: asked.append(request.url))
            tab.goto(f"{site.as_uri()}/search.html?q=forget")
            tab.wait_for_function("document.querySelector('#search-results').innerText.includes('finished')")
            assert "Take a page down" in tab.inner_text("#search-results")
            tab.goto(f"{site.as_uri()}/reference/command-line.html")
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            assert [url for url in asked if not url.startswith("file:") and not url.startswith("data:")] == []
        browser.close()
