"""One question of the form at a time: what was typed or pressed, and where it leads."""

from dataclasses import replace
from typing import assert_never

from intake.dialogue import form, scoping
from intake.dialogue.answers import UNKNOWN, Accepted, Rejected, Verdict, read
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import ask, drafted, proceed, show, topic_on_screen
from intake.dialogue.state import Answer, Asking, Draft, Part, Reviewing, State
from intake.dialogue.turn import Turn
from intake.dialogue.words import meaning
from intake.regulations.policy import FieldId, FormField
from intake.regulations.scope import Picked

_NO_FILES = frozenset({"no", "none", "done", "skip"})


def typed(state: State, stage: Asking, scene: Scene, words: Part) -> Turn:
    """An answer in words: taken, or asked for again with the reason; nothing else is lost."""
    field = _field(stage, scene)
    if field is None:
        return proceed(state, scene)
    meant = meaning(words.text, state.language, scene.playbook)
    if field.kind == "topic":
        return _about(state, stage, scene, scoping.said(stage, meant, _shown(state, scene, field)))
    if field.kind == "files" and meant in _NO_FILES and not _lacks_files(field, state):
        return chosen(state, stage, scene, "done" if drafted(state).files else "skip")
    if meant == "skip" and not form.is_optional(field):
        return ask(state, scene, "problem-required")
    verdict = read(field, words.text)
    if isinstance(verdict, Rejected):
        return ask(state, scene, verdict.problem, verdict.about)
    return _take(state, stage, scene, Answer(field.id, (Part(words.ref, verdict.value),)))


def chosen(state: State, stage: Asking, scene: Scene, name: str) -> Turn:
    """A button of the question."""
    field = _field(stage, scene)
    if field is None:
        return proceed(state, scene)
    match name:
        case "skip" | "done":
            kept = replace(state, draft=_passed(drafted(state), field, name))
            return _onward(kept, stage, scene)
        case "keep":
            return _onward(state, stage, scene)
        case "back":
            return _back(state, stage, scene)
        case _ if field.kind == "topic":
            shown = _shown(state, scene, field)
            return _about(state, stage, scene, scoping.chosen(stage, name, shown))
        case _:
            value = UNKNOWN if name == "unknown" else name.removeprefix("option.")
            answer = Answer(field.id, (Part(scene.message.ref, value),))
            return _take(state, stage, scene, answer)


def _shown(state: State, scene: Scene, field: FormField) -> Picked | None:
    return topic_on_screen(state, field, scene.playbook.policy)


def _about(state: State, stage: Asking, scene: Scene, picked: Asking | Picked | None) -> Turn:
    """Another topic is looked at, or this is what it is about; with R3 said where it is outside."""
    match picked:
        case Asking():
            return ask(replace(state, stage=picked), scene)
        case Picked(topic, beyond):
            part = Part(scene.message.ref, picked.value)
            turn = _take(state, stage, scene, Answer(stage.field, (part,)))
            return turn.after(Say("scope-noted", topic)) if beyond else turn
        case None:
            return ask(state, scene, "problem-topic")
        case _:
            assert_never(picked)


def corrected(draft: Draft, words: Part, scene: Scene) -> tuple[Draft, FieldId, Verdict] | None:
    """The draft after its author edited the message `words.ref`; None where it is none of its."""
    answer = next(
        (
            each
            for each in draft.answers
            if not each.lifted and any(part.ref == words.ref for part in each.parts)
        ),
        None,
    )
    field = scene.playbook.policy.field(answer.field) if answer else None
    if answer is None or field is None or not words.ref:
        return None
    verdict = read(field, words.text)
    if isinstance(verdict, Accepted):
        new = Part(words.ref, verdict.value)
        parts = tuple(new if part.ref == words.ref else part for part in answer.parts)
        draft = form.answered(draft, replace(answer, parts=parts))
        if field.id == form.PROBLEM:
            draft = form.lifted(draft, words.text, words.ref, scene.playbook.policy)
    return draft, field.id, verdict


def _field(stage: Asking, scene: Scene) -> FormField | None:
    return scene.playbook.policy.field(stage.field)


def _lacks_files(field: FormField, state: State) -> bool:
    return not (form.is_optional(field) or drafted(state).files)


def _take(state: State, stage: Asking, scene: Scene, answer: Answer) -> Turn:
    draft = form.answered(drafted(state), answer)
    field = _field(stage, scene)
    if field is not None and field.kind == "long-text":
        part = answer.parts[0]
        draft = form.lifted(draft, part.text, part.ref, scene.playbook.policy)
    return _onward(replace(state, draft=draft), stage, scene)


def _onward(state: State, stage: Asking, scene: Scene) -> Turn:
    if stage.editing and form.missing(drafted(state), scene.playbook.policy) is None:
        return show(replace(state, stage=Reviewing()), scene)
    return proceed(state, scene)


def _back(state: State, stage: Asking, scene: Scene) -> Turn:
    """The question before this one, with the answer it has; from the first one, the problem."""
    draft = drafted(state)
    if stage.editing:
        return _onward(state, stage, scene)
    asked = draft.asked[: draft.asked.index(stage.field)] if stage.field in draft.asked else ()
    previous = asked[-1] if asked else form.PROBLEM
    kept = replace(draft, asked=asked)
    return show(replace(state, stage=Asking(previous), draft=kept), scene)


def _passed(draft: Draft, field: FormField, name: str) -> Draft:
    """[Skip] takes an answer or files back; [Done] keeps them and asks no more."""
    if name == "skip":
        return form.passed_over(draft, field.id)
    return replace(draft, skipped=(*draft.skipped, field.id))
