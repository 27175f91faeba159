"""The sample newsroom behind a real server on this machine, asked by a real client."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from dateline.store import Collection, open_collection
from dateline.web import Site, web_app
from tests.unit.store.sample_pages import PAGES, ReadOnce


@contextmanager
def served(collection: Collection, **terms: object) -> Iterator[str]:
    """The address at which a collection is served."""
    config = uvicorn.Config(web_app(Site(collection, **terms)), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def client_of(collection: Collection) -> Iterator[httpx.Client]:
    """Who asks."""
    with served(collection) as address, httpx.Client(base_url=f"{address}/api/v1/", timeout=60) as client:
        yield client


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory, read_once: ReadOnce) -> Iterator[Collection]:
    """A collection of the sample newsroom in a folder, which no test changes."""
    with open_collection(tmp_path_factory.mktemp("rest") / "news", read_many=read_once) as opened:
        opened.add(PAGES, tier="fast", workers=0)
        yield opened


@pytest.fixture(scope="session")
def api(newsroom: Collection) -> Iterator[httpx.Client]:
    """Asks the newsroom."""
    with client_of(newsroom) as client:
        yield client


@pytest.fixture(scope="session", params=["folder", "postgres"])
def either(request: pytest.FixtureRequest, newsroom: Collection, read_once: ReadOnce) -> Iterator[Collection]:
    """The newsroom in a folder, and in PostgreSQL."""
    if request.param == "folder":
        yield newsroom
        return
    place = request.getfixturevalue("server").new_database()
    with open_collection(place, read_many=read_once) as opened:
        opened.add(PAGES, tier="fast", workers=0)
        yield opened


@pytest.fixture(scope="session")
def either_api(either: Collection) -> Iterator[httpx.Client]:
    """Asks it there."""
    with client_of(either) as client:
        yield client


@pytest.fixture
def news(api: httpx.Client):
    """Gives the answer to a question, as JSON."""

    def ask(path: str, **params: object):
        answer = api.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask
