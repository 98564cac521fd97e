"""What a database would not take as text, the store in memory does not take either."""

from collections.abc import Iterable

from bot.storage.codec import UnstorableText, is_encodable
from intake.tickets import Ticket


def texts_of(ticket: Ticket) -> Iterable[str]:
    """Fields are stored as JSON, where a NUL is spelt out."""
    yield from (ticket.owner, ticket.owner_name, ticket.conversation, ticket.language)
    for filled in ticket.fields:
        yield filled.value.replace("\0", "")
    for post in ticket.posts:
        yield from (post.name, post.text)


def check(*texts: str) -> None:
    """Raises UnstorableText, as a database would."""
    if any("\0" in text or not is_encodable(text) for text in texts):
        raise UnstorableText
