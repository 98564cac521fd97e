"""What a test of crashes shows: the platform's word against what the bot has kept."""

import json
import sqlite3
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

from benchmarks.crashes.talks import Story


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left when the bot is gone: messages taken in, and each person's tickets."""

    messages: frozenset[str]
    tickets: Sequence[tuple[str, str]]
    """Owner and TID."""
    replies: int = 0
    unsent: int = 0

    @property
    def owners(self) -> Counter[str]:
        return Counter(owner for owner, _ in self.tickets)


def kept_by_tidings(_: Path, url: str) -> Kept:
    """Read from the tables themselves."""
    with closing(_connection(url)) as connection:
        messages = {row[0] for row in connection.execute("SELECT id FROM claims")}
        tickets = [(row[0], row[1]) for row in connection.execute("SELECT owner, tid FROM tickets")]
        replies = connection.execute("SELECT count(*), count(*) - count(sent_at) FROM replies")
        return Kept(frozenset(messages), tickets, *(replies.fetchone() or ()))


def _connection(url: str) -> "sqlite3.Connection | psycopg.Connection":
    if url.startswith("sqlite:///"):
        return sqlite3.connect(url.removeprefix("sqlite:///"))
    return psycopg.connect(url)


def kept_by_stock(folder: Path, _: str) -> Kept:
    """What the small bots of `stock_telegram` and `stock_slack` wrote down, whole lines only."""
    heard = _lines(folder / "heard.txt")
    tickets = [json.loads(line) for line in _lines(folder / "tickets.jsonl")]
    return Kept(frozenset(heard), [(each["owner"], each["tid"]) for each in tickets])


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row of the table."""

    name: str
    talks: int
    kills: int
    acknowledged: int
    lost: int
    """Believed delivered, and nowhere to be found."""
    tickets: int
    tickets_lost: int
    """People who were shown a TID, or whose [File the ticket] was acknowledged, without one."""
    tickets_doubled: int
    unanswered: int
    """Times that a person waited in vain."""
    unfinished: int
    repeated_replies: int
    repeated_by_people: int
    longest_wait: float
    median_wait: float
    seconds: float
    answered_again: int = 0
    """Replies to what the platform had told before."""
    endings: Sequence[str] = ()

    @property
    def is_clean(self) -> bool:
        """Nothing lost, nothing doubled, nobody left alone."""
        tickets = (self.tickets_lost, self.tickets_doubled)
        people = (self.unanswered, self.unfinished, self.answered_again)
        return not any((self.lost, *tickets, *people))


@dataclass(frozen=True, slots=True)
class Trial:
    """What happened, before it is judged."""

    name: str
    stories: Sequence[Story]
    acknowledged: Mapping[str, str]
    before: Kept
    """When the last life had settled."""
    kept: Kept
    """At the end."""
    kills: int
    seconds: float
    endings: Sequence[str] = ()
    """The last words of each life."""


def judge(trial: Trial) -> Verdict:
    stories, kept = trial.stories, trial.kept
    waits = [wait for story in stories for wait in story.waits] or [0.0]
    return Verdict(
        name=trial.name,
        talks=len(stories),
        kills=trial.kills,
        acknowledged=len(trial.acknowledged),
        lost=len(trial.acknowledged.keys() - kept.messages),
        tickets=len(kept.tickets),
        tickets_lost=sum(_lost_a_ticket(story, kept) for story in stories),
        tickets_doubled=sum(
            kept.owners[story.phone.person] > 1 or len(story.tids) > 1 for story in stories
        ),
        unanswered=sum(story.unanswered for story in stories),
        unfinished=sum(not story.finished for story in stories),
        repeated_replies=sum(story.repeated_replies for story in stories),
        repeated_by_people=sum(story.repeated_by_person for story in stories),
        longest_wait=max(waits),
        median_wait=statistics.median(waits),
        seconds=trial.seconds,
        answered_again=kept.replies - trial.before.replies,
        endings=trial.endings,
    )


def _lost_a_ticket(story: Story, kept: Kept) -> bool:
    told = story.tids - {tid for _, tid in kept.tickets}
    filed = any(deed.delivered() for deed in story.filing)
    return bool(told) or (filed and not kept.owners[story.phone.person])


def table(verdicts: Sequence[Verdict]) -> str:
    """Markdown, a row for each."""
    columns = (
        "bot",
        "talks",
        "kills",
        "messages acknowledged",
        "of these lost",
        "tickets",
        "lost",
        "doubled",
        "waited in vain",
        "talks never finished",
        "replies seen twice",
        "said again by people",
        "wait, median / longest s",
        "run s",
    )
    rows = [f"| {' | '.join(columns)} |", "|---" + "|--:" * (len(columns) - 1) + "|"]
    return "\n".join(rows + [f"| {' | '.join(_cells(each))} |" for each in verdicts])


def _cells(row: Verdict) -> Sequence[str]:
    counts = (
        row.talks,
        row.kills,
        row.acknowledged,
        row.lost,
        row.tickets,
        row.tickets_lost,
        row.tickets_doubled,
        row.unanswered,
        row.unfinished,
        row.repeated_replies,
        row.repeated_by_people,
    )
    waits = f"{row.median_wait:.2f} / {row.longest_wait:.1f}"
    return [row.name, *map(str, counts), waits, f"{row.seconds:.0f}"]


def _lines(path: Path) -> list[str]:
    """The last line may have been cut by a crash."""
    text = path.read_text("utf-8") if path.exists() else ""
    return text.split("\n")[:-1]
