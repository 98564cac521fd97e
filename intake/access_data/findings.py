"""What can be found in a text, and where in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a finding is, the more telling first; also the word that stands in its place."""

    TID = "tid"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    KEY = "key"
    """Of an interface or a licence, and blocks of a private key."""
    TOKEN = "token"  # noqa: S105 - the name of a kind
    LOGIN = "login"
    """Who logs in, beside their password."""
    CARD = "card"
    IBAN = "iban"
    EMAIL = "e-mail"
    PHONE = "phone"
    NAME = "name"


ACCESS: Final = frozenset({Kind.PASSWORD, Kind.KEY, Kind.TOKEN, Kind.LOGIN, Kind.CARD, Kind.IBAN})
"""What opens something or pays; the other kinds tell who somebody is."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """The characters from `start` up to `end` are of this kind."""

    start: int
    end: int
    kind: Kind
