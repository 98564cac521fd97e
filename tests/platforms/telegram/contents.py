"""What else a person can send than words: the odd kinds, each in the shape that bots get."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.platforms.telegram.files import Files, StoredFile
from tests.platforms.telegram.wire import JsonObject


def photo(files: Files, content: bytes) -> tuple[JsonObject, StoredFile]:
    """Two sizes; the bytes are those of the last, which is the largest."""
    small = files.keep(b"\xff\xd8\xff thumbnail", mime="image/jpeg")
    large = files.keep(content, mime="image/jpeg")
    sizes = [
        small.json | {"width": 90, "height": 67},
        large.json | {"width": 1280, "height": 960},
    ]
    return {"photo": sizes}, large


def document(stored: StoredFile) -> JsonObject:
    return {"document": stored.document}


def _recorded(files: Files, mime: str) -> JsonObject:
    return files.keep(b"recorded", mime=mime).json | {"duration": 3, "mime_type": mime}


def _framed(files: Files, mime: str) -> JsonObject:
    return _recorded(files, mime) | {"width": 320, "height": 240}


def _sticker(files: Files) -> JsonObject:
    return files.keep(b"sticker", mime="image/webp").json | {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }


def _animation(files: Files) -> JsonObject:
    framed = _framed(files, "video/mp4")
    return {"animation": framed, "document": {k: framed[k] for k in ("file_id", "file_unique_id")}}


def _video_note(files: Files) -> JsonObject:
    stored = files.keep(b"recorded", mime="video/mp4")
    return {"video_note": stored.json | {"duration": 3, "length": 240}}


def _poll(_: Files) -> JsonObject:
    options = [
        {"persistent_id": str(number), "text": text, "voter_count": 0}
        for number, text in enumerate(("Yes", "No"))
    ]
    return {
        "poll": {
            "id": "5000000000000000001",
            "question": "Does it work?",
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    }


#: Kinds of message that carry no words, by the name of their field.
ODD: Mapping[str, Callable[[Files], JsonObject]] = {
    "sticker": lambda files: {"sticker": _sticker(files)},
    "voice": lambda files: {"voice": _recorded(files, "audio/ogg")},
    "audio": lambda files: {"audio": _recorded(files, "audio/mpeg")},
    "video": lambda files: {"video": _framed(files, "video/mp4")},
    "animation": _animation,
    "video_note": _video_note,
    "location": lambda _: {"location": {"latitude": -12.05, "longitude": -77.04}},
    "contact": lambda _: {"contact": {"phone_number": "+15550100", "first_name": "Bo"}},
    "dice": lambda _: {"dice": {"emoji": "🎲", "value": 4}},
    "poll": _poll,
}
