"""Which events an address asks for."""

from __future__ import annotations

from starlette.requests import Request

from dateline.model import Status
from dateline.ontology import Ontology
from dateline.store import Collection, EventRow, Rows
from dateline.web.asked import days, refused, several
from dateline.web.filter_form import Input

_TWO = 2


def inputs() -> tuple[Input, ...]:
    """The filters of the list."""
    return (
        Input("actor", "Taking part", example="name, id or KAZ"),
        Input("source", "Who did it", example="name, id or KAZ"),
        Input("target", "To whom", example="name, id or KAZ"),
        Input("root", "Act", "select", choices=Ontology.load().roots),
        Input("context", "About", "select", choices=Ontology.load().contexts),
        Input("status", "Status", "select", choices=tuple(Status)),
        Input("outlet", "Reported by", example="name or id"),
        Input("from", "From", "date"),
        Input("to", "To", "date"),
    )


def between_of(request: Request) -> tuple[str, str] | None:
    """The two who stand on opposite sides, where `between` is given.

    Raises:
        HTTPException: 400, when it is not given twice.
    """
    two = several(request, "between")
    if two and len(two) != _TWO:
        raise refused("between is given twice, once for each of the two: between=Q15031&between=KAZ.")
    return (two[0], two[1]) if two else None


def events_asked(request: Request, collection: Collection) -> Rows[EventRow]:
    """The events that the filters let through."""
    roots = [value.upper() for value in several(request, "root")]
    wrong = next((root for root in roots if root not in Ontology.load().roots), None)
    if wrong is not None:
        raise refused(
            f"root={wrong[:40]!r} is no type of event: give one of {', '.join(Ontology.load().roots)}."
        )
    when = days(request)
    return collection.events(
        actor=several(request, "actor"),
        source=several(request, "source"),
        target=several(request, "target"),
        between=between_of(request),
        root=roots,
        status=several(request, "status", Status),
        context=several(request, "context", Ontology.load().contexts),
        outlet=several(request, "outlet"),
        after=when.after,
        before=when.before,
    )
