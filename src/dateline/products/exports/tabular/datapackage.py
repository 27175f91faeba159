"""The descriptor of Frictionless Data: Data Package and Table Schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from dateline.products.exports.about import About
from dateline.products.exports.kinds import Format
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.tabular.csv_files import BETWEEN
from dateline.products.exports.writing import Written

_TYPES = {
    Kind.TEXT: "string",
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.YES_NO: "boolean",
    Kind.DAY: "date",
    Kind.MONTH: "yearmonth",
}
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def datapackage(
    tables: Sequence[Table[Any]], about: About, files: Sequence[str], written: Sequence[Written]
) -> bytes:
    """The descriptor of the tables as they were written; `files` are the names of all files beside it."""
    return as_json(
        {
            "profile": "tabular-data-package" if about.format is Format.CSV else "data-package",
            "name": f"dateline-{about.format}",
            "title": about.name,
            "description": about.description,
            "dateline": {
                "version": about.version,
                "text": about.text.value,
                "filters": dict(about.filters),
                "files": list(files),
            },
            "resources": [_resource(table, file, about) for table, file in zip(tables, written, strict=True)],
        }
    )


def as_json(value: object) -> bytes:
    """JSON for people to read, ending in a line feed."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(table: Table[Any], file: Written, about: About) -> dict[str, Any]:
    form = PurePath(file.name).suffix[1:]
    is_csv = about.format is Format.CSV
    return {
        "profile": "tabular-data-resource" if is_csv else "data-resource",
        "name": table.name,
        "title": table.title,
        "path": file.name,
        "format": form,
        "mediatype": _MEDIA[form],
        **({"encoding": "utf-8"} if is_csv else {}),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dateline:rows": file.rows,
        "schema": {
            "fields": [_field(column, about) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": [_key(one) for one in table.references]} if table.references else {}),
        },
    }


def _key(reference: Reference) -> dict[str, Any]:
    column = [reference.column]
    return {"fields": column, "reference": {"resource": reference.table, "fields": column}}


def _field(column: Column[Any], about: About) -> dict[str, Any]:
    listed = f" Values parted by `{BETWEEN}`." if about.format is Format.CSV else ""
    described = f"{column.rule}.{listed if column.kind is Kind.LIST else ''}"
    constraints: dict[str, Any] = (
        {} if column.may_be_missing or column.kind is Kind.LIST else {"required": True}
    )
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        "type": _type(column, about),
        "description": described,
        **({"dateline:unit": column.unit} if column.unit else {}),
        **({"dateline:missing": column.missing} if column.missing else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _type(column: Column[Any], about: About) -> str:
    if column.kind is Kind.LIST:
        return "string" if about.format is Format.CSV else "array"
    return _TYPES[column.kind]
