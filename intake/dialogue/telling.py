"""Whoever asked in vain may be told once there is an answer: how they ask for it, and are told."""

from typing import Final

from faq_index import Entry
from intake.dialogue.messages import ANYTIME
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, FaqAnswer, Say, Suggested
from intake.dialogue.screens import show
from intake.dialogue.state import Asking, Draft, Reviewing, State
from intake.dialogue.turn import Turn, WantTold, anytime
from intake.misses import Miss, MissRef, reference

LONGEST_LINE: Final = 200
_TELL: Final = "tell"
_HUSH: Final = "hush"


def can_be_told(draft: Draft) -> Choice:
    """The button of somebody who leaves without an answer from the FAQ."""
    return anytime(f"{_TELL}.{reference(draft.id)}", "button-tell")


def went_in_vain(state: State) -> bool:
    """The draft is beyond suggestions: it was noted as a miss."""
    return state.draft is not None and isinstance(state.stage, Asking | Reviewing)


def waits_for(token: str) -> MissRef | None:
    """The miss that the button to be told of an answer, or of none, is about."""
    number, _, name = token.partition(":")
    verb, _, ref = name.partition(".")
    return MissRef(ref) if number == ANYTIME and verb in (_TELL, _HUSH) and ref else None


def tell(state: State, scene: Scene, ref: str) -> Turn:
    """The person wants to be told when there is an answer; where there is one, here it is."""
    miss = scene.facts.miss
    if miss is None or miss.told_at:
        return show(state, scene).after(Say("question-passed"))
    entry = scene.playbook.faq.get(miss.answered_by) if miss.answered_by else None
    if entry is not None:
        return show(state, scene).after(answer(miss, entry))
    said = Say("will-tell", choices=(anytime(f"{_HUSH}.{ref}", "button-hush"),))
    return show(state, scene).after(said, effects=(WantTold(miss.ref, wants=True),))


def hush(state: State, scene: Scene, ref: str) -> Turn:
    """The person does not want to be told any more."""
    return show(state, scene).after(
        Say("wont-tell"), effects=(WantTold(MissRef(ref), wants=False),)
    )


def answer(miss: Miss, entry: Entry) -> FaqAnswer:
    """What answers now what was asked in vain."""
    return FaqAnswer(miss.words, suggested(entry), (anytime("new", "button-new"),))


def suggested(entry: Entry) -> Suggested:
    """An entry as a person sees it: title, link and one line."""
    line = " ".join(entry.answer.split())
    if len(line) > LONGEST_LINE:
        line = line[: LONGEST_LINE - 1].rsplit(" ", 1)[0] + "…"
    return Suggested(entry.id, entry.question, entry.url, line)
