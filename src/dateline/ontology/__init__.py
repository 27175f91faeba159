"""The event types: PLOVER roots, modes and contexts with their scores, and what each CAMEO code becomes."""

from dateline.ontology.check import check
from dateline.ontology.labels import manual_label
from dateline.ontology.ontology import Coding, Ontology
from dateline.ontology.roots import Mode, Root, UnknownCodeError

__all__ = ["Coding", "Mode", "Ontology", "Root", "UnknownCodeError", "check", "manual_label"]
