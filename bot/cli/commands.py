"""What an operator can order: run the desk, talk to it, and the parts of it one by one."""

import asyncio
import json
import os
from typing import Annotated

import typer

from bot.cli import (
    customers,
    data,
    faq,
    learning,
    letters,
    notices,
    orders,
    policy,
    reporting,
    tickets,
)
from bot.cli.errands import errands
from bot.cli.errors import expected
from bot.logs import catch_uncaught, set_up
from bot.settings import Settings, read

app = typer.Typer(
    name="tidings",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="A support desk's front door in chat: FAQ links first, then an official ticket.",
)
learning.add_to(faq.app)
faq.app.command("report")(reporting.report_)
app.add_typer(faq.app, name="faq")
app.add_typer(customers.app, name="customers")
app.add_typer(notices.app, name="notice")
app.add_typer(letters.app, name="dead-letters")
app.add_typer(policy.app, name="policy")
tickets.add_to(app)
orders.add_to(app)
data.add_to(app)
app.command()(errands)

Name = Annotated[str, typer.Option("--as", help="Who speaks.")]
Language = Annotated[
    str,
    typer.Option(help="Which language to speak: en, es, es-419, de, fr, uk, bg, zh, vi, th, fa."),
]


@app.command()
def run() -> None:
    """Serve Telegram and Slack where their tokens are set; otherwise talk in this terminal."""
    with expected():
        settings = read()
        if settings.serves_chat:
            _serve(settings, web=True, worker=True)
        else:
            _talk(settings, "you", "")


@app.command()
def chat(name: Name = "you", language: Language = "") -> None:
    """Talk to the desk in this terminal, or through a pipe, one line a message."""
    with expected():
        _talk(read(), name, language)


@app.command()
def web() -> None:
    """Take what the platforms post to us: webhooks, health checks."""
    with expected():
        _serve(read(), web=True, worker=False)


@app.command()
def worker() -> None:
    """Fetch what is not posted (polling, sockets), send late replies, fetch files."""
    with expected():
        _serve(read(), web=False, worker=True)


@app.command()
def migrate() -> None:
    """Bring the database to this version's schema. Starting does it too."""
    from bot.effects import Effects
    from bot.storage.migrate import migrate as migrate_store

    with expected():
        settings = read()
        set_up(settings.log_level, ())
        url = settings.database_url.get_secret_value()
        migrate_store(url)
        Effects(url).prepare()


@app.command()
def slack_manifest(
    url: Annotated[str, typer.Option(help="Your public address: HTTP instead of sockets.")] = "",
    profiles: Annotated[
        bool, typer.Option("--profiles", help="Also read e-mail addresses, for SLACK_TRUSTED.")
    ] = False,
) -> None:
    """Print the Slack app's manifest, to be pasted where a new app is created."""
    from bot.channels.slack import manifest

    typer.echo(json.dumps(manifest(url, profiles=profiles), indent=2))


# What is imported within a function takes a second to load together, and only some need it.
def _talk(settings: Settings, name: str, language: str) -> None:
    from bot.app.here import chat as chat_here
    from bot.channels.terminal import Guest

    # A person at a terminal wants to see the talk, not the log of a healthy program.
    quiet = settings.model_copy(update={"log_level": "ERROR"})
    guest = Guest(name, language or os.environ.get("LANG", "")[:2], os.environ.get("TZ", ""))
    catch_uncaught()
    asyncio.run(chat_here(quiet, guest))


def _serve(settings: Settings, *, web: bool, worker: bool) -> None:
    from bot.app.parts import Duties
    from bot.app.running import serve
    from bot.channels.telegram.connection import TokenRefused

    catch_uncaught()
    try:
        asyncio.run(serve(settings, Duties(web=web, worker=worker)))
    except TokenRefused as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
