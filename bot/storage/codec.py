"""How the desk's values become columns, and come back equal."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Final, TypeVar

from pydantic import Field, TypeAdapter
from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator

from faq_index import Entry, EntryId
from intake.dialogue.messages import Message
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.errors import IntakeError
from intake.tickets import Filled, Suggestion
from intake.tid import Tid

T = TypeVar("T")

STATE: Final = TypeAdapter(State)
REPLY: Final[TypeAdapter[Reply]] = TypeAdapter(Annotated[Reply, Field(discriminator="kind")])
FIELDS: Final = TypeAdapter(tuple[Filled, ...])
SUGGESTIONS: Final = TypeAdapter(tuple[Suggestion, ...])
RELATED: Final = TypeAdapter(tuple[Tid, ...])
ENTRIES: Final = TypeAdapter(tuple[EntryId, ...])
ENTRY: Final = TypeAdapter(Entry)
PHRASES: Final = TypeAdapter(dict[str, str])
STRINGS: Final = TypeAdapter(tuple[str, ...])
_MESSAGE: Final = TypeAdapter(Message)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class UnstorableText(IntakeError, ValueError):
    """Text with a NUL or half a surrogate pair cannot be stored."""


class Words(TypeDecorator[str]):
    """Text, kept to the letter. Raises UnstorableText."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        if value is not None and ("\0" in value or not is_encodable(value)):
            raise UnstorableText
        return value


class Moment(TypeDecorator[datetime]):
    """An aware time as whole microseconds since 1970 UTC: exact and sortable in every database.

    Raises ValueError for a time without a zone. Comes back in UTC.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, _: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """A day of the desk's calendar as YYYY-MM-DD: sortable, and the same in every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, _: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, _: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


def written(adapter: TypeAdapter[T], value: T) -> str:
    """The value as JSON. Raises UnstorableText."""
    try:
        return adapter.dump_json(value).decode()
    except ValueError as error:
        raise UnstorableText from error


def packed(message: Message) -> str:
    """The message as JSON in ASCII: whatever is in it, it can be kept."""
    return json.dumps(_MESSAGE.dump_python(message, mode="json"))


def unpacked(body: str) -> Message:
    """Raises ValueError where this release does not know such a message."""
    return _MESSAGE.validate_python(json.loads(body))


def is_encodable(text: str) -> bool:
    """Half a surrogate pair, which JSON may carry, has no place in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
