"""A secret is found in whatever form somebody repeats it (H1)."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest

from bot.secrecy import Blotter

TELEGRAM = "123456789:AAE-canaryTELEGRAM_0123456789abcdefg"
SLACK = "xoxb-111111111111-222222222222-canarySLACKcanarySLACK"
PASSWORD = "canary p@ss/wörd+1"
HALVES = ("canaryTELEGRAM", "canarySLACK", "p@ss", "p%40ss", "AAE-ca", "canary")

FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda secret: f"https://api.example/bot{secret}/getMe",
    "in an address": lambda secret: f"https://x/?{urlencode({'key': secret})}",
    "quoted": lambda secret: quote(secret, safe=""),
    "quoted in small letters": lambda secret: quote(secret, safe="").lower(),
    "in JSON": lambda secret: json.dumps({"token": secret}),
    "as Python shows it": lambda secret: repr({"token": secret}),
    "as the user of basic access": lambda s: b64encode(f"{s}:".encode()).decode(),
    "as the password of basic access": lambda s: b64encode(f"me:{s}".encode()).decode(),
    "in base64 for addresses": lambda s: urlsafe_b64encode(f"user:{s}".encode()).decode(),
    "in hexadecimal": lambda secret: secret.encode().hex(),
    "shortened for show": lambda secret: f"{secret[: len(secret) * 2 // 3]}…",
    "without its first part": lambda secret: secret.rpartition(":")[2],
}


@pytest.mark.parametrize("secret", [TELEGRAM, SLACK, PASSWORD])
@pytest.mark.parametrize("form", FORMS)
def test_h1_every_form_of_a_secret_is_blotted_out(secret: str, form: str) -> None:
    shown = FORMS[form](secret)
    clean = Blotter([SLACK, TELEGRAM, PASSWORD]).clean(f"before {shown} after")
    assert clean.startswith("before ")
    assert clean.endswith(" after")
    assert "***" in clean
    assert not any(half.lower() in clean.lower() for half in HALVES)
    kept = len(clean) - len("before  after")
    assert kept < len(shown) / 2 or kept < 40


@pytest.mark.parametrize("stranger", [TELEGRAM, SLACK, "postgresql://desk:hunter2@db/tidings"])
def test_h1_what_looks_like_a_secret_is_one(stranger: str) -> None:
    clean = Blotter([]).clean(f"cannot reach /bot{stranger}/getMe")
    assert not any(part in clean for part in ("canary", "hunter2"))
    assert "***" in clean


@pytest.mark.parametrize(
    "words",
    [
        "telegram:8812 was taken",
        "slack:T1/U2",
        "at 2026-11-24T10:00:00",
        "https://docs.example/a:b",
    ],
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert Blotter([TELEGRAM, SLACK, ""]).clean(words) == words
