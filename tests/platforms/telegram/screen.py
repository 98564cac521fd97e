"""A chat as somebody looks at it: what stands there, and waiting for more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tests.platforms.telegram.chats import Chat, Message
from tests.platforms.telegram.world import World

T = TypeVar("T")


class Screen:
    """Nothing here polls: whoever waits is woken by what happens in the chat."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.chat = chat
        self._world = world
        self._heard = 0

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def sees(self) -> list[Message]:
        """The bot's messages, oldest first, edits applied."""
        return self.chat.sees

    @property
    def screen(self) -> list[Message]:
        """Everybody's messages, oldest first, edits applied."""
        return list(self.chat.messages.values())

    async def hears(self, count: int = 1, seconds: float = 5.0) -> list[Message]:
        """The bot's next messages, each told once. Fails when they do not come in time."""
        start = self._heard
        await self._until(lambda: len(self.chat.spoken) >= start + count, seconds)
        self._heard = start + count
        return self.chat.heard_since(start)[:count]

    async def wait_for(self, condition: Callable[[], T], seconds: float = 5.0) -> T:
        """The first truthy value of the condition, which is looked at again on each change."""
        return await self._until(condition, seconds)

    async def _until(self, condition: Callable[[], T], seconds: float) -> T:
        try:
            return await self.chat.bell.until(condition, seconds)
        except TimeoutError:
            shown = "\n".join(f"  {m.text!r} {m.labels}" for m in self.sees) or "  (nothing)"
            raise AssertionError(
                f"waited {seconds} s in chat {self.id}, on screen:\n{shown}"
            ) from None


class Group(Screen):
    """A group with the bot in it; privacy mode on unless `privacy` says otherwise."""

    privacy: bool = True

    async def kicks_bot(self) -> None:
        self.chat.barred = f"bot was kicked from the {self.chat.kind} chat"

    async def migrates_to(self, chat_id: int) -> Group:
        """Becomes a supergroup with another id; both chats tell so."""
        self.chat.migrated_to = chat_id
        chat = Chat(chat_id, "supergroup", self.chat.name, open=True)
        self._world.chats[chat_id] = chat
        self._tell(self.chat, "migrate_to_chat_id", chat_id)
        self._tell(chat, "migrate_from_chat_id", self.chat.id)
        return Group(self._world, chat)

    def _tell(self, chat: Chat, field: str, other: int) -> None:
        anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        told = self._world.new_message(chat, anonymous).json | {field: other}
        self._world.updates.offer("message", told, chat.id)
