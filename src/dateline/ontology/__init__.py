"""The event types: PLOVER roots, modes and contexts with their scores, what each CAMEO code becomes, and a researcher's own types."""

from dateline.ontology.check import check
from dateline.ontology.labels import manual_label
from dateline.ontology.ontology import Coding, Ontology, refuse_faulty
from dateline.ontology.own import (
    CONTEXT_COLUMNS,
    FRAME_COLUMNS,
    VARIABLE,
    OwnTables,
    existing_folder,
    read_own,
)
from dateline.ontology.own_check import type_faults
from dateline.ontology.roots import Mode, Root, UnknownCodeError
from dateline.ontology.table_rows import Fault, Row, Table, read_table

__all__ = [
    "CONTEXT_COLUMNS",
    "FRAME_COLUMNS",
    "VARIABLE",
    "Coding",
    "Fault",
    "Mode",
    "Ontology",
    "OwnTables",
    "Root",
    "Row",
    "Table",
    "UnknownCodeError",
    "check",
    "existing_folder",
    "manual_label",
    "read_own",
    "read_table",
    "refuse_faulty",
    "type_faults",
]
