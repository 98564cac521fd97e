"""Connects Telegram: by webhook where one is set, otherwise by polling."""

from contextlib import AsyncExitStack
from functools import partial
from urllib.parse import urlsplit

from bot.app.metering import MeteredSender, metered, note_of
from bot.app.parts import Duties, Parts, now
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.reception import Desk
from bot.leasing import OnlyOne
from bot.settings import revealed
from bot.web.server import noted
from intake.dialogue.messages import ConversationId
from intake.inbox import Letter


async def connect(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    """Add the channel to the parts."""
    settings = parts.settings
    token = revealed(settings.telegram_token)
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
    url, secret = settings.telegram_webhook_url, revealed(settings.telegram_webhook_secret)
    if url and duties.web:
        routes = channel.routes(secret, urlsplit(url).path or "/")
        parts.routes += noted(routes, note_of(parts.metrics, channel.name))
        parts.tasks.append(lambda: channel.register_webhook(url, secret))
    if not url and duties.worker:
        parts.tasks.append(lambda: lease.run(channel.poll))
        parts.stops.append(lease.stop)
    if duties.worker:
        parts.tasks.append(partial(channel.announce, settings.staff))


async def _keep(parts: Parts, letter: Letter) -> None:
    """An update that nobody could take in waits for somebody to look at it."""
    await parts.store.record(lambda work: work.put_letter(letter, ConversationId("")))
