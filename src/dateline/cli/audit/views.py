"""What people see of samples and scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.products.audits import Agreement, AuditScore, LabellerScore, Share
from dateline.products.wording import counted
from dateline.store.auditing import Audit, Label, Verdict


def audit_line(audit: Audit) -> str:
    """A sample in one line: what it is, what it was drawn from, who labelled how much of it."""
    asked = "; ".join(f"{name.replace('_', '-')} {_words(value)}" for name, value in audit.filters.items())
    parts = [
        f"{audit.name}: {audit.drawn:,} of {audit.population:,} {audit.kind.value}",
        f"drawn {audit.made[:10]} with seed {audit.seed}" + (f" where {asked}" if asked else ""),
    ]
    gone = audit.drawn - audit.rows
    if gone:
        parts.append(f"{gone:,} taken back since")
    labelled = ", ".join(f"{count:,} by {by}" for by, count in sorted(audit.labels.items()))
    return ", ".join(parts) + f"; labelled: {labelled or 'none yet'}"


def _words(value: str | list[str] | None) -> str:
    return " or ".join(value) if isinstance(value, list) else value or ""


def said_of(label: Label) -> str:
    """What somebody said of a row, in words."""
    if label.verdict is not Verdict.WRONG:
        return label.verdict.value
    values = (
        f"{fault.field}" + ("" if fault.value is None else f" → {fault.value or 'nothing'}")
        for fault in label.faults
    )
    return f"wrong: {', '.join(values)}"


def score_tables(score: AuditScore) -> Group:
    """The sample, a table for each labeller, a paragraph for each two of them."""
    parts: list[RenderableType] = [Text(audit_line(score.audit)), Text("")]
    parts += [_labeller(found, score.audit.rows) for found in score.labellers]
    parts += [_agreement(found) for found in score.agreements]
    return Group(*parts)


def _labeller(found: LabellerScore, rows: int) -> Table:
    title = f"{found.by}: {found.labelled:,} of {rows:,} rows labelled, {found.skipped:,} skipped"
    table = Table(title=title, title_justify="left")
    for heading in ("", "right", "of", "precision", "95 % interval"):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    groups = (
        (("all is right", found.precision), ("is there at all", found.exists)),
        tuple((part.name, part.precision) for part in found.fields),
        tuple((part.name, part.precision) for part in found.types),
        tuple((part.name, part.precision) for part in found.statuses),
    )
    for group in groups:
        for name, share in group:
            table.add_row(name, *_cells(share))
        table.add_section()
    return table


def _cells(share: Share) -> Iterable[str]:
    yield from (f"{share.right:,}", f"{share.of:,}")
    if share.share is None or share.low is None or share.high is None:
        yield from ("", "")
    else:
        interval = "none: all rows" if share.is_of_all else f"{share.low:.0%} to {share.high:.0%}"
        yield from (f"{share.share:.0%}", interval)


def _agreement(found: Agreement) -> Text:
    lines = [f"{found.one} and {found.other}: {counted(found.both, 'row')} labelled by both", *_agreed(found)]
    return Text(", ".join(lines))


def _agreed(found: Agreement) -> Iterator[str]:
    if found.agreed.share is not None:
        yield f"agreement {found.agreed.share:.0%}"
        yield (
            f"kappa {found.kappa:.2f}" if found.kappa is not None else "kappa not defined (all answers alike)"
        )
    if found.differ:
        yield f"they differ on rows {', '.join(map(str, found.differ))}"
    if found.fields:
        yield f"both find wrong, in other fields, rows {', '.join(map(str, found.fields))}"
