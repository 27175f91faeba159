"""The words behind an id, and how to cite them."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, StringConstraints

from dateline.products.answers.citing import Sources
from dateline.products.answers.evidence import FORMS, Evidence, evidence_at, places
from dateline.products.citations import CitationFormat, passages_of, written
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import PLAIN, Form, form_of
from dateline.web.rest.parts import part_after, passed_before
from dateline.web.rest.questions import CitationForm, Parted, Question
from dateline.web.rest.writing import sent, sent_part

ROUTER = APIRouter(tags=["Evidence"])

_ARTICLE, _EVENT, _STORY = "sha256:[0-9a-f]{64}", "event:[0-9a-f]{1,64}", "story:[0-9a-f]{1,64}"
_NUMBER = "[0-9]{1,9}"
_CITED = (Form.TEXT, Form.BIBTEX, Form.RIS, Form.CSL_JSON)


class EvidenceAsked(Parted):
    """Of what the words are wanted."""

    of: Annotated[
        str,
        StringConstraints(pattern=f"^({_ARTICLE}#[es]{_NUMBER}|{_EVENT}|{_STORY}#f{_NUMBER})$"),
        Field(description=f"An id: {FORMS}. In an address # is written %23."),
    ]
    around: Annotated[
        int, Field(ge=0, le=1_000, description="Letters before and after the words, at most.")
    ] = 300


class CitationsAsked(Question):
    """What is cited."""

    of: Annotated[
        str,
        StringConstraints(pattern=f"^({_ARTICLE}(#[es]{_NUMBER})?|{_EVENT}|{_STORY}#[fq]{_NUMBER})$"),
        Field(
            description="An id: sha256:... (a page), sha256:...#s1 or #e1, event:..., story:...#f1 (a fact) or #q1 (a quotation). In an "
            "address # is written %23."
        ),
    ]
    format: CitationForm = None


@ROUTER.get(
    "/evidence",
    summary="The words behind an id",
    responses=described.part(
        Evidence,
        "The words, page by page.",
        PLAIN,
        of={"type": "string", "description": "The id that was asked for."},
    ),
)
def evidence(request: Request, collection: Asked, asked: Annotated[EvidenceAsked, Query()]) -> Response:
    """The words of the pages behind an event, a report, a statement or a fact, letter by letter, with where they stand, what stands before and after
    them, and the hash of the page."""
    form = form_of(request, asked.format, PLAIN)
    sources = Sources(collection)
    passed = passed_before(request, asked)
    found = islice(places(asked.of, collection, sources), passed, None)
    items = (evidence_at(place, sources.of(place.article), asked.around) for place in found)
    return sent_part(request, part_after(request, asked, passed, items, Evidence, of=asked.of), form)


@ROUTER.get(
    "/citations",
    summary="Citations of what is behind an id",
    responses=described.described(
        "A citation a passage.",
        {form: {} for form in _CITED} | {Form.CSL_JSON: {"schema": {"type": "array"}}},
    ),
)
def citations(request: Request, collection: Asked, asked: Annotated[CitationsAsked, Query()]) -> Response:
    """The words with outlet, authors, title, day, address and the hash of the page: as sentences, BibTeX, RIS or CSL-JSON."""
    form = form_of(request, asked.format, _CITED)
    return sent(written(passages_of(collection, asked.of), CitationFormat(form.value)).encode(), form)
