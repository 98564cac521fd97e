"""Connects the platforms whose tokens are set, and the web server that they post to."""

import socket
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.app.listening import listen
from bot.app.living import live
from bot.app.metering import MeteredSender, metered, note_of
from bot.app.parts import Parts, now
from bot.channels import slack
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.reception import Desk
from bot.leasing import OnlyOne
from bot.settings import Settings
from bot.web.server import noted
from intake.dialogue.messages import ConversationId
from intake.inbox import Letter


@dataclass(frozen=True, slots=True)
class Duties:
    """What this process does: `web` takes what is posted, `worker` fetches the rest and does what
    is due. One process may do both."""

    web: bool
    worker: bool


async def connect(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    """Add the channels' senders, fetchers, routes and tasks to the parts.

    Raises AddressUnusable where nobody can listen.
    """
    if parts.settings.telegram_token:
        await _telegram(parts, stack, duties)
    if parts.settings.slack_bot_token:
        await _slack(parts, stack, duties)
    listen(parts, stack, web=duties.web)
    parts.tasks.append(parts.worker.follow_faq)
    parts.tasks.append(parts.drain.run)
    parts.stops.append(parts.drain.stop)
    live(parts, worker=duties.worker, name=_name(parts.settings, duties))
    if duties.worker:
        parts.tasks.append(parts.worker.run)
        _read_on(parts)


def _read_on(parts: Parts) -> None:
    """One process has the model read the FAQ, all search with what it found."""
    if parts.worker.understanding:
        lease = OnlyOne("faq.meanings", parts.store, now)
        parts.tasks.append(partial(lease.run, parts.worker.understanding.read_on))


def _name(settings: Settings, duties: Duties) -> str:
    does = "run" if duties.web and duties.worker else "web" if duties.web else "worker"
    return settings.process_name or f"{does}@{socket.gethostname()[:40]}"


async def _telegram(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    settings = parts.settings
    token = _secret(settings.telegram_token)
    account = Account(token, settings.telegram_base_url, settings.telegram_file_url)
    hear = metered(parts.front.hear, parts.metrics)
    lease = OnlyOne("telegram.polling", parts.store, now)
    desk = Desk(hear, now, keep=partial(_keep, parts), wait=parts.front.wait, may_poll=lease.holds)
    channel = TelegramChannel(account, desk, parts.words)
    stack.push_async_callback(channel.close)
    parts.stops.append(channel.stop)
    sender = MeteredSender(channel.name, channel, parts.metrics)
    parts.delivery.serve(channel.name, sender, channel.pace)
    parts.vitals.serve(channel.name)
    parts.vitals.watch(channel.name, channel.alive)
    parts.worker.fetchers = {**parts.worker.fetchers, channel.name: channel.fetch}
    url, secret = settings.telegram_webhook_url, _secret(settings.telegram_webhook_secret)
    if url and duties.web:
        routes = channel.routes(secret, urlsplit(url).path or "/")
        parts.routes += noted(routes, note_of(parts.metrics, channel.name))
        parts.tasks.append(lambda: channel.register_webhook(url, secret))
    if not url and duties.worker:
        parts.tasks.append(lambda: lease.run(channel.poll))
        parts.stops.append(lease.stop)
    if duties.worker:
        parts.tasks.append(partial(channel.announce, settings.staff))


async def _slack(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    settings = parts.settings
    # A web process beside a worker that holds the socket only speaks.
    app_token = _secret(settings.slack_app_token) if duties.worker else ""
    credentials = slack.Credentials(
        bot_token=_secret(settings.slack_bot_token),
        signing_secret=_secret(settings.slack_signing_secret),
        app_token=app_token,
        base_url=settings.slack_base_url,
    )
    hear = metered(parts.front.hear, parts.metrics)
    channel = slack.SlackChannel(credentials, hear, parts.words, now)
    # Somebody may write the moment the socket opens: the way back has to be there.
    sender = MeteredSender(channel.name, channel.sender, parts.metrics)
    parts.delivery.serve(channel.name, sender, channel.pace)
    parts.vitals.serve(channel.name)
    parts.vitals.watch(channel.name, channel.alive)
    await channel.start()
    stack.push_async_callback(channel.stop)
    parts.stops.append(channel.leave)
    parts.worker.fetchers = {**parts.worker.fetchers, channel.name: channel.fetch}
    if duties.web and settings.slack_app_token is None:
        parts.routes += noted(channel.routes(), note_of(parts.metrics, channel.name))


async def _keep(parts: Parts, letter: Letter) -> None:
    """An update that nobody could take in waits for somebody to look at it."""
    await parts.store.record(lambda work: work.put_letter(letter, ConversationId("")))


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""
