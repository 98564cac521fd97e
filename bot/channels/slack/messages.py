"""What a Slack message says: words, files, a correction, or nothing that could be read."""

from typing import Final

from bot.channels.slack.typed import typed
from bot.channels.slack.untrusted import Json, each, word
from intake.dialogue.messages import (
    Correction,
    FileId,
    Files,
    IncomingFile,
    Said,
    Text,
    Unreadable,
)

_HELD_BY_SLACK: Final = frozenset({"hosted", "snippet", "post", "space", "quip"})
"""Other modes point elsewhere (``external``, ``remote``) or nowhere (``tombstone``)."""


def said(message: Json) -> Said:
    """What a message of a person says."""
    words, files = typed(word(message, "text")), each(message, "files")
    if not files:
        return Text(words) if words.strip() else Unreadable("other")
    if not words.strip() and all(word(file, "subtype") == "slack_audio" for file in files):
        return Unreadable("audio")
    ts = word(message, "ts")
    return Files(tuple(_file(file, f"{ts}/{n}") for n, file in enumerate(files)), caption=words)


def corrected(before: Json, after: Json) -> Correction | None:
    """The new words, where they are other words than before."""
    words = typed(word(after, "text"))
    changed = bool(word(before, "ts")) and words != typed(word(before, "text"))
    return Correction(words) if changed and words.strip() else None


def _file(file: Json, place: str) -> IncomingFile:
    """`place` tells apart the same file sent twice."""
    size = file.get("size")
    return IncomingFile(
        FileId(f"slack:{word(file, 'id')}:{place}"),
        word(file, "name") or word(file, "title") or "file",
        size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else None,
        _address(file),
    )


def _address(file: Json) -> str:
    """Where the bytes are; nowhere for a file that Slack itself does not hold (D17)."""
    if word(file, "mode") not in _HELD_BY_SLACK or file.get("is_external"):
        return ""
    return word(file, "url_private_download") or word(file, "url_private")
