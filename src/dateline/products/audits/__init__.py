"""What comes of samples that people checked: scores, sheets, labelled examples."""

from dateline.products.audits.corrections import NotApplied, apply_labels
from dateline.products.audits.examples import AuditExample, examples, is_corrected
from dateline.products.audits.marked import marked
from dateline.products.audits.proportions import Share, kappa, share_of
from dateline.products.audits.score import Agreement, AuditScore, LabellerScore, Part, score
from dateline.products.audits.sheet_read import Answer, BadRow, read_sheet
from dateline.products.audits.sheet_written import EMPTY, reference_of, sheet

__all__ = [
    "EMPTY",
    "Agreement",
    "Answer",
    "AuditExample",
    "AuditScore",
    "BadRow",
    "LabellerScore",
    "NotApplied",
    "Part",
    "Share",
    "apply_labels",
    "examples",
    "is_corrected",
    "kappa",
    "marked",
    "read_sheet",
    "reference_of",
    "score",
    "share_of",
    "sheet",
]
