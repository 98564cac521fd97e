"""Puts the question of a stage on screen, again or for the first time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from intake.dialogue import entry_screens, form, scoping
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Ask, Review, ReviewLine, Say, Suggestions
from intake.dialogue.state import (
    Asking,
    Describing,
    Draft,
    Idle,
    Redeeming,
    Replying,
    Reviewing,
    Sorting,
    State,
    Suggesting,
)
from intake.dialogue.turn import Offer, Turn, offering
from intake.regulations.policy import FormField, Policy
from intake.regulations.scope import Picked
from intake.tickets import Status
from intake.tid import Tid

CANCEL = Offer("cancel", "button-cancel")


def show(state: State, scene: Scene) -> Turn:
    """Whatever the person is in the middle of; nothing where they are in the middle of nothing."""
    return entry_screens.show(state, scene) if state.is_writing else _show_stage(state, scene)


def _show_stage(state: State, scene: Scene) -> Turn:
    match state.stage:
        case Idle():
            return Turn(state)
        case Describing():
            return _say(state, "ask-problem", "", [CANCEL] if state.draft else [])
        case Suggesting(count):
            return _suggestions(state, count)
        case Asking():
            return ask(state, scene)
        case Reviewing():
            return _review(state, scene)
        case Replying(tid):
            return _invitation(state, scene, tid)
        case Sorting() | Redeeming() as stage:
            return _aside(state, stage)
        case _:
            assert_never(state.stage)


def _aside(state: State, stage: Sorting | Redeeming) -> Turn:
    """What is asked beside the form."""
    if isinstance(stage, Redeeming):
        return _say(state, "ask-coupon", "", [Offer("back", "button-back"), CANCEL])
    offers = [
        Offer("add", "button-add-to", stage.tid, "primary"),
        Offer("new-problem", "button-new-problem"),
    ]
    return _say(state, "sort-words", stage.tid, offers)


def proceed(state: State, scene: Scene) -> Turn:
    """The next question that is still open, or the review card when none is."""
    draft = drafted(state)
    policy = scene.playbook.policy
    if not draft.value(form.PROBLEM):
        return show(replace(state, stage=Describing()), scene)
    rest = form.open_fields(draft, policy)
    if not rest:
        return show(replace(state, stage=Reviewing()), scene)
    field = rest[0].id
    asked = (*(each for each in draft.asked if each != field), field)
    return show(replace(state, stage=Asking(field), draft=replace(draft, asked=asked)), scene)


def ask(state: State, scene: Scene, problem: str = "", about: str = "") -> Turn:
    """Put the form's question that the stage names, saying first what was wrong with an answer."""
    draft, policy = drafted(state), scene.playbook.policy
    stage = state.stage
    field = policy.field(stage.field) if isinstance(stage, Asking) else None
    if field is None:
        # The policy has changed and does not ask this any more.
        return proceed(state, scene)
    if field.kind == "topic":
        return _ask_topic(state, field, policy, problem)
    current = draft.value(field.id)
    number, of = _progress(draft, field, policy)
    asked, choices = offering(state, _offers(field, draft, current))
    return Turn(asked, (Ask(field.id, number, of, current, problem, about, choices),))


def topic_on_screen(state: State, field: FormField, policy: Policy) -> Picked | None:
    """The topic that the question of the topic shows."""
    stage = state.stage
    return (
        scoping.on_screen(stage, field, drafted(state), policy)
        if isinstance(stage, Asking)
        else None
    )


def _ask_topic(state: State, field: FormField, policy: Policy, problem: str) -> Turn:
    shown = topic_on_screen(state, field, policy)
    offers = [
        *scoping.offers(field, shown, policy),
        Offer("back", "button-back"),
        CANCEL,
    ]
    asked, choices = offering(state, offers)
    draft, stage = drafted(state), state.stage
    named = bool(draft.value(field.id) or (isinstance(stage, Asking) and stage.topic))
    said = scoping.question(field, _progress(draft, field, policy), shown, named)
    return Turn(asked, (replace(said, problem=problem, choices=choices),))


