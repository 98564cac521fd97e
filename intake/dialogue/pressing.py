"""Buttons: the ones on screen count, the ones that never pass always do, all others have passed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, assert_never

from intake.dialogue import asking, beginning, commands, corresponding, entry_writing, reviewing
from intake.dialogue.messages import ANYTIME
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import show
from intake.dialogue.state import (
    Asking,
    Describing,
    Idle,
    Redeeming,
    Replying,
    Reviewing,
    Sorting,
    State,
    Suggesting,
)
from intake.dialogue.turn import Turn


def press(state: State, scene: Scene, token: str) -> Turn:
    """A button, by its token: the question's number and the choice."""
    number, _, name = token.partition(":")
    if number == ANYTIME:
        return commands.anytime_pressed(state, scene, name)
    if number == str(state.serial) and name in state.screen:
        return choose(state, scene, name)
    if (number, name) == (str(state.answered), state.choice):
        # A second tap on the button that has just been taken: it was heard.
        return Turn(state)
    told = replace(state, answered=int(number) if number.isdecimal() else 0, choice=name)
    return show(told, scene).after(Say("question-passed"))


def choose(state: State, scene: Scene, name: str) -> Turn:
    """A choice that the question on screen offers."""
    if state.is_writing:
        return entry_writing.chosen(state, scene, name)
    state = replace(state, answered=state.serial, choice=name)
    if order := _SAME_EVERYWHERE.get(name):
        return order(state, scene)
    return _by_stage(state, scene, name)


def _by_stage(state: State, scene: Scene, name: str) -> Turn:
    stage = state.stage
    match stage:
        case Suggesting(count):
            verb, _, which = name.partition(".")
            if verb == "helped":
                return beginning.helped(state, scene, count, which)
            return beginning.none_of_these(state, scene)
        case Asking():
            return asking.chosen(state, stage, scene, name)
        case Reviewing():
            return reviewing.chosen(state, scene, name)
        case Sorting(about, words):
            return corresponding.follow_up(state, scene, about, words)
        case Redeeming():
            return show(replace(state, stage=Reviewing()), scene)
        case Idle() | Describing() | Replying():
            return show(state, scene)
        case _:
            assert_never(stage)


def _new_problem(state: State, scene: Scene) -> Turn:
    if isinstance(state.stage, Sorting):
        words, about = state.stage.words, state.stage.tid
        return beginning.begin(replace(state, stage=Idle()), scene, words, (about,))
    return commands.new(replace(state, stage=Idle()), scene)


_SAME_EVERYWHERE: Final[Mapping[str, Callable[[State, Scene], Turn]]] = {
    "cancel": commands.cancel,
    "resume": commands.resume,
    "drop": commands.drop,
    "new-problem": _new_problem,
}
