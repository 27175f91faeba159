"""What every route has: the collection, and a check that nothing is asked twice."""

from __future__ import annotations

import types
from typing import Annotated, Any, get_args, get_origin

from fastapi import Depends, Request

from dateline.store import Collection
from dateline.web.rest.problems import Fault, Problem, unknown
from dateline.web.site import site_of


def _collection(request: Request) -> Collection:
    return site_of(request).collection


Asked = Annotated[Collection, Depends(_collection)]
"""The collection that is asked."""


def asked_once(request: Request) -> None:
    """
    Raises:
        Problem: 422, a parameter that holds one value is given several times, or the route takes none.
    """
    dependant = request.scope["route"].dependant
    models = [one.field_info.annotation for one in dependant.query_params]
    fields: dict[str, Any] = {name: field for model in models for name, field in model.model_fields.items()}
    given = [name for name, _ in request.query_params.multi_items()]
    for name in dict.fromkeys(given):
        if not models:
            raise Problem(422, unknown(name, []), [Fault(name[:100], unknown(name, []))])
        if given.count(name) > 1 and name in fields and not _is_list(fields[name].annotation):
            what = f"{name} is given several times: it holds one value."
            raise Problem(422, what, [Fault(name, what)])


def _is_list(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return _is_list(get_args(hint)[0])
    if get_origin(hint) is types.UnionType or str(get_origin(hint)) == "typing.Union":
        return any(_is_list(one) for one in get_args(hint))
    return get_origin(hint) is list
