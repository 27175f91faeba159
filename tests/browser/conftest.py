"""A real Chromium before a real server of the sample newsroom."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dateline

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, sync_playwright

NEWSROOM = Path(__file__).parents[2] / "examples" / "newsroom"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
]
_ADDRESS = re.compile(r"http://[\w.:\[\]]+/")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The Chromium of this system. Its driver runs an event loop in this thread, which other tests must not find there."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed (on Debian: the package chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def newsroom_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the sample newsroom, to be copied."""
    folder = tmp_path_factory.mktemp("collections") / "newsroom"
    with dateline.open(folder) as collection:
        collection.add([NEWSROOM])
    return folder


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Starts a server of a collection, and gives its address."""
    running = []

    def start(folder: Path) -> str:
        words = [sys.executable, "-m", "dateline", "serve", "-c", str(folder), "--create", "--port", "0"]
        server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        running.append(server)
        assert server.stderr is not None
        for line in server.stderr:
            if found := _ADDRESS.search(line):
                return found[0]
        raise AssertionError("the server did not start")

    yield start
    for server in running:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def newsroom(serve: Callable[[Path], str], newsroom_folder: Path) -> str:
    """The address of the sample newsroom, for tests that change nothing."""
    return serve(newsroom_folder)


@pytest.fixture
def own_newsroom(serve: Callable[[Path], str], newsroom_folder: Path, tmp_path: Path) -> str:
    """The address of a copy of it, for a test that changes something."""
    return serve(shutil.copytree(newsroom_folder, tmp_path / "newsroom"))


@pytest.fixture
def empty_newsroom(serve: Callable[[Path], str], tmp_path: Path) -> str:
    """The address of a collection without pages."""
    return serve(tmp_path / "empty")


class Reader:
    """A page of Chromium that notes what must not happen: errors of scripts, things that the policy forbids, requests to other hosts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", lambda request: self._asked(request.url))
        page.on(
            "dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss())
        )

    def _note(self, kind: str, text: str) -> None:
        if kind == "error" and "status of 4" not in text:
            self.troubles.append(f"console: {text}")

    def _asked(self, address: str) -> None:
        if not re.match(r"(http://(127\.0\.0\.1|localhost|\[::1\]):\d+/|data:|blob:|about:)", address):
            self.troubles.append(f"request: {address}")


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Somebody at a wide screen. The test fails when anything happened that must not."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(15_000)
    found = Reader(context.new_page())
    yield found
    context.close()
    assert found.troubles == []
