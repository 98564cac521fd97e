"""Plain words, by where the talk stands."""

from dataclasses import replace
from typing import assert_never

from intake.dialogue import asking, beginning, corresponding, redeeming, reviewing
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import show
from intake.dialogue.state import (
    Asking,
    Describing,
    Idle,
    Part,
    Redeeming,
    Replying,
    Reviewing,
    Sorting,
    State,
    Suggesting,
)
from intake.dialogue.turn import Turn
from intake.dialogue.words import meaning


def take(state: State, scene: Scene, text: str) -> Turn:
    """What the words are is told by what was asked."""
    words = Part(scene.message.ref, text)
    stage = state.stage
    match stage:
        case Idle() | Describing():
            return _first_words(state, scene, words)
        case Suggesting():
            return beginning.add_words(state, scene, words)
        case Asking():
            return asking.typed(state, stage, scene, words)
        case Reviewing():
            return reviewing.typed(state, scene, words)
        case Redeeming():
            return redeeming.typed(state, scene)
        case Replying(about):
            doubtful = corresponding.is_doubtful(stage, scene)
            onto = corresponding.sort if doubtful else corresponding.follow_up
            return onto(state, scene, about, words)
        case Sorting(about, waiting):
            both = Part(words.ref, f"{waiting.text}\n{words.text}")
            return corresponding.sort(state, scene, about, both)
        case _:
            assert_never(stage)


def _first_words(state: State, scene: Scene, words: Part) -> Turn:
    if not any(character.isalnum() for character in words.text):
        return show(replace(state, stage=Describing()), scene)
    if meaning(words.text, state.language, scene.playbook) == "greeting":
        return beginning.greet(state, scene)
    turn = beginning.begin(state, scene, words)
    # Whoever comes straight to the point has not been told yet what this is (R5).
    return turn.after(Say("intro")) if isinstance(state.stage, Idle) else turn
