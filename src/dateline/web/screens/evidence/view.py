"""All that the page of an article shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from dateline.knowledge import Knowledge
from dateline.model import Event, Mention, Reading, Statement, StatementType, Status
from dateline.ontology import Ontology
from dateline.products.citations import CitationFormat, passages_of, written
from dateline.products.explanation import Explanation, explain_mentions
from dateline.store import Collection, CorrectionRow
from dateline.web.formats import Form, form_addresses
from dateline.web.moments import moment_in_words
from dateline.web.screens.evidence.chosen import Chosen, Field, chosen_in, marked_fields, words_of
from dateline.web.screens.evidence.deciding import decisions, fields_of
from dateline.web.screens.evidence.head import standing_of
from dateline.web.screens.evidence.layers import Layer, anchored, layers_shown, spans_by_layer
from dateline.web.screens.evidence.live_links import live_link
from dateline.web.screens.evidence.marking import Marking
from dateline.web.screens.evidence.places import citing
from dateline.web.screens.evidence.reasons import reasons_of
from dateline.web.screens.evidence.text_rows import Fold, laid_out
from dateline.web.screens.evidence.why import explained, not_coded
from dateline.web.settings import settings_of


def evidence_of(request: Request, collection: Collection, reading: Reading) -> dict[str, Any]:
    """The values of the template: the text in rows, what is chosen, where the page stands among others, what was decided."""
    article, settings = reading.article, settings_of(request)
    chosen = chosen_in(reading, request)
    fields = marked_fields(reading, chosen, request)
    return {
        "title": article.title or "A page without a title",
        "forms": form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        "reading": reading,
        "article": article,
        "standing": standing_of(collection, reading),
        "across": {row.id: row.event for row in collection.reports(article=article.id)},
        "changes": collection.changes(article.id) if "changes" in request.query_params else None,
        "address": live_link(article.url, article.text, None),
        "moment": lambda value: moment_in_words(value, settings),
        **_text(request, reading, fields),
        **_choice(collection, reading, chosen, fields),
        **_decisions(collection, article.id),
    }


def _text(request: Request, reading: Reading, fields: Sequence[Field]) -> dict[str, Any]:
    """The text with its underlines and notes, and why it is read so, where that is asked for."""
    asks_why = "why" in request.query_params
    uncoded = not_coded(reading) if asks_why else []
    anchors = anchored(reading) | {field.span.start for field in fields} | {span.start for span in uncoded}
    return {
        "laid": laid_out(reading, Marking(reading.article.text, spans_by_layer(reading), fields, anchors)),
        "is_fold": lambda row: isinstance(row, Fold),
        "is_event": lambda note: isinstance(note, Event),
        "layers": tuple(_counts(reading).items()),
        "shown": layers_shown(request),
        "cited": citing(reading),
        "why": list(explained(reading)) if asks_why else None,
        "not_coded": uncoded,
    }


def _choice(
    collection: Collection, reading: Reading, chosen: Chosen, fields: Sequence[Field]
) -> dict[str, Any]:
    """What is chosen, with what can be cited and corrected of it."""
    article = reading.article
    return {
        "chosen": chosen,
        "kind": _kind(chosen),
        "because": _because(reading, chosen),
        "reasons": reasons_of,
        "statements": {statement.id: statement for statement in reading.statements},
        "citations": _citations(collection, reading, chosen),
        "live": live_link(article.url, article.text, words_of(chosen, fields)),
        "fields": fields_of(chosen) if chosen is not None else {},
        "choices": {"root": Ontology.load().roots, "status": tuple(Status), "type": tuple(StatementType)},
    }


def _decisions(collection: Collection, article: str) -> dict[str, Any]:
    """What was decided about the page, and which of its records that changed."""
    decided = decisions(collection, article)
    return {
        "decisions": decided,
        "corrected": _words_by_record(decided),
    }


def _counts(reading: Reading) -> dict[Layer, int]:
    return {
        Layer.EVENTS: len(reading.events),
        Layer.STATEMENTS: len(reading.statements),
        Layer.ACTORS: len(reading.mentions),
        Layer.TIMES: sum(1 for event in reading.events if event.date and event.date.span),
        Layer.PLACES: sum(1 for event in reading.events if event.place and event.place.span),
    }


def _kind(chosen: Chosen) -> str | None:
    names = {Event: "event", Statement: "statement", Mention: "mention"}
    return names[type(chosen)] if chosen is not None else None


def _because(reading: Reading, chosen: Chosen) -> Explanation | None:
    """Why a mention that is chosen stands for whom it stands for."""
    if not isinstance(chosen, Mention):
        return None
    lookup = Knowledge.load().lookup
    found = explain_mentions(reading, lambda words, at: lookup(words, at=at))
    return next((one for one in found if one.mention.id == chosen.id), None)


def _words_by_record(decided: Sequence[CorrectionRow]) -> dict[str, tuple[str, ...]]:
    """What people did about each record, in words, the latest last."""
    found: dict[str, dict[str, None]] = {}
    for one in reversed(decided):
        if one.id and one.standing == "in_force":
            found.setdefault(one.id, {})[_decided(one)] = None
    return {id: tuple(words) for id, words in found.items()}


def _decided(decision: CorrectionRow) -> str:
    return {"flag": "flagged", "nothing": "rejected", "accept": "checked"}.get(decision.act, "corrected")


def _citations(collection: Collection, reading: Reading, chosen: Chosen) -> dict[CitationFormat, str]:
    """What is chosen, or the article, in each format of citations."""
    inner = f"#{chosen.id}" if isinstance(chosen, Event | Statement) else ""
    passages = passages_of(collection, f"{reading.article.id}{inner}")
    return {to: written(passages, to) for to in CitationFormat}
