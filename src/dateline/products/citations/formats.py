"""Passages in the formats of those who cite."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from dateline.products.citations import bibtex, csl_json, ris, sentence
from dateline.products.citations.passage import Passage


class CitationFormat(StrEnum):
    """How passages are written."""

    TEXT = "text"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


_WRITERS = {
    CitationFormat.TEXT: sentence.written,
    CitationFormat.BIBTEX: bibtex.written,
    CitationFormat.RIS: ris.written,
    CitationFormat.CSL_JSON: csl_json.written,
}


def written(passages: Iterable[Passage], to: CitationFormat | str = CitationFormat.TEXT) -> str:
    """Passages as text (a line each), BibTeX, RIS or CSL-JSON; a passage that comes twice is written once."""
    once: dict[object, Passage] = {}
    for passage in passages:
        once.setdefault((passage.article, passage.spans), passage)
    return _WRITERS[CitationFormat(to)](list(once.values()))
