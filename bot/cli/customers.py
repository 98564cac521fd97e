"""`tidings customers`: who the desk owes what; brought in from files, looked up, proven by link."""

import asyncio
import secrets
import sys
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Annotated, Any, Final, TypeVar

import typer
from rich.table import Table
from rich.text import Text

from bot.app.parts import policy_of, registrar, seal_of
from bot.cli.errors import expected
from bot.cli.printing import console, counted, fixed, table
from bot.cli.sources import text_of
from bot.settings import Settings, SettingsInvalid, read
from faq_index.seeding import Format, rows_of
from intake import tid
from intake.desk.enrolling import Reader, Roll
from intake.desk.registrar import Account, Changes, Registrar
from intake.dialogue.identifying import LINK
from intake.regulations.identity import Customer, CustomerId, Seal

T = TypeVar("T")

MOST: Final = 20
app = typer.Typer(no_args_is_help=True, help="Who the desk owes what (R12).")

Forced = Annotated[Format | None, typer.Option("--format", help="Do not guess the format.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]
All = Annotated[bool, typer.Option("--all-errors", help="List every error and every change.")]
Who = Annotated[str, typer.Argument(metavar="WHO", help="An id, e-mail address, URL or key.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The customer's id, as `list` shows it.")]


@app.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV, JSON lines or YAML.")],
    *,
    format: Forced = None,
    dry_run: DryRun = False,
    all_errors: All = False,
    encoding: Annotated[str, typer.Option(help="Such as windows-1251; else found out.")] = "",
) -> None:
    """Add the customers of a file, and change those that are there already: all, or none.

    Columns: id (the only one that must be there), name, category, people, registered, product,
    edition, key, cloud_url, self_hosted_url, since, valid_until, coupons. Rows of one id are
    licences of one customer. What the file does not speak of stays as it is.
    """
    most = sys.maxsize if all_errors else MOST
    with expected():
        settings = read()
        text, _ = text_of(file, encoding)
        reader = Reader(policy_of(settings), seal_of(settings))
        roll = reader.read(rows_of(text, file, format, needed="id"))
        if roll.errors:
            _complain(file, roll, most)
            raise typer.Exit(1)
        changes = _ask(lambda desk: (desk.compare if dry_run else desk.bring_in)(roll.enrolments))
    if dry_run:
        _preview(changes, most)
    typer.echo(_summary(changes, dry_run))


@app.command("list")
def list_() -> None:
    """List the customers."""
    with expected():
        listed = table(fixed("id"), "name", "category", "people", "licences", "support until")
        for each in _ask(lambda desk: desk.customers()):
            licences = [f"{one.product} {one.edition}".strip() or "-" for one in each.licences]
            until = [str(one.valid_until or "-") for one in each.licences]
            names = (each.id, each.name, each.category, ", ".join(each.people))
            listed.add_row(*map(Text, (*names, ", ".join(licences), ", ".join(until))))
        console().print(listed)


@app.command()
def show(who: Who) -> None:
    """Everything about one customer; a licence key is never shown, only looked for."""
    with expected():
        seal = seal_of(read())
        console().print(_page(_ask(lambda desk: desk.account(who, seal))))


@app.command()
def link(
    id: Id,
    ticket: Annotated[str, typer.Option("--for", metavar="TID", help="Only its owner.")] = "",
    hours: Annotated[int, typer.Option(min=1, max=24 * 30, help="How long it is good.")] = 24,
) -> None:
    """Make a link for somebody whom you know to be this customer's: they write it to the desk in
    chat, once, and are proven. Send it to them only."""
    with expected():
        seal = _needed(read())
        token = f"{LINK}{secrets.token_hex(16)}"
        number = tid.parse(ticket) if ticket else None
        lasts = timedelta(hours=hours)
        _ask(lambda desk: desk.link(CustomerId(id), token, seal, lasts, number))
    typer.echo(token)
    typer.echo(
        f"Good once, for {counted(hours, 'hour', 'hours')}. In Telegram also as "
        f"https://t.me/<your bot>?start={token}",
        err=True,
    )


def _ask(question: Callable[[Registrar], Coroutine[Any, Any, T]]) -> T:
    async def ask() -> T:
        async with registrar(read()) as desk:
            return await question(desk)

    return asyncio.run(ask())


def _needed(settings: Settings) -> Seal:
    seal = seal_of(settings)
    if seal is None:
        raise SettingsInvalid("IDENTITY_SECRET: 16 characters or more, to seal links with")
    return seal


def _complain(file: str, roll: Roll, most: int) -> None:
    _list([f"{file}:{error.line}: {error.reason}" for error in roll.errors], most, err=True)
    typer.echo("Nothing was imported.", err=True)


def _list(lines: Sequence[str], most: int, *, err: bool = False) -> None:
    for line in lines[:most]:
        typer.echo(line, err=err)
    if more := len(lines[most:]):
        typer.echo(f"... and {more:,} more (--all-errors lists them all)", err=err)


def _preview(changes: Changes, most: int) -> None:
    lines = [f"new      {each.id}  {each.name}" for each in changes.new]
    lines += [f"changed  {was.id}  {_what(was, becomes)}" for was, becomes in changes.changed]
    _list(lines, most)


def _what(was: Customer, becomes: Customer) -> str:
    names = [name for name in Customer.__slots__ if getattr(was, name) != getattr(becomes, name)]
    return ", ".join(names)


def _summary(changes: Changes, dry_run: bool) -> str:
    new, changed = len(changes.new), len(changes.changed)
    counts = f"{new:,} new, {changed:,} changed, {changes.same:,} the same"
    counts += f", {counted(len(changes.coupons), 'new coupon', 'new coupons')}"
    return f"Nothing was changed; it would be {counts}." if dry_run else f"Imported: {counts}."


def _page(account: Account) -> Table:
    customer = account.customer
    facts = Table.grid(padding=(0, 2))
    rows = [("id", customer.id), ("name", customer.name), ("category", customer.category)]
    rows += [("person", each) for each in customer.people]
    rows += [("company data", "complete" if customer.registered else "incomplete")]
    for each in customer.licences:
        key = "key kept" if each.key else "no key"
        until = f"until {each.valid_until}" if each.valid_until else f"since {each.since or '?'}"
        of = (each.product, each.edition, key, until, *each.urls)
        rows.append(("licence", ", ".join(filter(None, of))))
    spent = sum(bool(each.spent_at) for each in account.coupons)
    rows.append(("coupons", f"{len(account.coupons)}, of which {spent} spent"))
    for label, value in rows:
        facts.add_row(Text(label, style="dim"), Text(value))
    return facts
