"""What passes is counted, and passes as it was."""

import pytest

from bot.app.metering import MeteredSender, MeteredStore, metered, note_of, witness_of
from bot.metrics import Metrics
from bot.sending import NotSent, Unknown, Unreachable, Wait
from intake.dialogue.messages import Message, Text
from intake.ports import Outgoing, StoreUnavailable
from tests.desk.test_customer import House
from tests.storage.stories import say
from tests.unit.bot.test_metrics import value


async def test_messages_tickets_and_steps_are_counted_as_they_happen() -> None:
    house, metrics = House(), Metrics()
    house.customer.store = MeteredStore(house.store, metrics)
    house.customer.witness = witness_of(metrics)
    await house.files_a_ticket()
    message = house.message(Text("hello"))
    for _ in range(3):
        await house.customer.hear(message)

    turns = value(metrics, "tidings_updates_total", channel="telegram", result="recorded")
    assert turns > 5
    assert value(metrics, "tidings_updates_total", channel="telegram", result="repeated") == 2
    assert value(metrics, "tidings_duplicates_total", channel="telegram") == 2
    assert value(metrics, "tidings_filed_total", backend="tidings", result="filed") == 1
    for step in ("decide", "record"):
        assert value(metrics, "tidings_step_seconds_count", step=step) == turns + 2


@pytest.mark.parametrize(
    ("error", "result"), [(StoreUnavailable(), "unavailable"), (ValueError(), "failed")]
)
async def test_messages_that_were_not_taken_are_counted_too(error: Exception, result: str) -> None:
    metrics = Metrics()

    async def hear(_: Message) -> None:
        raise error

    with pytest.raises(type(error)):
        await metered(hear, metrics)(House().message(Text("hello")))
    assert value(metrics, "tidings_updates_total", channel="telegram", result=result) == 1


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (None, "sent"),
        (Wait(37), "throttled"),
        (Unreachable(), "unreachable"),
        (Unknown(), "unknown"),
        (NotSent(), "not-sent"),
        (ValueError(), "failed"),
    ],
)
async def test_every_post_is_counted_by_what_became_of_it(
    error: Exception | None, result: str
) -> None:
    metrics = Metrics()

    class Platform:
        async def send(self, _: Outgoing) -> None:
            if error:
                raise error

    (outgoing,) = await say(House().store, "one")
    sender = MeteredSender("telegram", Platform(), metrics)
    if error:
        with pytest.raises(type(error)):
            await sender.send(outgoing)
    else:
        await sender.send(outgoing)
    assert value(metrics, "tidings_replies_total", channel="telegram", result=result) == 1
    assert value(metrics, "tidings_send_seconds_count", channel="telegram") == 1
    if isinstance(error, Wait):
        assert value(metrics, "tidings_throttled_total", channel="telegram") == 1


def test_strangers_at_a_webhook_are_counted_apart() -> None:
    metrics = Metrics()
    for status in (200, 401, 403, 413):
        note_of(metrics, "slack")(status)
    assert value(metrics, "tidings_signature_failures_total", channel="slack") == 2
    assert value(metrics, "tidings_requests_total", channel="slack", status="413") == 1


def test_a_label_never_comes_from_outside() -> None:
    metrics, message = Metrics(), House().message(Text("hello"))
    odd = Message(
        type(message.id)("evil: \n"),
        message.conversation,
        message.speaker,
        message.said,
        message.sent_at,
    )
    witness_of(metrics)(odd, ())
    assert value(metrics, "tidings_updates_total", channel="other", result="recorded") == 1
