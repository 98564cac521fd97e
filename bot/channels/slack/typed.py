"""What a person typed, out of the way in which Slack writes it down."""

import re
from typing import Final

_CONTROL: Final = re.compile(r"<([^<>\n]+)>")
_SCHEME: Final = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def typed(text: str) -> str:
    """Undo Slack's escaping, linking and naming.

    Source: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages. Only what
    Slack itself wrote stands between ``<`` and ``>``; a person's own arrive as entities.
    """
    plain = _CONTROL.sub(_undone, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _undone(match: re.Match[str]) -> str:
    target, _, label = match[1].partition("|")
    if target.startswith("@"):
        return f"@{label or target[1:]}".replace("@@", "@")
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return _special(target[1:], label)
    if _SCHEME.match(target):
        return _link(target, label)
    return match[0]


def _special(name: str, label: str) -> str:
    """``<!here>``, ``<!subteam^S1|@support>``, ``<!date^..^..|yesterday>``."""
    return label or f"@{name.partition('^')[0]}"


def _link(url: str, label: str) -> str:
    """An address that Slack linked by itself is what was typed; under other words, both count."""
    bare = _SCHEME.sub("", url, count=1)
    if not label:
        return url if url.lower().startswith("http") else bare
    if bare.rstrip("/") == _SCHEME.sub("", label, count=1).rstrip("/"):
        return label
    return f"{label} ({url})"
