"""The right to open a form, which Slack gives with every press and command for three seconds."""

from typing import Final

from bot.channels.slack.recent import Recent
from intake.dialogue.messages import ConversationId

_REMEMBERED: Final = 1000


class Triggers:
    """The latest one of each conversation; each is good once, and Slack itself judges its age."""

    def __init__(self) -> None:
        self._latest = Recent[ConversationId, str](_REMEMBERED)

    def put(self, conversation: ConversationId, trigger: str) -> None:
        """Remember it; an empty one for words, with which Slack gives none."""
        self._latest.put(conversation, trigger)

    def take(self, conversation: ConversationId) -> str:
        """The trigger, for one try; empty where there is none."""
        trigger = self._latest.get(conversation) or ""
        if trigger:
            self._latest.put(conversation, "")
        return trigger
