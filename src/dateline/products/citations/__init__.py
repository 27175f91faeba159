"""Citations of what a collection holds: text, BibTeX, RIS and CSL-JSON."""

from dateline.products.citations.finding import UnknownReferenceError, passages_of
from dateline.products.citations.formats import CitationFormat, written
from dateline.products.citations.passage import Passage

__all__ = ["CitationFormat", "Passage", "UnknownReferenceError", "passages_of", "written"]
