"""A time as somebody types it for the desk."""

from datetime import datetime, tzinfo

from intake.errors import IntakeError


class NoSuchTime(IntakeError):
    """A time is written "2026-12-23 17:50", by the desk's clock or with an offset (+01:00)."""


def moment(text: str, zone: tzinfo) -> datetime:
    """Raises NoSuchTime."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NoSuchTime from None
    return at if at.tzinfo else at.replace(tzinfo=zone)
