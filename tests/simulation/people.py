"""People with problems: they read their screens, press, answer, err, change their minds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final, Protocol

from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Ref,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.replies import Ask, Choice, Reply, Say
from intake.ports import Outgoing
from tests.simulation.world import World

ANSWERS: Final[Mapping[str, str]] = {
    "steps": "open the {marker} page and look",
    "url": "https://{marker}.example.org",
    "version": "22.5",
    "email": "{marker}@example.org",
    "server": "nginx {marker}",
    "browser": "Firefox",
    "problem": "it is the {marker} page",
}
USUAL: Final = (
    "file", "covered", "topic.errors", "none", "no", "option.business", "skip", "add", "done",
    "unknown",
)  # fmt: skip
"""The buttons that lead to a ticket."""


class Platform(Protocol):
    """Where somebody's words go first."""

    def take(self, message: Message) -> None: ...


@dataclass(slots=True)
class Person:
    """One account on one platform."""

    world: World
    platform: Platform
    conversation: ConversationId
    id: PersonId
    number: int
    whims: Sequence["Whim"]
    screen: list[Outgoing] = field(default_factory=list)
    said: list[tuple[Ref, str]] = field(default_factory=list)
    tids: set[str] = field(default_factory=set)
    """What this person was told of, by receipt or on request."""
    sent: int = 0
    read: int = 0
    """So many of the codes that came by mail."""
    question: Reply | None = None
    """What is being asked: the newest screen whose buttons count."""
    waits: bool = False
    """Nothing has come since this person said something."""
    _newest: int = 0
    pressed: set[str] = field(default_factory=set)
    lost: bool = False
    """Has just asked where the talk stands."""

    def sees(self, outgoing: Outgoing) -> None:
        self.waits = False
        self.screen.append(outgoing)
        number = _number(outgoing)
        if number and number >= self._newest:
            self._newest, self.question = number, outgoing.reply
        if tid := getattr(outgoing.reply, "tid", ""):
            self.tids.add(tid)
        self.tids.update(each.tid for each in getattr(outgoing.reply, "tickets", ()))
        if isinstance(outgoing.reply, Say) and outgoing.reply.key == "follow-up-added":
            # Whoever blocked the desk when the receipt came reads it here.
            self.tids.add(outgoing.reply.about)

    def says(self, said: Said, ref: str = "") -> None:
        """Off it goes, by whatever way."""
        self.sent += 1
        self.waits = True
        self.lost = False
        if isinstance(said, Pressed):
            self.pressed.add(said.token)
        channel = self.conversation.partition(":")[0]
        number = f"{channel}:{len(self.world.messages) + 1}"
        at = self.world.true_time()
        speaker = Speaker(self.id, self.marker.title(), "en")
        ref = ref or f"ref.{number}"
        if isinstance(said, Text):
            self.said.append((Ref(ref), said.text))
        self.world.trace.note("{} says {}", self.conversation, said)
        self.platform.take(
            Message(MessageId(number), self.conversation, speaker, said, at, Ref(ref))
        )

    def choice(self, *names: str) -> Choice | None:
        """The first of these buttons that the question has."""
        choices = self.question.choices if self.question else ()
        found = {each.token.partition(":")[2]: each for each in choices}
        return next((found[name] for name in names if name in found), None)

    @property
    def marker(self) -> str:
        """A word that only this person says."""
        return f"zebra{self.number}q"

    # --- what somebody does -------------------------------------------------------------------

    def goes_on(self) -> None:
        """Does what leads to a ticket."""
        question = self.question
        if isinstance(question, Ask) and question.field in ANSWERS and not self.choice("skip"):
            self.says(Text(self.words(ANSWERS[question.field])))
        elif usual := self.choice(*USUAL):
            self._taps(usual.token)
        else:
            self.complains()

    def _taps(self, token: str) -> None:
        """A second tap is silence: whoever gets no answer asks where they are, or begins anew."""
        if token not in self.pressed:
            self.says(Pressed(token))
        elif self.lost:
            self.complains()
        else:
            self.says(Command(CommandName.HELP))
            self.lost = True

    def complains(self) -> None:
        """A new problem, in the words of its own."""
        chance = self.world.chance
        problem = chance.choice(
            (
                "The {marker} checkout button does nothing at all",
                "The site shows a white page after an update {marker}",
                "{marker} stays empty, https://{marker}.example.org version 16.2, Business edition",
            )
        )
        self.says(Text(self.words(problem)))

    def does_something(self) -> None:
        """Mostly what is sensible."""
        chance = self.world.chance
        codes = self.world.mailboxes.get(self.words("{marker}@example.org"), [])
        if len(codes) > self.read and chance.random() < 0.5:
            self.read = len(codes)
            self.says(Text(codes[-1]))
        elif chance.random() < 0.65:
            self.goes_on()
        else:
            chance.choice(self.whims)(self, chance)

    def words(self, text: str) -> str:
        return text.format(marker=self.marker)


Whim = Callable[[Person, Random], None]


def _number(outgoing: Outgoing) -> int:
    numbers = [each.token.partition(":")[0] for each in outgoing.reply.choices]
    return max((int(each) for each in numbers if each.isdecimal()), default=0)
