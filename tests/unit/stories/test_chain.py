"""How the reports of a story reached each other."""

from __future__ import annotations

from invented_pages import MOYO, reading, said, whole

from dateline.model import Channel, Reading
from dateline.stories import compare
from dateline.stories.chain import outlet_count

BODY = "“We shall wait,” said Tendai Moyo. Nobody asked for how long, and the ferry left without an answer."


def citing(name: str, outlet: str, cited: str, published: str = "2024-05-08") -> Reading:
    channel = Channel("outlet", cited, None, ())
    statement = said(whole("Wait", BODY), "“We shall wait,”", MOYO, channel=channel)
    body = BODY if name == "a" else BODY.replace("the ferry left", f"the boat of {outlet} sailed")
    return reading(name, "Wait", body, published=published, outlet=outlet, statements=(statement,))


def edges(*pages: Reading) -> list[tuple[str, str]]:
    return [(edge.from_, edge.to) for edge in compare(*pages).chain if edge.relation == "quotes"]


def test_an_outlet_does_not_cite_itself() -> None:
    other = reading("b", "Other", "The weather was fine.", outlet="Reef Gazette")
    assert edges(citing("a", "The Lagoon Post", "Lagoon Post"), other) == []


def test_a_cited_outlet_whose_report_is_at_hand_is_that_report() -> None:
    origin = reading("b", "Other", "The weather was fine.", published="2024-05-07", outlet="The Reef Gazette")
    assert edges(citing("a", "Lagoon Post", "Reef Gazette"), origin) == [("b", "a")]


def test_a_later_report_is_not_what_was_cited() -> None:
    later = reading("b", "Other", "The weather was fine.", published="2024-05-09", outlet="Reef Gazette")
    assert edges(citing("a", "Lagoon Post", "Reef Gazette"), later) == [("outlet:Reef Gazette", "a")]


def test_pages_without_an_outlet_count_one_each() -> None:
    from dataclasses import replace

    pages = [reading(name, "Title", "Body.").article for name in "abc"]
    unnamed = [replace(page, outlet=None) for page in pages[:2]]
    assert outlet_count([*unnamed, pages[2]]) == 3
