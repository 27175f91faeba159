"""The descriptor of MLCommons Croissant 1.0, as JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.products.exports.about import About
from dateline.products.exports.kinds import Format
from dateline.products.exports.schema import Column, Kind, Table
from dateline.products.exports.tabular.datapackage import as_json
from dateline.products.exports.writing import Written

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {
    Kind.TEXT: "sc:Text",
    Kind.WHOLE: "sc:Integer",
    Kind.NUMBER: "sc:Float",
    Kind.YES_NO: "sc:Boolean",
    Kind.DAY: "sc:Date",
    Kind.MONTH: "sc:Text",
    Kind.LIST: "sc:Text",
}
_MEDIA = {Format.CSV: "text/csv", Format.PARQUET: "application/x-parquet"}


def croissant(tables: Sequence[Table[Any]], about: About, written: Sequence[Written]) -> bytes:
    """The descriptor of the tables as they were written."""
    pairs = list(zip(tables, written, strict=True))
    return as_json(
        {
            "@context": _CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": about.name,
            "description": about.description,
            "distribution": [_file(file, about) for _, file in pairs],
            "recordSet": [_records(table, file) for table, file in pairs],
        }
    )


def _file(file: Written, about: About) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": _MEDIA[about.format],
        "sha256": file.sha256,
    }


def _records(table: Table[Any], file: Written) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.title,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(column, table, file) for column in table.columns],
    }


def _field(column: Column[Any], table: Table[Any], file: Written) -> dict[str, Any]:
    """A column. What leads to other tables is told in the data package alone: readers of Croissant would join them, empty cells too."""
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.rule,
        "dataType": _TYPES[column.kind],
        "source": {"fileObject": {"@id": file.name}, "extract": {"column": column.name}},
    }
