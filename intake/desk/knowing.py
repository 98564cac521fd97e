"""What is read of who the speaker is, where the turn may need it."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from intake.dialogue import identifying
from intake.dialogue.messages import Command, CommandName, Files, Message, Said, Speaker, Text
from intake.dialogue.playbook import Facts, Playbook
from intake.dialogue.state import Redeeming, Reviewing, State
from intake.ports import Reading
from intake.regulations.identity import (
    Coupon,
    Proof,
    Seal,
    Sealed,
    Standing,
    Usable,
    address,
)
from intake.regulations.levels import coupons_a_year
from intake.regulations.policy import Policy

RAISED: Final = 20
"""Tickets of one account that a proof raises; nobody has more of them open."""


def with_identity(
    facts: Facts, reading: Reading, playbook: Playbook, message: Message, state: State
) -> Facts:
    """With the speaker's standing where something may be filed, and with what they wrote to prove
    it: a code, a link, a coupon."""
    if isinstance(state.stage, Reviewing | Redeeming) or (playbook.mails and state.draft):
        facts = replace(facts, standing=standing_of(reading, message.speaker, message.sent_at))
    seal = playbook.seal
    if seal is None:
        return facts
    facts = _with_claim(facts, reading, seal, message, state)
    coupon = _coupon(message.said, state, seal)
    if coupon:
        usable = usable_coupon(reading, coupon, playbook.policy, message.sent_at)
        facts = replace(facts, usable=usable)
    return facts


def standing_of(reading: Reading, speaker: Speaker, now: datetime) -> Standing:
    """Who this account is proven to be."""
    proof = reading.proof(speaker.id)
    if proof is None and speaker.email:
        proof = Proof("workspace", now, address(speaker.email))
    if proof is None or proof.via == "forgotten":
        return Standing()
    return _standing(reading, proof)


def usable_coupon(reading: Reading, seal: Sealed, policy: Policy, now: datetime) -> Usable | None:
    """The coupon, if it can be spent: there is one, nobody has spent it, its customer's support
    lasts, and the year allows one more (R16). A year is one of the desk's calendar."""
    coupon = reading.coupon(seal)
    customer = reading.customer(coupon.customer) if coupon and not coupon.spent_at else None
    if coupon is None or customer is None:
        return None
    local = now.astimezone(policy.hours.tz)
    most = coupons_a_year(customer, policy, local.date())
    since = datetime(local.year, 1, 1, tzinfo=policy.hours.tz)
    spent = sum(_was_spent(each, since) for each in reading.coupons_of(customer.id))
    return Usable(coupon, most, since) if spent < most else None


def _was_spent(coupon: Coupon, since: datetime) -> bool:
    return coupon.spent_at is not None and coupon.spent_at >= since


def _standing(reading: Reading, proof: Proof) -> Standing:
    if proof.customer:
        named = reading.customer(proof.customer)
        return Standing(proof, (named,) if named else ())
    return Standing(proof, tuple(reading.customers_with("email", proof.email)))


def _with_claim(
    facts: Facts, reading: Reading, seal: Seal, message: Message, state: State
) -> Facts:
    person, now = message.speaker.id, message.sent_at
    proof: Proof | None = None
    if identifying.code_in(message.said, state) and (code := reading.code_of(person)):
        facts, proof = replace(facts, code=code), Proof("code", now, code.email)
    elif token := identifying.link_in(message.said):
        link = reading.link(seal.of("link", token))
        facts = replace(facts, link=link)
        proof = Proof("link", now, customer=link.customer) if link else None
    if proof is None:
        return facts
    unproven = tuple(reading.unproven_tickets(person, RAISED))
    return replace(facts, claim=_standing(reading, proof), unproven=unproven)


def _coupon(said: Said, state: State, seal: Seal) -> Sealed | None:
    """The one that was written, where one was asked for; else the one that the draft has."""
    match said:
        case Command(CommandName.COUPON, written) if written.strip():
            return seal.of("coupon", written)
        case Text(written) | Files(caption=written) if isinstance(state.stage, Redeeming):
            return seal.of("coupon", written)
        case _:
            return state.draft.coupon if state.draft and _may_file(state) else None


def _may_file(state: State) -> bool:
    return isinstance(state.stage, Reviewing)
