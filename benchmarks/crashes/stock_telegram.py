"""A bot of five questions as the examples of python-telegram-bot have it, for comparison.

ConversationHandler with PicklePersistence as in `persistentconversationbot`, polling as in every
example, the webhook as in `customwebhookbot`. Kinder than they are: a ticket goes into a file
before its receipt. `heard.txt` is for the benchmark: what ever reached a handler.
"""

import asyncio
import json
import logging
import os
import secrets
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final, Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    TypeHandler,
    filters,
)

QUESTIONS: Final = 5

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
Answer = Callable[[Update, Context], Coroutine[Any, Any, int]]


class Build(Protocol):
    """How an application is made; one with a webhook of its own needs no updater."""

    def __call__(self, *, with_updater: bool) -> App: ...


async def note(update: Update, _: Context) -> None:
    """For the benchmark only."""
    with Path("heard.txt").open("a", encoding="utf-8") as heard:  # noqa: ASYNC230 - as short as that
        heard.write(f"telegram:{update.update_id}\n")


async def start(update: Update, _: Context) -> int:
    assert update.message
    await update.message.reply_text("Question 1 of 5")
    return 1


def answer(number: int) -> Answer:
    """The handler of one state, as an example would write it out five times."""

    async def take(update: Update, context: Context) -> int:
        assert update.message
        assert context.user_data is not None
        context.user_data[f"answer {number}"] = update.message.text
        if number < QUESTIONS:
            await update.message.reply_text(f"Question {number + 1} of 5")
            return number + 1
        await update.message.reply_text(f"Your ticket is {file(update)}")
        return ConversationHandler.END

    return take


def file(update: Update) -> str:
    assert update.effective_user
    tid = f"TID-{secrets.token_hex(4).upper()}"
    ticket = {"owner": f"telegram:{update.effective_user.id}", "tid": tid}
    with Path("tickets.jsonl").open("a", encoding="utf-8") as tickets:
        tickets.write(json.dumps(ticket) + "\n")
    return tid


def application(*, with_updater: bool) -> App:
    builder = (
        ApplicationBuilder()
        .token(os.environ["TELEGRAM_TOKEN"])
        .base_url(os.environ["TELEGRAM_BASE_URL"])
        .persistence(PicklePersistence(filepath="conversations"))
    )
    app = builder.build() if with_updater else builder.updater(None).build()
    app.add_handler(TypeHandler(Update, note), group=-1)
    app.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={
                number: [MessageHandler(filters.TEXT & ~filters.COMMAND, answer(number))]
                for number in range(1, QUESTIONS + 1)
            },
            fallbacks=[CommandHandler("start", start)],
            name="questions",
            persistent=True,
        )
    )
    return app


async def serve(app: App, url: str) -> None:
    """https://docs.python-telegram-bot.org/en/stable/examples.customwebhookbot.html"""
    await app.bot.set_webhook(url=url, allowed_updates=Update.ALL_TYPES)

    async def telegram(request: Request) -> Response:
        await app.update_queue.put(Update.de_json(data=await request.json(), bot=app.bot))
        return Response()

    web = Starlette(routes=[Route("/telegram", telegram, methods=["POST"])])
    port = int(os.environ["PORT"])
    server = uvicorn.Server(uvicorn.Config(web, port=port, use_colors=False, host="127.0.0.1"))
    async with app:
        await app.start()
        await server.serve()
        await app.stop()


def run(build: Build) -> None:
    logging.basicConfig(level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    if url := os.environ.get("TELEGRAM_WEBHOOK_URL"):
        asyncio.run(serve(build(with_updater=False), url))
    else:
        build(with_updater=True).run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    run(application)
