"""A round over the rows of a sample: which row is next, what each key means, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.products.audits import EMPTY
from dateline.store.auditing import FIELDS, AuditKind, AuditRow, Fault, Label, Verdict, problem_of

Keep = Callable[[int, Label], None]

_VERDICTS = {"r": Verdict.RIGHT, "n": Verdict.NOTHING, "s": Verdict.SKIPPED}
_DONE, _BACK = ("\r", "\n"), "b"


_NONE = {AuditKind.EVENTS: "no such event", AuditKind.STATEMENTS: "no such statement"}


def answers(kind: AuditKind) -> dict[str, str]:
    """What can be pressed at a row."""
    return {"r": "right", "w": "wrong", "n": _NONE[kind], "s": "skip", "b": "back", "q": "quit"}


class Desk(Protocol):
    """Where somebody sees rows and answers."""

    def show(self, row: AuditRow, kind: AuditKind, answered: int, rows: int, label: Label | None) -> None:
        """One row, how many have an answer, and what was said of this one."""
        ...

    def key(self, keys: dict[str, str]) -> str:
        """A key that was pressed, after a line that says what there is to press."""
        ...

    def line(self, asked: str) -> str:
        """A line that was written."""
        ...

    def tell(self, message: str) -> None:
        """One line of advice."""
        ...


@dataclass(slots=True)
class Round:
    """Asks for the rows that have no answer yet, in their order. `said` is what was said before, and grows."""

    kind: AuditKind
    rows: Sequence[AuditRow]
    said: dict[int, Label]
    keep: Keep
    desk: Desk

    def run(self) -> None:
        """Goes on until every row has an answer, or somebody quits; Ctrl-C and Ctrl-D quit too."""
        at = self._next()
        try:
            while at is not None:
                at = self._ask(at)
        except (KeyboardInterrupt, EOFError):
            return

    def _next(self) -> int | None:
        """The place of the first row without an answer."""
        return next((at for at, row in enumerate(self.rows) if row.number not in self.said), None)

    def _ask(self, at: int) -> int | None:
        """Asks for one row, and gives the place of the one after it; None to stop."""
        row = self.rows[at]
        self.desk.show(row, self.kind, len(self.said), len(self.rows), self.said.get(row.number))
        while True:
            key = self.desk.key(answers(self.kind))
            if key == "q":
                return None
            if key == "b":
                return max(at - 1, 0)
            label = self._wrong() if key == "w" else Label(_VERDICTS[key]) if key in _VERDICTS else None
            if label is not None:
                self.keep(row.number, label)
                self.said[row.number] = label
                return self._next()

    def _wrong(self) -> Label | None:
        """Asks which fields are wrong, and for what would be right; None where somebody thought better of it."""
        fields = {str(place): field for place, field in enumerate(FIELDS[self.kind], start=1)}
        faults: dict[str, Fault] = {}
        while True:
            key = self.desk.key({**fields, "Enter": "that is all", _BACK: "back"})
            if key == _BACK:
                return None
            if key in fields:
                faults[fields[key]] = self._fault(fields[key])
            elif key in _DONE and faults:
                return Label(Verdict.WRONG, tuple(faults.values()))
            elif key in _DONE:
                self.desk.tell("press the number of a field that is wrong.")

    def _fault(self, field: str) -> Fault:
        while True:
            given = self.desk.line(f"right {field} (Enter: not said, {EMPTY}: nothing): ").strip()
            fault = Fault(field, None if not given else "" if given == EMPTY else given)
            problem = problem_of(self.kind, fault)
            if problem is None:
                return fault
            self.desk.tell(problem)
