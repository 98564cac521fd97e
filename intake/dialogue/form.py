"""What a draft still needs, by the policy's form."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from intake.dialogue.lifting import lift
from intake.dialogue.messages import Ref
from intake.dialogue.state import Answer, Draft, Part
from intake.regulations.policy import FieldId, FormField, Policy
from intake.tid import Tid

PROBLEM: Final = FieldId("problem")


def applies(field: FormField, draft: Draft) -> bool:
    """False where the field is only required if something holds that does not (R8: steps)."""
    condition = field.required_if
    return condition is None or draft.value(condition.field) == condition.value


def is_optional(field: FormField) -> bool:
    return not field.required


def open_fields(draft: Draft, policy: Policy) -> tuple[FormField, ...]:
    """The fields that are still to be asked, in the order of the form."""
    return tuple(
        field
        for field in policy.form
        if field.id != PROBLEM
        and applies(field, draft)
        and field.id not in draft.skipped
        and draft.answer(field.id) is None
    )


def progress(draft: Draft, policy: Policy) -> tuple[int, int]:
    """How many of the fields that apply are done with, answered or skipped, and how many apply."""
    of = sum(applies(field, draft) for field in policy.form)
    left = len(open_fields(draft, policy)) + (not draft.value(PROBLEM))
    return of - left, of


def missing(draft: Draft, policy: Policy) -> FormField | None:
    """The first required field without an answer: with one of those nothing can be filed."""
    if not draft.value(PROBLEM):
        return policy.field(PROBLEM)
    return next((field for field in open_fields(draft, policy) if field.required), None)


def answered(draft: Draft, answer: Answer) -> Draft:
    """The draft with this answer, in the place of an earlier one."""
    others = tuple(each for each in draft.answers if each.field != answer.field)
    skipped = tuple(field for field in draft.skipped if field != answer.field)
    return replace(draft, answers=(*others, answer), skipped=skipped)


def passed_over(draft: Draft, field: FieldId) -> Draft:
    """The draft without this field's answer, which will not be asked for again."""
    others = tuple(each for each in draft.answers if each.field != field)
    return replace(draft, answers=others, skipped=(*draft.skipped, field))


def lifted(draft: Draft, text: str, ref: Ref, policy: Policy) -> Draft:
    """The draft with everything that these words give away and nobody has answered yet."""
    for found in lift(text, policy):
        known = draft.answer(found.field)
        if known is None or (known.lifted and ref and known.parts[0].ref == ref):
            part = Part(ref, found.value)
            draft = answered(draft, Answer(found.field, (part,), lifted=True))
    return draft


def related(draft: Draft, tids: Iterable[Tid]) -> Draft:
    """The draft, naming tickets that were mentioned on the way, each once."""
    united = dict.fromkeys([*draft.related, *tids])
    return replace(draft, related=tuple(united))
