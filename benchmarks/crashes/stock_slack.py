"""A bot of five questions as the guides of Bolt have it, for comparison.

https://docs.slack.dev/tools/bolt-python/concepts/async and .../concepts/socket-mode: an AsyncApp
with its defaults. Kinder than the guides, which keep nothing: each person's answers go into a file
before the next question, a ticket before its receipt. `heard.txt` is for the benchmark: what ever
reached a listener.
"""

import asyncio
import json
import os
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

QUESTIONS: Final = 5

Listen = Callable[..., Awaitable[None]]


async def hear(event: dict[str, Any], body: dict[str, Any], say: AsyncSay) -> None:
    note(body["event_id"])
    number = keep(event["user"], event["text"])
    await say(f"Question {number} of 5" if number else f"Your ticket is {file(event['user'])}")


def note(event: str) -> None:
    """For the benchmark only."""
    with Path("heard.txt").open("a", encoding="utf-8") as heard:
        heard.write(f"slack:{event}\n")


def keep(user: str, answer: str) -> int:
    """The number of the next question; 0 after the last."""
    kept = Path(f"{user}.json")
    answers = [*(json.loads(kept.read_text("utf-8")) if kept.exists() else ()), answer]
    if len(answers) > QUESTIONS:
        kept.unlink()
        return 0
    kept.write_text(json.dumps(answers), "utf-8")
    return len(answers)


def file(user: str) -> str:
    tid = f"TID-{secrets.token_hex(4).upper()}"
    with Path("tickets.jsonl").open("a", encoding="utf-8") as tickets:
        tickets.write(json.dumps({"owner": f"slack:T1/{user}", "tid": tid}) + "\n")
    return tid


def application(listen: Listen, *first: Listen) -> AsyncApp:
    """`first` is middleware, which Bolt runs before it acknowledges."""
    client = AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], os.environ["SLACK_BASE_URL"])
    app = AsyncApp(client=client, signing_secret=os.environ.get("SLACK_SIGNING_SECRET"))
    for each in first:
        app.use(each)
    app.event("message")(listen)
    return app


async def connect(app: AsyncApp, token: str) -> None:
    handler = AsyncSocketModeHandler(app, token)
    await handler.start_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


def run(listen: Listen, *first: Listen) -> None:
    if token := os.environ.get("SLACK_APP_TOKEN"):
        asyncio.run(connect(application(listen, *first), token))
    else:
        application(listen, *first).start(int(os.environ["PORT"]))


if __name__ == "__main__":
    run(hear)
