"""One style sheet: that of briefings, then what the screens add."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

_OF_BRIEFINGS = ("tokens.css", "briefing.css")
_A_YEAR = "public, max-age=31536000, immutable"


@cache
def sheet() -> str:
    """The rules of all screens."""
    briefing = files("dateline.products.briefing").joinpath("templates")
    ours = files("dateline.web").joinpath("static", "css")
    parts = [briefing.joinpath(name).read_text(encoding="utf-8") for name in _OF_BRIEFINGS]
    names = sorted(entry.name for entry in ours.iterdir() if entry.name.endswith(".css"))
    parts += [ours.joinpath(name).read_text(encoding="utf-8") for name in names]
    return "\n".join(parts)


@cache
def version() -> str:
    """Changes with the rules: the address of the sheet holds it, so that browsers may keep it."""
    return sha256(sheet().encode()).hexdigest()[:12]


def style_sheet(_: Request) -> Response:
    """The sheet, which a browser needs once."""
    return Response(sheet(), media_type="text/css", headers={"Cache-Control": _A_YEAR})
