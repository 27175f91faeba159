"""All tables of an export, with their descriptors."""

from __future__ import annotations

from functools import partial

from dateline.products.exports.job import Job
from dateline.products.exports.kinds import Format
from dateline.products.exports.tables import TABLES
from dateline.products.exports.tabular.codebook import codebook_csv, codebook_markdown
from dateline.products.exports.tabular.croissant import croissant
from dateline.products.exports.tabular.csv_files import csv_part
from dateline.products.exports.tabular.datapackage import datapackage
from dateline.products.exports.tabular.parquet_files import parquet_part
from dateline.products.exports.writing import MARK, Layout


def tables_layout(job: Job) -> Layout:
    """The tables as CSV or Parquet."""
    about = job.about
    part = csv_part if about.format is Format.CSV else parquet_part
    parts = [part(table, job.contents, job.rights) for table in TABLES]
    beside = ["croissant.json", "codebook.md", "codebook.csv"]
    names = [*(one.name for one in parts), *beside]
    return Layout(
        parts,
        (
            (MARK, partial(datapackage, TABLES, about, names)),
            ("croissant.json", partial(croissant, TABLES, about)),
            ("codebook.md", lambda _: codebook_markdown(TABLES)),
            ("codebook.csv", lambda _: codebook_csv(TABLES)),
        ),
    )
