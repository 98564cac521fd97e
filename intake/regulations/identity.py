"""Who somebody is to the desk: customers, and what proves that a person is one of theirs (R7).

A typed e-mail address proves nothing. A code that was read in its mailbox does, a profile that a
trusted workspace vouches for, or a link that staff sent.
"""

import hmac
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final, Literal, NewType
from urllib.parse import urlsplit

CustomerId = NewType("CustomerId", str)
NOBODY: Final = CustomerId("")
Sealed = NewType("Sealed", str)
"""What is left of a secret: it can be compared, and not be read."""

Via = Literal["code", "workspace", "link", "forgotten"]
"""What proved it; `forgotten` where its owner wants no profile to speak for them any more."""

_DASHES: Final = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014\t\n")


class Seal:
    """Turns licence keys, coupons, codes and links into what may be kept: a keyed hash
    (HMAC-SHA256), which without the key cannot even be tried out."""

    __slots__ = ("_key",)

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def of(self, kind: Literal["key", "coupon", "code", "link"], secret: str) -> Sealed:
        """The same for the same secret, however it is spaced, dashed or cased."""
        plain = secret.translate(_DASHES).upper()
        return Sealed(hmac.new(self._key, f"{kind}:{plain}".encode(), sha256).hexdigest())


@dataclass(frozen=True, slots=True)
class Licence:
    """What a customer owns. Accounts are told apart by e-mail or by one of the `urls` (R12)."""

    product: str = ""
    edition: str = ""
    key: Sealed | None = None
    urls: tuple[str, ...] = ()
    """Of the cloud account or of where it is hosted, as `place` has them."""
    since: date | None = None
    valid_until: date | None = None
    """The last day of support; where it is not said, `since` and the level tell it (R24)."""


@dataclass(frozen=True, slots=True)
class Customer:
    """Whoever the desk owes something, with the people who may ask in their name."""

    id: CustomerId
    name: str = ""
    category: str = ""
    people: tuple[str, ...] = ()
    """E-mail addresses, as `address` has them."""
    registered: bool = True
    """The company's own data are complete."""
    licences: tuple[Licence, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """That a chat account is who it says; it lasts until the person ends it."""

    via: Via
    at: datetime
    email: str = ""
    customer: CustomerId = NOBODY
    """Of a link that staff sent; an address tells its customers by itself."""


@dataclass(frozen=True, slots=True)
class Coupon:
    """One VIP request of a customer's (R16)."""

    seal: Sealed
    customer: CustomerId
    spent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Usable:
    """A coupon that can be spent, and how many its customer may spend since when."""

    coupon: Coupon
    most: int
    since: datetime


CodeId = NewType("CodeId", int)

SHORTEST_COUPON: Final = 8
"""Letters and digits: a shorter one could be guessed."""
CODE_LASTS: Final = timedelta(minutes=10)
CODE_TRIES: Final = 5
CODE_DIGITS: Final = 6
MAIL_EVERY: Final = timedelta(minutes=1)
"""One code at most goes to one address in this time ..."""
A_DAY: Final = timedelta(days=1)
MAILS_A_DAY: Final = 10
"""... and so many in a day, to one address or for one account (F11)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that somebody asked for, to be read in the mailbox of the address they gave."""

    id: CodeId
    person: str
    email: str
    asked_at: datetime
    seal: Sealed | None = None
    """Of the code; none was sent as long as there is nothing."""
    mailed_at: datetime | None = None
    tries: int = 0
    """Wrong ones so far."""

    def is_open(self, at: datetime) -> bool:
        """Whether it can still prove anything."""
        return bool(self.seal and self.mailed_at) and self.tries < CODE_TRIES and self.lives(at)

    def lives(self, at: datetime) -> bool:
        return at < (self.mailed_at or self.asked_at) + CODE_LASTS


@dataclass(frozen=True, slots=True)
class Link:
    """What staff send to somebody whom they know by other means; it is used once (F7)."""

    seal: Sealed
    customer: CustomerId
    until: datetime
    person: str = ""
    """The only account that may use it; empty for any."""
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the desk knows of whoever asks, and what they say of themselves."""

    proof: Proof | None = None
    customers: tuple[Customer, ...] = field(default=())
    """Whom the proof shows them to belong to."""
    url: str = ""
    edition: str = ""


UNKNOWN: Final = Standing()


def address(email: str) -> str:
    """An e-mail address as it is compared."""
    return email.strip().casefold()


def place(url: str) -> str:
    """A URL as accounts are told apart by it: the host, without `www.`, and the path; nothing
    where there is none."""
    written = url.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return f"{host}{parts.path.rstrip('/')}" if "." in host else ""


def is_at(url: str, places: tuple[str, ...]) -> bool:
    """Whether the URL is one of these places, or a page of one."""
    asked = place(url)
    return any(asked == each or asked.startswith(f"{each}/") for each in places if asked and each)
