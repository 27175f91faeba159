"""What a reader chooses: time zone, light or dark, keys, up to when conflicts were looked at. It is kept in the browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo, available_timezones

from starlette.requests import Request
from starlette.responses import Response

NAME = "by"
"""The field in which somebody says who decides, and the cookie that remembers it."""
LONGEST_NAME, _YEAR = 80, 365 * 24 * 3600
SEEN = "seen"
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """A reader's choices. `has_keys` is whether single keys do something, `name` who decides, `seen` the instant (UTC) up to which conflicts were
    looked at."""

    zone: str = "UTC"
    theme: str = "auto"
    has_keys: bool = True
    name: str = ""
    seen: str | None = None

    @property
    def time_zone(self) -> ZoneInfo:
        """The time zone that hours are shown in."""
        return ZoneInfo(self.zone)


def settings_of(request: Request) -> Settings:
    """What the reader chose; what is usual where nothing, or nonsense, was chosen."""
    zone, theme = request.cookies.get("zone", "UTC"), request.cookies.get("theme", "auto")
    seen = request.cookies.get(SEEN, "")
    return Settings(
        zone.replace("%2F", "/") if zone.replace("%2F", "/") in _zones() else "UTC",
        theme if theme in THEMES else "auto",
        request.cookies.get("keys") != "off",
        " ".join(unquote(request.cookies.get(NAME, "")).split())[:LONGEST_NAME],
        seen if _INSTANT.fullmatch(seen) else None,
    )


@cache
def _zones() -> frozenset[str]:
    """The names of all time zones: they lie in hundreds of files."""
    return frozenset(available_timezones())


def keep_name(answer: Response, name: str | None) -> Response:
    """The answer, which has the browser remember who decides."""
    if name:
        answer.set_cookie(NAME, quote(name[:LONGEST_NAME]), max_age=_YEAR, samesite="strict")
    return answer


def keep_seen(answer: Response, instant: str) -> Response:
    """The answer, which has the browser remember that conflicts were looked at up to an instant."""
    answer.set_cookie(SEEN, instant, max_age=_YEAR, samesite="strict")
    return answer
