"""The PLOVER manual's own labels, for data sets that have no status."""

from __future__ import annotations

from dateline.ontology import UnknownCodeError, manual_label


def label_of(root: str, status: str) -> str:
    """The label of an act and its status; a type of a researcher's own that is not in force here stays what it is."""
    try:
        return manual_label(root, status)
    except UnknownCodeError:
        return root
