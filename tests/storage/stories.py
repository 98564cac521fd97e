"""The people and things that the stories of the store are about."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from intake.dialogue.messages import ConversationId, FileId, IncomingFile, MessageId, PersonId
from intake.dialogue.replies import Reply, Say
from intake.dialogue.state import State
from intake.ports import AwaitedFile, Outgoing, Store, Work
from intake.regulations.identity import (
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Link,
    Proof,
    Sealed,
)
from intake.regulations.policy import FieldId, LevelId
from intake.tickets import Author, DraftId, Filled, Post, Suggestion, Ticket
from intake.tid import Tid

NOW: Final = datetime(2026, 11, 3, 9, 30, 15, 123456, tzinfo=UTC)
HELD: Final = timedelta(seconds=15)
LATER: Final = NOW + HELD
MUCH_LATER: Final = NOW + timedelta(hours=1)

ANA: Final = ConversationId("telegram:42")
BEN: Final = ConversationId("slack:T1/D7")
HELLO: Final = MessageId("telegram:8812")

SPANISH: Final = State(language="es", zone="America/Lima")


def a_ticket(number: int = 1, **changes: Any) -> Ticket:
    """Ticket `number`, accepted that many minutes after NOW and due a day later."""
    accepted = NOW + timedelta(minutes=number)
    values: dict[str, Any] = {
        "tid": Tid(f"TID-{number}"),
        "draft": DraftId(f"draft-{number}"),
        "owner": "telegram:42",
        "owner_name": "Ana",
        "conversation": ANA,
        "language": "es",
        "fields": (Filled(FieldId("problem"), "No abre"), Filled(FieldId("url"), "")),
        "suggestions": (Suggestion("faq-7", "Opening", "https://docs.example/open"),),
        "related": (Tid("TID-0"),),
        "level": LevelId("b2"),
        "accepted_at": accepted,
        "due_at": accepted + timedelta(days=1),
    }
    return Ticket(**{**values, **changes})


def a_post(text: str, author: Author = Author.AGENT) -> Post:
    return Post(author, "Rosa", text, NOW + timedelta(hours=2))


def a_file(name: str, conversation: ConversationId = ANA) -> AwaitedFile:
    file = IncomingFile(FileId(f"id-of-{name}"), name, 2048, f"remote-{name}")
    return AwaitedFile(file, conversation, PersonId("telegram:42"))


async def with_customers(store: Store) -> None:
    """Somebody is a customer's, has proven it, spent a coupon, and holds a link."""
    me, acme = PersonId("telegram:42"), CustomerId("acme")
    licence = Licence("cms", "premium", Sealed("k1"))
    customer = Customer(acme, "Acme", "vip", ("ana@example.org",), licences=(licence,))
    coupons = (Coupon(Sealed("c1"), acme), Coupon(Sealed("c2"), acme))

    def unit(work: Work) -> None:
        work.put_customers((customer,), coupons, NOW)
        work.spend_coupon(coupons[0], 3, NOW - timedelta(days=9), Tid("TID-1"), NOW)
        work.prove(me, Proof("code", NOW, "ana@example.org"))
        work.mail_code(work.ask_code(me, "ana@example.org", NOW), Sealed("s1"), NOW)
        work.put_link(Link(Sealed("l1"), acme, MUCH_LATER))

    await store.record(unit)


async def say(store: Store, *words: str, to: ConversationId = ANA) -> tuple[Outgoing, ...]:
    """Record plain replies at NOW, held by whoever recorded them until LATER."""
    replies: list[Reply] = [Say(word) for word in words]
    return await store.record(lambda work: work.say(to, replies, SPANISH, NOW, HELD))


async def take(
    store: Store, at: datetime = LATER, limit: int = 100, where: Sequence[str] = ()
) -> list[str]:
    """The keys of the replies that are taken over at that time."""
    taken = await store.record(lambda work: work.unsent(at, HELD, limit, where))
    return [each.reply.key for each in taken if isinstance(each.reply, Say)]
