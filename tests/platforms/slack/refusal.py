"""Slack's way of saying no: a short error, and lines that explain it."""

from tests.platforms.slack.rules import Json


class Refused(Exception):
    """The call was refused."""

    def __init__(
        self, error: str, messages: tuple[str, ...] = (), extra: Json | None = None
    ) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = messages
        self.extra = extra or {}

    def body(self) -> Json:
        """The answer's body, as the Web API shapes it."""
        about = {"response_metadata": {"messages": list(self.messages)}} if self.messages else {}
        return {"ok": False, "error": self.error, **self.extra, **about}
