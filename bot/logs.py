"""Logs that an operator can use and nobody can learn a secret from: one JSON line an event."""

import logging
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any, Final

import structlog
from structlog.typing import EventDict, Processor

LONGEST: Final = 2_000
"""Characters kept of one value: somebody else's words never fill a disk (H2)."""
_TALKATIVE: Final = (
    "httpx",
    "httpcore",
    "slack_sdk",
    "slack_bolt",
    "aiohttp",
    "telegram",
    "alembic",
)


def set_up(level: str, secrets: Iterable[str]) -> None:
    """Send everything, other libraries' words included, to stderr, with the secrets blotted out."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        Blotter(secrets),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
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
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in _TALKATIVE:
        # Their INFO lines hold addresses with the token in them.
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


class Blotter:
    """Replaces secrets in every value of an event, and cuts what is endless."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = sorted({each for each in secrets if each}, key=len, reverse=True)

    def __call__(self, _: Any, __: str, event: EventDict) -> EventDict:
        self._clean(event)
        return event

    def _clean(self, event: MutableMapping[str, Any]) -> None:
        for key, value in event.items():
            if isinstance(value, int | float | None) or key.startswith("_"):
                continue
            event[key] = self._blot(value if isinstance(value, str) else str(value))

    def _blot(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
