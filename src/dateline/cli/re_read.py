"""`dateline re-read`: kept pages read again."""

from __future__ import annotations

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED, is_for_people, write_line
from dateline.cli.messages import errors, say
from dateline.cli.options import Overlays, OwnOntology, ReadTier, Tier, Workers
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.progress import reading_progress
from dateline.store import RereadReport


def re_read(
    collection: Place = None,
    to: ReportTo = None,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Read the pages of a collection again, with the program and tables of today. `dateline diff` then says what changed.

    Example: dateline re-read -c my-collection
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    with collection_at(collection) as opened, reading_progress(errors, None) as progress:

        def told(report: RereadReport) -> None:
            progress.told(report.changed + report.unchanged, report.rejected)

        report = opened.reread(workers=workers, tier=tier.value, told=told)
        orphans = sum(row.standing == "orphan" for row in opened.corrections())
    for rejection in report.rejections:
        say(f"{rejection.code}: {rejection.message}")
    if report.missing:
        say(f"{report.missing} pages are not there or damaged: `dateline verify` names them; add them again.")
    if orphans:
        say(
            f"decisions whose words or row are gone, or say something else: {orphans:,}; `dateline corrections` lists them as orphans."
        )
    if is_for_people(to):
        taken_up = f", taken up after {report.before:,} pages" if report.before else ""
        write_line(f"run {report.run}{taken_up}: {report.changed:,} changed, {report.unchanged:,} as before.")
    else:
        write_line(report.to_json())
    if not report.before + report.changed + report.unchanged:
        raise typer.Exit(NOTHING_DONE)
    raise typer.Exit(SOME_REJECTED if report.rejected or report.missing else READ)
