"""Which files the desk takes, judged by their content and never by their name (R9)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from intake.regulations.policy import AttachmentRules

HEAD: Final = 32
"""How many of a file's first bytes `judge` needs."""
PICTURES: Final = frozenset({"png", "gif", "jpeg", "webp"})
"""Kinds that are decoded before they are taken. A BMP comes in an archive, which nobody unpacks."""

# The first bytes that the formats' own specifications prescribe.
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"PK\x03\x04", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BM", "bmp"),
)


class Refusal(StrEnum):
    """Why a file was not taken."""

    KIND = "kind"
    BMP = "bmp"
    TOO_BIG = "too-big"
    TOO_MANY = "too-many"
    TOO_DETAILED = "too-detailed"
    """It has more pixels than may be decoded: such pictures are made to fill a memory (D5)."""
    BROKEN = "broken"
    QUOTA = "quota"
    """Its sender has sent as much as one person may in a day (D13)."""
    HARMFUL = "harmful"
    """The operator's scanner found something in it (D21)."""
    EMPTY = "empty"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a decoder says of a picture; `kind` as in `PICTURES`."""

    kind: str
    width: int
    height: int


def judge(head: bytes, size: int, rules: AttachmentRules) -> Refusal | None:
    """None where the file is taken, if it is no picture; one is to be decoded first.

    `head` is its first `HEAD` bytes, `size` all of them.
    """
    if size == 0:
        return Refusal.EMPTY
    if size > rules.max_bytes:
        return Refusal.TOO_BIG
    kind = kind_of(head)
    if kind == "bmp":
        return Refusal.BMP
    return None if kind in rules.kinds else Refusal.KIND


def judge_picture(head: bytes, picture: Picture | None, rules: AttachmentRules) -> Refusal | None:
    """None where the picture is taken. `picture` is what was decoded, None where nothing was."""
    if picture is None:
        return Refusal.BROKEN
    if picture.kind != kind_of(head):
        return Refusal.KIND
    return Refusal.TOO_DETAILED if picture.width * picture.height > rules.max_pixels else None


def is_picture(head: bytes) -> bool:
    """Whether it announces itself as one that is to be decoded."""
    return kind_of(head) in PICTURES


def kind_of(head: bytes) -> str:
    """The format that the first bytes announce, or nothing."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return next((kind for magic, kind in _SIGNATURES if head.startswith(magic)), "")
