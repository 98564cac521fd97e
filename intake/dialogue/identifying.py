"""How somebody proves who they are: a code from their mailbox, or a link that staff sent (R7).

What is answered never tells whether an address is a customer's: whoever can read its mail learns
it there, and nobody else anywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from hmac import compare_digest
from typing import Final

from intake.dialogue import raising
from intake.dialogue.answers import Accepted, read
from intake.dialogue.messages import Command, CommandName, Said, Text
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import show
from intake.dialogue.state import Asking, Draft, Proving, Reviewing, State
from intake.dialogue.turn import AskCode, Prove, TryCode, Turn, UseLink, anytime
from intake.regulations.identity import (
    CODE_DIGITS,
    MAIL_EVERY,
    SHORTEST_COUPON,
    Code,
    Link,
    Proof,
    address,
)
from intake.regulations.policy import FieldId, FormField, Policy

LINK: Final = "prove-"
"""What the token of a link that staff send begins with."""
ASKED_FOR: Final = timedelta(hours=1)
"""So long after asking for a code, six digits are taken for one."""

_CODE: Final = re.compile(rf"(?:\d[ \-]?){{{CODE_DIGITS - 1}}}\d")
_LINK: Final = re.compile(rf"(?:verify\s+)?({LINK}[0-9a-f]{{32}})", re.IGNORECASE)
_EMAIL: Final = FormField(id=FieldId("email"), kind="email")
_ORDERS: Final[Mapping[str, CommandName]] = {
    name.value: name for name in (CommandName.VERIFY, CommandName.FORGET, CommandName.COUPON)
}
_CARRIED: Final = frozenset({CommandName.VERIFY, CommandName.START})


def code_in(said: Said, state: State) -> str:
    """The code that was written, if one is waited for."""
    words = _words(said)
    return words if state.proving and _CODE.fullmatch(words) else ""


def link_in(said: Said) -> str:
    """The token of a link that was written, alone or behind a command."""
    found = _LINK.fullmatch(_words(said))
    return found[1].lower() if found else ""


def ordered(text: str) -> Command | None:
    """An order of these in plain words, where they can be nothing else: `verify` and an address or
    a link, `forget` alone, `coupon` and one that could be."""
    first, _, rest = text.strip().partition(" ")
    name, rest = _ORDERS.get(first.casefold()), rest.strip()
    if name is None or " " in rest:
        return None
    could_be = {
        CommandName.VERIFY: not rest or "@" in rest or bool(link_in(Text(rest))),
        CommandName.FORGET: not rest,
        CommandName.COUPON: not rest or len(rest) >= SHORTEST_COUPON,
    }
    return Command(name, rest) if could_be[name] else None


def proves(said: Said, state: State) -> bool:
    """Whether it is something that proves who somebody is, or a coupon behind its command."""
    is_coupon = isinstance(said, Command) and said.name is CommandName.COUPON
    return is_coupon or bool(link_in(said) or code_in(said, state))


def heard(state: State, scene: Scene) -> Turn | None:
    """The code or the token that was written, whatever else is being asked; None for all else."""
    said = scene.message.said
    if scene.playbook.seal is None:
        return None
    if link_in(said):
        return _linked(state, scene, scene.facts.link)
    code = code_in(said, state)
    if code and is_waited_for(state.proving, scene):
        return _tried(state, scene, code)
    return None


def is_waited_for(proving: Proving | None, scene: Scene) -> bool:
    """Whether a code was asked for not long ago."""
    return proving is not None and scene.now - proving.since <= ASKED_FOR


def verify(state: State, scene: Scene, argument: str) -> Turn:
    """A code for the address behind the command."""
    if not (scene.playbook.mails and scene.playbook.seal):
        return show(state, scene).after(Say("verify-off"))
    verdict = read(_EMAIL, argument)
    if isinstance(verdict, Accepted):
        return _ask(state, scene, verdict.value)
    return show(state, scene).after(Say("verify-usage"))


def again(state: State, scene: Scene) -> Turn:
    """Another code for the address that the last one was asked for."""
    return verify(state, scene, state.proving.email if state.proving else "")


def forget(state: State, scene: Scene, _: str = "") -> Turn:
    """The desk no longer knows who this account is; what was filed stays as it was filed."""
    nobody = Prove(Proof("forgotten", scene.now))
    email = _given(state.draft, scene.playbook.policy) if state.draft else ""
    # Nor is a code sent unasked to the address that the draft has.
    proving = Proving(email, scene.now - 2 * ASKED_FOR) if email else None
    return show(replace(state, proving=proving), scene).after(Say("forgotten"), effects=(nobody,))


def expecting(turn: Turn, scene: Scene) -> Turn:
    """The turn, with a code on its way where the person has just given an address of their own."""
    state = turn.state
    if not (scene.playbook.mails and scene.playbook.seal and state.draft):
        return turn
    if scene.facts.standing.customers or not isinstance(state.stage, Asking | Reviewing):
        return turn
    if any(isinstance(each, Prove) for each in turn.effects):
        return turn
    email = _given(state.draft, scene.playbook.policy)
    if not email or (state.proving and address(state.proving.email) == address(email)):
        return turn
    asked = replace(turn, state=replace(state, proving=Proving(email, scene.now)))
    return asked.after(_sent(email), effects=(AskCode(address(email)),))


def at_filing(
    draft: Draft, state: State, scene: Scene
) -> tuple[Proving | None, tuple[AskCode, ...]]:
    """What was found in the person's words has been nodded at by filing: its code goes now."""
    policy = scene.playbook.policy
    email = next((draft.value(field.id) for field in policy.form if field.kind == "email"), "")
    known = state.proving and address(state.proving.email) == address(email)
    can = scene.playbook.mails and scene.playbook.seal and not scene.facts.standing.customers
    if not (email and can) or known:
        return state.proving, ()
    return Proving(email, scene.now), (AskCode(address(email)),)


