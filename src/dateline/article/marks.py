"""What the phrase tables and patterns say of a line, whatever stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.article.furniture import furniture, headings
from dateline.article.lines import Line
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_AGO = re.compile(
    r"^\W*(?:(?:about |vor |hace |il y a |há )?(?:\d+|an?|one|einer|un|una|une)\s*(?:s|m|h|d|w|mo|sec(?:ond)?s?|min(?:ute)?s?|mins|hrs?|hours?|"
    r"days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|wochen?|horas?|minutos?|d[ií]as?|heures?|jours?|ore|giorni|"
    r"часа?|часов|минут[аы]?|дн(?:я|ей)|день)\.?(?:\s*(?:ago|fa|назад|atrás))?|"
    r"\d+\s*(?:小时前|分钟前|天前|時間前|分前|日前|시간 전|분 전|일 전))\W*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"^[\(\[]?[^.!?]{2,60}\s?/\s?[^\s.!?/a-z][^.!?/]{1,40}[\)\]]?$")
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|door|oleh|автор|текст|texte?|written by|reported by|reporting by)\b[:\s]",
    re.IGNORECASE,
)


class Marks(NamedTuple):
    """What the phrase tables and patterns say of a line: the kind of section that it opens, the kind that it is."""

    opens: BlockKind | None
    is_kind: BlockKind | None


UNMARKED = Marks(None, None)


def mark(line: Line) -> Marks:
    """Look a line up in the tables; long lines are prose and are not looked up."""
    opens = headings().kind_of(line.folded) if line.words <= 12 and len(line.text) < 120 else None
    if line.words > 14:
        return Marks(opens, prose_kind(line) if line.words < 70 else None)
    kind = furniture().kind_of(line.folded)
    if kind is None and _AGO.match(line.text):
        kind = BlockKind.DATELINE
    if kind is None and line.words <= 16 and _BYLINE.match(line.text):
        kind = BlockKind.BYLINE
    if kind is None and not line.is_sentence and not line.has_bullet and _CREDIT.match(line.text):
        kind = BlockKind.CREDIT
    return Marks(opens, kind or prose_kind(line))


def prose_kind(line: Line) -> BlockKind | None:
    """Kind of furniture that is written in sentences: pleas to subscribe, terms of use, notes on comments."""
    if line.words < 4 or _has_speech(line.text):
        return None
    kinds = {row.kind for row, _ in patterns_of("prose_cues.csv").matches(line.text)}
    return next((kind for kind in (BlockKind.LEGAL, BlockKind.PROMO, BlockKind.OTHER) if kind in kinds), None)


def _has_speech(text: str) -> bool:
    """Quoted speech is no furniture, whatever it pleads for."""
    return "“" in text or '"' in text or "„" in text or "«" in text
