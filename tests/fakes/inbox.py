"""The inbox of the store in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.storage.codec import packed, unpacked
from intake.dialogue.messages import ConversationId, Message, MessageId
from intake.inbox import IN_ORDER, LIVE, UPDATE, Letter, Setback, Waiting
from tests.fakes.tables import Tables, WaitingMessage
from tests.fakes.waiting import within
from tests.fakes.words import check


class MemoryLetters:
    _tables: Tables

    def letters(self, limit: int) -> Sequence[Letter]:
        return [each.letter for each in self._waiting() if each.next_at is None][:limit]

    def letter(self, id: MessageId) -> Letter | None:
        known = self._found(id)
        return known.letter if known and known.next_at is None else None

    def _waiting(self) -> list[WaitingMessage]:
        return self._tables.inside()

    def _found(self, id: MessageId) -> WaitingMessage | None:
        known = self._tables.inbox.get(id)
        return None if known is None or known.gone else known

    def _in_order(self, conversation: str) -> list[WaitingMessage]:
        return [
            each
            for each in self._waiting()
            if each.next_at
            and each.message
            and each.message.conversation == conversation
            and each.letter.tries < IN_ORDER
        ]

    def _has_waiting(self, conversation: str) -> bool:
        return bool(self._in_order(conversation))


class MemoryInbox(MemoryLetters):
    def put(self, messages: Sequence[Message], at: datetime) -> int:
        new = 0
        for each in messages:
            if self._claim(each.id, at):
                new += 1
                body = packed(each)
                letter = Letter(each.id, each.said.kind, "", 0, at, body)
                self._keep(WaitingMessage(self._number(), unpacked(body), letter, at))
        return new

    def next_waiting(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Waiting, ...]:
        rows = [each for each in self._waiting() if each.message and each.next_at]
        if not rows:
            return ()
        lively = {
            each.message.conversation
            for each in rows
            if each.message and each.message.sent_at > at - LIVE
        }
        free = list(_free(rows, at, within(where)))
        free.sort(key=lambda each: (each.message.conversation not in lively, each.number))  # type: ignore[union-attr]  # see above
        taken = sorted(free[:limit], key=lambda each: each.number)
        for each in taken:
            self._keep(replace(each, next_at=at + held))
        return tuple(
            Waiting(each.message, each.letter.tries, each.version) for each in taken if each.message
        )

    def hold_waiting(self, messages: Sequence[MessageId], was: datetime, until: datetime) -> None:
        for known in map(self._found, messages):
            if known and known.next_at == was:
                self._keep(replace(known, next_at=until))

    def dealt_with(self, message: MessageId) -> bool:
        known = self._found(message)
        if known is None or (known.message and self._is_behind(known)):
            return False
        self._keep(replace(known, gone=True))
        return True

    def set_back(self, message: MessageId, setback: Setback) -> bool:
        known = self._found(message)
        if known is None or known.next_at is None:
            return False
        letter = replace(known.letter, cause=setback.cause, tries=setback.tries)
        self._keep(replace(known, letter=letter, next_at=setback.next_at, version=setback.version))
        return True

    def put_letter(self, letter: Letter, conversation: ConversationId) -> bool:
        check(conversation, letter.body, letter.cause)
        if not self._claim(letter.id, letter.at):
            return False
        self._keep(WaitingMessage(self._number(), None, letter, None))
        return True

    def revive(self, id: MessageId, at: datetime) -> bool:
        known = self._found(id)
        if known is None or known.next_at or known.letter.kind == UPDATE:
            return False
        letter = replace(known.letter, tries=IN_ORDER)
        self._keep(replace(known, letter=letter, next_at=at, version=None))
        return True

    def drop(self, id: MessageId) -> bool:
        known = self._found(id)
        if known is None or known.next_at:
            return False
        self._keep(replace(known, gone=True))
        return True

    def _before(self, each: WaitingMessage) -> list[WaitingMessage]:
        assert each.message
        rows = self._in_order(each.message.conversation)
        return [other for other in rows if other.number < each.number]

    def _is_behind(self, each: WaitingMessage) -> bool:
        return bool(self._before(each))

    def _claim(self, id: MessageId, at: datetime) -> bool:
        check(id)
        if id in self._tables.claims:
            return False
        self._tables.claims[id] = at
        return True

    def _keep(self, row: WaitingMessage) -> None:
        self._tables.inbox[row.letter.id] = row

    def _number(self) -> int:
        return len(self._tables.inbox) + 1


def _free(
    rows: Iterable[WaitingMessage], at: datetime, is_there: Callable[[str], bool]
) -> Iterator[WaitingMessage]:
    """Those of these talks that are due, and before which nothing waits in order."""
    held: set[str] = set()
    for each in rows:
        assert each.message
        assert each.next_at
        conversation = each.message.conversation
        if each.next_at > at:
            held.update({conversation} if each.letter.tries < IN_ORDER else ())
        elif conversation not in held and is_there(conversation):
            yield each
