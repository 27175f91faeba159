"""Dateline: what happened, who said so, and how well it is supported, from many newsrooms' pages."""

from dateline.api import (
    clean,
    code_events,
    code_relation,
    compare,
    find_statements,
    group,
    lookup,
    open,
    read,
    read_many,
)
from dateline.ontology import manual_label
from dateline.products.exports import export
from dateline.version import __version__

__all__ = [
    "__version__",
    "clean",
    "code_events",
    "code_relation",
    "compare",
    "export",
    "find_statements",
    "group",
    "lookup",
    "manual_label",
    "open",
    "read",
    "read_many",
]
