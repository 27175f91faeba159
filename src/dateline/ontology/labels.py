"""The manual's own labels, in which the act and its status are melted into one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.model import Status
from dateline.ontology.ontology import Ontology
from dateline.ontology.roots import Root, UnknownCodeError
from dateline.ontology.tables import rows


def manual_label(plover: str, status: str) -> str:
    """The label that the PLOVER manual gives an act of that status (codebook section 6).

    A planned visit is AGREE there, a planned attack THREATEN, withheld help REJECT. Dateline's events keep act and
    status apart; exports and scores that follow the manual go through here. The manual has no rule for a type of a
    researcher's own, which stays what it is.
    Raises UnknownCodeError for an unknown root or status.
    """
    if status not in set(Status):
        raise UnknownCodeError(f"{status!r} is no status: use one of {', '.join(Status)}")
    root = Ontology.load().root(plover)
    return _labels()[Root(root), Status(status)].value if root in set(Root) else root


@cache
def _labels() -> Mapping[tuple[Root, Status], Root]:
    table = rows("manual_labels.csv")
    return {(Root(row["root"]), status): Root(row[status]) for row in table for status in Status}
