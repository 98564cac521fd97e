"""Measures how much one process carries: `python -m benchmarks.load [PART...]`."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from benchmarks.loads.drafts import drafts
from benchmarks.loads.flat import flat
from benchmarks.loads.turns import turns, workers
from benchmarks.loads.whole import whole

PARTS: Final[Mapping[str, Callable[[], Awaitable[str]]]] = {
    "turns": turns,
    "whole": whole,
    "flat": flat,
    "drafts": drafts,
    "workers": workers,
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    for name in parser.parse_args(arguments).parts or PARTS:
        part = PARTS[name]
        print(f"\n### {name}: {(part.__doc__ or '').strip()}\n", flush=True)
        print(asyncio.run(_bounded(part)), flush=True)
    return 0


async def _bounded(part: Callable[[], Awaitable[str]]) -> str:
    """Ten minutes for a part, at most. Raises TimeoutError."""
    async with asyncio.timeout(600):
        return await part()


if __name__ == "__main__":
    sys.exit(main())
