"""What is written of tickets and of what belongs to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from intake.dialogue.messages import FileId, PersonId
from intake.ports.values import AwaitedFile, KeptFile
from intake.tickets import DraftId, Ticket
from intake.tid import Tid


class Filing(Protocol):
    """What is done with tickets and their attachments; a part of `Work`."""

    def file(self, ticket: Ticket) -> None:
        """Add a ticket. Raises AlreadyFiled (its draft) or TidTaken."""
        ...

    def change(self, ticket: Ticket) -> None:
        """Write a ticket's status, reason, due time, level, whose it is and what proves that, and
        new posts (posts are only ever added)."""
        ...

    def reopen(self, ticket: Ticket) -> None:
        """Write a closed ticket that is open again. Raises Stale where it is not closed, or has
        posts that this one lacks."""
        ...

    def await_files(
        self, files: Sequence[AwaitedFile], draft: DraftId | None, tid: Tid | None, at: datetime
    ) -> None:
        """Remember files to be fetched, for a draft (and the ticket it becomes) or for a ticket."""
        ...

    def files_to_fetch(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[AwaitedFile, ...]:
        """Take over files that wait to be fetched and that nobody holds at `at`; `where` as in
        `unsent`."""
        ...

    def fetched(self, file: FileId, kept: KeptFile) -> None:
        """The file's bytes lie in the attachment store."""
        ...

    def kept_of(self, person: PersonId, since: datetime) -> int:
        """Bytes of this person's files that were kept since then; nobody else keeps one of them
        before this transaction has ended."""
        ...

    def refuse_file(self, file: FileId, why: str) -> None:
        """The file will not be taken; it no longer counts as its ticket's."""
        ...
