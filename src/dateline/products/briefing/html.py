"""A briefing as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dateline.model import BlockKind, DatelineError, FactKind, Stance, Status, Support, Wording
from dateline.products.briefing import chain_chart
from dateline.products.briefing.channels import language_name
from dateline.products.briefing.marking import flat, has_value, layers_of, mark_cited, mark_value
from dateline.products.briefing.rows import Paragraph
from dateline.products.briefing.view import Briefing
from dateline.products.pictures.elements import HALO_ORDER
from dateline.products.pictures.marks import SHAPES
from dateline.products.pictures.timeline import draw_chart
from dateline.products.pictures.timeline_layout import draw_timeline
from dateline.products.wording import RELATIONS, counted, left_out_of

SHOWN_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.DEK,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.BODY,
        BlockKind.CAPTION,
        BlockKind.CREDIT,
        BlockKind.REPUBLICATION,
    }
)
MARKS_ONLY_FROM = 5
"""Families from which the matrix shows marks instead of words."""


class TemplateError(DatelineError):
    """A template of one's own cannot be used: the message says which, where, and why."""


def render(briefing: Briefing, templates: Path | None = None) -> str:
    """The page. The same briefing gives the same page, to the byte.

    Args:
        templates: a folder whose files go before ours of the same name. They run in a sandbox: they see the briefing and nothing else.

    Raises:
        TemplateError: a template cannot be used.
    """
    placed: set[str] = set()
    layers = layers_of(briefing)
    languages = {document.key: document.language for document in briefing.documents}
    environment = _environment(templates)
    try:
        css = "".join(_source(environment, name) for name in ("tokens.css", "briefing.css"))
        return environment.get_template("page.html.j2").render(
            briefing=briefing,
            css=Markup(css),
            lang=lambda key: languages[key],
            mark_cited=lambda paragraph, key: mark_cited(paragraph, key, layers, placed),
        )
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        if templates is None:
            raise
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        raise TemplateError(
            f"templates of {templates} cannot be used: {error}{line}; ours are in docs/how-to/briefings.md"
        ) from error


@cache
def _environment(templates: Path | None) -> Environment:
    ours = FunctionLoader(_packaged)
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(templates), ours]) if templates else ours,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(flat=flat, counted=counted, language=language_name)
    environment.globals.update(GLOBALS)
    return environment


def _source(environment: Environment, name: str) -> str:
    """A file as it stands, from the folder where it is there."""
    assert environment.loader is not None  # it was made with one
    return environment.loader.get_source(environment, name)[0]


def furniture_groups(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[BlockKind, list[Paragraph]]]:
    """What is not the article, in neighbouring lines of one kind."""
    rest = (p for p in paragraphs if p.kind not in SHOWN_KINDS)
    for kind, lines in groupby(rest, key=lambda p: p.kind):
        yield kind, list(lines)


def _packaged(name: str) -> str | None:
    path = files("dateline.products.briefing").joinpath("templates", name)
    return path.read_text(encoding="utf-8") if path.is_file() else None


GLOBALS: Mapping[str, Any] = {
    "FactKind": FactKind,
    "Stance": Stance,
    "Status": Status,
    "Support": Support,
    "Wording": Wording,
    "RELATIONS": RELATIONS,
    "MARKS_ONLY_FROM": MARKS_ONLY_FROM,
    "draw_chain": chain_chart.draw_chain,
    "draw_timeline": draw_timeline,
    "draw_rows": lambda chart: Markup(draw_chart(chart, linked=True).replace(HALO_ORDER, "")),
    "SHAPES": {name: Markup(shape) for name, shape in SHAPES.items()},
    "furniture": furniture_groups,
    "has_value": has_value,
    "left_out_of": left_out_of,
    "is_shown": lambda paragraph: paragraph.kind in SHOWN_KINDS,
    "mark_value": mark_value,
    "cited_at": lambda citation: f"#{citation.anchor}",
    "told_at": lambda data: f"#{data.key}",
    "copied": lambda _: "",
}
"""What the templates of a story see beside it, here and in the web pages; `cited_at` and `told_at` say where the words of a citation are
found, and the page that data are of; `copied` may give a button that copies the words."""
