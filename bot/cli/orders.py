"""`tidings ask`, `pass`, `beyond`, `reopen`, `note`: what else staff do with a ticket."""

from typing import Annotated

import typer

from bot.app.parts import Parts, now
from bot.cli.asking import ask as at_the_desk
from bot.cli.errors import expected
from intake import tid
from intake.desk.agent import Desk
from intake.dialogue import ticket_orders
from intake.dialogue.staffing import Agent
from intake.dialogue.ticket_orders import Order

Number = Annotated[str, typer.Argument(metavar="TID", help="The ticket, however it is written.")]
Text = Annotated[str, typer.Argument(metavar="TEXT")]
Perhaps = Annotated[str, typer.Argument(metavar="[TEXT]")]
Name = Annotated[str, typer.Option("--as", help="Who says it, as the client reads it.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the top level."""
    app.command()(ask)
    app.command("pass")(pass_)
    for command in (beyond, reopen, note):
        app.command()(command)


def ask(number: Number, words: Text, name: Name = "") -> None:
    """Ask the client something; the clock stops, or pauses where the policy says so (R20)."""
    _carry_out(ticket_orders.ask, number, words, name)
    typer.echo("Asked. The owner is told where they wrote from; the clock waits for the reply.")


def pass_(number: Number, words: Text, name: Name = "") -> None:
    """Pass a ticket to development (R22); its owner is told, with the term that TEXT names."""
    _carry_out(ticket_orders.pass_on, number, words, name)
    typer.echo("Passed to development. The owner is told where they wrote from.")


def beyond(number: Number, words: Perhaps = "", name: Name = "") -> None:
    """Move a ticket to the level of what is beyond the scope (R23); its owner is told."""
    _carry_out(ticket_orders.beyond_scope, number, words, name)
    typer.echo("Moved. The owner is told where they wrote from.")


def reopen(number: Number, words: Text, name: Name = "") -> None:
    """Open a closed ticket again (R34): its clock starts anew, and its owner is told."""
    _carry_out(ticket_orders.reopen, number, words, name)
    typer.echo("Open again. The owner is told where they wrote from.")


def note(number: Number, words: Text, name: Name = "") -> None:
    """Write something down for staff: the client never sees it, and no clock minds it."""
    _carry_out(ticket_orders.note, number, words, name)
    typer.echo("Noted, for staff only.")


def _carry_out(order: Order, number: str, words: str, name: str) -> None:
    async def carry_out(parts: Parts) -> None:
        playbook = parts.customer.playbook
        desk = Desk(parts.store, now)
        await desk.order(tid.parse(number), order, Agent(name), words, playbook)

    with expected():
        at_the_desk(carry_out)
