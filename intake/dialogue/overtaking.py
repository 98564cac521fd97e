"""Which replies come too late to be of use to anybody."""

from datetime import datetime, timedelta
from typing import Final

from intake.dialogue.replies import (
    AgentAnswer,
    FaqAnswer,
    Receipt,
    Reply,
    TicketClosed,
    TicketMoved,
)

LATE: Final = timedelta(minutes=1)
UNASKED: Final = ("agent-answer", "ticket-closed", "ticket-moved", "faq-answer")
"""The kinds that the desk says by itself: they do not show that the person has gone on."""

_ALWAYS: Final = (Receipt, AgentAnswer, TicketClosed, TicketMoved, FaqAnswer)


def overtaken(
    reply: Reply, said_at: datetime, due_since: datetime, gone_on: datetime | None, at: datetime
) -> bool:
    """Whether it is not to be sent any more: it is late, and a later message of the person's has
    been answered since. A TID, an agent's answer, how a ticket goes on or ends, and an
    answer from the FAQ that was waited for always arrive.

    `gone_on` is when the newest answer behind it was recorded, `due_since` since when anybody
    might have sent it.
    """
    if isinstance(reply, _ALWAYS) or gone_on is None:
        return False
    return at - due_since > LATE and gone_on > said_at
