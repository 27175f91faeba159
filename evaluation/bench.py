"""What a set is given to measure with: the rulers, the data, and the parts of Dateline."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """Where sets and rulers lie: `DATELINE_SHARED`, else `shared` beside the checkout."""
    named = os.environ.get("DATELINE_SHARED")
    return Path(named) if named else ROOT.parent / "shared"


class PartMissing(Exception):
    """A part of Dateline that a set measures cannot be imported or called yet; the message is one line."""


class Identified(Protocol):
    """A record of a set that can be chosen by its id."""

    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=Identified)


def first_by_hash(items: Iterable[T], key: Callable[[T], str], number: int, salt: str = "") -> list[T]:
    """The `number` items whose salted SHA-256 is smallest, in the order in which they came.

    The choice depends on the keys alone: not on their order, the Python version or a generator of random numbers.
    """
    ranked = list(items)
    order = sorted(
        range(len(ranked)),
        key=lambda i: (hashlib.sha256(f"{salt}{key(ranked[i])}".encode()).hexdigest(), i),
    )
    return [ranked[i] for i in sorted(order[:number])]


def load_file(path: Path) -> ModuleType:
    """A Python file as a module, under a name of its own so that it shadows nothing that is installed."""
    name = f"evaluation_ruler_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Bench:
    """Where the sets are, how much of them is wanted, and which Dateline is measured."""

    data: Path
    tools: Path
    fast: bool = False
    workers: int = 1
    cache: Path = ROOT / ".cache" / "evaluation"
    package: str = "dateline"

    @cached_property
    def metrics(self) -> ModuleType:
        """The measures."""
        return load_file(self.tools / "metrics.py")

    @cached_property
    def datasets(self) -> ModuleType:
        """The readers of the sets."""
        return load_file(self.tools / "datasets.py")

    def part(self, name: str) -> Callable[..., Any]:
        """A function of Dateline's Python API.

        Raises:
            PartMissing: it is not there yet, or does not import.
        """
        try:
            found: Callable[..., Any] = getattr(importlib.import_module(self.package), name)
        except (ImportError, AttributeError) as error:
            raise PartMissing(f"{self.package}.{name} is not available: {error}") from error
        return found

    def chosen(self, records: Iterable[Record], number: int) -> list[Record]:
        """All records, or the fixed subset of a fast run."""
        if not self.fast:
            return list(records)
        return first_by_hash(records, lambda record: record.id, number)


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """The items, with a bar on standard error when someone is looking."""
    console = Console(stderr=True)
    yield from track(items, what, console=console, transient=True, disable=not console.is_terminal)
