"""Decodes the picture on standard input, in a process that may take little and write nothing.

Started as a file, not as a part of the program: it needs nothing of ours and sees no secret. It
answers with one line of JSON; whatever else becomes of it says that the picture cannot be decoded.
"""

import json
import resource
import sys
import warnings
from io import BytesIO
from typing import Final

from PIL import Image

FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
"""Pillow opens sixty more, and most of its faults were in those (D8)."""
MEMORY: Final = 700 * 1024 * 1024
"""Bytes of address space, of which Python and Pillow take a tenth."""
SECONDS: Final = 5
"""Of processor time; the largest picture that is taken needs one."""


def decoded(content: bytes, most: int) -> dict[str, str | int]:
    """Kind, width and height, decoded whole where it has at most so many pixels; raises what
    Pillow likes for everything else."""
    # The size is looked at here, before anything is decoded (D5).
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(BytesIO(content), formats=FORMATS) as picture:
        width, height = picture.size
        if width * height <= most:
            picture.load()
    return {"kind": str(picture.format), "width": width, "height": height}


def _confine() -> None:
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        resource.setrlimit(limit, (most, most))


def main() -> int:
    warnings.simplefilter("ignore")
    _confine()
    try:
        found = decoded(sys.stdin.buffer.read(), int(sys.argv[1]))
    except Exception:  # noqa: BLE001 - whatever it is, the picture is not one that we take
        found = {}
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
