"""Logs help the operator and tell nobody a secret (H1, H2)."""

import json
import logging
import sys
import threading
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
    logging.raiseExceptions = True
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


@pytest.mark.parametrize(
    "words",
    ["a\nb\x1b[31m\r\x9b2J\u2028\x00\u202e", "x" * 1_000_000, "\x00" * 1_000_000, "\ud800" * 9_000],
    ids=["controls", "long", "long once escaped", "half pairs"],
)
def test_h2_one_event_is_one_short_line_without_controls(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    logs.set_up("INFO", [])
    structlog.get_logger().info("odd", **{f"field{number}": words for number in range(20)})
    logging.getLogger("other.library").error("it said %s", words)
    text = capsys.readouterr().err
    assert len(text.splitlines()) == text.count("\n") == 2
    assert all(len(each.encode()) <= logs.LONGEST_LINE for each in text.splitlines())
    assert all(" " <= each <= "~" for each in text.replace("\n", ""))
    assert all(json.loads(each)["level"] for each in text.splitlines())


def test_h2_a_long_traceback_keeps_where_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", [])
    try:
        dict[str, str]()["x" * 10_000 + " because of the disk"]
    except KeyError:
        structlog.get_logger().exception("boom")
    (line,) = lines(capsys)
    assert line["exception"].startswith("Traceback")
    assert line["exception"].endswith("because of the disk'")


def test_h2_what_cannot_be_shown_does_not_cost_the_event(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Broken:
        def __str__(self) -> str:
            raise RuntimeError(CANARY)

    logs.set_up("INFO", [CANARY])
    structlog.get_logger().info("odd", it=Broken(), big=10**5000, nan=float("nan"))
    logging.getLogger("other.library").error("%d of %s", "no number", CANARY)
    assert CANARY not in (text := capsys.readouterr().err)
    assert json.loads(text.splitlines()[0])["it"] == "(Broken that cannot be shown)"


def test_h1_what_nobody_catches_ends_in_the_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logs.set_up("INFO", [CANARY])
    logs.catch_uncaught()

    def fail() -> None:
        raise RuntimeError(f"https://x/bot{CANARY}/getMe")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    found = lines(capsys)
    assert [each["event"] for each in found] == ["tidings.uncaught"] * 2
    assert all("bot***/getMe" in each["exception"] for each in found)


def test_an_error_of_ours_is_counted_at_every_level() -> None:
    counted: list[str] = []
    logs.set_up("ERROR", [], counted.append)
    log = structlog.get_logger()
    log.info("front.fine")
    log.warning("front.odd")
    log.error("front.broken")
    log.exception("front.broken", exc_info=ValueError())
    assert counted == ["front.broken", "front.broken"]


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("ERROR", [])
    structlog.get_logger().warning("quiet")
    assert lines(capsys) == []
