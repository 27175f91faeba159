"""`dateline verify`: a collection checked."""

from __future__ import annotations

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.inputs import READ, SOME_REJECTED, is_for_people, write_line


def verify(collection: Place = None, to: ReportTo = None) -> None:
    """Check a collection: every page there and whole, every row what its readings say, every count right.

    Example: dateline verify -c my-collection
    """
    with collection_at(collection) as opened:
        report = opened.verify()
    if is_for_people(to):
        for finding in report.findings:
            write_line(f"{finding.code}: {finding.where}: {finding.message}")
        told = f"{len(report.findings):,} findings" if report.findings else "all is well"
        write_line(
            f"{report.articles:,} articles, {report.stories:,} stories, {report.pages:,} pages: {told}."
        )
    else:
        write_line(report.to_json())
    raise typer.Exit(SOME_REJECTED if report.findings else READ)
