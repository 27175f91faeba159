"""Which files of a folder are pages: all but those that browsers save beside a page, and those that no page is kept in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PAGES = (".html", ".htm", ".xhtml", ".shtml")
# How browsers and Windows name the folder of "page.html", in the languages that they speak.
_BESIDE = tuple(
    "_files .files -files _dateien -dateien _fichiers _bestanden _archivos _file -filer _filer _ficheiros _arquivos "
    "_tiedostot _pliki _soubory _elemei _dosyalar _datoteke _fitxers _fitxategiak _failid _fails _bylos _fajlovi".split()
)
_RESOURCES = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .bmp .ico .svg .tif .tiff .woff .woff2 .ttf .otf .eot .mp3 .mp4 .m4a "
    ".ogg .wav .webm .mov .csv .tsv".split()
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files of a folder that were left out: those that belong to saved pages, those that are told from their names to
    be no pages (pictures, scripts, fonts, tables), and links that lead outside: a folder that somebody else filled must not say
    what else is read."""

    folder: str
    belonging: int
    other: int
    outside: int = 0

    @property
    def count(self) -> int:
        return self.belonging + self.other + self.outside

    @property
    def message(self) -> str:
        """One line for people."""
        parts = []
        if self.belonging:
            parts.append(f"{_files(self.belonging)} that {_verb(self.belonging)} to saved pages")
        if self.other:
            what = "that is no page" if self.other == 1 else "that are no pages"
            parts.append(f"{_files(self.other)} {what} (pictures, styles, scripts, tables)")
        if self.outside:
            what = "is a link" if self.outside == 1 else "are links"
            parts.append(
                f"{_files(self.outside)} that {what} to places outside (name those places to read them)"
            )
        return f"{self.folder}: skipped {' and '.join(parts)}."


@dataclass(frozen=True, slots=True)
class Contents:
    """What a folder holds: the files that may be pages, what was skipped, and the folders that the system did not let be opened."""

    pages: list[Path]
    skipped: Skipped
    shut: list[OSError]


def pages_in(folder: Path) -> Contents:
    """The files of a folder and of those in it that may be pages, in the order of their paths, hidden ones left out."""
    pages: list[Path] = []
    shut: list[OSError] = []
    belonging = other = outside = 0
    inside = Path(os.path.realpath(folder))
    for path, is_beside in _files_in(folder, shut.append):
        if _is_link(path) and not Path(os.path.realpath(path)).is_relative_to(inside):
            outside += 1
        elif is_beside:
            belonging += 1
        elif is_resource(path.name):
            other += 1
        else:
            pages.append(path)
    return Contents(pages, Skipped(str(folder), belonging, other, outside), shut)


def is_resource(name: str) -> bool:
    """Whether a file is told from its name to be no page: pictures, sound, fonts, styles, scripts, tables."""
    return Path(name).suffix.lower() in _RESOURCES


def _files_in(folder: Path, on_shut: Callable[[OSError], None]) -> Iterator[tuple[Path, bool]]:
    """Regular files under a folder with whether they stand in the folder of a saved page."""
    beside: set[str] = set()
    for where, folders, names in os.walk(folder, onerror=on_shut):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        is_beside = where in beside
        of_pages = _names_beside(names)
        beside.update(str(Path(where, name)) for name in folders if is_beside or name.casefold() in of_pages)
        for name in sorted(names):
            path = Path(where, name)
            if not name.startswith(".") and _may_be_file(path):
                yield path, is_beside


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:
        return False


def _may_be_file(path: Path) -> bool:
    """Whether it is a regular file; so is what the system does not let be looked at, since whoever opens it will say why not."""
    try:
        return path.is_file()
    except OSError:
        return True


def _names_beside(names: list[str]) -> set[str]:
    """What the folder of each saved page among some files may be called."""
    stems = [Path(name).stem for name in names if Path(name).suffix.lower() in _PAGES]
    return {f"{stem}{end}".casefold() for stem in stems for end in _BESIDE}


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _verb(count: int) -> str:
    return "belongs" if count == 1 else "belong"
