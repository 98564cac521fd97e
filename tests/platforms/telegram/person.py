"""The person at the other end: writes, presses, sends files, and looks at the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import TypeAlias

from tests.platforms.telegram import contents
from tests.platforms.telegram.chats import Chat, Message
from tests.platforms.telegram.entities import NOTHING, Formatted
from tests.platforms.telegram.files import StoredFile
from tests.platforms.telegram.keyboards import Button
from tests.platforms.telegram.screen import Group, Screen
from tests.platforms.telegram.updates import Update
from tests.platforms.telegram.wire import JsonObject
from tests.platforms.telegram.world import Query, World

AlbumItem: TypeAlias = bytes | tuple[str, bytes, str]
_COMMAND = re.compile(r"/\w+(?:@(\w+))?\b")
_NAMES = ("first_name", "last_name", "username")
_albums = count(13_000_000_000_000_001)
_presses = count(4_000_000_000_000_000_001)


class Person(Screen):
    """One account, looking at its private chat with the bot.

    Every act is an update, returned with its count of deliveries. `group` says it there
    instead; there, privacy mode keeps from the bot what is not meant for it.
    """

    def __init__(self, world: World, profile: JsonObject) -> None:
        name = {key: value for key, value in profile.items() if key in _NAMES}
        chat = Chat(profile["id"], "private", name)
        world.chats[chat.id] = chat
        super().__init__(world, chat)
        self.profile = {"is_bot": False} | profile
        self.queries: list[Query] = []

    async def says(
        self, text: str, group: Group | None = None, reply_to: Message | None = None
    ) -> Update:
        return self._tell(group, {}, Formatted(text), reply_to=reply_to)

    async def starts(self, payload: str = "") -> Update:
        """Presses START, perhaps by way of a link `t.me/<bot>?start=<payload>`."""
        return await self.says(f"/start {payload}".rstrip())

    async def edits(self, message: Update | int, text: str, group: Group | None = None) -> Update:
        """Rewrites one's own message, or the caption of one's own file."""
        chat = self._chat(group)
        number = message if isinstance(message, int) else message.message_id
        before = chat.messages[number]
        after = replace(before, formatted=Formatted(text), edited_at=self._world.now)
        chat.put(after)
        return self._world.updates.offer("edited_message", after.json, chat.id)

    async def presses(
        self, what: str | Button, message: Message | None = None, group: Group | None = None
    ) -> Query:
        """Presses the newest button with this label; a `Button` is pressed as it is.

        With `message`, the one on that message, even where it has been edited away since.
        Fails when no such button is to be seen. The query tells whether it was answered.
        """
        chat = self._chat(group)
        message, button = self._button(chat, what, message)
        assert button.data is not None, f"{button.text!r} opens {button.url}"
        shown = chat.messages[message.id]
        query_id = str(next(_presses))
        payload = {
            "id": query_id,
            "from": self.profile,
            "message": shown.json,
            "chat_instance": str(-chat.id * 7919),
            "data": button.data,
        }
        update = self._world.updates.offer("callback_query", payload, chat.id)
        query = self._world.queries[query_id] = Query(query_id, chat.id, update)
        self.queries.append(query)
        return query

    async def sends_document(
        self, name: str, content: bytes, mime: str, caption: str = "", size: int | None = None
    ) -> Update:
        """`size` claims more bytes than are there: nobody needs 21 MB in a test."""
        stored = self._world.files.keep(content, name, mime, size)
        return self._tell(None, contents.document(stored), Formatted(caption), file=stored)

    async def sends_photo(self, content: bytes, caption: str = "") -> Update:
        shown, stored = contents.photo(self._world.files, content)
        return self._tell(None, shown, Formatted(caption), file=stored)

    async def sends_album(self, items: Sequence[AlbumItem], caption: str = "") -> list[Update]:
        """Photos (bytes) or documents (name, bytes, mime): an update each, one album id."""
        album: JsonObject = {"media_group_id": str(next(_albums))}
        captions = [caption, *[""] * len(items)]
        return [
            self._tell(None, album | shown, Formatted(words), file=stored)
            for (shown, stored), words in zip(map(self._item, items), captions, strict=False)
        ]

    async def sends(self, kind: str) -> Update:
        """One of the odd kinds in `contents.ODD`: sticker, voice, location, ..."""
        return self._tell(None, contents.ODD[kind](self._world.files), NOTHING)

    async def sends_fields(self, text: str = "", **fields: object) -> Update:
        """A message with any other fields: forward_origin, via_bot, something from next year."""
        return self._tell(None, dict(fields), Formatted(text))

    async def blocks_bot(self) -> Update:
        self.chat.barred = "bot was blocked by the user"
        return self._membership("member", "kicked")

    async def unblocks_bot(self) -> Update:
        self.chat.barred = None
        return self._membership("kicked", "member")

    @property
    def toasts(self) -> list[str]:
        """The notices that answered this person's presses."""
        return [query.toast for query in self.queries if query.toast]

    @property
    def unanswered(self) -> list[Query]:
        """Presses whose button still shows its waiting circle."""
        return [query for query in self.queries if not query.answered]

    def _chat(self, group: Group | None) -> Chat:
        return group.chat if group else self.chat

    def _tell(
        self,
        group: Group | None,
        content: JsonObject,
        words: Formatted,
        *,
        file: StoredFile | None = None,
        reply_to: Message | None = None,
    ) -> Update:
        chat = self._chat(group)
        chat.open = True
        message = replace(
            self._world.new_message(chat, self.profile),
            formatted=words,
            content=content | ({"reply_to_message": reply_to.json} if reply_to else {}),
            file=file,
        )
        chat.put(message)
        wanted = group is None or not group.privacy or self._meant_for_bot(message, reply_to)
        return self._world.updates.offer("message", message.json, chat.id, wanted)

    def _meant_for_bot(self, message: Message, reply_to: Message | None) -> bool:
        """https://core.telegram.org/bots/features#privacy-mode, mentions included."""
        if reply_to and reply_to.from_bot:
            return True
        if command := _COMMAND.match(message.text):
            return command.group(1) in (None, self._world.username)
        return f"@{self._world.username}" in message.mentions

    def _button(
        self, chat: Chat, what: str | Button, message: Message | None
    ) -> tuple[Message, Button]:
        if isinstance(what, Button):
            shown = message or chat.sees[-1]
            return shown, what
        if message:
            return message, next(b for b in message.buttons if b.text == what)
        found = chat.newest_with(lambda button: button.text == what)
        assert found, f"no button {what!r} among {[m.labels for m in chat.sees]}"
        return found

    def _item(self, item: AlbumItem) -> tuple[JsonObject, StoredFile]:
        if isinstance(item, bytes):
            return contents.photo(self._world.files, item)
        name, content, mime = item
        stored = self._world.files.keep(content, name, mime)
        return contents.document(stored), stored

    def _membership(self, before: str, after: str) -> Update:
        def standing(status: str) -> JsonObject:
            left: JsonObject = {"until_date": 0} if status == "kicked" else {}
            return {"user": self._world.bot, "status": status} | left

        payload = {
            "chat": self.chat.json,
            "from": self.profile,
            "date": self._world.now,
            "old_chat_member": standing(before),
            "new_chat_member": standing(after),
        }
        return self._world.updates.offer("my_chat_member", payload, self.chat.id)
