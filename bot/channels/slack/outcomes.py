"""What became of a call to Slack, in the words of the delivery."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError

from bot.sending import NotSent, Unknown, Unreachable, Wait

FAILURES: Final = (SlackApiError, aiohttp.ClientError, TimeoutError, ValueError, OSError)
"""Everything that a call to Slack is known to raise."""

_GONE: Final = frozenset(
    {
        "account_inactive",
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
    }
)
_MAYBE_DONE: Final = frozenset({"", "fatal_error", "internal_error"})
"""For these Slack's pages say that "some aspect of the operation" may have succeeded."""
_OURS_TO_MEND: Final = frozenset(
    {
        "access_denied",
        "accesslimited",
        "ekm_access_denied",
        "invalid_auth",
        "messages_tab_disabled",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "request_timeout",
        "service_unavailable",
        "team_access_not_granted",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
    }
)
"""Settings, installation or Slack itself: the conversation is not at fault, its replies wait."""
_SLOW_DOWN: Final = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_BEFORE_DOING: Final = frozenset({500, 502, 503})
_UNSAID_PAUSE: Final = 30.0

log = structlog.get_logger()


class Misshapen(Exception):
    """Slack will not show this message as it is: a fault of ours, named by its error code."""


@contextmanager
def delivered() -> Iterator[None]:
    """Turn a failed post into Wait, Unreachable, Unknown, NotSent or Misshapen.

    Error codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors. The cause is cut
    off, as it holds the request with its token (H1).
    """
    try:
        yield
    except SlackApiError as error:
        raise _answered(error) from None
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise NotSent(type(error).__name__) from None
    except FAILURES as error:
        raise Unknown(type(error).__name__) from None


def code_of(error: BaseException) -> str:
    """Slack's short name for what was wrong, or the kind of failure: fit for a log."""
    answer = getattr(getattr(error, "response", None), "data", None)
    code = answer.get("error") if isinstance(answer, Mapping) else None
    return str(code or type(error).__name__)


def _answered(error: SlackApiError) -> Exception:
    response: Any = error.response
    status = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    answer = getattr(response, "data", None)
    code = str(answer.get("error", "")) if isinstance(answer, Mapping) else ""
    if status == 429 or code in _SLOW_DOWN:
        return Wait(_pause(response.headers.get("Retry-After", "")))
    if status in _BEFORE_DOING:
        return NotSent(str(status))
    if code in _MAYBE_DONE:
        return Unknown(code or str(status))
    if code in _GONE:
        return Unreachable(code)
    if code in _OURS_TO_MEND:
        log.error("slack.not_allowed", error=code)
        return NotSent(code)
    return Misshapen(code)


def _pause(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else _UNSAID_PAUSE
