"""Invented pages with what the index and the tables know of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Engine, insert

from dateline.store.search import index
from dateline.store.search.index import first_number
from dateline.store.search.index_rows import IndexRow, Named, Subject
from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, REPORTS, STATEMENTS, STORY_ARTICLES

XI = Named("Q15031", "Xi Jinping")
TOKAYEV = Named("Q1391", "Kassym-Jomart Tokayev")
REUTERS, AKORDA = Named("dl-reuters", "Reuters"), Named(None, "Akorda Press")

_REQUIRED = {
    "version": 1,
    "lineage": "",
    "story_seed": "",
    "coded": True,
    "body_sha256": "",
    "page_sha256": "",
    "run": 1,
}
_REQUIRED |= {"reading": b"", "sketch": b""}
_REPORT = {"quad": 1, "score": 1.0, "trigger_lemma": "meet", "confidence": 1.0, "rule": "frame:meet.v"}
_REPORT |= {f"{what}_{end}": 0 for what in ("trigger", "evidence") for end in ("start", "end")}


def number(day: str, place: int = 0) -> int:
    return first_number(date.fromisoformat(day)) + place


PAGES = (
    IndexRow(
        number("2022-09-14", 1),
        "Xi arrives in Kazakhstan",
        "Xi Jinping met Kassym-Jomart Tokayev in Nur-Sultan. China’s leader promised gas pipelines.",
        REUTERS,
        "en",
        (XI, TOKAYEV),
        (XI,),
        (Subject("s1", "Q1391", "Kassym-Jomart Tokayev"),),
        (("CONSULT", "happened"), ("AID", "planned")),
        ("direct",),
    ),
    IndexRow(
        number("2022-09-15", 1),
        "Президент встретился с гостем",
        "Касым-Жомарт Токаев встретился с председателем КНР. Ещё раз.",
        AKORDA,
        "ru",
        (TOKAYEV,),
        (TOKAYEV,),
        (Subject("s1", "Q15031", "Xi Jinping"),),
        (("CONSULT", "planned"), ("AID", "happened")),
        ("indirect",),
    ),
    IndexRow(
        number("2022-09-16", 1),
        "习近平访问哈萨克斯坦",
        "习近平访问哈萨克斯坦并会谈。",
        Named(None, "新华社"),
        "zh",
        (XI,),
    ),
    IndexRow(
        number("2022-10-02", 1),
        "Gas prices rise",
        "Pipeline gas costs more; the U.S. told us so.",
        REUTERS,
        "en",
    ),
)
MEETING, MEETING_RU, MEETING_ZH, PRICES = (page.number for page in PAGES)


def fill(engine: Engine, pages: Iterable[IndexRow] = PAGES, arrival: int = 1) -> None:
    """Pages into the tables and the index."""
    with engine.begin() as connection:
        for page in pages:
            connection.execute(insert(ARTICLES), _article(page, arrival))
            for named in page.actors:
                row = {"article": page.number, "actor": named.id, "name": named.name, "mentions": 1}
                connection.execute(insert(ARTICLE_ACTORS), row)
            for place, (root, status) in enumerate(page.acts, 1):
                row = {"article": page.number, "id": f"e{place}", "root": root, "status": status, **_REPORT}
                connection.execute(insert(REPORTS), row)
            for place, named in enumerate(page.speakers, 1):
                row = {
                    "article": page.number,
                    "id": f"s{place}",
                    "type": page.statement_types[0],
                    "speaker_actor": named.id,
                    "speaker_name": named.name,
                    "content": "words",
                }
                connection.execute(insert(STATEMENTS), row)
        connection.execute(
            insert(STORY_ARTICLES), {"story": f"story of {arrival}", "article": page.number, "place": 0}
        )
        index.add(connection, pages)


def _article(page: IndexRow, arrival: int) -> dict[str, object]:
    day = date.fromordinal(page.number >> index.PLACES).isoformat()
    return {
        "number": page.number,
        "id": f"sha256:{page.number}",
        "address": f"https://example.org/{page.number}",
        "is_current": True,
        "outlet": page.outlet.id if page.outlet else None,
        "outlet_name": page.outlet.name if page.outlet else None,
        "title": page.title,
        "published_day": day,
        "language": page.language or "und",
        "first_seen": "2022-10-03T00:00:00Z",
        "arrival": arrival,
        **_REQUIRED,
    }
