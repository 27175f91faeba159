"""Stories, events and counts of a collection, kept as pages come and go."""

from dateline.store.grouping.regrouping import Regrouping

__all__ = ["Regrouping"]
