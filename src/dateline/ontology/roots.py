"""The sixteen roots and their modes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model import DatelineError


class UnknownCodeError(DatelineError, ValueError):
    """A root, mode, status or CAMEO code that the tables do not have."""


class Root(StrEnum):
    """What an act is, in PLOVER's terms (codebook section 7), from the friendliest words to open violence."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act was done: `visit` of CONSULT, `drone` of ASSAULT. `score` lies between -10 (conflict) and 10."""

    name: str
    root: str
    score: float
