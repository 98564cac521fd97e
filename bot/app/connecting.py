"""Connects the platforms whose tokens are set, and the web server that they post to."""

import socket
from contextlib import AsyncExitStack
from functools import partial

from bot.app.listening import listen
from bot.app.living import live
from bot.app.parts import Duties, Parts, now
from bot.app.resting import giving_back
from bot.grouping import Grouping
from bot.leasing import OnlyOne
from bot.settings import Settings


async def connect(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    """Add the channels' senders, fetchers, routes and tasks to the parts.

    Raises AddressUnusable where nobody can listen.
    """
    # Each platform's library takes a third of a second to load.
    if parts.settings.telegram_token:
        from bot.app import on_telegram

        await on_telegram.connect(parts, stack, duties)
    if parts.settings.slack_bot_token:
        from bot.app import on_slack

        await on_slack.connect(parts, stack, duties)
    listen(parts, stack, web=duties.web)
    parts.tasks.append(parts.worker.follow_faq)
    parts.tasks.append(parts.drain.run)
    parts.tasks.append(giving_back)
    parts.stops.append(parts.drain.stop)
    live(parts, worker=duties.worker, name=_name(parts.settings, duties))
    if duties.worker:
        parts.tasks.append(parts.worker.run)
        _by_one(parts)


def _by_one(parts: Parts) -> None:
    """One process has the model read the FAQ and puts together what was asked in vain; all have
    what it found."""
    duties = {"faq.misses": Grouping(parts.store, now).group_on}
    if parts.worker.understanding:
        duties["faq.meanings"] = parts.worker.understanding.read_on
    for name, duty in duties.items():
        parts.tasks.append(partial(OnlyOne(name, parts.store, now).run, duty))


def _name(settings: Settings, duties: Duties) -> str:
    does = "run" if duties.web and duties.worker else "web" if duties.web else "worker"
    return settings.process_name or f"{does}@{socket.gethostname()[:40]}"
