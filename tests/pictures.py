"""Pictures as people send them, made by hand: small, whole, and each another one."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def png(number: int = 0, width: int = 8, height: int = 8, more: bytes = b"") -> bytes:
    """A picture of one colour; `more` are chunks of its own between header and data."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    line = b"\0" + bytes([number % 256, number // 256 % 256, 99]) * width
    data = zlib.compress(line * height, 9)
    return _SIGNATURE + chunk(b"IHDR", header) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def other(kind: str, size: tuple[int, int] = (9, 7)) -> bytes:
    """A picture of another kind, by Pillow's name for it."""
    written = BytesIO()
    Image.new("RGB", size, (90, 30, 200)).save(written, kind)
    return written.getvalue()


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
