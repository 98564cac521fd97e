"""What comes too late to be of use is not said; what counts always arrives."""

from datetime import UTC, datetime, timedelta

import pytest

from faq_index import EntryId
from intake import tid
from intake.dialogue.overtaking import LATE, overtaken
from intake.dialogue.replies import (
    AgentAnswer,
    FaqAnswer,
    Receipt,
    Reply,
    Say,
    Suggested,
    TicketClosed,
)
from intake.tickets import Reason

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TID = tid.make(5)


@pytest.mark.parametrize(
    ("late", "gone_on", "expected"),
    [
        (LATE + SECOND, NOW + SECOND, True),
        (LATE, NOW + SECOND, False),  # not late
        (LATE + SECOND, NOW, False),  # the same answer's other half
        (LATE + SECOND, None, False),  # nothing said since
    ],
)
def test_only_what_is_late_and_has_been_answered_since_is_left_out(
    late: timedelta, gone_on: datetime | None, expected: bool
) -> None:
    assert overtaken(Say("ask"), NOW, NOW, gone_on, NOW + late) is expected


@pytest.mark.parametrize(
    "reply",
    [
        Receipt(TID, "vip", NOW, NOW, "business-days", 24),
        AgentAnswer(TID, "Kim", "Reload."),
        TicketClosed(TID, Reason.SOLVED),
        FaqAnswer("?", Suggested(EntryId("1"), "?", "", "")),
    ],
)
def test_a_tid_an_answer_and_an_end_always_arrive(reply: Reply) -> None:
    later = NOW + timedelta(days=1)
    assert not overtaken(reply, NOW, NOW, later, later)
