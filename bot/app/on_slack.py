"""Connects Slack: by Socket Mode where an app token is set, otherwise over HTTP."""

from contextlib import AsyncExitStack

from bot.app.metering import MeteredSender, metered, note_of
from bot.app.parts import Duties, Parts, now
from bot.channels import slack
from bot.settings import revealed
from bot.web.server import noted


async def connect(parts: Parts, stack: AsyncExitStack, duties: Duties) -> None:
    """Add the channel to the parts, and open its socket."""
    settings = parts.settings
    # A web process beside a worker that holds the socket only speaks.
    app_token = revealed(settings.slack_app_token) if duties.worker else ""
    credentials = slack.Credentials(
        bot_token=revealed(settings.slack_bot_token),
        signing_secret=revealed(settings.slack_signing_secret),
        app_token=app_token,
        base_url=settings.slack_base_url,
        trusted=settings.slack_trusted,
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
