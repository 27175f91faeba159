"""Invented pages for the tests of copies."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Article, Block, BlockKind, ChainLink, DatedValue, DatePrecision, Outlet, Span

REPORT = [
    "Harbour workers in Tarawa found the missing survey boat on Tuesday, eleven days after it left port without a crew.",
    "The boat had drifted past the outer reef and was held fast by a fishing net that nobody has claimed so far.",
    "Coast guard officers towed it back before nightfall and sealed the cabin until an inspector arrives from the capital.",
    "A spokesman for the survey office said that the instruments were dry and that the records could still be read.",
    "The office plans to repeat the survey in the spring, when the currents along the outer reef are weaker than now.",
    "Two islands to the north have asked for a survey of their own because their wells have turned salty since the storm.",
]
OTHER = [
    "An unmanned vessel that vanished from Tarawa almost two weeks ago has been recovered by the coast guard.",
    "Fishermen spotted the hull near the reef and called the harbour, which sent out a tug in the late afternoon.",
    "Nobody was hurt, and the survey office expects to find its measurements intact once the cabin is opened.",
]
THIRD = [
    "The council of Tarawa wants to know who untied the boat, and has asked three dock hands to come to its next meeting.",
    "One of them told the radio that the rope had been worn for months and that he had said so more than once.",
    "The owner of the dock denies that, and points to a bill for a new rope that he paid in the first week of March.",
]


def page(
    name: str,
    paragraphs: Sequence[str],
    *,
    published: str | None = None,
    modified: str | None = None,
    outlet: str | None = None,
    taken_from: str | None = None,
    relation: str = "republished_from",
    title: str = "Survey boat found",
) -> Article:
    """A page of one headline and a body."""
    body = "\n".join(paragraphs)
    text = f"{title}\n{body}"
    chain = (ChainLink(relation, taken_from, Span(0, 1)),) if taken_from else ()
    blocks = (Block(BlockKind.HEADLINE, 0, len(title)), Block(BlockKind.BODY, len(title) + 1, len(text)))
    return Article(
        id=name,
        body_sha256="",
        url=None,
        outlet=Outlet(None, outlet) if outlet else None,
        title=title,
        authors=(),
        published=dated(published),
        modified=dated(modified),
        dateline=None,
        language="en",
        coded=True,
        text=text,
        blocks=blocks,
        chain=chain,
    )


def dated(value: str | None) -> DatedValue | None:
    """A day or a time."""
    if value is None:
        return None
    precision = DatePrecision.DAY if len(value) == 10 else DatePrecision.TIME
    return DatedValue(value, precision, "given", None)
