"""The same reading over many pages: in worker processes with limits, so that a page that hangs, fills the memory or crashes
what reads it costs that page and no other."""

from dateline.engine.crew import Work, WorkerError, run_guarded
from dateline.engine.limits import Limits, Loss, can_guard, end_with_children

__all__ = ["Limits", "Loss", "Work", "WorkerError", "can_guard", "end_with_children", "run_guarded"]
