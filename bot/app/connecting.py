"""Connects the platforms whose tokens are set, and the web server that they post to."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.app.parts import Parts, now
from bot.channels import slack
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.reception import Desk
from bot.web.server import application, server
from intake.ports import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Duties:
    """What this process does: `web` takes what is posted, `worker` fetches the rest and does what
    is due. One process may do both."""

    web: bool
    worker: bool


async def connect(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    """Add the channels' senders, fetchers, routes and tasks to the parts."""
    if parts.settings.telegram_token:
        await _telegram(parts, stack, duties)
    if parts.settings.slack_bot_token:
        await _slack(parts, stack, duties)
    if duties.web:
        _web(parts)
    if duties.worker:
        parts.tasks.append(parts.worker.run)


async def _telegram(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    settings = parts.settings
    token = _secret(settings.telegram_token)
    account = Account(token, settings.telegram_base_url, settings.telegram_file_url)
    channel = TelegramChannel(account, Desk(parts.front.hear, now), parts.words)
    stack.push_async_callback(channel.close)
    parts.stops.append(channel.stop)
    parts.delivery.serve(channel.name, channel, channel.pace)
    parts.worker.fetchers = {**parts.worker.fetchers, channel.name: channel.fetch}
    url, secret = settings.telegram_webhook_url, _secret(settings.telegram_webhook_secret)
    if url and duties.web:
        parts.routes += channel.routes(secret, urlsplit(url).path or "/")
        parts.tasks.append(lambda: channel.register_webhook(url, secret))
    if not url and duties.worker:
        parts.tasks.append(channel.poll)
    if duties.worker:
        parts.tasks.append(channel.announce)


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
    channel = slack.SlackChannel(credentials, parts.front.hear, parts.words, now)
    # Somebody may write the moment the socket opens: the way back has to be there.
    parts.delivery.serve("slack", channel.sender, slack.PACE)
    await channel.start()
    stack.push_async_callback(channel.stop)
    parts.worker.fetchers = {**parts.worker.fetchers, "slack": channel.fetch}
    if duties.web and settings.slack_app_token is None:
        parts.routes += channel.routes()


def _web(parts: Parts) -> None:
    async def is_ready() -> bool:
        try:
            await parts.store.record(lambda work: work.faq_version())
        except StoreUnavailable:
            return False
        return True

    settings = parts.settings
    http = server(application(parts.routes, is_ready), settings.host, settings.port)

    ended = asyncio.Event()

    async def serve() -> None:
        try:
            await http.serve()
        finally:
            ended.set()

    async def stop() -> None:
        # What was begun is finished: Slack never repeats a press or a command.
        http.should_exit = True
        await ended.wait()

    parts.tasks.append(serve)
    parts.stops.insert(0, stop)


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""
