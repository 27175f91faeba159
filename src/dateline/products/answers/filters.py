"""What filters mean, in words: for assistants and for programs alike."""

from __future__ import annotations

ACTOR = "Who takes part or is named: an id (Q15031), a name as the rows have it, or the ISO code of a state (KAZ)."
SOURCE = "Who did it; given as `actor`."
TARGET = "To whom it was done; given as `actor`."
BETWEEN = "Two on opposite sides of an event, whoever did it; each given as `actor`."
ROOT = "What was done, as a PLOVER root: CONSULT, SANCTION, ASSAULT ..."
CONTEXT = "What it is about, as a PLOVER context that the words show: economic, military, health ..."
STATUS = "Whether it took place, by the words of the pages."
SAID_BY = "Who says it; given as `actor`."
NAMES = "Whom the statement names or addresses; given as `actor`."
TYPE = "How the words are given."
ABOUT = "Words that stand in it, whatever their case."
OUTLET = "An outlet, by name or id."
STORY = "The id of a story (story:...)."
AFTER = "The first day that counts: 2024-03-08, 2024-03 or 2024 (ISO)."
BEFORE = "The first day that no longer counts: 2024-03-08, 2024-03 or 2024 (ISO)."
