"""Whatever is said, heard or stood at comes back from its column as it was."""

from datetime import UTC, date, datetime

import pytest

from bot.storage.codec import REPLY, STATE, packed, unpacked, written
from faq_index import Entry, EntryId
from intake.dialogue.messages import (
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Ref,
    Speaker,
    Submitted,
)
from intake.dialogue.replies import Reply
from intake.dialogue.state import State, Writing
from tests.unit.texts.samples import every_reply


@pytest.mark.parametrize("reply", [*every_reply("words ü 👍")], ids=lambda reply: reply.kind)
def test_a_reply_comes_back(reply: Reply) -> None:
    assert REPLY.validate_json(written(REPLY, reply)) == reply


def test_an_entry_that_is_being_written_comes_back() -> None:
    entry = Entry(
        id=EntryId("q-1"),
        question="Why?",
        tags=("a", "b"),
        kind="video",
        published=False,
        valid_from=date(2026, 1, 1),
    )
    writing = Writing(entry, entry, "answer", True, (("question", Ref("m1")),), EntryId("q-2"))
    state = State(writing=writing)
    assert STATE.validate_json(written(STATE, state)) == state


def test_a_state_of_an_earlier_release_has_nothing_being_written() -> None:
    assert STATE.validate_json("{}") == State()


def test_a_form_that_waits_for_its_turn_comes_back() -> None:
    form = Submitted(EntryId("q-1"), "abc", (("question", "Why?"), ("answer", "\ud800")), "5")
    now = datetime(2026, 3, 2, tzinfo=UTC)
    message = Message(
        MessageId("slack:V1"), ConversationId("slack:T1/D1"), Speaker(PersonId("k")), form, now
    )
    assert unpacked(packed(message)) == message
