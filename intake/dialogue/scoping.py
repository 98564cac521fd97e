"""What the problem is about: guessed and offered first, with what support covers of it (R3)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.dialogue import form
from intake.dialogue.questions import AskTopic
from intake.dialogue.state import Asking, Draft
from intake.dialogue.turn import Offer
from intake.regulations.policy import FormField, Policy
from intake.regulations.scope import TECHNICAL, Picked, QueueName, guess, picked

COVERED: Final = "covered"
OUTSIDE: Final = "beyond"
LISTED: Final = "*"
"""Stands for no topic: the person says that the guess was wrong."""
_TOPIC: Final = "topic."


def on_screen(stage: Asking, field: FormField, draft: Draft, policy: Policy) -> Picked | None:
    """The topic that is shown with what it covers: the one picked last, else the answer so far,
    else the guess; None where only the list is shown."""
    if stage.topic:
        shown = Picked(stage.topic)
        known = picked(draft.value(field.id))
        shown = known if known.topic == shown.topic else shown
    elif draft.value(field.id):
        shown = picked(draft.value(field.id))
    else:
        guessed = guess(draft.value(form.PROBLEM), policy.topics)
        if guessed is None:
            return None
        shown = guessed
    return shown if policy.topic(shown.topic) else None


def offers(field: FormField, shown: Picked | None, policy: Policy) -> Iterator[Offer]:
    """What can be pressed: the shown topic first, so that a right guess costs one press."""
    if shown:
        first, second = (
            Offer(COVERED, "button-covered"),
            Offer(OUTSIDE, "button-beyond"),
        )
        if shown.beyond:
            first, second = second, first
        yield replace(first, emphasis="primary")
        yield second
    for each in policy.topics:
        if shown is None or each.id != shown.topic:
            yield Offer(f"{_TOPIC}{each.id}", "button-topic", each.id)
    if form.is_optional(field):
        yield Offer("skip", "button-skip")


def question(
    field: FormField, place: tuple[int, int], shown: Picked | None, named: bool
) -> AskTopic:
    """The question with its place in the form; `named` where the person has said what is shown.

    The buttons are still to be put on it.
    """
    number, of = place
    guessed = shown is not None and not named
    return AskTopic(field.id, number, of, shown.topic if shown else "", guessed)


def chosen(stage: Asking, name: str, shown: Picked | None) -> Asking | Picked | None:
    """What a button means: another topic to be shown, or an answer; None where it is neither."""
    if name.startswith(_TOPIC):
        return replace(stage, topic=name.removeprefix(_TOPIC))
    if name in {COVERED, OUTSIDE} and shown:
        return Picked(shown.topic, name == OUTSIDE)
    return None


def said(stage: Asking, meant: str, shown: Picked | None) -> Asking | Picked | None:
    """What a typed yes or no means: the topic on screen, or another than that."""
    if shown and meant == "yes":
        return shown
    if shown and meant == "no":
        return replace(stage, topic=LISTED)
    return None


def answer(draft: Draft, policy: Policy) -> Picked:
    """What the draft is about; no topic where nobody was asked."""
    field = next((each for each in policy.form if each.kind == "topic"), None)
    return picked(draft.value(field.id)) if field else Picked("")


def queue(about: Picked, policy: Policy) -> QueueName:
    """Who works on it (R4)."""
    topic = policy.topic(about.topic)
    return topic.queue if topic else TECHNICAL
