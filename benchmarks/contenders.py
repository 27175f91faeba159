"""Those who are measured: Dateline's `read`, and spaCy's full pipeline with the model that Dateline uses.

`python -m benchmarks.contenders NAME FILE` lets one of them go over the pages of a file in a fresh process and prints the
CPU-seconds for its start and for the pages.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.texts import read_pages

FIRST_PAGE = """Harbour strike ends after talks

Mariana Oduya
3 March 2021

Dock workers in the port of Lunda ended a two-week strike on Tuesday after talks with the transport minister.
"We have what we came for," union leader Pieter Aalto said. The ministry said that it would pay the crews by Friday.
"""


def dateline_reader(tier: str = "accurate") -> Callable[[str], Any]:
    """`dateline.read` on a page's text. Exits with one line where it is not available."""
    try:
        read: Callable[[str], Any] = importlib.import_module("dateline").read
    except (ImportError, AttributeError) as error:
        sys.exit(f"dateline.read is not available: {error}")
    return partial(read, tier=tier)


def spacy_pipeline() -> Callable[[str], Any]:
    """All components of the installed English model, the one that Dateline would load."""
    spacy = importlib.import_module("spacy")
    pipeline: Callable[[str], Any] = spacy.load(model_name())
    return pipeline


def model_name() -> str:
    """The package of the model that Dateline finds, else the first installed English one. Exits where there is none."""
    try:
        found = importlib.import_module("dateline.language").installed_model()
    except (ImportError, AttributeError):
        found = None
    if not found:
        installed = importlib.import_module("spacy").util.get_installed_models()
        found = next((name for name in sorted(installed) if name.startswith("en_core_web")), None)
    return str(found or sys.exit("no English spaCy model is installed"))


CONTENDERS: dict[str, Callable[[], Callable[[str], Any]]] = {
    "dateline": dateline_reader,
    "spacy": spacy_pipeline,
}


def main(name: str, path: Path) -> None:
    """Starts with a short page of its own, then goes over the file once."""
    pages = read_pages(path)
    work = CONTENDERS[name]()
    work(FIRST_PAGE)
    start = time.process_time()
    for page in pages:
        work(page.text)
    print(json.dumps({"start": start, "pages": time.process_time() - start}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
