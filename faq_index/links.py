"""Decides whether a link may be shown to people who trust this desk (C4)."""

import ipaddress
import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

LONGEST_LINK: Final = 2_000

_STRAY: Final = re.compile(r"[\s\\<>\"\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_NUMERIC_HOST: Final = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)
_INSIDE: Final = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def refusal(link: str, *, inside: bool = False) -> str | None:
    """Why a link is not taken, as the end of a sentence that begins with its column; None if it is.

    Taken are absolute http(s) links without credentials, to hosts of the outside world; hosts of
    an own network over https only, unless `inside` says that all of it may be reached.
    """
    if len(link) > LONGEST_LINK:
        return f"is longer than {LONGEST_LINK} characters"
    if _STRAY.search(link):
        return "holds a space or another character that no link has"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
        _ = parts.port  # an impossible port shows only when it is read
    except ValueError:
        return "is not a link that can be read"
    return _refused_parts(parts, host.rstrip("."), inside)


def _refused_parts(parts: SplitResult, host: str, inside: bool) -> str | None:
    if parts.scheme not in {"http", "https"}:
        return "must begin with https:// or http://"
    if not host:
        return "names no host"
    if "@" in parts.netloc:
        return "holds a user name or a password"
    address = _address(host)
    if address is None and _NUMERIC_HOST.fullmatch(host):
        return "names its host by an unusual number"
    if parts.scheme == "http" and not inside and _is_inside(host, address):
        return "leads to a private host over http"
    return None


@lru_cache(maxsize=1_000)  # a FAQ's links lead to few hosts
def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_inside(host: str, address: ipaddress.IPv4Address | ipaddress.IPv6Address | None) -> bool:
    if address is not None:
        return not address.is_global
    return "." not in host or host.endswith(_INSIDE)
