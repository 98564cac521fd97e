"""What people asked in vain, and words that found an answer: staff decide what becomes of them."""

from collections.abc import Sequence
from typing import Final

from faq_index import EntryId
from faq_index.misses import Cluster
from intake.dialogue.entry_keeping import kept_words
from intake.dialogue.entry_replies import Missed, MissedList, Offered, OfferedList
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, Reply, Say
from intake.dialogue.state import State
from intake.dialogue.turn import AnswerMisses, ChangeEntry, DecideWording, Effect, Turn, anytime
from intake.misses import MissId, OfferedWording

LISTED: Final = 5
OFFERED: Final = 3


def listed(state: State, scene: Scene, _: str) -> Turn:
    """What most people asked in vain, and the wordings on offer."""
    missed, offered = scene.facts.missed, scene.facts.offered
    replies: list[Reply] = []
    if missed:
        replies.append(_missed(missed, scene.facts.more_missed))
    if offered:
        replies.append(_offered(offered, scene))
    return Turn(state, tuple(replies) or (Say("faq-no-misses"),))


def asked(number: str, scene: Scene) -> Cluster | None:
    """The questions of this number, which may have been answered or dismissed meanwhile."""
    is_number = number.isascii() and number.isdecimal()
    return next((each for each in scene.facts.missed if is_number and int(number) in each), None)


def answered_by(entry: EntryId, miss: str, scene: Scene) -> tuple[Effect, ...]:
    """What is to be done when an entry is kept that was written for a question of people's."""
    cluster = asked(miss, scene)
    return (AnswerMisses(_ids(cluster), entry),) if cluster else ()


def dismiss(state: State, scene: Scene, number: str) -> Turn:
    """It is nothing for the FAQ: it is listed no more, unless somebody asks it again."""
    cluster = asked(number, scene)
    if cluster is None:
        return Turn(state, (Say("faq-dealt-with"),))
    effect = AnswerMisses(_ids(cluster), EntryId(""))
    return Turn(state, (Say("faq-dismissed", cluster.sample),), (effect,))


def take(state: State, scene: Scene, number: str) -> Turn:
    """The words become a wording of their entry."""
    wording = _wording(number, scene)
    entry = scene.facts.entries.get(wording.entry) if wording else None
    if wording is None or entry is None:
        return Turn(state, (Say("faq-dealt-with"),))
    changed = entry.also_asked(wording.words)
    effects = (DecideWording(wording.id, "accepted"), ChangeEntry(changed, entry))
    return Turn(state, (kept_words(changed, "faq-wording-taken"),), effects)


def refuse(state: State, scene: Scene, number: str) -> Turn:
    """The words are not offered for that entry again."""
    wording = _wording(number, scene)
    if wording is None:
        return Turn(state, (Say("faq-dealt-with"),))
    effect = DecideWording(wording.id, "refused")
    return Turn(state, (Say("faq-wording-refused", wording.words),), (effect,))


def _missed(missed: Sequence[Cluster], more: int) -> MissedList:
    items = tuple(
        Missed(each.sample, each.language, each.people, len(each.asked)) for each in missed[:LISTED]
    )
    choices: tuple[Choice, ...] = ()
    for place, each in enumerate(missed[:LISTED], 1):
        answer = anytime(f"faq-answer.{each.number}", "button-faq-answer", str(place))
        other = anytime(f"faq-dismiss.{each.number}", "button-faq-dismiss", str(place))
        choices += (answer, other)
    return MissedList(items, more + max(0, len(missed) - LISTED), choices)


def _offered(offered: Sequence[OfferedWording], scene: Scene) -> OfferedList:
    items = tuple(
        Offered(each.words, scene.facts.entries[each.entry].question, each.times)
        for each in offered[:OFFERED]
    )
    choices: tuple[Choice, ...] = ()
    for place, each in enumerate(offered[:OFFERED], 1):
        taken = anytime(f"faq-take.{each.id}", "button-faq-take", str(place))
        choices += (taken, anytime(f"faq-refuse.{each.id}", "button-faq-refuse", str(place)))
    return OfferedList(items, max(0, len(offered) - OFFERED), choices)


def _wording(number: str, scene: Scene) -> OfferedWording | None:
    return next((each for each in scene.facts.offered if str(each.id) == number), None)


def _ids(cluster: Cluster) -> tuple[MissId, ...]:
    return tuple(MissId(each.number) for each in cluster.asked)
