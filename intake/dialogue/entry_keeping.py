"""An entry that the FAQ holds: looked at, hidden, shown again, or made what it was before."""

from dataclasses import replace

from faq_index import Entry, EntryId
from intake.dialogue.entry_form import stamp
from intake.dialogue.entry_screens import about, look
from intake.dialogue.playbook import Change, Scene
from intake.dialogue.replies import Choice, EntryCard, Say
from intake.dialogue.state import State
from intake.dialogue.turn import ChangeEntry, Turn, anytime


def known(id: str, scene: Scene) -> Entry | None:
    """The entry as it is now, hidden or not."""
    return scene.facts.entries.get(EntryId(id)) or scene.playbook.faq.get(EntryId(id))


def changes_of(entry: Entry, scene: Scene) -> tuple[Change, ...]:
    return tuple(each for each in scene.facts.changes if each.entry.id == entry.id)


def shown(state: State, scene: Scene, entry: Entry) -> Turn:
    """All of it, with who changed it last."""
    return Turn(state, (look(entry, "look", _handles(entry), changes_of(entry, scene)),))


def changed(scene: Scene, entry: Entry) -> EntryCard:
    """Somebody has changed it since: this is how it reads now."""
    return look(entry, "changed", _handles(entry), changes_of(entry, scene))


def ask_to_hide(state: State, scene: Scene, entry: Entry) -> Turn:
    """Not before it was confirmed, unless its id is too long for a button."""
    if not entry.published:
        return Turn(state, (Say("faq-hidden-already", entry.question, _back(entry)),))
    sure = about(f"faq-gone.{stamp(entry)}", entry.id, "button-faq-gone")
    if not sure:
        return hide(state, scene, entry)
    choices = (*sure, *about("faq-edit", entry.id, "button-edit-entry"))
    return Turn(state, (look(entry, "hide", choices, changes_of(entry, scene)),))


def hide(state: State, scene: Scene, entry: Entry) -> Turn:
    """Nobody is shown it any more."""
    del scene
    gone = replace(entry, published=False)
    return Turn(state, (kept_words(gone, "faq-hidden"),), (ChangeEntry(gone, entry),))


def bring_back(state: State, scene: Scene, entry: Entry) -> Turn:
    """It is found again."""
    del scene
    back = replace(entry, published=True)
    return Turn(state, (kept_words(back, "faq-shown"),), (ChangeEntry(back, entry),))


def take_back(state: State, scene: Scene, entry: Entry) -> Turn:
    """Its last change is undone, by a new change that can be undone as well."""
    changes = changes_of(entry, scene)
    if not changes:
        return Turn(state, (Say("faq-nothing-to-undo"),))
    before = changes[0].before
    card = look(before, "undone", undo_button(before), ())
    return Turn(state, (card,), (ChangeEntry(before, entry),))


def take_back_own(state: State, scene: Scene) -> Turn:
    """One's own last change, where nobody has changed the entry since."""
    changes = scene.facts.changes
    if not changes:
        return Turn(state, (Say("faq-nothing-to-undo"),))
    last = changes[0]
    if last.by != scene.message.speaker.id:
        return Turn(state, (changed(scene, last.entry),))
    return take_back(state, scene, last.entry)


def kept_words(entry: Entry, key: str) -> Say:
    """An entry was changed; how to take that back."""
    another = anytime("faq-add", "button-faq-add")
    return Say(key, entry.question, (*undo_button(entry), another))


def undo_button(entry: Entry) -> tuple[Choice, ...]:
    """Takes back what made the entry this, and nothing that came after it."""
    return about(f"faq-undo.{stamp(entry)}", entry.id, "button-undo")


def _handles(entry: Entry) -> tuple[Choice, ...]:
    edit = about("faq-edit", entry.id, "button-edit-entry")
    hiding = about("faq-hide", entry.id, "button-hide-entry") if entry.published else _back(entry)
    return (*edit, *hiding)


def _back(entry: Entry) -> tuple[Choice, ...]:
    return about(f"faq-back.{stamp(entry)}", entry.id, "button-faq-back")
