"""A crawl of invented pages, and runs over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dateline import api
from dateline.engine.adapters.engine import Engine
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Options
from dateline.engine.runs.report import RunReport
from dateline.engine.runs.run import planned, run
from dateline.sources import files_of

UNIT = 6_000
"""Bytes of a unit: the crawl has about a dozen."""

Made = Callable[..., RunReport]


class Nobody:
    """Hears how far a run is, and says nothing."""

    def unit(self, manifest: object) -> None:
        pass

    def step(self, what: str) -> None:
        pass


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sixty invented pages in three files."""
    from benchmarks.invented_crawl import write_crawl

    return write_crawl(tmp_path_factory.mktemp("crawl"), 60, files=3, a_day=12)


@pytest.fixture(scope="session")
def whole(made: Made, crawl: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over all of the crawl in one process, which no test changes."""
    out = tmp_path_factory.mktemp("whole") / "out"
    made(crawl, out)
    return out


@pytest.fixture(scope="session")
def made() -> Made:
    """Makes a run of the fast tier."""

    def make(
        inputs: Sequence[Path],
        out: Path | str,
        engine: Engine | None = None,
        options: Options | None = None,
        told: Nobody | None = None,
        unit: int = UNIT,
    ) -> RunReport:
        options = options or Options("fast")
        plan = planned(Files.at(str(out)), files_of(inputs), api.provenance(options.tier), options, unit)
        return run(engine or LocalEngine(0), plan, api.read_in_languages, told or Nobody())

    return make
