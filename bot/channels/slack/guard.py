"""Whether a request is Slack's own and holds what Slack would send: decided before Bolt sees it."""

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import parse_qsl

TOLERANCE: Final = 300.0
"""Seconds; "more than five minutes from local time" may be a replay:
https://docs.slack.dev/authentication/verifying-requests-from-slack."""

_STAMP: Final = re.compile(r"[0-9]{1,12}")
_SIGNATURE: Final = re.compile(r"v0=[0-9a-f]{64}")
_SURROGATE: Final = re.compile(r"\\ud[89ab]", re.IGNORECASE)


class Forged(Exception):
    """Not signed by Slack with our secret, or signed too long ago (A3)."""


class Malformed(Exception):
    """Signed, but nothing that Slack sends (A5)."""


def check_signature(
    secret: str, body: bytes, stamps: Sequence[str], signatures: Sequence[str], now: float
) -> None:
    """Raise Forged unless the one signature fits the body and the one stamp, which is recent."""
    if len(stamps) != 1 or len(signatures) != 1:
        raise Forged("headers")
    (stamp,), (signature,) = stamps, signatures
    if not _STAMP.fullmatch(stamp) or not _SIGNATURE.fullmatch(signature):
        raise Forged("format")
    if abs(now - int(stamp)) > TOLERANCE:
        raise Forged("stale")
    signed = hmac.new(secret.encode(), b"v0:%s:%s" % (stamp.encode(), body), hashlib.sha256)
    if not secret or not hmac.compare_digest(f"v0={signed.hexdigest()}", signature):
        raise Forged("signature")


def read_shape(body: bytes, content_type: str) -> dict[str, Any]:
    """The one JSON object, alone or in a form's `payload`, or the form's fields. Raises Malformed.

    The same ways in as Bolt's own parser, which trusts what it reads.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("encoding") from None
    if content_type.partition(";")[0].strip() == "application/json" or text.startswith("{"):
        return _read_json(text)
    fields = parse_form(text)
    if "payload" in fields:
        return _read_json(fields["payload"])
    if not ({"command", "ssl_check"} & fields.keys()):
        raise Malformed("form")
    return fields


def parse_form(text: str) -> dict[str, str]:
    """The fields of a form. Raises Malformed for one with too many or with any of them twice."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        raise Malformed("form") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Malformed("form")
    return fields


def _read_json(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text, parse_constant=_refuse, object_pairs_hook=_distinct)
        if _SURROGATE.search(text):
            json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Malformed("json") from None
    if not isinstance(body, dict):
        raise Malformed("json")
    return body


def _refuse(constant: str) -> None:
    raise Malformed(constant)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("keys")
    return found
