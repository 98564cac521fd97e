"""Finds what gives somebody access, or tells who somebody is, in words that people wrote (R11)."""

from intake.access_data.finding import (
    LONGEST,
    Hidden,
    find,
    find_access,
    hide,
    holds_mark,
    masked,
    opens_after,
)
from intake.access_data.findings import ACCESS, Finding, Kind

__all__ = [
    "ACCESS",
    "LONGEST",
    "Finding",
    "Hidden",
    "Kind",
    "find",
    "find_access",
    "hide",
    "holds_mark",
    "masked",
    "opens_after",
]
