"""One person's talk with the pure dialogue: what they do, and what they are told, by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from faq_index import Entry, EntryId, FaqIndex
from faq_index.misses import Asked, clusters
from intake import tid
from intake.dialogue import entry_mentions
from intake.dialogue.advance import advance
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Ref,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.playbook import Change, Facts, Playbook, Scene
from intake.dialogue.replies import Ask, AskTopic, EntryCard, EntryForm, FoundEntries, Reply, Say
from intake.dialogue.state import Draft, State
from intake.dialogue.turn import (
    AnswerMisses,
    ChangeEntry,
    ChangeTicket,
    DecideWording,
    Effect,
    FileTicket,
    ReopenTicket,
)
from intake.misses import Miss, OfferedWording
from intake.regulations.identity import Seal
from intake.regulations.policy import Policy, shipped
from intake.tickets import Reason, Ticket, closed
from intake.tid import Tid

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)

SPOKEN: Mapping[str, Mapping[str, str]] = {
    "en": {
        "hello": "greeting",
        "skip": "skip",
        "yes": "yes",
        "no": "no",
        "cancel": "cancel",
        "help": "help",
        "my tickets": "tickets",
        "status": "status",
        "supervisor": "supervisor",
        "reopen": "reopen",
        "file it": "file",
        "none of these": "none",
        "thank you": "thanks",
        "continue": "resume",
        "drop it": "drop",
        "change the version": "edit.version",
        "back": "back",
        "save": "save",
    },
    "es": {"hola": "greeting", "sí": "yes"},
}

MAIL = Entry(
    id=EntryId("mail"),
    question="E-mail notifications are not sent",
    answer="Check the mail settings.",
    url="https://docs.example.org/mail",
)

SEAL = Seal("a key of the desk's own")
FAQ = FaqIndex.build(
    [
        Entry(
            id=EntryId("white"),
            question="The site shows a white page after an update",
            answer="Turn on error output and clear the cache.",
            url="https://docs.example.org/white-page",
            tags=("update",),
            wordings=("blank screen after updating",),
        ),
        MAIL,
    ]
)


SCOPED = shipped("inc")
"""As it ships: it asks for the topic."""
UNSCOPED = SCOPED.model_copy(
    update={"form": tuple(each for each in SCOPED.form if each.kind != "topic")}
)


def playbook(policy: Policy | None = None, staff: tuple[str, ...] = ()) -> Playbook:
    return Playbook(
        policy or UNSCOPED,
        FAQ,
        ("en", "es", "de"),
        SPOKEN,
        frozenset(map(PersonId, staff)),
        seal=SEAL,
    )


@dataclass
class Talk:
    """Keeps the state between turns and carries the effects on tickets out."""

    person: str = "telegram:42"
    language: str = "en"
    playbook: Playbook = field(default_factory=playbook)
    state: State = field(default_factory=State)
    now: datetime = MONDAY
    tickets: dict[Tid, Ticket] = field(default_factory=dict)
    effects: list[Effect] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    """Of the FAQ, oldest first; `playbook.faq` is what it became."""
    replies: tuple[Reply, ...] = ()
    miss: Miss | None = None
    """What the store says of a question that was asked in vain."""
    misses: list[Asked] = field(default_factory=list)
    """What staff are told that people asked in vain."""
    offered: list[OfferedWording] = field(default_factory=list)
    known: Facts = field(default_factory=Facts)
    """What the store says of who the person is, and of what they wrote to prove it."""
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def hears(self, said: Said, ref: str = "") -> list[str]:
        """One turn; returns the keys of what was said."""
        number = next(self.numbers)
        self.now += timedelta(seconds=1)
        message = Message(
            MessageId(f"telegram:{number}"),
            ConversationId(self.person),
            Speaker(PersonId(self.person), "Ana", self.language),
            said,
            self.now,
            Ref(ref or f"m{number}"),
        )
        mine = {number: t for number, t in self.tickets.items() if self._may_see(t)}
        facts = replace(
            self.known,
            tickets=mine,
            mine=tuple(mine.values()),
            queue=tuple(self.tickets.values()),
            miss=self.miss,
        )
        if self.person in self.playbook.staff:
            facts = self._with_faq(facts, said)
        scene = Scene(message, self.playbook, facts, self.now, tid.make(number * 7_919))
        turn = advance(self.state, scene)
        assert turn == advance(self.state, scene)
        self.state, self.replies = turn.state, turn.replies
        self.effects.extend(turn.effects)
        for effect in turn.effects:
            if isinstance(effect, FileTicket | ChangeTicket | ReopenTicket):
                self.tickets[effect.ticket.tid] = effect.ticket
            if isinstance(effect, ChangeEntry):
                self.changes_entry(effect.entry, self.person)
            if isinstance(effect, AnswerMisses):
                self.misses = [each for each in self.misses if each.number not in effect.ids]
            if isinstance(effect, DecideWording):
                self.offered = [each for each in self.offered if each.id != effect.id]
        return keys(turn.replies)

    def says(self, text: str, ref: str = "") -> list[str]:
        return self.hears(Text(text), ref)

    def presses(self, name: str) -> list[str]:
        """Press the button of this name on the last screen that has one."""
        return self.hears(Pressed(self.token(name)))

    def token(self, name: str) -> str:
        tokens = [choice.token for reply in self.replies for choice in reply.choices]
        return next(token for token in tokens if token.partition(":")[2] == name)

    def commands(self, name: str, argument: str = "") -> list[str]:
        return self.hears(Command(CommandName(name), argument))

    def edits(self, ref: str, text: str) -> list[str]:
        return self.hears(Correction(text), ref)

    def sends(self, *names: str, caption: str = "", album: str = "") -> list[str]:
        number = next(self.numbers)
        files = tuple(
            IncomingFile(FileId(f"f{number}-{place}"), name, 100, "remote")
            for place, name in enumerate(names)
        )
        return self.hears(Files(files, caption, album))

    def files_a_ticket(self, problem: str = "The checkout button does nothing at all") -> Ticket:
        """From the first words to the TID, answering everything."""
        self.says(problem)
        if "suggestions" in keys(self.replies):
            self.presses("none")
        self.presses("no")
        self.says("https://shop.example.org")
        self.says("20.5")
        self.presses("option.business")
        self.says("ana@example.org")
        for _ in range(4):
            self.presses("skip")
        before = set(self.tickets)
        self.presses("file")
        (number,) = set(self.tickets) - before
        return self.tickets[number]

    def closes(self, number: Tid) -> None:
        """The desk ends the work on the ticket."""
        self.tickets[number] = closed(self.tickets[number], Reason.SOLVED, self.now)

    @property
    def faq(self) -> dict[EntryId, Entry]:
        """Every entry as it is now, hidden ones too."""
        every = (*self.playbook.faq, *(each.entry for each in self.changes))
        return {entry.id: entry for entry in every}

    def changes_entry(self, entry: Entry, by: str) -> None:
        """Somebody changes the FAQ; it is searched at once."""
        before = self.faq.get(entry.id) or replace(entry, published=False)
        self.changes.append(Change(self.now, by, entry, before))
        shown = (each for each in self.faq.values() if each.published)
        self.playbook = replace(self.playbook, faq=FaqIndex.build(shown))

    def _with_faq(self, facts: Facts, said: Said) -> Facts:
        ids = entry_mentions.asked_about(said, self.state)
        entries = {id: self.faq[id] for id in ids if id in self.faq}
        newest = tuple(reversed(self.changes))
        mine = [each.entry.id for each in newest if each.by == self.person]
        about = ids[0] if ids else next(iter(mine), None)
        changes = tuple(each for each in newest if each.entry.id == about)
        asked = entry_mentions.is_about_changes(said, self.state)
        facts = replace(facts, entries=entries, changes=changes if asked else ())
        if not entry_mentions.is_about_misses(said, self.state):
            return facts
        theirs = {each.entry: self.faq[each.entry] for each in self.offered}
        return replace(
            facts,
            entries={**theirs, **entries},
            missed=clusters(self.misses),
            offered=tuple(self.offered),
        )

    @property
    def draft(self) -> Draft:
        assert self.state.draft is not None
        return self.state.draft

    def answers(self) -> dict[str, str]:
        return {answer.field: answer.value for answer in self.draft.answers}

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)

    def _may_see(self, ticket: Ticket) -> bool:
        return ticket.owner == self.person or self.person in self.playbook.staff


def keys(replies: tuple[Reply, ...]) -> list[str]:
    """What was said, without the words: message ids, questions, kinds of cards."""
    said: list[str] = []
    for reply in replies:
        match reply:
            case Say(key):
                said.append(key)
            case AskTopic(problem=problem):
                said += [problem, "ask-topic"] if problem else ["ask-topic"]
            case Ask(field=name, problem=problem):
                said += [problem, f"ask-{name}"] if problem else [f"ask-{name}"]
            case EntryForm(instead=instead):
                said += keys((instead,))
            case EntryCard(why=why):
                said.append(f"card-{why}")
            case FoundEntries(why=why):
                said.append(f"found-{why}")
            case _:
                said.append(reply.kind)
    return said


def with_form(*fields: object) -> Policy:
    """The shipped policy with another form."""
    policy = shipped("inc")
    return replace_form(policy, fields)


def replace_form(policy: Policy, fields: tuple[object, ...]) -> Policy:
    return Policy.model_validate({**policy.model_dump(), "form": list(fields)})
