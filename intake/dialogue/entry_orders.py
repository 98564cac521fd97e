"""What staff order with `/faq`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from faq_index import Entry
from intake.dialogue import entry_keeping, entry_lessons, entry_saving, entry_typed, entry_writing
from intake.dialogue.entry_mentions import parted
from intake.dialogue.entry_screens import about, form, found
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, FoundEntries, Say
from intake.dialogue.state import State, Writing
from intake.dialogue.turn import Turn, anytime

LISTED: Final = 5
FLOOR: Final = 0.05
"""Whoever searches on purpose is shown what a person with a problem is not."""

Order: TypeAlias = Callable[[State, Scene, str], Turn]
Act: TypeAlias = Callable[[State, Scene, Entry], Turn]


def carry_out(state: State, scene: Scene, argument: str) -> Turn:
    """An order of a staff member's. Whatever is on their own screen stays, unless they write."""
    verb, rest = parted(argument)
    if not verb and state.writing:
        return resume(state, scene)
    order = _ORDERS.get(verb)
    return order(state, scene, rest) if order else Turn(state, (Say("faq-usage"),))


def is_order(text: str) -> bool:
    """Whether words after `faq` make an order of it."""
    return parted(text)[0] in _ORDERS


def resume(state: State, scene: Scene, _: str = "") -> Turn:
    """Go on with the entry that was laid aside."""
    if state.writing is None:
        return Turn(state, (Say("faq-usage"),))
    return form(replace(state, writing=replace(state.writing, aside=False)), scene)


def add(state: State, scene: Scene, words: str) -> Turn:
    """A new entry: question by question, or from what was written behind the order."""
    if waiting := _waits(state):
        return waiting
    if not words:
        writing = Writing(entry_saving.blank(state), field="question")
        return form(replace(state, writing=writing), scene)
    return entry_writing.begin(state, scene, entry_typed.split(words))


def answer(state: State, scene: Scene, number: str) -> Turn:
    """A new entry that answers what people asked in vain."""
    if waiting := _waits(state):
        return waiting
    asked = entry_lessons.asked(number, scene)
    if asked is None:
        return Turn(state, (Say("faq-dealt-with"),))
    return entry_writing.begin_from(state, scene, asked)


def find(state: State, scene: Scene, words: str) -> Turn:
    """What people with these words might be shown, sure or not."""
    if not words:
        return Turn(state, (Say("faq-usage"),))
    items = found(scene, words, state.language, LISTED, FLOOR)
    if not items:
        another = anytime("faq-add", "button-faq-add")
        return Turn(state, (Say("faq-none-found", words, (another,)),))
    choices: tuple[Choice, ...] = ()
    for number, item in enumerate(items, 1):
        choices += about("faq-edit", item.id, "button-faq-edit", str(number))
        choices += about("faq-hide", item.id, "button-faq-hide", str(number))
    return Turn(state, (FoundEntries("found", words, items, choices),))


def edit(state: State, scene: Scene, entry: Entry) -> Turn:
    """Its card, to be changed."""
    if waiting := _waits(state):
        return waiting
    return form(replace(state, writing=Writing(entry, entry)), scene)


def on_one(act: Act) -> Order:
    """An order about one entry, named by its id or by words that find it and hardly another;
    else what the words find is listed."""

    def order(state: State, scene: Scene, words: str) -> Turn:
        entry = entry_keeping.known(words, scene) or _meant(words, state, scene)
        return act(state, scene, entry) if entry else find(state, scene, words)

    return order


def _meant(words: str, state: State, scene: Scene) -> Entry | None:
    floor = scene.playbook.policy.thresholds.maybe
    matches = found(scene, words, state.language, 2, floor) if words else ()
    return entry_keeping.known(matches[0].id, scene) if len(matches) == 1 else None


def _undo(state: State, scene: Scene, id: str) -> Turn:
    if not id:
        return entry_keeping.take_back_own(state, scene)
    entry = entry_keeping.known(id, scene)
    if entry is None:
        return Turn(state, (Say("faq-gone"),))
    return entry_keeping.take_back(state, scene, entry)


def _waits(state: State) -> Turn | None:
    """An entry in the works is not thrown away unasked."""
    writing = state.writing
    if writing is None or entry_writing.is_empty(writing):
        return None
    choices = (anytime("faq-resume", "button-faq-resume"), anytime("faq-drop", "button-faq-drop"))
    return Turn(state, (Say("faq-waiting", writing.entry.question, choices),))


_ORDERS: Final[Mapping[str, Order]] = {
    "add": add,
    "find": find,
    "show": on_one(entry_keeping.shown),
    "edit": on_one(edit),
    "hide": on_one(entry_keeping.ask_to_hide),
    "undo": _undo,
    "misses": entry_lessons.listed,
}
