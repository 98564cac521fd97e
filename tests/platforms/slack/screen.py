"""What one person has on screen, and waiting until something is there."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.platforms.slack.messages import OnScreen, Posted, on_screen


class NothingSuchOnScreen(LookupError):
    """What should be pressed or filled in is not on the person's screen."""


class NeverSeen(AssertionError):
    """The person waited in vain."""


@dataclass
class Screen:
    """A person's conversation with the bot, and whatever only they see elsewhere.

    `errors` are Slack's own complaints to the person, where the bot did not answer in time.
    """

    errors: list[str] = field(default_factory=list)
    _shown: dict[str, OnScreen] = field(default_factory=dict)
    _waiting: list[tuple[Callable[["Screen"], bool], asyncio.Future[None]]] = field(
        default_factory=list
    )

    def __iter__(self) -> Iterator[OnScreen]:
        """The messages, oldest first."""
        return iter(self._shown.values())

    def __reversed__(self) -> Iterator[OnScreen]:
        """The messages, newest first."""
        return reversed(self._shown.values())

    def __len__(self) -> int:
        """How many messages there are."""
        return len(self._shown)

    def __getitem__(self, ts: str) -> OnScreen:
        """The message of that id."""
        return self._shown[ts]

    def __contains__(self, fragment: object) -> bool:
        """Whether any message says that."""
        return any(str(fragment) in shown.text for shown in reversed(self))

    @property
    def last(self) -> OnScreen:
        """The newest message."""
        return next(reversed(self))

    @property
    def text(self) -> str:
        """All of it, a message under the other."""
        return "\n".join(shown.text for shown in self)

    def show(self, posted: Posted) -> None:
        """Put the message there, or its new version in its old place."""
        self._shown[posted.ts] = on_screen(posted)
        self.refresh()

    def hide(self, ts: str) -> None:
        """Take the message away."""
        self._shown.pop(ts, None)
        self.refresh()

    def complain(self, error: str) -> None:
        """Show an error of Slack's own."""
        self.errors.append(error)
        self.refresh()

    def refresh(self) -> None:
        """Let those who wait look again."""
        waiting, self._waiting = self._waiting, []
        for predicate, future in waiting:
            if future.done():
                continue
            if predicate(self):
                future.set_result(None)
            else:
                self._waiting.append((predicate, future))

    async def until(self, predicate: Callable[["Screen"], bool], seconds: float) -> None:
        """Return once the predicate holds; raise NeverSeen, with the screen, after that long."""
        if predicate(self):
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((predicate, future))
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            raise NeverSeen(f"after {seconds} s the screen shows:\n{self.text}") from None
