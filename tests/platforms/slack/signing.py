"""Requests to the bot as Slack signs them, and as Slack never would."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.platforms.slack.rules import Json

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RawRequest:
    """A body and its headers, right or wrong, to be posted as they are."""

    body: bytes
    headers: Headers

    def with_headers(self, *replaced: tuple[str, str]) -> "RawRequest":
        """The request with those headers in place of its own of the same names."""
        names = {name for name, _ in replaced}
        kept = tuple(header for header in self.headers if header[0] not in names)
        return RawRequest(self.body, kept + replaced)

    def with_more(self, *headers: tuple[str, str]) -> "RawRequest":
        """The request with those headers added, even a second time."""
        return RawRequest(self.body, self.headers + headers)


@dataclass(frozen=True)
class Signer:
    """The keeper of a signing secret.

    https://docs.slack.dev/authentication/verifying-requests-from-slack
    """

    secret: str

    def signature(self, body: bytes, ts: str) -> str:
        """The `v0` signature of a body at a time."""
        base = f"v0:{ts}:".encode() + body
        return "v0=" + hmac.new(self.secret.encode(), base, hashlib.sha256).hexdigest()

    def signed(self, body: bytes | str, *, ts: float | str) -> RawRequest:
        """A JSON body with a right signature for that timestamp, which may be nonsense (A3)."""
        raw = body.encode() if isinstance(body, str) else body
        stamp = ts if isinstance(ts, str) else str(int(ts))
        return RawRequest(raw, self._headers(raw, stamp, "application/json"))

    def signed_form(self, fields: Json, *, ts: float) -> RawRequest:
        """A form body with a right signature: commands and interactions come so."""
        raw = urlencode(fields).encode()
        form = "application/x-www-form-urlencoded"
        return RawRequest(raw, self._headers(raw, str(int(ts)), form))

    def _headers(self, body: bytes, stamp: str, content_type: str) -> Headers:
        return (
            ("Content-Type", content_type),
            ("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"),
            ("X-Slack-Request-Timestamp", stamp),
            ("X-Slack-Signature", self.signature(body, stamp)),
        )


def as_json(body: Json) -> bytes:
    """The payload as bytes of JSON."""
    return json.dumps(body).encode()


# What a signed body may hold that is no event (A5).
HOSTILE_BODIES: dict[str, bytes] = {
    "broken": b"{not json",
    "list": b"[]",
    "null": b"null",
    "empty": b"",
    "number": b"1e999",
    "nested": b"[" * 100_000,
    "nested object": b'{"a":' * 100_000,
    "not a number": b'{"type": NaN}',
    "lone surrogate": b'{"type": "event_callback", "event": {"text": "\\ud800"}}',
    "duplicate keys": b'{"type": "event_callback", "type": "url_verification"}',
    "not utf-8": b'{"type": "\xff\xfe"}',
    "huge": b'{"type": "' + b"x" * 5_000_000 + b'"}',
}
