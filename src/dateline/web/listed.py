"""What lists have alike: their addresses in all formats, and their rows as a page and in the other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.model import Record
from dateline.products.briefing.markdown import escaped
from dateline.store import Rows
from dateline.web.answers import csv_of_part, json_of_part, markdown_answer
from dateline.web.asked import refused
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.pages import page
from dateline.web.row_parts import Part, part_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """How a list is written: its name, the columns of its CSV, and what an item of its Markdown says, the id last."""

    name: str
    columns: tuple[str, ...]
    item: Callable[[R], tuple[str, ...]]

    def shown(
        self, request: Request, rows: Rows[R], around: Callable[[Part[R]], Mapping[str, Any]]
    ) -> Response:
        """The part of the rows that the address asks for, in its format.

        Args:
            around: what a page shows beside the rows; it is asked for a page alone.
        """
        form, part = split_form(request.url.path)[1], part_of(request, rows)
        if form is not Form.PAGE:
            return self.written(form, part)
        return page(
            request,
            f"{self.name}/list.html.j2",
            title=self.name.capitalize(),
            forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
            part=part,
            **around(part),
        )

    def written(self, form: Form, part: Part[R]) -> Response:
        """Rows in a format.

        Raises:
            HTTPException: 400, for a map.
        """
        if form is Form.JSON:
            return json_of_part(f"dateline.{self.name}/1", part)
        if form is Form.CSV:
            return csv_of_part(part, self.columns)
        if form is Form.MARKDOWN:
            return markdown_answer(list_in_markdown(self.name.capitalize(), map(self.item, part.rows)))
        raise refused(f"This list has no map: ask for /{self.name}.json, .csv or .md, or /explore?view=map.")


def routes_in_forms(path: str, view: Callable[[Request], Response]) -> list[Route]:
    """The routes of a list: as a page, and with each format at the end of its address."""
    return [Route(f"{path}.{form}" if form else path, view) for form in Form]


def list_in_markdown(title: str, items: Iterable[tuple[str, ...]]) -> str:
    """Each item has what it says, the words that it rests on, and its id."""
    lines = [f"# {escaped(title)}", ""]
    for item in items:
        told = [escaped(" ".join(part.split())) for part in item[:-1] if part]
        lines.append(f"- {'. '.join(told)} `{item[-1].replace('`', '')}`")
    return "\n".join([*lines, ""])