def drafted(state: State) -> Draft:
    """The draft of a stage that cannot be without one."""
    if state.draft is None:
        raise ValueError("this stage of a talk needs a draft")
    return state.draft


def _progress(draft: Draft, field: FormField, policy: Policy) -> tuple[int, int]:
    """ "n of m"; n is 0 for a question outside the round, such as an edit."""
    if field.id not in draft.asked:
        return 0, 0
    number = draft.asked.index(field.id) + 1
    rest = {each.id for each in form.open_fields(draft, policy)} - set(draft.asked)
    return number, len(draft.asked) + len(rest)


def _offers(field: FormField, draft: Draft, current: str) -> Iterator[Offer]:
    match field.kind:
        case "yes-no":
            yield Offer("yes", "button-yes")
            yield Offer("no", "button-no")
        case "choice":
            for option in field.options:
                yield Offer(f"option.{option.id}", "button-option", f"{field.id}.{option.id}")
        case "files" if draft.files:
            yield Offer("done", "button-done", emphasis="primary")
        case _:
            pass
    if field.may_be_unknown:
        yield Offer("unknown", "button-unknown")
    if current:
        yield Offer("keep", "button-keep", emphasis="primary")
    if form.is_optional(field) and not (field.kind == "files" and draft.files):
        yield Offer("skip", "button-skip")
    yield Offer("back", "button-back")
    yield CANCEL


def _suggestions(state: State, count: int) -> Turn:
    """With several on screen each has its own button, so that one press says which helped; who
    only writes that it helped is not asked which."""
    helped = [Offer("helped", "button-helped", emphasis="primary")]
    if count > 1:
        helped = [
            Offer(f"helped.{number}", "button-helped-by", str(number))
            for number in range(1, count + 1)
        ]
    asked, choices = offering(state, [*helped, Offer("none", "button-none")])
    if count > 1:
        asked = replace(asked, screen=(*asked.screen, "helped"))
    return Turn(asked, (Suggestions(drafted(state).shown[-count:], choices),))


def _review(state: State, scene: Scene) -> Turn:
    draft, policy = drafted(state), scene.playbook.policy
    fields = [field for field in policy.form if form.applies(field, draft)]
    offers = [
        Offer("file", "button-file", emphasis="primary"),
        *(Offer(f"edit.{field.id}", "button-edit", field.id) for field in fields),
        *_coupon_offers(draft, scene),
        CANCEL,
    ]
    asked, choices = offering(state, offers)
    return Turn(
        asked,
        (
            Review(
                tuple(_lines(fields, draft)),
                tuple(file.name for file in draft.files),
                draft.related,
                tuple(each.title for each in draft.shown),
                choices,
                coupon=draft.coupon is not None,
            ),
        ),
    )


def _coupon_offers(draft: Draft, scene: Scene) -> Iterator[Offer]:
    if draft.coupon:
        yield Offer("uncoupon", "button-uncoupon")
    elif scene.playbook.seal and scene.playbook.policy.eligibility.coupon:
        yield Offer("coupon", "button-coupon")


def _lines(fields: Iterable[FormField], draft: Draft) -> Iterator[ReviewLine]:
    for field in fields:
        if field.kind != "files":
            answer = draft.answer(field.id)
            yield ReviewLine(
                field.id, answer.value if answer else "", bool(answer and answer.lifted)
            )


def _invitation(state: State, scene: Scene, tid: Tid) -> Turn:
    """A closed ticket takes nothing more, so nobody is invited to write to it."""
    ticket = scene.facts.tickets.get(tid)
    if ticket is not None and ticket.status is Status.CLOSED:
        return Turn(state)
    return _say(state, "reply-invited", tid, [Offer("new-problem", "button-new-problem")])


def _say(state: State, key: str, about: str, offers: Iterable[Offer]) -> Turn:
    asked, choices = offering(state, offers)
    return Turn(asked, (Say(key, about, choices),))