def _words(said: Said) -> str:
    match said:
        case Text(text):
            return text.strip()
        case Command(name, argument) if name in _CARRIED:
            return argument.strip()
        case _:
            return ""


def _given(draft: Draft, policy: Policy) -> str:
    """The address that the person has typed, not one that was only found in their words."""
    for field in policy.form:
        answer = draft.answer(field.id) if field.kind == "email" else None
        if answer and not answer.lifted:
            return answer.value
    return ""


def _ask(state: State, scene: Scene, email: str) -> Turn:
    last = state.proving
    if last and address(last.email) == address(email) and scene.now - last.since < MAIL_EVERY:
        return show(state, scene).after(Say("code-soon"))
    asked = replace(state, proving=Proving(email, scene.now))
    return show(asked, scene).after(_sent(email), effects=(AskCode(address(email)),))


def _sent(email: str) -> Say:
    return Say("code-sent", email, (anytime("code", "button-code"),))


def _tried(state: State, scene: Scene, digits: str) -> Turn:
    code = scene.facts.code
    if code is None or not code.is_open(scene.now):
        return show(state, scene).after(_wrong())
    if not _fits(code, digits, scene):
        return show(state, scene).after(_wrong(), effects=(TryCode(code, right=False),))
    proof = Proof("code", scene.now, code.email)
    done = replace(state, proving=None)
    turn = _proven(done, scene, proof, Say("proven", code.email))
    return turn.after(effects=(TryCode(code, right=True),))


def _fits(code: Code, digits: str, scene: Scene) -> bool:
    assert scene.playbook.seal  # noqa: S101 - codes are only heard where there is one
    return compare_digest(scene.playbook.seal.of("code", digits), code.seal or "")


def _wrong() -> Say:
    return Say("code-wrong", choices=(anytime("code", "button-code"),))


def _linked(state: State, scene: Scene, link: Link | None) -> Turn:
    person, customers = scene.message.speaker.id, scene.facts.claim.customers
    if link is None or link.used_at or link.until <= scene.now or not customers:
        return show(state, scene).after(Say("link-refused"))
    if link.person not in {"", person}:
        return show(state, scene).after(Say("link-refused"))
    proof = Proof("link", scene.now, customer=link.customer)
    said = Say("proven-by-link", customers[0].name or link.customer)
    return _proven(state, scene, proof, said).after(effects=(UseLink(link),))


def _proven(state: State, scene: Scene, proof: Proof, said: Say) -> Turn:
    """The account is known from now on; what it has filed is raised (R12)."""
    raised = [raising.raised(each, proof, scene) for each in scene.facts.unproven]
    replies = [reply for _, reply in raised]
    changes = [change for change, _ in raised]
    return show(state, scene).after(said, *replies, effects=(Prove(proof), *changes))
