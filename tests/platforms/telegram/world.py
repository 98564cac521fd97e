"""Everything that Telegram keeps: the bot, chats, files, open queries, updates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from tests.platforms.telegram.chats import Chat, Message
from tests.platforms.telegram.files import Files
from tests.platforms.telegram.updates import Update, Updates
from tests.platforms.telegram.wire import JsonObject, bad_request


@dataclass
class Query:
    """A pressed button that waits for its answer."""

    id: str
    chat_id: int
    update: Update
    answered: bool = False
    expired: bool = False
    toast: str | None = None
    alert: bool = False


@dataclass
class Profile:
    """What BotFather and the bot itself say of the bot; by scope and language."""

    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, JsonObject] = field(default_factory=dict)


class World:
    """One bot's Telegram. `clock` gives Unix time in seconds."""

    def __init__(self, bot_id: int, username: str, clock: Callable[[], float]) -> None:
        self.bot: JsonObject = {
            "id": bot_id,
            "is_bot": True,
            "first_name": username,
            "username": username,
        }
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.files = Files()
        self.profile = Profile()
        self.updates = Updates()
        self.numbers = count(1)
        self._clock = clock

    @property
    def now(self) -> int:
        return int(self._clock())

    @property
    def username(self) -> str:
        return str(self.bot["username"])

    def chat(self, chat_id: object) -> Chat:
        """Raises Refusal for a chat that nobody has heard of."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def reachable(self, chat_id: object) -> Chat:
        """Raises Refusal where the bot may not write."""
        return self.chat(chat_id).reachable()

    def query(self, query_id: str) -> Query:
        """Raises Refusal for a query that is unknown, old, or answered already."""
        query = self.queries.get(query_id)
        if query is None or query.answered or query.expired:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    def new_message(self, chat: Chat, sender: JsonObject) -> Message:
        return Message(next(self.numbers), chat.json, sender, self.now)
