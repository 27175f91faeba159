"""Dates of feeds and sitemaps to ISO, each with the zone that it came with."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_FIRST_YEAR, _LAST_YEAR = 1980, 2100
# Feeds write their dates in English by their standards, and in the outlet's language in fact.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janv janvier jän jänner ene enero gen gennaio janeiro januari",
            "feb februar february févr fév février febrero febbraio fev fevereiro februari",
            "mar march mär märz mrz mars marzo março maart mrt",
            "apr april avr avril abr abril aprile",
            "may mai mayo mag maggio maio mei",
            "jun june juni juin junio giu giugno junho",
            "jul july juli juil juillet julio lug luglio julho",
            "aug august août aou ago agosto augustus",
            "sep sept september septembre septiembre set settembre setembro",
            "oct october okt oktober octobre octubre ott ottobre out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember déc décembre dic diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "sgt": 480, "hkt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4})-(\d\d?)(?:-(\d\d?)(?:[Tt\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(.{0,20}))?)?\s*\Z",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(?:[^\W\d]{2,12}\.?,?\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(?P<month>[^\W\d]{3,10})\.?"
    r"|(?P<month2>[^\W\d]{3,10})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)"
    r",?[\s-]+(?:de\s+)?(?P<year>\d{4}|\d\d)\b"
    r"(?:(?:,|\s+at|\s+-)?\s+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>.{0,20}))?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OFFSET = re.compile(r"\(?(?:GMT|UTC)?\s*([+-])(\d\d?):?(\d\d)?\)?(?:\s*\(.*)?\Z", re.IGNORECASE)


def iso_of(text: str | None) -> str | None:
    """A date of a feed as ISO, as precise as it is; the zone stays, and one that is not said is not made up. None for what is
    no date, or names a year in which no feed was written."""
    text = (text or "").strip()
    if not text or len(text) > 80:
        return None
    try:
        return _iso(text) or _named(text) or _stamp(text) or _other(text)
    except (ValueError, OverflowError, TypeError):
        return None


def _iso(text: str) -> str | None:
    found = _ISO.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if day is None:
        return f"{dt.date(_year(year), int(month), 1):%Y-%m}"
    if hour is None:
        return dt.date(_year(year), int(month), int(day)).isoformat()
    return _moment((_year(year), int(month), int(day)), (int(hour), int(minute), int(second or 0)), zone)


def _named(text: str) -> str | None:
    found = _NAMED.match(text)
    if not found:
        return None
    month = _MONTHS.get((found["month"] or found["month2"]).lower())
    if month is None:
        return None
    day = (_year(found["year"]), month, int(found["day"] or found["day2"]))
    if found["hour"] is None:
        return dt.date(*day).isoformat()
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    return _moment(day, (hour, int(found["minute"]), int(found["second"] or 0)), found["zone"])


def _moment(day: tuple[int, int, int], time: tuple[int, int, int], zone: str | None) -> str:
    hour, minute, second = time
    later = hour == 24
    moment = dt.datetime(*day, 0 if later else hour, minute, min(second, 59), tzinfo=_zone(zone))
    return (moment + dt.timedelta(days=later)).isoformat()


def _zone(text: str | None) -> dt.timezone | None:
    text = (text or "").strip()
    found = _OFFSET.match(text)
    if found:
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return dt.timezone(dt.timedelta(minutes=minutes if found[1] == "+" else -minutes))
    known = _ZONES.get(text.strip("() .").lower())
    return None if known is None else dt.timezone(dt.timedelta(minutes=known))


def _stamp(text: str) -> str | None:
    """Seconds or milliseconds since 1970, which some programs write."""
    if not re.fullmatch(r"\d{10}(\d{3})?", text):
        return None
    moment = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    return moment.isoformat() if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _other(text: str) -> str | None:
    moment = parsedate_to_datetime(text)
    return moment.isoformat() if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _year(text: str) -> int:
    year = int(text) if len(text) == 4 else 2000 + int(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(text)
    return year
