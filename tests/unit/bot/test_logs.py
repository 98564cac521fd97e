"""Logs help the operator and tell nobody a secret (H1, H2)."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

CANARY = "canary-7f3a9c"


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = before, level
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_h1_a_secret_is_blotted_out_wherever_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("DEBUG", [CANARY, ""])
    log = structlog.get_logger()
    log.info(f"key {CANARY}", url=f"https://x/bot{CANARY}/getMe", nested={"a": [CANARY]}, n=1)
    logging.getLogger("other.library").warning("failed for %s", CANARY)
    try:
        int(f"bad {CANARY}")
    except ValueError:
        log.exception("boom")
        logging.getLogger("other.library").exception("boom")
    text = capsys.readouterr().err
    assert CANARY not in text
    assert text.count("***") >= 5
    assert "ValueError" in text


def test_h1_addresses_with_tokens_are_not_logged_at_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.set_up("DEBUG", [])
    logging.getLogger("httpx").info("HTTP Request: POST https://x/bot%s/getMe", CANARY)
    assert CANARY not in capsys.readouterr().err


def test_h2_one_event_is_one_line_of_bounded_length(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", [])
    structlog.get_logger().info("odd", words="a\nb\x1b[31m", long="x" * 1_000_000)
    (line,) = lines(capsys)
    assert line["words"] == "a\nb\x1b[31m"
    assert len(json.dumps(line)) < 8_000


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("ERROR", [])
    structlog.get_logger().warning("quiet")
    assert lines(capsys) == []
