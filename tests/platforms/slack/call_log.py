"""The record of everything the bot asked of Slack, and of what Slack would not do."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests.platforms.slack.rules import Json


@dataclass(frozen=True)
class Call:
    """One call: `error` is empty if it was done; `injected` says that the error was arranged."""

    method: str
    args: Json
    error: str = ""
    messages: tuple[str, ...] = ()
    injected: bool = False
    answer: Json = field(default_factory=dict)


@dataclass
class CallLog:
    """All calls in order, found quickly by method."""

    calls: list[Call] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    refusals: list[Call] = field(default_factory=list)
    _by_method: dict[str, list[Call]] = field(default_factory=lambda: defaultdict(list))

    def add(self, call: Call) -> None:
        """Keep the call; one refused for its own fault counts as a refusal."""
        self.calls.append(call)
        self._by_method[call.method].append(call)
        if call.error and not call.injected:
            self.refusals.append(call)

    def of(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return self._by_method[method]
