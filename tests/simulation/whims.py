"""What people do on the spur of the moment: mostly not what leads to a ticket."""

from collections.abc import Sequence
from random import Random
from typing import Final

from intake.dialogue.messages import (
    ANYTIME,
    Command,
    CommandName,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Pressed,
    Text,
    Unreadable,
)
from intake.regulations.identity import CODE_DIGITS
from intake.tickets import Reason
from tests.simulation.people import USUAL, Person, Whim
from tests.simulation.world import CANARY, COUPONS, STRANGER

PNG: Final = b"\x89PNG\r\n\x1a\n"


def _presses_anything(person: Person, chance: Random) -> None:
    choices = [each for outgoing in person.screen[-12:] for each in outgoing.reply.choices]
    if choices:
        person.says(Pressed(chance.choice(choices).token))


def _presses_twice(person: Person, _: Random) -> None:
    if usual := person.choice(*USUAL):
        person.says(Pressed(usual.token))
        person.says(Pressed(usual.token))


def _orders(person: Person, chance: Random) -> None:
    names = ("start", "new", "cancel", "tickets", "help", "language")
    person.says(Command(CommandName(chance.choice(names))))


def _asks_for_a_tid(person: Person, chance: Random) -> None:
    """Their own, or somebody else's that they have overheard (I4)."""
    tids = list(person.world.tables.tickets)
    if tids:
        name = chance.choice((CommandName.STATUS, CommandName.START, None))
        tid = chance.choice(tids)
        person.says(Command(name, tid) if name else Text(f"what about {tid}?"))


def _plays_staff(person: Person, chance: Random) -> None:
    """Does what only staff may do (I10), mostly with a ticket of their own."""
    tids = sorted(person.tids) if chance.random() < 0.7 else []
    tids = tids or list(person.world.tables.tickets)
    tid = chance.choice(tids) if tids else ""
    order = chance.choice(_ORDERS)
    person.says(Command(order, f"{tid} {chance.choice(list(Reason)).value}"))


def _changes_words(person: Person, chance: Random) -> None:
    if person.said:
        ref, words = chance.choice(person.said[-6:])
        person.says(Correction(f"{words} indeed"), ref)


def _sends_files(person: Person, chance: Random) -> None:
    count = chance.choice((1, 1, 2))
    files = []
    for number in range(count):
        name = f"file.{person.number}.{person.sent}.{number}"
        start = PNG if chance.random() < 0.8 else b"MZ"
        content = b"" if chance.random() < 0.05 else start + chance.randbytes(60)
        person.world.contents[name] = content
        files.append(IncomingFile(FileId(name), "shot.png", len(content), f"{CANARY}/{name}"))
    caption = chance.choice(("", "", f"see {person.marker}"))
    person.says(Files(tuple(files), caption))


def _babbles(person: Person, chance: Random) -> None:
    words = ("hello", "thank you", "no", "yes", f"and {person.marker} too", "drop it", "file it")
    person.says(Text(chance.choice(words)))


def _mumbles(person: Person, _: Random) -> None:
    person.says(Unreadable("sticker"))


def _goes_back_to_a_ticket(person: Person, chance: Random) -> None:
    """Says something on one of their own, or presses the button that makes the next words that."""
    if person.tids:
        tid = chance.choice(sorted(person.tids))
        words = f"{tid} still the {person.marker} page"
        order = chance.choice((CommandName.REOPEN, CommandName.SUPERVISOR, None))
        person.says(Command(order, words) if order else Pressed(f"{ANYTIME}:reply.{tid}"))


def _proves_who_they_are(person: Person, chance: Random) -> None:
    """With the code from their mailbox, an old one of it, or one that was guessed."""
    mine = person.words("{marker}@example.org")
    codes = person.world.mailboxes.get(mine, ())
    draw = chance.random()
    if codes and draw < 0.6:
        person.says(Text(codes[-1] if draw < 0.5 else chance.choice(codes)))
    elif draw < 0.8:
        person.says(Command(CommandName.VERIFY, mine if draw < 0.7 else STRANGER))
    else:
        person.says(Text(f"{chance.randrange(10**CODE_DIGITS):0{CODE_DIGITS}}"))


def _redeems(person: Person, chance: Random) -> None:
    """One of the coupons that go from hand to hand, or one that nobody has."""
    coupon = chance.choice((*COUPONS, "NOBODY-HAS-THIS"))
    person.says(Command(CommandName.COUPON, coupon))


def _wants_to_be_forgotten(person: Person, _: Random) -> None:
    person.says(Command(CommandName.FORGET))


_ORDERS: Final = (
    CommandName.ANSWER,
    CommandName.CLOSE,
    CommandName.QUEUE,
    CommandName.ASK,
    CommandName.DEVELOP,
    CommandName.BEYOND,
)
WHIMS: Final[Sequence[Whim]] = (
    _presses_anything,
    _presses_anything,
    _presses_twice,
    _presses_twice,
    _orders,
    _asks_for_a_tid,
    _asks_for_a_tid,
    _plays_staff,
    _plays_staff,
    _changes_words,
    _sends_files,
    _sends_files,
    _babbles,
    _babbles,
    _mumbles,
    _goes_back_to_a_ticket,
    _goes_back_to_a_ticket,
)
IDENTIFYING: Final[Sequence[Whim]] = (
    *WHIMS,
    _proves_who_they_are,
    _proves_who_they_are,
    _redeems,
    _redeems,
    _wants_to_be_forgotten,
)
"""Where codes are mailed and coupons known."""
