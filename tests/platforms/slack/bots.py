"""The smallest bots of the real libraries, pointed at the fake Slack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack.person import Person
from tests.platforms.slack.rules import Json
from tests.platforms.slack.server import FakeSlack

# slack_sdk asks these for a proxy even for loopback, whatever NO_PROXY says.
PROXY_VARIABLES = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")


def client(slack: FakeSlack, **how: Any) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, **how)


def bolt(slack: FakeSlack) -> AsyncApp:
    return AsyncApp(
        client=client(slack, retry_handlers=[]),
        signing_secret=slack.signing_secret,
        process_before_response=True,
    )


@asynccontextmanager
async def over_http(slack: FakeSlack, app: AsyncApp) -> AsyncIterator[None]:
    runner = web.AppRunner(app.web_app("/slack/events"), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.request_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    try:
        yield
    finally:
        await slack.deliveries.stop()
        await runner.cleanup()


@asynccontextmanager
async def over_socket(slack: FakeSlack, app: AsyncApp, ping: float = 0.5) -> AsyncIterator[None]:
    handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=ping)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # as above


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(label: str = "Go", **more: Any) -> Json:
    return {"type": "button", "text": {"type": "plain_text", "text": label}, **more}


def ana_in(slack: FakeSlack) -> Person:
    return slack.person(
        "U2", name="Ana", locale="es-ES", email="ana@example.org", tz="America/Lima"
    )


def echo(slack: FakeSlack) -> AsyncApp:
    app = bolt(slack)

    @app.event("message")
    async def repeat(event: Json, say: Any) -> None:
        button = {
            "type": "button",
            "text": {"type": "plain_text", "text": "Thanks"},
            "action_id": "thanks",
            "value": "v1",
        }
        section = {
            "type": "section",
            "text": {"type": "mrkdwn", "text": f"*Heard* {event['text']}"},
        }
        await say(text="Heard", blocks=[section, {"type": "actions", "elements": [button]}])

    @app.action("thanks")
    async def thanked(ack: Any, respond: Any) -> None:
        await ack()
        await respond(text="Gladly", replace_original=True)

    @app.command("/ticket")
    async def ticket(ack: Any, command: Json) -> None:
        await ack(f"A ticket about {command['text']}")

    return app
