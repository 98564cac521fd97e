"""`tidings tickets`, `ticket`, `answer`, `close`: the desk's side, from the command line."""

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Annotated, Any, TypeVar

import typer
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.app.parts import now
from bot.cli.asking import ask, see
from bot.cli.errors import expected
from bot.cli.printing import console, fixed, table
from intake import tid
from intake.desk.agent import Desk
from intake.dialogue.staffing import Agent
from intake.regulations.scope import QueueName
from intake.tickets import Note, Reason, Ticket
from intake.tid import Tid

T = TypeVar("T")

Number = Annotated[str, typer.Argument(metavar="TID", help="The ticket, however it is written.")]
Everything = Annotated[bool, typer.Option("--all", help="Also the answered and closed ones.")]

Queue = Annotated[QueueName | None, typer.Option(help="Of one queue alone.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the top level."""
    for command in (tickets, ticket, answer, close):
        app.command()(command)


def tickets(everything: Everything = False, queue: Queue = None, limit: int = 50) -> None:
    """The queues: tickets that wait for an answer, first due first (R4, R19)."""
    with expected():
        found = see(lambda store: _listed(Desk(store, now), everything, queue, limit))
        status = ("status",) if everything else ()
        listed = table(
            fixed("TID"), fixed("due (UTC)"), *status, "queue", "level", "from", "problem"
        )
        for each in found:
            listed.add_row(*_row(each, everything))
        nothing = "There are no tickets yet." if everything else "No ticket waits for an answer."
        console().print(listed if found else nothing)


def ticket(number: Number) -> None:
    """Everything about one ticket."""
    with expected():
        found, notes = see(lambda store: _with_notes(Desk(store, now), tid.parse(number)))
        console().print(*_page(found, notes), sep="\n")


def answer(
    number: Number,
    words: Annotated[str, typer.Argument(metavar="TEXT")],
    name: Annotated[str, typer.Option("--as", help="Who answers, as the client reads it.")] = "",
) -> None:
    """Answer a ticket; its owner is told in chat."""
    with expected():
        _ask(lambda desk: desk.answer(tid.parse(number), Agent(name), words))
        typer.echo("Answered. The owner is told where they wrote from.")


def close(
    number: Number,
    reason: Annotated[Reason, typer.Option(help="Why the work ends (R32).")],
) -> None:
    """Close a ticket; its owner is told why."""
    with expected():
        _ask(lambda desk: desk.close(tid.parse(number), reason))
        typer.echo("Closed. The owner is told where they wrote from.")


def _ask(question: Callable[[Desk], Coroutine[Any, Any, T]]) -> T:
    return ask(lambda parts: question(Desk(parts.store, now)))


async def _listed(
    desk: Desk, everything: bool, queue: QueueName | None, limit: int
) -> Sequence[Ticket]:
    if not everything:
        return await desk.queue(limit, queue)
    return [each for each in await desk.tickets(limit) if queue in (None, each.queue)]


async def _with_notes(desk: Desk, number: Tid) -> tuple[Ticket, Sequence[Note]]:
    return await desk.ticket(number), await desk.notes(number)


def _row(ticket: Ticket, everything: bool) -> tuple[str | Text, ...]:
    return (
        ticket.tid,
        _when(ticket.due_at),
        *((ticket.status,) if everything else ()),
        ticket.queue,
        ticket.level,
        Text(ticket.owner_name or ticket.owner),
        Text(ticket.title),
    )


def _page(ticket: Ticket, notes: Sequence[Note]) -> Sequence[Panel | Table | Text]:
    facts = Table.grid(padding=(0, 2))
    for label, value in (
        ("status", f"{ticket.status}{f' ({ticket.reason})' if ticket.reason else ''}"),
        ("queue", ticket.queue),
        ("level", ticket.level),
        ("accepted (UTC)", _when(ticket.accepted_at)),
        ("due (UTC)", _when(ticket.due_at)),
        ("owner", f"{ticket.owner_name} {ticket.owner} ({_proof(ticket)})"),
        *([("customer", ticket.customer)] if ticket.customer else []),
        ("language", ticket.language),
        *((filled.field, filled.value) for filled in ticket.fields),
        *(("did not help", f"{each.title} {each.url}") for each in ticket.suggestions),
        *(("related", number) for number in ticket.related),
        *(("attachment", name) for name in ticket.files),
    ):
        facts.add_row(Text(label, style="dim"), Text(value))
    posts = [
        Panel.fit(Text(post.text), title=Text(f"{post.author} {post.name} {_when(post.at)} UTC"))
        for post in ticket.posts
    ]
    kept = [
        Panel.fit(Text(note.text), title=Text(f"note, for staff {note.name} {_when(note.at)} UTC"))
        for note in notes
    ]
    return (Text(ticket.tid, style="bold"), facts, *posts, *kept)


def _proof(ticket: Ticket) -> str:
    """What tells staff whom they answer (F9)."""
    return f"proven by {ticket.proof}" if ticket.proof else "unverified"


def _when(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else "-"
