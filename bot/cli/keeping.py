"""`tidings faq list`, `show`, `hide`, `publish`, `history`, `undo`: the FAQ entry by entry."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import typer
from rich.table import Table
from rich.text import Text

from bot.app.parts import kept, today
from bot.cli.errors import expected
from bot.cli.printing import console, counted, fixed, table
from bot.settings import read
from faq_index import Entry, EntryId
from faq_index.seeding import differences
from intake.desk.keeper import Keeper

T = TypeVar("T")

Id = Annotated[str, typer.Argument(metavar="ID", help="The entry's id, as `list` shows it.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="As `list` shows them.")]
MaybeId = Annotated[str, typer.Argument(metavar="[ID]", help="One entry; without, all of them.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to `tidings faq`."""
    app.command("list")(list_)
    for command in (show, hide, publish, history, undo):
        app.command()(command)


def list_(
    language: Annotated[str, typer.Option(help="Only this language.")] = "",
    kind: Annotated[str, typer.Option(help="faq, documentation, forum or video.")] = "",
    product: Annotated[str, typer.Option(help="Only this product's.")] = "",
    published: Annotated[
        bool | None, typer.Option("--published/--hidden", help="Only these.")
    ] = None,
    valid: Annotated[
        bool | None, typer.Option("--valid/--expired", help="Only what is valid today, or not.")
    ] = None,
) -> None:
    """List the entries."""
    with expected():
        entries, day = _ask(lambda keeper: keeper.entries()), today(read())
        listed = table(fixed("id"), "lang", "kind", "question", "link", "wordings", "")
        for entry in entries:
            asked = (
                language in {"", entry.language},
                kind in {"", entry.kind},
                product in {"", entry.product},
                published in {None, entry.published},
                valid in {None, entry.is_valid(day)},
            )
            if all(asked):
                listed.add_row(*_row(entry, day))
        console().print(listed)


def show(id: Id) -> None:
    """Everything about one entry."""

    with expected():
        entry = _ask(lambda keeper: keeper.entry(EntryId(id)))
        changes = _ask(lambda keeper: keeper.history(entry.id, 1))
        facts = Table.grid(padding=(0, 2))
        for name, value in _facts(entry):
            facts.add_row(Text(name, style="dim"), Text(value))
        for change, _ in changes:
            who = f"{_when(change.at)} UTC by {change.by or 'somebody'}"
            facts.add_row(Text("changed", style="dim"), Text(who))
        console().print(facts)


def hide(ids: Ids) -> None:
    """Keep entries from being found; they stay, and can be published again."""
    with expected():
        hidden = _ask(lambda keeper: keeper.publish(map(EntryId, ids), "cli", published=False))
        typer.echo(f"{len(hidden)} hidden. `tidings faq publish` shows them again.")


def publish(ids: Ids) -> None:
    """Let entries be found."""
    with expected():
        shown = _ask(lambda keeper: keeper.publish(map(EntryId, ids), "cli", published=True))
        typer.echo(f"{len(shown)} published.")


def history(
    id: MaybeId = "", limit: Annotated[int, typer.Option(min=1, help="How many changes.")] = 20
) -> None:
    """Who changed what and when, newest first."""

    with expected():
        changes = _ask(lambda keeper: keeper.history(EntryId(id) if id else None, limit))
        for change, before in changes:
            who = change.by or "somebody"
            head = f"{_when(change.at)} UTC  {who}  {change.entry.id}  {change.entry.question}"
            typer.echo("\n         ".join([head, *_changed(before, change.entry)]))


def undo(id: MaybeId = "") -> None:
    """Put back what an entry was before its last change, or all that the last change touched."""
    with expected():
        back = _ask(lambda keeper: keeper.undo(EntryId(id) if id else None, "cli"))
        entries = counted(len(back), "entry is", "entries are")
        typer.echo(f"{entries} as before; what was new is hidden. Undo again to take that back.")


def _ask(question: Callable[[Keeper], Coroutine[Any, Any, T]]) -> T:
    async def ask() -> T:
        async with kept(read()) as keeper:
            return await question(keeper)

    return asyncio.run(ask())


def _row(entry: Entry, day: date) -> tuple[str | Text, ...]:
    state = "" if entry.published else "hidden"
    state = state or ("" if entry.is_valid(day) else "expired")
    wordings, kind = str(len(entry.wordings)), f"{entry.kind} {entry.product}".strip()
    texts = (Text(kind), Text(entry.question), Text(entry.url))
    return (entry.id, entry.language, *texts, wordings, state)


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    state = "published" if entry.published else "hidden"
    yield "id", entry.id
    yield "question", entry.question
    for wording in entry.wordings:
        yield "or", wording
    yield "answer", entry.answer
    yield "link", entry.url
    yield "kind", f"{entry.kind}, {entry.language}, {state}"
    yield "product", entry.product
    yield "tags", ", ".join(entry.tags)
    yield "valid", f"{entry.valid_from or '…'} to {entry.valid_until or '…'}"


def _changed(before: Entry | None, after: Entry) -> Iterator[str]:
    if before is None:
        return
    for name, old, new in differences(before, after):
        yield f"{name}: {_text(old)} -> {_text(new)}"


def _text(value: object) -> str:
    return (" | ".join(value) if isinstance(value, tuple) else str(value)) or "(nothing)"


def _when(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
