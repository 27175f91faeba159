"""What a reader chooses: time zone, light or dark, keys. It is kept in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from starlette.requests import Request

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """A reader's choices. `has_keys` is whether single keys do something."""

    zone: str = "UTC"
    theme: str = "auto"
    has_keys: bool = True

    @property
    def time_zone(self) -> ZoneInfo:
        """The time zone that hours are shown in."""
        return ZoneInfo(self.zone)


def settings_of(request: Request) -> Settings:
    """What the reader chose; what is usual where nothing, or nonsense, was chosen."""
    zone, theme = request.cookies.get("zone", "UTC"), request.cookies.get("theme", "auto")
    return Settings(
        zone.replace("%2F", "/") if zone.replace("%2F", "/") in available_timezones() else "UTC",
        theme if theme in THEMES else "auto",
        request.cookies.get("keys") != "off",
    )
