"""Dates and times as a person reads them: in their language, in their zone, with the zone named."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location

# CLDR sets a narrow space before "PM" that many fonts of terminals lack.
_SPACES: Final = str.maketrans("\u202f\xa0", "  ")

_SPANISH: Final = {"full": "EEEE, dd/MM/yyyy", "long": "dd/MM/yyyy", "medium": "dd/MM/yyyy"}
_FORMS: Final = {
    "es": _SPANISH,
    "es-419": _SPANISH,
    "zh": {"full": "yyyy-MM-dd EEEE", "long": "yyyy-MM-dd", "medium": "yyyy-MM-dd"},
}
"""What the regulations prescribe (R37); elsewhere a date is written as CLDR has it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and a time of day in words, and the place whose clock shows them."""

    date: str
    time: str
    place: str


def long(at: datetime, zone: ZoneInfo, language: str) -> Moment:
    """With the day of the week: ``Monday, November 23, 2026``, ``6:00 PM``, ``Lima, GMT-5``."""
    return _moment(at.astimezone(zone), zone, language, "full")


def short(at: datetime, zone: ZoneInfo, language: str) -> Moment:
    """For lists: ``Nov 23, 2026``."""
    return _moment(at.astimezone(zone), zone, language, "medium")


def day(on: date, language: str) -> str:
    """A day of no clock: ``November 23, 2026``."""
    form = _FORMS.get(language, {}).get("long", "long")
    return format_date(on, form, locale=locale(language)).translate(_SPACES)


@lru_cache(maxsize=512)
def known_zone(name: str) -> ZoneInfo | None:
    """The zone of this IANA name, or None: profiles hold all kinds of names."""
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


@lru_cache(maxsize=16)
def zone(name: str) -> ZoneInfo:
    """A policy's zone, which was checked when the policy was read."""
    return ZoneInfo(name)


@lru_cache(maxsize=1024)
def _moment(local: datetime, zone: ZoneInfo, language: str, length: str) -> Moment:
    cldr = locale(language)
    form = _FORMS.get(language, {}).get(length, length)
    return Moment(
        format_date(local, form, locale=cldr).translate(_SPACES),
        format_time(local, "short", tzinfo=zone, locale=cldr).translate(_SPACES),
        _place(zone, language, local.utcoffset() or timedelta()),
    )


@lru_cache(maxsize=512)
def _place(zone: ZoneInfo, language: str, offset: timedelta) -> str:
    city = get_timezone_location(zone, locale=locale(language), return_city=True)
    gmt = _gmt(offset)
    return gmt if city in {"UTC", "GMT"} else f"{city}, {gmt}"


def _gmt(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "GMT"
    hours, rest = divmod(abs(minutes), 60)
    return f"GMT{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


@lru_cache(maxsize=16)
def locale(language: str) -> Locale:
    """CLDR's data for one of our languages."""
    return Locale.parse(language, sep="-")
