"""Citations as BibTeX, for LaTeX that reads UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from dateline.products.citations.passage import Passage, keys_of

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    }
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def written(passages: Sequence[Passage]) -> str:
    """One `@article` a passage; its words and the hash of its page are the note."""
    return "\n".join(_entry(passage, key) for passage, key in zip(passages, keys_of(passages), strict=True))


def _entry(passage: Passage, key: str) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(passage))
    return f"@article{{{key},\n{fields}}}\n"


def _fields(passage: Passage) -> Iterator[tuple[str, str]]:
    if passage.authors:
        yield "author", "{" + " and ".join(f"{{{_escaped(author)}}}" for author in passage.authors) + "}"
    yield "title", f"{{{{{_escaped(passage.title or 'untitled')}}}}}"
    yield "journal", f"{{{_escaped(passage.outlet or 'outlet not named')}}}"
    parts = passage.date_parts
    if parts:
        yield "year", f"{{{parts[0]}}}"
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]
    if len(parts) > 2:
        yield "day", f"{{{parts[2]}}}"
    if passage.url:
        yield "url", f"{{{quote(passage.url, safe=_PLAIN_IN_ADDRESSES)}}}"
    yield "language", f"{{{passage.language}}}"
    yield "note", f"{{{_escaped(passage.note)}}}"


_PLAIN_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%-._~"


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
