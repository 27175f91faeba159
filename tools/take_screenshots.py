"""Takes the pictures of the web pages that README shows: the sample newsroom, served to a real Chromium.

    python tools/take_screenshots.py [FOLDER]

Writes `web-*.png` into a folder, `docs` by default. Needs playwright (among what the tests need) and Chromium.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import dateline

ROOT = Path(__file__).resolve().parents[1]
_SIZE = {"width": 1280, "height": 860}
_STORY = "Fiji ships water to dry Tuvalu atoll"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Chromium is not installed (on Debian: the package chromium)")
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=_SIZE)
        page.goto(address)
        take(page, folder / "web-stories.png")
        page.get_by_role("link", name=_STORY).first.click()
        take(page, folder / "web-story.png")
        page.locator(".matrix a.cite").first.click()
        page.locator(".fc.e a.note").first.click()
        page.evaluate("scrollTo(0, 0)")
        take(page, folder / "web-evidence.png")
        page.goto(f"{address}explore?view=net")
        take(page, folder / "web-explore.png")
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """The address of a server of the sample newsroom."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "newsroom"
        with dateline.open(place) as collection:
            collection.add([ROOT / "examples" / "newsroom"])
        words = [sys.executable, "-m", "dateline", "serve", "-c", str(place), "--port", "0"]
        server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert server.stderr is not None
        try:
            yield next(found[0] for line in server.stderr if (found := re.search(r"http://\S+?/", line)))
        finally:
            server.terminate()
            server.wait(20)


def take(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    main()
