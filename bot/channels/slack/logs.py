"""What the libraries may say: warnings only, and never a secret (H1)."""

import logging
import re
from typing import Final

_SECRET: Final = re.compile(r"\bx(?:ox[a-z]|app)-[\w-]+|(?<=ticket=)[\w-]+|(?<=/link/)[\w-]+")
_OF_NO_USE: Final = "`token` will be unused"
"""Bolt says so wherever SLACK_BOT_TOKEN is set in the environment, as our own settings ask for."""


class _Discreet(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Secrets go; so do tracebacks, as the errors in them quote whole requests."""
        record.msg, record.args = _SECRET.sub("(secret)", record.getMessage()), ()
        record.exc_info = record.exc_text = None
        return record.levelno >= logging.WARNING and _OF_NO_USE not in record.msg


_DISCREET: Final = _Discreet()


def discreet_logger() -> logging.Logger:
    """The logger for slack-bolt and slack_sdk, which take level and filters from it.

    Without it they follow the root logger's level, and at DEBUG write down what people say.
    """
    logger = logging.getLogger("tidings.slack")
    logger.setLevel(logging.WARNING)
    logger.addFilter(_DISCREET)
    return logger
