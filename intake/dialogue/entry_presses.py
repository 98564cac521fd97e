"""The buttons under what staff are shown of the FAQ; none of them passes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from intake.dialogue import entry_keeping, entry_lessons
from intake.dialogue.entry_form import stamp
from intake.dialogue.entry_orders import Act, Order, add, answer, edit, on_one, resume
from intake.dialogue.entry_saving import back_to_talk
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.dialogue.turn import Turn, anytime


def pressed(state: State, scene: Scene, name: str) -> Turn | None:
    """A button that never passes; None for one that is not the FAQ's."""
    verb, _, what = name.partition(".")
    press = _PRESSES.get(verb)
    return press(state, scene, what) if press else None


def _as_seen(act: Act) -> Order:
    """A button about an entry as it was when the button was shown, and about no other."""

    def press(state: State, scene: Scene, what: str) -> Turn:
        seen, _, id = what.partition(".")
        entry = entry_keeping.known(id, scene)
        if entry is None:
            return Turn(state, (Say("faq-gone"),))
        if stamp(entry) != seen:
            return Turn(state, (entry_keeping.changed(scene, entry),))
        return act(state, scene, entry)

    return press


def _drop(state: State, scene: Scene, _: str) -> Turn:
    said = Say("faq-dropped", choices=(anytime("faq-add", "button-faq-add"),))
    dropped = replace(state, writing=None)
    if not state.is_writing:
        return Turn(dropped, (said,))
    return back_to_talk(replace(dropped, screen=()), scene).after(said)


_PRESSES: Final[Mapping[str, Order]] = {
    "faq-add": add,
    "faq-edit": on_one(edit),
    "faq-hide": on_one(entry_keeping.ask_to_hide),
    "faq-gone": _as_seen(entry_keeping.hide),
    "faq-back": _as_seen(entry_keeping.bring_back),
    "faq-undo": _as_seen(entry_keeping.take_back),
    "faq-resume": resume,
    "faq-drop": _drop,
    "faq-answer": answer,
    "faq-dismiss": entry_lessons.dismiss,
    "faq-take": entry_lessons.take,
    "faq-refuse": entry_lessons.refuse,
}
