"""Time that passes only when it is told to."""

import asyncio


class Time:
    """Passes only when it is told to; whoever sleeps wakes in turn."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeping: list[tuple[float, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        self.sleeping.append((self.now + seconds, woken))
        await woken

    async def passes(self, seconds: float) -> None:
        end = self.now + seconds
        while True:
            for _ in range(20):
                await asyncio.sleep(0)
            self.sleeping = [each for each in self.sleeping if not each[1].done()]
            due = min((at for at, _ in self.sleeping), default=end)
            self.now = min(max(due, self.now), end)
            for at, woken in self.sleeping:
                if at <= self.now and not woken.done():
                    woken.set_result(None)
            if self.now >= end and not any(at <= end for at, w in self.sleeping if not w.done()):
                for _ in range(20):
                    await asyncio.sleep(0)
                return
