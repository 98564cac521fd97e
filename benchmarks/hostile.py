"""Throws hostile bodies at the webhook while people talk: `python -m benchmarks.hostile`."""

import argparse
import asyncio
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from benchmarks.crashes.lives import Launcher, Lives
from benchmarks.crashes.talks import Talker, customer
from benchmarks.crashes.telegram_ground import SECRET, telegram_ground
from benchmarks.crashes.trials import TIDINGS, Ground, settings
from benchmarks.loads.memory import resident

_MEGABYTE: Final = 1 << 20
_SIGNED: Final = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
_BODIES: Final[dict[str, bytes]] = {
    "5 MB of a letter": b'{"update_id":1,"x":"' + b"a" * (5 * _MEGABYTE) + b'"}',
    "100,000 brackets": b"[" * 100_000,
    "half of JSON": b'{"update_id": 7, "message": {"text": ',
    "no object": b"null",
    "a number without end": b'{"update_id":1e999}',
    "doubled keys": b'{"update_id":1,"update_id":2,' + b'"k":1,' * 50_000 + b'"k":2}',
    "no text": bytes(range(256)) * 400,
}


@dataclass(slots=True)
class Seen:
    """What the bot answered, and how much it held at most."""

    statuses: Counter[int]
    before: float = 0.0
    most: float = 0.0


async def _endless() -> AsyncIterator[bytes]:
    for _ in range(64):
        yield b"x" * (_MEGABYTE // 4)


async def _throw(url: str, seen: Seen, until: float) -> None:
    """One after the other, with the right secret and with a wrong one; the last has no length."""
    loop = asyncio.get_running_loop()
    async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
        while loop.time() < until:
            for headers in (_SIGNED, {}):
                bodies: list[bytes | AsyncIterator[bytes]] = [*_BODIES.values(), _endless()]
                for body in bodies:
                    try:
                        answer = await client.post(url, content=body, headers=headers)
                        seen.statuses[answer.status_code] += 1
                    except httpx.TransportError:
                        seen.statuses[0] += 1


async def _watch(pid: int, seen: Seen) -> None:
    while True:
        seen.most = max(seen.most, resident(pid))
        await asyncio.sleep(0.05)


async def _talks(ground: Ground, lives: Lives, people: range) -> float:
    """Whole talks beside it; the longest wait for an answer."""
    talkers = [Talker(ground.phone(n), customer(n, patience=60.0), lives.up) for n in people]
    stories = await asyncio.gather(*(each.talk() for each in talkers))
    assert all(each.finished for each in stories), "a talk was not finished"
    return max(wait for each in stories for wait in each.waits)


async def hostile(seconds: float, at_once: int, people: int) -> str:
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        async with Launcher(TIDINGS.program) as launcher, telegram_ground(webhook=True) as ground:
            lives = Lives(launcher, TIDINGS.program, settings(ground, folder), folder)
            life = await lives.begin()
            await _talks(ground, lives, range(people))  # until it holds what it always holds
            seen = Seen(Counter(), before=resident(life.pid))
            watching = asyncio.create_task(_watch(life.pid, seen))
            url = ground.environment["TELEGRAM_WEBHOOK_URL"]
            until = asyncio.get_running_loop().time() + seconds
            throwing = [asyncio.create_task(_throw(url, seen, until)) for _ in range(at_once)]
            waited = await _talks(ground, lives, range(people, 2 * people))
            await asyncio.gather(*throwing)
            watching.cancel()
            assert not life.ended.is_set(), "it is gone"
            await life.end(signal.SIGTERM)
    return _table(seen, waited)


def _table(seen: Seen, waited: float) -> str:
    answered = ", ".join(f"{status or 'cut'}: {n}" for status, n in sorted(seen.statuses.items()))
    return "\n".join(
        [
            "| hostile requests | answered | MB before | MB at most | longest wait of a person s |",
            "|--:|---|--:|--:|--:|",
            f"| {sum(seen.statuses.values())} | {answered} | {seen.before:.0f} | {seen.most:.0f} "
            f"| {waited:.1f} |",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--at-once", type=int, default=4, help="who throws at a time")
    parser.add_argument("--people", type=int, default=10, help="who talk meanwhile")
    asked = parser.parse_args(arguments)
    print(asyncio.run(hostile(asked.seconds, asked.at_once, asked.people)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
