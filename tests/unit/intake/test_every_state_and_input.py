"""B12: wherever a talk stands and whatever comes, the outcome is defined; the person can go on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Final

import pytest

from faq_index import EntryId
from intake import tid
from intake.dialogue import entry_form
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Judged,
    Pressed,
    RefusedFile,
    Said,
    Submitted,
    Text,
    Unreadable,
)
from intake.dialogue.state import Asking, State
from intake.regulations.attachments import Refusal
from intake.regulations.policy import FieldId
from tests.unit.intake.helpful import goes_on_to_a_ticket
from tests.unit.intake.promises import given_up, is_complete, lost, may_be_silent, unwritten
from tests.unit.intake.reports import WINDOWS
from tests.unit.intake.standings import ODD, STATES, WHITE
from tests.unit.intake.talk import FAQ, Talk, playbook

NEW: Final = "How do I change my name? | In Settings"
STRANGE: Final = tid.make(20_260_302)
"""A ticket that is not there, or somebody else's."""
NAMES: Final = (
    "helped", "none", "skip", "done", "keep", "back", "unknown", "yes", "no", "option.start",
    "cancel", "file", "coupon", "uncoupon", "edit.url", "edit.screenshots", "add", "new-problem",
    "resume", "nonsense",
)  # fmt: skip


# --- the inputs ----------------------------------------------------------------------------------


def texts(mine: str) -> Iterator[Said]:
    slip = mine[:-1] + ("2" if mine[-1] != "2" else "3")
    yield from map(Text, ("", " ", "👍 !!", "hm", "hello", "7", ODD, WHITE, "word " * 9000))
    yield from map(Text, ("skip", "yes", "no", "none of these", "file it", "cancel", "help"))
    yield from map(Text, ("status", "my tickets", f"status {mine}", mine, STRANGE, slip))
    yield from map(Text, ("123456", "12 34 56", f"prove-{'0' * 32}", f"verify prove-{'0' * 32}"))
    yield from map(Text, (WINDOWS, f"{ODD}\n{WINDOWS}"))
    yield Text(f"{mine} is still as bad as it was on the first day")
    yield Text(f"{STRANGE} is still as bad as it was on the first day")


def presses(state: State, mine: str) -> Iterator[Said]:
    for name in dict.fromkeys([*state.screen, *NAMES]):
        for number in (state.serial, state.serial - 1, state.serial + 7, state.answered):
            yield Pressed(f"{number}:{name}")
    anytime = ("resume", "drop", "new", "code", "lang.es", "lang.xx", "nonsense", "")
    verbs = ("status", "reply", "report-yes", "report-no")
    about = (f"{verb}.{number}" for verb in verbs for number in (mine, STRANGE, ""))
    yield from (Pressed(f"*:{name}") for name in (*anytime, *about))
    yield from map(Pressed, ("", "x", ":", "1:", "²:yes"))


def files() -> Iterator[Said]:
    many = tuple(IncomingFile(FileId(f"f{n}"), f"{n}.png", None, "") for n in range(12))
    yield from (Files(many[:1]), Files(many), Files(()))
    yield from (Files(many[:1], "See there"), Files(many[:1], "See there", "album"))
    yield from (Judged((RefusedFile(FileId(name), name, Refusal.BMP),)) for name in ("f1", "g"))


def commands(mine: str) -> Iterator[Said]:
    arguments = (
        "",
        "new",
        "ana@example.org",
        "VIP-AAAA-1111",
        f"tid_{mine[4:]}",
        mine,
        "es",
        f"{mine} solved",
        f"{STRANGE} hi",
        "?",
    )
    yield from (Command(name, argument) for name in CommandName for argument in arguments)
    orders = ("add", f"add {NEW}", "find white", "find", "edit white", "hide white", "show mail")
    yield from (Command(CommandName.FAQ, order) for order in (*orders, "undo", "undo white"))


def forms(state: State) -> Iterator[Said]:
    """What only staff can do; from anybody else it changes nothing."""
    stamp = entry_form.stamp(next(each for each in FAQ if each.id == "white"))
    for verb in ("edit", "hide", "gone", "back", "undo"):
        for about in ("white", "nobody", f"{stamp}.white", f"{stamp}.nobody"):
            yield Pressed(f"*:faq-{verb}.{about}")
    yield from (Pressed(f"*:faq-{verb}") for verb in ("add", "resume", "drop"))
    names = ("save", "wording", "clear", "option.forum", "option.es", "edit.answer", "edit.kind")
    yield from (Pressed(f"{state.serial}:{name}") for name in names)
    for typed in ((("question", "How?"), ("answer", "So.")), (), (("url", "x"), ("odd", "y"))):
        for entry in ("", "white", "nobody"):
            yield Submitted(EntryId(entry), stamp, typed)


def others() -> Iterator[Said]:
    yield from (Unreadable("audio"), Unreadable("sticker"), Unreadable("place"))
    yield from (Unreadable("command"), Unreadable("other"))
    yield from map(Correction, ("", "   ", "Click it twice"))


def every_input(state: State, mine: str) -> Iterator[Said]:
    yield from (
        *texts(mine),
        *presses(state, mine),
        *files(),
        *commands(mine),
        *others(),
        *forms(state),
    )


# --- the table -----------------------------------------------------------------------------------


@pytest.mark.parametrize("person", ["client", "staff"])
@pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)
def test_every_input_has_an_outcome(reach: Callable[[Talk], None], person: str) -> None:
    before = Talk(playbook=playbook(staff=("telegram:42",) if person == "staff" else ()))
    mine = before.files_a_ticket().tid
    reach(before)
    seen: set[object] = set()
    for said in every_input(before.state, mine):
        for ref in ("steps", ""):
            after = _copy(before)
            after.hears(said, ref)
            assert after.replies or may_be_silent(before.state, said), said
            assert is_complete(after.state), said
            assert lost(before, after) <= given_up(said), said
            assert not unwritten(before, after, said), said
            assert person == "staff" or not (after.state.writing or after.changes), said
            key = _where(after.state)
            if key not in seen:
                seen.add(key)
                goes_on_to_a_ticket(after)


def test_the_states_are_what_they_are_called() -> None:
    """The table would prove little if a state were not reached."""
    stages = set()
    for reach in STATES:
        talk = Talk()
        talk.files_a_ticket()
        reach(talk)
        stages.add((talk.state.stage.kind, talk.state.parked))
        if reach.__name__.startswith(("asked_for", "editing")):
            field = reach.__name__.removeprefix("asked_for_").removeprefix("editing_")
            assert talk.state.stage == Asking(FieldId(field), reach.__name__.startswith("editing"))
    kinds = {"idle", "describing", "suggesting", "asking", "reviewing", "replying", "sorting"}
    kinds |= {"redeeming"}
    assert {kind for kind, _ in stages} == kinds
    assert {kind for kind, parked in stages if parked} == {"idle", "replying", "sorting"}


def _copy(talk: Talk) -> Talk:
    return replace(
        talk,
        tickets=dict(talk.tickets),
        effects=[],
        changes=list(talk.changes),
        numbers=count(500_000),
    )


def _where(state: State) -> object:
    """What matters for how a talk can go on."""
    draft = state.draft
    answers = tuple(sorted(answer.field for answer in draft.answers)) if draft else ()
    writes = state.writing and (state.writing.field, state.writing.aside)
    held = bool(state.report)
    return state.stage, state.screen, state.parked, state.language, answers, writes, held
