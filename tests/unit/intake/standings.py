"""Talks led to every place where one can stand, by talking, so that none is an invention."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from intake.dialogue.corresponding import told
from intake.dialogue.messages import Pressed
from intake.dialogue.state import Asking, Reviewing
from intake.regulations.identity import Coupon, CustomerId, Sealed, Usable
from intake.regulations.policy import FieldId
from intake.tid import Tid
from tests.unit.intake.helpful import ENOUGH, step
from tests.unit.intake.reports import WINDOWS
from tests.unit.intake.talk import SCOPED, UNSCOPED, Talk

WHITE: Final = "After an update the site shows a white page"
ODD: Final = "The checkout button does nothing at all"
FORM: Final = UNSCOPED.form[1:]


COUPON: Final = Usable(Coupon(Sealed("c"), CustomerId("acme")), 3, datetime(2026, 1, 1, tzinfo=UTC))


def the_ticket(talk: Talk) -> Tid:
    """The one that was filed before everything else."""
    return next(iter(talk.tickets))


def nothing(talk: Talk) -> None:
    del talk


def greeted(talk: Talk) -> None:
    talk.says("hello")


def with_a_file_only(talk: Talk) -> None:
    talk.sends("a.png")


def suggesting(talk: Talk) -> None:
    talk.says(WHITE)


def at_the_card(talk: Talk) -> None:
    talk.says(ODD)
    talk.presses("yes")
    talk.says("Click it", ref="steps")
    for _ in range(ENOUGH):
        if talk.state.stage == Reviewing():
            return
        step(talk)


def redeeming(talk: Talk) -> None:
    at_the_card(talk)
    talk.presses("coupon")


def with_a_coupon(talk: Talk) -> None:
    talk.known = replace(talk.known, usable=COUPON)
    redeeming(talk)
    talk.says("VIP-AAAA-1111")


def with_a_parked_draft(talk: Talk) -> None:
    talk.says(ODD)
    talk.presses("no")
    talk.commands("cancel")


def with_a_report(talk: Talk) -> None:
    """Of a server, pasted; nobody has said yet whether the desk may have it."""
    talk.says(f"{ODD}\n{WINDOWS}")


def with_a_report_for_a_ticket(talk: Talk) -> None:
    replying(talk)
    talk.says(WINDOWS)


def with_an_answer(talk: Talk) -> None:
    """The desk has answered; nothing else is going on."""
    talk.state = told(talk.state, the_ticket(talk), talk.now)


def with_an_answer_long_ago(talk: Talk) -> None:
    with_an_answer(talk)
    talk.later(days=5)


def replying(talk: Talk) -> None:
    talk.hears(Pressed(f"*:reply.{the_ticket(talk)}"))


def replying_beside_a_draft(talk: Talk) -> None:
    talk.says(ODD)
    replying(talk)


def following_up_beside_a_draft(talk: Talk) -> None:
    replying_beside_a_draft(talk)
    talk.says("And it is slow")


def sorting(talk: Talk) -> None:
    talk.says(f"{the_ticket(talk)} now there is an error 500 as well")


def sorting_beside_a_draft(talk: Talk) -> None:
    with_a_parked_draft(talk)
    sorting(talk)


def asked_by_an_older_policy(talk: Talk) -> None:
    talk.says(ODD)
    talk.state = replace(talk.state, stage=Asking(FieldId("phase-of-the-moon")))


def at_the_topic(talk: Talk) -> None:
    """The form as it ships begins with it."""
    talk.playbook = replace(talk.playbook, policy=SCOPED)
    talk.says(ODD)


def at_another_topic(talk: Talk) -> None:
    at_the_topic(talk)
    talk.presses("topic.performance")


def with_only_the_list_of_topics(talk: Talk) -> None:
    at_the_topic(talk)
    talk.says("no")


def changing_the_topic(talk: Talk) -> None:
    at_the_topic(talk)
    talk.presses("beyond")
    talk.presses("back")


def _asked(field: str) -> Callable[[Talk], None]:
    def reach(talk: Talk) -> None:
        talk.says(ODD)
        talk.presses("yes")
        for _ in range(ENOUGH):
            if talk.state.stage == Asking(FieldId(field)):
                return
            talk.presses("back") if field == "reproducible" else step(talk)

    reach.__name__ = f"asked_for_{field}"
    return reach


def _editing(field: str) -> Callable[[Talk], None]:
    def reach(talk: Talk) -> None:
        at_the_card(talk)
        talk.hears(Pressed(f"{talk.state.serial}:edit.{field}"))

    reach.__name__ = f"editing_{field}"
    return reach


def _writing(field: str, *, beside: Callable[[Talk], None] = nothing) -> Callable[[Talk], None]:
    """Somebody of the staff writes for the FAQ; anybody else has been given the help text."""

    def reach(talk: Talk) -> None:
        beside(talk)
        talk.commands("faq", "add How do I reset my password? | Open Settings | https://x.example")
        if field and talk.state.is_writing:
            talk.presses(f"edit.{field}")

    reach.__name__ = f"writing_{field or 'the_card'}_beside_{beside.__name__}"
    return reach


def writing_the_first_words(talk: Talk) -> None:
    talk.commands("faq", "add")


def changing_an_entry(talk: Talk) -> None:
    talk.commands("faq", "edit white")


def with_an_entry_laid_aside(talk: Talk) -> None:
    at_the_card(talk)
    talk.commands("faq", "add How do I reset my password?")
    if talk.state.is_writing:
        talk.commands("cancel")


STATES: Final = (
    nothing,
    greeted,
    with_a_file_only,
    suggesting,
    *(_asked(field.id) for field in FORM),
    *(_editing(field.id) for field in FORM),
    at_the_card,
    redeeming,
    with_a_coupon,
    with_a_parked_draft,
    with_a_report,
    with_a_report_for_a_ticket,
    with_an_answer,
    with_an_answer_long_ago,
    replying,
    replying_beside_a_draft,
    following_up_beside_a_draft,
    sorting,
    sorting_beside_a_draft,
    asked_by_an_older_policy,
    at_the_topic,
    at_another_topic,
    with_only_the_list_of_topics,
    changing_the_topic,
    writing_the_first_words,
    changing_an_entry,
    _writing(""),
    *(_writing(field) for field in ("question", "url", "kind", "wordings")),
    _writing("", beside=at_the_card),
    _writing("answer", beside=replying_beside_a_draft),
    _writing("tags", beside=suggesting),
    with_an_entry_laid_aside,
)
