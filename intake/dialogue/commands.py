"""What can be said at any moment, in the middle of a form too, without losing the draft."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from intake import tid
from intake.dialogue import (
    beginning,
    consenting,
    corresponding,
    entry_presses,
    identifying,
    redeeming,
    reopening,
    supervising,
    telling,
)
from intake.dialogue.messages import CommandName
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, Say
from intake.dialogue.screens import proceed, show
from intake.dialogue.state import Describing, Idle, Replying, Sorting, State
from intake.dialogue.turn import Turn, anytime
from intake.tid import NotATid, Tid

Order: TypeAlias = Callable[[State, Scene, str], Turn]


def carry_out(state: State, scene: Scene, name: CommandName, argument: str) -> Turn:
    """A client's command. Staff commands from anybody else get the help text."""
    return _ORDERS.get(name, _help)(state, scene, argument)


def resume(state: State, scene: Scene) -> Turn:
    """Back to the draft that was laid aside."""
    if state.draft is None:
        return beginning.greet(state, scene)
    back = replace(state, parked=False)
    return proceed(back, scene).after(Say("resumed"))


def drop(state: State, scene: Scene) -> Turn:
    """The draft goes, and the person says what else is wrong."""
    empty = replace(state, draft=None, parked=False, stage=Describing())
    return show(empty, scene).after(Say("dropped"))


def lay_aside(state: State, scene: Scene) -> Turn:
    """Not now: the draft waits, and the person says what else is wrong."""
    return show(replace(state, parked=True, stage=Describing()), scene)


def new(state: State, scene: Scene, _: str = "") -> Turn:
    """Something new; but a draft is not thrown away unasked."""
    if isinstance(state.stage, Sorting):
        return beginning.begin(state, scene, state.stage.words)
    if state.draft:
        return beginning.ask_about_draft(state)
    return show(replace(state, stage=Describing()), scene)


def cancel(state: State, scene: Scene, _: str = "") -> Turn:
    """Stop here. A draft is laid aside until something new begins."""
    del scene
    if isinstance(state.stage, Idle | Replying | Describing) and not state.draft:
        return Turn(replace(state, stage=Idle(), screen=()), (Say("nothing-to-cancel"),))
    stopped = replace(state, stage=Idle(), parked=state.draft is not None, screen=())
    choices: tuple[Choice, ...] = (anytime("resume", "button-resume"),) if state.draft else ()
    if state.draft and telling.went_in_vain(state):
        choices = (*choices, telling.can_be_told(state.draft))
    return Turn(stopped, (Say("cancelled", choices=choices),))


def speak(state: State, scene: Scene, language: str) -> Turn:
    """Go on in this language."""
    if language not in scene.playbook.languages:
        return _which_language(state, scene, "language-unknown")
    return show(replace(state, language=language), scene).after(Say("language-set"))


def _start(state: State, scene: Scene, payload: str) -> Turn:
    if payload.lower().startswith("tid_"):
        return _status(state, scene, payload[4:].replace("_", "-"))
    if payload == "new" or state.draft:
        return new(state, scene) if state.draft else beginning.greet(state, scene)
    return beginning.greet(state, scene)


def _status(state: State, scene: Scene, argument: str) -> Turn:
    if not argument.strip():
        return show(state, scene).after(Say("tid-wanted"))
    try:
        answer = corresponding.status(tid.parse(argument), scene)
    except NotATid:
        answer = Say("tid-mistyped", argument.strip()[:60])
    return show(state, scene).after(answer)


def _tickets(state: State, scene: Scene, _: str) -> Turn:
    return show(state, scene).after(corresponding.listed(scene.facts.mine, "mine"))


def _language(state: State, scene: Scene, argument: str) -> Turn:
    if argument.strip():
        wanted = argument.strip().lower()
        known = scene.playbook.languages
        return speak(state, scene, wanted if wanted in known else wanted[:2])
    return _which_language(state, scene, "language-which")


def _which_language(state: State, scene: Scene, key: str) -> Turn:
    choices = tuple(
        anytime(f"lang.{code}", "button-language", code) for code in scene.playbook.languages
    )
    return Turn(state, (Say(key, choices=choices),))


def _help(state: State, scene: Scene, _: str) -> Turn:
    key = "help-staff" if scene.is_staff else "help"
    return show(state, scene).after(Say(key))


def anytime_pressed(state: State, scene: Scene, name: str) -> Turn:
    """A button that never passes."""
    verb, _, what = name.partition(".")
    simple: Mapping[str, Callable[[], Turn]] = {
        "resume": lambda: resume(state, scene),
        "drop": lambda: drop(state, scene),
        "new": lambda: new(state, scene),
        "lang": lambda: speak(state, scene, what),
        "status": lambda: _status(state, scene, what),
        "tell": lambda: telling.tell(state, scene, what),
        "supervisor": lambda: supervising.ask(state, scene, what),
        "hush": lambda: telling.hush(state, scene, what),
        "code": lambda: identifying.again(state, scene),
        "report-yes": lambda: consenting.decided(state, scene, "yes", what),
        "report-no": lambda: consenting.decided(state, scene, "no", what),
        "reply": lambda: corresponding.reply_to(state, scene, Tid(what)),
    }
    if order := simple.get(verb):
        return order()
    turn = entry_presses.pressed(state, scene, name) if scene.is_staff else None
    return turn or show(state, scene).after(Say("question-passed"))


_ORDERS: Final[Mapping[CommandName, Order]] = {
    CommandName.START: _start,
    CommandName.NEW: new,
    CommandName.CANCEL: cancel,
    CommandName.STATUS: _status,
    CommandName.TICKETS: _tickets,
    CommandName.LANGUAGE: _language,
    CommandName.HELP: _help,
    CommandName.SUPERVISOR: supervising.carry_out,
    CommandName.VERIFY: identifying.verify,
    CommandName.FORGET: identifying.forget,
    CommandName.COUPON: redeeming.order,
    CommandName.REOPEN: reopening.carry_out,
}
