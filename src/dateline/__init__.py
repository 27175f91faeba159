"""Dateline: what happened, who said so, and how well it is supported, from many newsrooms' pages."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.version import __version__

if TYPE_CHECKING:
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
else:
    _HOMES = {"export": "dateline.products.exports", "manual_label": "dateline.ontology"}

    def __getattr__(name):
        """What Python offers, loaded when it is first asked for: the command line answers Ctrl-C before that."""
        if name in __all__:
            found = getattr(import_module(_HOMES.get(name, "dateline.api")), name)
        elif find_spec(f"dateline.{name}") is not None:
            found = import_module(f"dateline.{name}")
        else:
            raise AttributeError(f"module 'dateline' has no attribute {name!r}")
        globals()[name] = found
        return found

    def __dir__():
        return sorted({*globals(), *__all__})


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
