"""What a turn writes of a conversation."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, Protocol

from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.ports.values import Outgoing, ReplyId


class Talks(Protocol):
    """What is done with conversations and their replies; a part of `Work`."""

    def claim(self, message: MessageId, at: datetime) -> bool:
        """Take the message for this transaction; False when it was taken before."""
        ...

    def keep(self, conversation: ConversationId, state: State, was: int) -> None:
        """Write the state where the stored version is still `was`; raises Stale otherwise."""
        ...

    def say(
        self,
        conversation: ConversationId,
        replies: Sequence[Reply],
        state: State,
        at: datetime,
        held: timedelta,
    ) -> tuple[Outgoing, ...]:
        """Record replies, in the language and zone of `state`.

        They belong to whoever records them until `at + held`; after that `unsent` hands them out.
        """
        ...

    def sent(
        self, reply: ReplyId, at: datetime, outcome: Literal["sent", "unknown", "refused"]
    ) -> None:
        """The reply has left (or can never arrive): it will not be handed out again."""
        ...

    def hold(self, replies: Sequence[ReplyId], until: datetime) -> None:
        """Keep replies for longer, for instance while a platform makes us wait."""
        ...

    def unsent(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Outgoing, ...]:
        """Take over the unsent replies that nobody holds at `at`, oldest first, until `at + held`.

        A reply stays back while somebody holds an earlier one of its conversation (I5). One that is
        `overtaken` is noted as such instead of being handed out.
        `where` names conversations, or channels as ``telegram:``; nothing means all. Two processes
        never get the same reply.
        """
        ...
