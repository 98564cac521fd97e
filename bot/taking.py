"""Fetches the files that people announced, judges them by their content, and keeps them (R9)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

import structlog

from bot.inspecting.kinds import name_of
from bot.inspecting.pictures import Look
from bot.inspecting.scanning import Scan
from bot.storage.attachments import Attachments, Stored, TooBig
from intake.dialogue.messages import (
    WRITTEN,
    FileId,
    Judged,
    Message,
    MessageId,
    RefusedFile,
    Speaker,
)
from intake.ports import AwaitedFile, Clock, KeptFile, Store, Work
from intake.regulations.attachments import Refusal, is_picture, judge, judge_picture
from intake.regulations.policy import AttachmentRules

HELD: Final = timedelta(seconds=60)
PATIENCE: Final = 30.0
"""Seconds for the bytes of one file."""
AT_ONCE: Final = 8
MARGIN: Final = 1 << 17
"""Bytes fetched beyond the limit at most: with more than the limit in hand a file is known to be
too big, whatever its size was declared to be (D7)."""
DAY: Final = timedelta(days=1)

Fetch = Callable[[str, int], AsyncIterator[bytes]]
"""The bytes behind a file's `remote`, not more than the limit by much; raises what it likes."""
Hear = Callable[[Message], Awaitable[None]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and what it is by its content where its kind is the reason."""

    awaited: AwaitedFile
    why: Refusal
    found: str = ""

    @property
    def told(self) -> RefusedFile:
        file = self.awaited.file
        return RefusedFile(file.id, file.name, self.why, self.found)


@dataclass(frozen=True, slots=True)
class Taking:
    """What a round of it needs."""

    store: Store
    attachments: Attachments
    fetchers: Mapping[str, Fetch]
    """How to fetch a channel's files, by the channel's name."""
    hear: Hear
    clock: Clock
    look: Look
    scan: Scan

    async def round(self, rules: AttachmentRules) -> None:
        """Take what waits. A refusal never costs more than the file: the ticket goes on."""
        where = [f"{channel}:" for channel in self.fetchers]
        if not where:
            return
        mine = await self.store.record(
            lambda work: work.files_to_fetch(self.clock(), HELD, AT_ONCE, where)
        )
        judged = await asyncio.gather(*(self._take(each, rules) for each in mine))
        refused: dict[str, list[Refused]] = {}
        for each in filter(None, judged):
            refused.setdefault(each.awaited.conversation, []).append(each)
        for group in refused.values():
            await self._refuse(group)

    async def _take(self, awaited: AwaitedFile, rules: AttachmentRules) -> Refused | None:
        """Keep one file; None where it was taken, or has to be tried again."""
        announced = awaited.file.size or 0
        if announced > rules.max_bytes:
            return Refused(awaited, Refusal.TOO_BIG)
        used = await self.store.record(partial(self._used, awaited=awaited))
        if used + max(announced, 1) > rules.max_bytes_a_day:
            return Refused(awaited, Refusal.QUOTA)
        try:
            stored = await self._fetch(awaited, rules.max_bytes)
        except TooBig:
            return Refused(awaited, Refusal.TOO_BIG)
        except Exception:
            log.exception("worker.fetch_failed", file=awaited.file.id)
            return Refused(awaited, Refusal.UNREACHABLE)
        try:
            refused = await self._judge(awaited, stored, rules)
        except (OSError, TimeoutError):
            # It says nothing about the file, which comes again when its hold is over.
            log.exception("worker.not_inspected", file=awaited.file.id)
            await self.attachments.forget(stored.path)
            return None
        if refused:
            await self.attachments.forget(stored.path)
        return refused

    async def _fetch(self, awaited: AwaitedFile, most: int) -> Stored:
        remote = awaited.file.remote
        if remote.startswith(WRITTEN):
            return await self.attachments.keep(_written(remote), most)
        fetch = self.fetchers[awaited.conversation.partition(":")[0]]
        async with asyncio.timeout(PATIENCE):
            return await self.attachments.keep(fetch(remote, most + MARGIN), most)

    async def _judge(
        self, awaited: AwaitedFile, stored: Stored, rules: AttachmentRules
    ) -> Refused | None:
        is_ours = awaited.file.remote.startswith(WRITTEN)
        why = None if is_ours else judge(stored.head, stored.size, rules)
        if why is None and not is_ours:
            why = await self._judge_content(stored, rules)
        if why is not None:
            found = name_of(stored.head) if why is Refusal.KIND else ""
            return Refused(awaited, why, found)
        keep = partial(self._keep, awaited=awaited, stored=stored, rules=rules)
        return None if await self.store.record(keep) else Refused(awaited, Refusal.QUOTA)

    async def _judge_content(self, stored: Stored, rules: AttachmentRules) -> Refusal | None:
        content = await self.attachments.read(stored.path)
        if not await self.scan(content):
            log.warning("worker.harmful_file", sha256=stored.sha256)
            return Refusal.HARMFUL
        if not is_picture(stored.head):
            return None
        return judge_picture(stored.head, await self.look(content, rules.max_pixels), rules)

    def _used(self, work: Work, awaited: AwaitedFile) -> int:
        return work.kept_of(awaited.person, self.clock() - DAY)

    def _keep(
        self, work: Work, awaited: AwaitedFile, stored: Stored, rules: AttachmentRules
    ) -> bool:
        """Looked at once more within the transaction: a person's files come several at once."""
        if self._used(work, awaited) + stored.size > rules.max_bytes_a_day:
            return False
        kept = KeptFile(stored.path, stored.sha256, stored.size, self.clock())
        work.fetched(awaited.file.id, kept)
        return True

    async def _refuse(self, refused: Sequence[Refused]) -> None:
        """One verdict brings all refusals of a conversation into its talk; told before noted, so
        that a crash in between repeats the words instead of losing them."""
        first = refused[0].awaited
        await self.hear(
            Message(
                MessageId(f"desk:refused:{first.file.id}"),
                first.conversation,
                Speaker(first.person),
                Judged(tuple(each.told for each in refused)),
                self.clock(),
            )
        )
        for each in refused:
            note = partial(_note_refusal, file=each.awaited.file.id, why=each.why)
            await self.store.record(note)


async def _written(remote: str) -> AsyncIterator[bytes]:
    yield remote.removeprefix(WRITTEN).encode()


def _note_refusal(work: Work, file: FileId, why: Refusal) -> None:
    work.refuse_file(file, why)
