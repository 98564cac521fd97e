"""`tidings faq import` and `export`: the FAQ in files, and from a site's own pages."""

import asyncio
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.app.parts import kept
from bot.cli.errors import expected
from bot.cli.meanings import understand
from bot.cli.printing import counted
from bot.cli.progress import Tell, bars
from bot.cli.sources import Brought, Unreadable, bring
from bot.fetching import Fetcher
from bot.fetching.fetcher import PAUSE
from bot.settings import read
from faq_index import Entry
from faq_index.seeding import COLUMNS, Changes, Format, Source, differences, ending, export
from faq_index.seeding.exporting import EXPORTED

MOST: Final = 20
"""What is listed of errors and changes, unless all are asked for."""
NAMED: Final = 10
"""Columns that are named, of those that were not read."""
_SHORT: Final = 70

Place = Annotated[str, typer.Argument(metavar="FILE|URL", help="A file, a page or a sitemap.")]
Forced = Annotated[Format | None, typer.Option("--format", help="Do not guess the format.")]
Mapped = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=NAME", help="What the file calls a column of ours."),
]
Default = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="COLUMN=VALUE", help="What goes for rows that do not say."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]
All = Annotated[bool, typer.Option("--all-errors", help="List every error and every change.")]
ErrorsTo = Annotated[Path | None, typer.Option(help="Write every error into this file.")]
Encoding = Annotated[str, typer.Option(help="Such as windows-1251; else it is found out.")]
Pages = Annotated[int, typer.Option(min=1, max=20_000, help="How many pages of a sitemap.")]
Pause = Annotated[float, typer.Option(min=0, help="Seconds between two pages of one host.")]
Private = Annotated[bool, typer.Option("--private", help="Also from your own network.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to `tidings faq`."""
    app.command("import")(import_)
    app.command("export")(export_)


def import_(  # noqa: PLR0913 - each is an option of the command
    place: Place,
    *,
    format: Forced = None,
    columns: Mapped = None,
    defaults: Default = None,
    dry_run: DryRun = False,
    all_errors: All = False,
    errors_to: ErrorsTo = None,
    encoding: Encoding = "",
    most_pages: Pages = 500,
    pause: Pause = PAUSE,
    private: Private = False,
) -> None:
    """Add the entries of a file or a page, and change those that are there already: all, or none.

    CSV, TSV, JSON, YAML, Markdown, HTML with a schema.org FAQPage, or a sitemap, whose pages
    become entries of the kind 'documentation'. What the file does not speak of stays as it is.
    """
    most = sys.maxsize if all_errors else MOST
    with expected(), bars() as tell:
        source = Source(place, format, _pairs(columns), _pairs(defaults))
        fetcher = Fetcher(private=private, pause=pause)
        brought = asyncio.run(_bring(source, encoding, fetcher, most_pages, tell))
        is_good = brought.seed.drafts and not brought.seed.errors
        changes = asyncio.run(_put(brought, dry_run)) if is_good else None
    _tell_crawl(brought, most)
    _tell_unread(brought.seed.unread)
    if changes is None:
        with expected():
            _complain(place, brought, most, errors_to)
        raise typer.Exit(1)
    if dry_run:
        _preview(changes, most)
    typer.echo(_summary(changes, dry_run))
    if not dry_run:
        with expected(), bars() as tell:
            asyncio.run(understand(read(), tell))


def export_(
    file: Annotated[Path, typer.Argument(help="A new file: .csv, .tsv, .jsonl or .yaml.")],
    hidden: Annotated[bool, typer.Option(help="Hidden entries too.")] = True,
) -> None:
    """Write the FAQ into a new file, as `import` reads it."""
    format = ending(file.name)
    if format not in EXPORTED:
        typer.echo("tidings: The name must end in .csv, .tsv, .jsonl or .yaml.", err=True)
        raise typer.Exit(2)
    with expected():
        entries = [each for each in asyncio.run(_entries()) if hidden or each.published]
        try:
            # As bytes, since line breaks inside of answers are to stay what they are.
            with file.open("xb") as sheet:
                sheet.writelines(piece.encode() for piece in export(entries, format))
        except OSError as error:
            raise Unreadable(f"{file} cannot be written: {error.strerror}") from None
    typer.echo(f"{counted(len(entries), 'entry was', 'entries were')} written to {file}.")


async def _bring(
    source: Source, encoding: str, fetcher: Fetcher, most_pages: int, tell: Tell
) -> Brought:
    async with fetcher:
        return await bring(source, encoding, fetcher, most_pages, tell)


async def _put(brought: Brought, dry_run: bool) -> Changes:
    drafts = brought.seed.drafts
    async with kept(read()) as keeper:
        return await (keeper.compare(drafts) if dry_run else keeper.bring_in(drafts, "cli"))


async def _entries() -> Sequence[Entry]:
    async with kept(read()) as keeper:
        return await keeper.entries()


def _pairs(options: Iterable[str] | None) -> dict[str, str]:
    """Raises Unreadable."""
    pairs = {}
    for option in options or ():
        column, equals, value = option.partition("=")
        if not equals or column not in (*COLUMNS, "group"):
            raise Unreadable(f"'{option}' must be COLUMN=…, with one of: {', '.join(COLUMNS)}.")
        pairs[column] = value
    return pairs


def _complain(place: str, brought: Brought, most: int, errors_to: Path | None) -> None:
    name = Path(place).name if "://" not in place else place
    told = [f"{name}:{error.line}: {error.reason}" for error in brought.seed.errors]
    _list(told or [f"{name}: There is no entry in it."], most)
    if errors_to is not None:
        try:
            errors_to.write_text("".join(f"{line}\n" for line in told), "utf-8")
        except OSError as error:
            raise Unreadable(f"{errors_to} cannot be written: {error.strerror}") from None
        typer.echo(f"All {len(told):,} errors are in {errors_to}.", err=True)
    if brought.encoding not in {"utf-8", ""}:
        typer.echo(f"The file was read as {brought.encoding}; --encoding sets another.", err=True)
    typer.echo("Nothing was imported.", err=True)


def _tell_unread(columns: Sequence[str]) -> None:
    """A name that is mistyped would otherwise cost a column without a word."""
    if not columns:
        return
    more = f" and {len(columns) - NAMED:,} more" if len(columns) > NAMED else ""
    typer.echo(f"Not read, because no entry has it: {', '.join(columns[:NAMED])}{more}.", err=True)


def _tell_crawl(brought: Brought, most: int) -> None:
    if (crawl := brought.crawl) is None:
        return
    _list([f"{url}: {reason}" for url, reason in crawl.unread], most)
    if crawl.left_out:
        typer.echo(f"{crawl.left_out:,} further pages were left out; see --most-pages.", err=True)
    if crawl.silent:
        typer.echo(f"{crawl.silent:,} pages have no title, or ask not to be listed.", err=True)


def _list(lines: Sequence[str], most: int) -> None:
    for line in lines[:most]:
        typer.echo(line, err=True)
    if more := len(lines[most:]):
        typer.echo(f"... and {more:,} more (--all-errors lists them all)", err=True)


def _preview(changes: Changes, most: int) -> None:
    for entry in changes.new[:most]:
        typer.echo(f"new      {entry.id}  {_short(entry.question)}")
    for was, becomes in changes.changed[:most]:
        typer.echo(f"changed  {was.id}  {_short(was.question)}")
        for name, old, now in differences(was, becomes):
            typer.echo(f"         {name}: {_short(old)} -> {_short(now)}")
    if more := len(changes.new[most:]) + len(changes.changed[most:]):
        typer.echo(f"... and {more:,} more (--all-errors lists them all)")


def _short(value: object) -> str:
    text = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    text = " ".join(text.split()) or "(nothing)"
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _summary(changes: Changes, dry_run: bool) -> str:
    new, changed = len(changes.new), len(changes.changed)
    counts = f"{new:,} new, {changed:,} changed, {changes.same:,} the same"
    return f"Nothing was changed; it would be {counts}." if dry_run else f"Imported: {counts}."
