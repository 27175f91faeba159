from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from invented_events import few

from dateline.knowledge import Knowledge
from dateline.products.pictures import Gazette
from dateline.store import EventRow


@pytest.fixture(scope="session")
def gazette() -> Gazette:
    return Gazette(Knowledge.load())


@pytest.fixture(scope="session")
def events() -> list[EventRow]:
    knowledge = Knowledge.load()
    states = knowledge.registry.states
    (beijing,) = knowledge.city("Beijing")
    return few(beijing.id, states["KAZ"], states["SGP"])
