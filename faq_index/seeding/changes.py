"""What an import would do to the FAQ, before it does it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from faq_index.entry import Entry
from faq_index.seeding.entries import Draft, id_of


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, what is different (as it is, as it becomes), and how many stay the same."""

    new: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]
    same: int

    @property
    def entries(self) -> Sequence[Entry]:
        """What is to be put."""
        return (*self.new, *(becomes for _, becomes in self.changed))


def compare(present: Iterable[Entry], drafts: Iterable[Draft]) -> Changes:
    """Entries meet by their id; where the file gives none, by their question."""
    known = {entry.id: entry for entry in present}
    asked = {id_of(each.question, each.language): each.id for each in known.values()}
    new: list[Entry] = []
    changed: list[tuple[Entry, Entry]] = []
    same = 0
    for draft in drafts:
        entry = draft.entry
        its = entry.id
        if its not in known and its == id_of(entry.question, entry.language):
            its = asked.get(its, its)
        was = known.get(its)
        if was is None:
            new.append(entry)
        elif (becomes := draft.onto(was)) != was:
            changed.append((was, becomes))
        else:
            same += 1
    return Changes(tuple(new), tuple(changed), same)


def differences(was: Entry, becomes: Entry) -> Sequence[tuple[str, object, object]]:
    """Each field that differs, as it is and as it becomes."""
    names = (each.name for each in fields(was))
    pairs = ((name, getattr(was, name), getattr(becomes, name)) for name in names)
    return [(name, old, now) for name, old, now in pairs if old != now]
