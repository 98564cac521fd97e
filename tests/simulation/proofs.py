"""What the auditor knows of who people are: codes that were mailed, coupons that were spent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.desk.breaks import counted_on
from intake.dialogue.messages import Message, Text
from intake.regulations.identity import Code, CodeId, Coupon, Proof, Sealed
from intake.tickets import Ticket
from intake.tid import Tid
from tests.fakes.tables import Tables, Transaction
from tests.simulation.books import TicketAudit


@dataclass(slots=True)
class ProofAudit(TicketAudit):
    """The part of the auditor's books that is about people, and about the desk's calendar."""

    codes: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """What was mailed for an account to an address."""
    used: Counter[CodeId] = field(default_factory=Counter)
    spent: Counter[Sealed] = field(default_factory=Counter)

    def mailed(self, code: Code, digits: str) -> None:
        """It can be read in the mailbox from now on."""
        self.counts["mails"] += 1
        self.codes[code.person, code.email].add(digits)

    def identified(
        self, layer: Transaction, before: Mapping[Tid, Ticket | None], messages: list[Message]
    ) -> None:
        """Whoever is taken for somebody has shown why; a code or a coupon serves once (I11)."""
        for person, proof in layer.written("proofs").items():
            self._proven(person, proof, messages)
        for id in layer.written("used_codes"):
            self.used[id] += 1
            self.expect(self.used[id] == 1, "I11", f"code {id} has served twice")
        new = [layer.tickets[tid] for tid, old in before.items() if old is None]
        lifted = sum(each.level == self.policy.eligibility.coupon for each in new)
        spent = self._spent(layer.written("coupons").values())
        self.expect(lifted == spent, "I11", f"{lifted} tickets for {spent} coupons")

    def _proven(self, person: str, proof: Proof, messages: Iterable[Message]) -> None:
        if proof.via == "code":
            self.counts["proofs"] += 1
            read = self.codes[person, proof.email]
            said = {each.said.text for each in messages if isinstance(each.said, Text)}
            known = said & read and all(each.speaker.id == person for each in messages)
            self.expect(known, "I11", f"{person} is taken for {proof.email} without its code")

    def _spent(self, coupons: Iterable[Coupon]) -> int:
        spent = [each for each in coupons if each.spent_at]
        for coupon in spent:
            self.counts["coupons"] += 1
            self.spent[coupon.seal] += 1
            self.expect(self.spent[coupon.seal] == 1, "I11", "a coupon is spent twice")
        return len(spent)

    def announced(self, tables: Tables, layer: Transaction) -> None:
        """From now on a process that has heard of the break counts on it."""
        for break_ in layer.written("breaks").values():
            self.counts["breaks"] += 1
            calendar = counted_on(self.policy, list(tables.breaks.values()), break_.at)
            if calendar is not None:
                self.calendars.append(calendar)
