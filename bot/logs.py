"""Logs that an operator can use and nobody can learn a secret from: one JSON line an event."""

import json
import logging
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any, Final

import structlog
from structlog.typing import EventDict, Processor

from bot.secrecy import Blotter

LONGEST_LINE: Final = 8_000
"""Bytes of one line: somebody else's words never fill a disk (H2)."""
_LONGEST_VALUES: Final = (2_000, 1_000, 300, 80)
"""Characters kept of one value; the first that makes the line short enough is taken."""
_LONGEST_SEARCHED: Final = 16_000
"""Characters searched for secrets: what lies between its two ends is never shown anyway."""
_ALWAYS: Final = ("event", "level", "timestamp", "message")
_LONGEST_NUMBER: Final = 1 << 63
_TALKATIVE: Final = (
    "aiohttp",
    "alembic",
    "dbos",
    "httpcore",
    "httpx",
    "psycopg",
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy",
    "telegram",
    "uvicorn",
)

Count = Callable[[str], None]
"""Told the name of every event that is an error of ours."""

log = structlog.get_logger()


def set_up(level: str, secrets: Iterable[str], count: Count | None = None) -> None:
    """Send everything, other libraries' words included, to stderr, with the secrets blotted out."""
    blotter = Blotter(secrets)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    own: list[Processor] = [_counting(count)] if count else []
    structlog.configure(
        processors=[*own, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                lambda _, __, event: line(event, blotter),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    # What cannot be formatted would be printed raw, arguments and all.
    logging.raiseExceptions = False
    for name in _TALKATIVE:
        # Their INFO lines hold addresses with the token in them, or what people said.
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


def catch_uncaught() -> None:
    """What nobody catches ends in the log too: the interpreter's own traceback knows no secrets
    from other words."""
    sys.excepthook = lambda kind, error, trace: _uncaught((kind, error, trace))
    threading.excepthook = lambda thread: _uncaught(
        (thread.exc_type, thread.exc_value, thread.exc_traceback)
    )


def line(event: EventDict, blotter: Blotter) -> str:
    """The event as one line of JSON in ASCII: no line break or escape sequence survives in it."""
    clean = {key: _plain(value, blotter) for key, value in event.items()}
    for longest in _LONGEST_VALUES:
        text = json.dumps({key: _shorter(value, longest) for key, value in clean.items()})
        if len(text) <= LONGEST_LINE:
            return text
    least = {key: _shorter(clean[key], 80) for key in _ALWAYS if key in clean}
    return json.dumps({**least, "cut": True})


def _plain(value: object, blotter: Blotter) -> object:
    """Numbers as they are; everything else as text without secrets."""
    if value is None or (isinstance(value, int | float) and abs(value) < _LONGEST_NUMBER):
        return value
    try:
        text = value if isinstance(value, str) else str(value)
        return blotter.clean(_cut(text, _LONGEST_SEARCHED))
    except Exception:  # noqa: BLE001 - a value that cannot be shown must not cost the event
        return f"({type(value).__name__} that cannot be shown)"


def _cut(text: str, longest: int) -> str:
    """Without the middle: a traceback begins with where and ends with why."""
    head = longest // 4
    return text if len(text) <= longest else f"{text[:head]} … {text[head - longest :]}"


def _shorter(value: object, longest: int) -> object:
    return _cut(value, longest) if isinstance(value, str) else value


def _counting(count: Count) -> Processor:
    def note(_: Any, method: str, event: EventDict) -> EventDict:
        if method in {"error", "exception", "critical"}:
            count(str(event.get("event")))
        return event

    return note


def _uncaught(exc_info: tuple[Any, Any, Any]) -> None:
    log.critical("tidings.uncaught", exc_info=exc_info)
