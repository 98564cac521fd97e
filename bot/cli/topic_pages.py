"""What a desk's support covers, as a page: what people are told in English (R3, R25 to R30)."""

from collections.abc import Iterator

from bot.cli.policy_pages import table
from bot.texts.phrasebook import Phrasebook
from bot.texts.voice import Voice
from intake.regulations.policy import Policy
from intake.regulations.scope import Topic


def topics(policy: Policy) -> Iterator[str]:
    """A row for each topic; nothing where the policy has none."""
    if not policy.topics:
        return
    voice = Voice(Phrasebook(), policy, "en")
    head = ("topic", "queue", "covered", "not covered", "whom to ask instead")
    yield ""
    yield from table(head, [_topic(each, voice) for each in policy.topics])


def _topic(topic: Topic, voice: Voice) -> tuple[str, ...]:
    covers, outside = voice.scope(topic.id, "covers"), voice.scope(topic.id, "outside")
    instead = voice.scope(topic.id, "instead")
    return voice.topic(topic.id), topic.queue, covers, outside or "-", instead or "-"
