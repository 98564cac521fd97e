"""An event loop without threads, sockets or a clock: time jumps to whatever happens next."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Any, Final, TypeVarTuple

Args = TypeVarTuple("Args")


@dataclass(eq=False)
class Life:
    """One process from its start to its death. Everything that it began carries its name."""

    name: str
    dead: bool = False
    stalled: bool = False
    fuse: int = 0
    """So many of its steps are still made, then it dies between two of them; 0 means never."""
    on_death: Callable[["Life"], None] = lambda _: None
    kept: "list[Step]" = field(default_factory=list)
    """What it would do next: done when a stall is over, and never by the dead."""

    def context(self) -> Context:
        """Whatever begins in it belongs to this life."""
        context = Context()
        context.run(LIFE.set, self)
        return context

    def die(self) -> None:
        """As by SIGKILL: no `finally`, no `except`, nothing at all is run any more."""
        if not self.dead:
            self.dead = True
            self.on_death(self)


LIFE: Final[ContextVar[Life | None]] = ContextVar("life", default=None)
WORLD: Final = Context()
"""What begins in it belongs to no process: networks, platforms, people."""


class Step(asyncio.TimerHandle):
    """What is to be called, and by which life. Seeds are mostly made of these, so that it does
    without what the standard library's handle is given for loops of its own."""

    __slots__ = ("life",)

    def __init__(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: Context | None
    ) -> None:
        if context is None:
            context = copy_context()
        self._callback, self._args, self._context = callback, args, context
        self._cancelled = False
        self.life = None if context is WORLD else context.get(LIFE)

    def cancel(self) -> None:
        self._cancelled = True
        self._callback, self._args = _nothing, ()


def _nothing() -> None:
    """Called by nobody: what was cancelled lets go of what it would have called."""


class Stuck(Exception):
    """Nothing will ever happen again, and somebody still waits."""


class SimulatedLoop(asyncio.BaseEventLoop):
    """Callbacks run in the order in which they became due, as in a real loop: chance lies in how
    long networks and disks take. A callback is what lies between two awaits; before each of them
    its process may die."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._order = count()
        self._soon: deque[Step] = deque()
        self._timers: list[tuple[float, int, Step]] = []
        self.steps = 0

    get_debug = staticmethod(bool)
    """Never; asked for each future, and of this the answer comes without a call."""

    def time(self) -> float:
        return self._now

    def call_soon(
        self,
        callback: Callable[[*Args], object],
        *args: *Args,
        context: Context | None = None,
    ) -> asyncio.Handle:
        step = Step(callback, args, context)
        self._soon.append(step)
        return step

    def call_at(
        self,
        when: float,
        callback: Callable[[*Args], object],
        *args: *Args,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        step = Step(callback, args, context)
        heappush(self._timers, (when, next(self._order), step))
        return step

    def call_later(
        self,
        delay: float,
        callback: Callable[[*Args], object],
        *args: *Args,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        step = Step(callback, args, context)
        heappush(self._timers, (self._now + delay, next(self._order), step))
        return step

    async def run_in_executor(  # type: ignore[override]  # a coroutine is all that is awaited
        self, _executor: object, func: Callable[..., Any], *args: Any
    ) -> Any:
        """Another thread's work takes a moment, in which others go on."""
        await asyncio.sleep(0)
        return func(*args)

    def wake(self, life: Life) -> None:
        """Let a stalled process, or at the very end a dead one, do what it would have done."""
        self._soon.extend(life.kept)
        life.kept.clear()

    def _write_to_self(self) -> None:
        """There is no other thread that could have to wake us."""

    def _run_once(self) -> None:
        soon = self._soon
        while not self._stopping:  # type: ignore[attr-defined]  # the base class's own
            if not soon:
                self._pass_time()
            for _ in range(len(soon)):
                step = soon.popleft()
                life = step.life
                if step._cancelled:  # noqa: SLF001 - asking for it would cost a call
                    continue
                if life is not None and not self._may_step(life):
                    life.kept.append(step)
                    continue
                self.steps += 1
                try:
                    step._context.run(step._callback, *step._args)  # noqa: SLF001 - as a handle does
                except Exception as error:  # noqa: BLE001 - as a handle does
                    told = {"message": f"in {step._callback}", "exception": error}  # noqa: SLF001
                    self.call_exception_handler(told)

    def _pass_time(self) -> None:
        timers, soon = self._timers, self._soon
        while timers and timers[0][2]._cancelled:  # noqa: SLF001 - as above
            heappop(timers)
        if not timers:
            raise Stuck
        self._now = now = max(self._now, timers[0][0])
        while timers and timers[0][0] <= now:
            soon.append(heappop(timers)[2])

    def _may_step(self, life: Life) -> bool:
        if life.fuse and not life.dead:
            life.fuse -= 1
            if not life.fuse:
                life.die()
        return not (life.dead or life.stalled)
