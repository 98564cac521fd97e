"""A VIP coupon, entered in chat: noted on the draft, and spent when the draft is filed (R16)."""

from dataclasses import replace
from typing import Final

from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import drafted, show
from intake.dialogue.state import Guesses, Redeeming, Reviewing, State
from intake.dialogue.turn import Turn
from intake.regulations.identity import A_DAY

MOST_GUESSES: Final = 5
"""Wrong coupons a day: after those, right ones are refused as well, in the same words."""


def ask(state: State, scene: Scene) -> Turn:
    """Which coupon?"""
    return show(replace(state, stage=Redeeming()), scene)


def order(state: State, scene: Scene, argument: str) -> Turn:
    """`coupon ABC`: at any moment of a draft, which goes on where it was."""
    if not has_coupons(scene):
        return show(state, scene).after(Say("coupon-none"))
    if state.draft is None or state.parked or not argument.strip():
        return show(state, scene).after(Say("coupon-when"))
    return _tried(state, scene)


def typed(state: State, scene: Scene) -> Turn:
    """The coupon, in words; with it, back to the card."""
    return _tried(replace(state, stage=Reviewing()), scene)


def without(state: State, scene: Scene) -> Turn:
    """The coupon is kept for another time."""
    kept = replace(state, draft=replace(drafted(state), coupon=None), stage=Reviewing())
    return show(kept, scene).after(Say("coupon-removed"))


def lost(state: State, scene: Scene) -> Turn:
    """It could be spent when it was entered, and cannot any more: nothing is filed unasked."""
    kept = replace(state, draft=replace(drafted(state), coupon=None), stage=Reviewing())
    return show(kept, scene).after(Say("coupon-refused"))


def has_coupons(scene: Scene) -> bool:
    return bool(scene.playbook.seal and scene.playbook.policy.eligibility.coupon)


def _tried(state: State, scene: Scene) -> Turn:
    guesses, usable = _counted(state, scene), scene.facts.usable
    if usable is None or guesses.count >= MOST_GUESSES:
        wrong = replace(guesses, count=guesses.count + 1)
        return show(replace(state, guesses=wrong), scene).after(Say("coupon-refused"))
    kept = replace(state, draft=replace(drafted(state), coupon=usable.coupon.seal))
    return show(kept, scene).after(Say("coupon-taken"))


def _counted(state: State, scene: Scene) -> Guesses:
    guesses = state.guesses
    if guesses is None or scene.now - guesses.since >= A_DAY:
        return Guesses(0, scene.now)
    return guesses
