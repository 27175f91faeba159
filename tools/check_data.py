"""Runs every validator of tables: each `check()` of a module `dateline.<package>.check` returns a list of faults."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator

import dateline


def validators() -> Iterator[str]:
    """Names of the modules that check a package's tables."""
    for package in pkgutil.iter_modules(dateline.__path__, "dateline."):
        if package.ispkg:
            module = importlib.import_module(package.name)
            if any(inner.name == "check" for inner in pkgutil.iter_modules(module.__path__)):
                yield f"{package.name}.check"


def main() -> int:
    """Prints each fault; exit status 1 when there is one, or when no validator is found at all."""
    names = list(validators())
    faulty = not names
    for name in names:
        faults = importlib.import_module(name).check()
        print(f"{name}: {len(faults)} faults")
        for fault in faults:
            print(f"  {fault}")
        faulty = faulty or bool(faults)
    return int(faulty)


if __name__ == "__main__":
    sys.exit(main())
