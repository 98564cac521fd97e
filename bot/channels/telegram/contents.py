"""What a message of Telegram's holds besides words."""

import mimetypes
from typing import Final, Literal

import telegram

from intake.dialogue.messages import FileId, IncomingFile, Unreadable

_UNREADABLE: Final[dict[str, Literal["audio", "sticker", "place", "other"]]] = {
    "voice": "audio",
    "audio": "audio",
    "video_note": "audio",
    "sticker": "sticker",
    "location": "place",
    "venue": "place",
    "video": "other",
    "contact": "other",
    "poll": "other",
    "dice": "other",
    "game": "other",
    "story": "other",
    "paid_media": "other",
    "checklist": "other",
}


def attached(message: telegram.Message) -> tuple[IncomingFile, ...]:
    """The document, or the photo in its largest size. An album brings one file a message."""
    if document := message.document:
        kind = mimetypes.guess_extension(document.mime_type or "") or ""
        name = document.file_name or f"file-{message.message_id}{kind}"
        return (_file(message, document, name),)
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (_file(message, largest, f"photo-{message.message_id}.jpg"),)
    return ()


def unreadable(message: telegram.Message) -> Unreadable | None:
    """What holds no words; nothing for the platform's own notes, such as a pinned message."""
    for field, what in _UNREADABLE.items():
        if getattr(message, field):
            return Unreadable(what)
    return None


def _file(
    message: telegram.Message, found: telegram.Document | telegram.PhotoSize, name: str
) -> IncomingFile:
    # Telegram's own id of a file is the same wherever the file is sent again; a place is not.
    place = FileId(f"telegram:{message.chat.id}:{message.message_id}")
    return IncomingFile(place, name, found.file_size, remote=found.file_id)
