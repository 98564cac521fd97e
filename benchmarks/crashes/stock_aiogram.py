"""A bot of five questions as the documentation of aiogram has it, for comparison.

Its finite state machine with `RedisStorage`, the lasting one of its storages; polling and webhook
as in its examples, each with its defaults. As kind as the bot on python-telegram-bot: a ticket goes
into a file before its receipt. `heard.txt` is for the benchmark: what ever reached a handler.
"""

import asyncio
import json
import logging
import os
import secrets
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import Message, Update
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

QUESTIONS: Final = 5
READY: Final = "aiogram started"
_STATES: Final = [State(f"question {number}") for number in range(1, QUESTIONS + 1)]

Answer = Callable[[Message, FSMContext], Awaitable[None]]
Handler = Callable[[Update, dict[str, Any]], Awaitable[Any]]


async def note(handler: Handler, update: Update, data: dict[str, Any]) -> Any:
    """For the benchmark only."""
    with Path("heard.txt").open("a", encoding="utf-8") as heard:  # noqa: ASYNC230 - as short as that
        heard.write(f"telegram:{update.update_id}\n")
    return await handler(update, data)


async def start(message: Message, state: FSMContext) -> None:
    await state.set_state(_STATES[0])
    await message.answer("Question 1 of 5")


def answer(number: int) -> Answer:
    """The handler of one state, as an example would write it out five times."""

    async def take(message: Message, state: FSMContext) -> None:
        await state.update_data({f"answer {number}": message.text})
        if number < QUESTIONS:
            await state.set_state(_STATES[number])
            await message.answer(f"Question {number + 1} of 5")
        else:
            await state.clear()
            await message.answer(f"Your ticket is {file(message)}")

    return take


def file(message: Message) -> str:
    assert message.from_user
    tid = f"TID-{secrets.token_hex(4).upper()}"
    ticket = {"owner": f"telegram:{message.from_user.id}", "tid": tid}
    with Path("tickets.jsonl").open("a", encoding="utf-8") as tickets:
        tickets.write(json.dumps(ticket) + "\n")
    return tid


def dispatcher() -> Dispatcher:
    made = Dispatcher(storage=RedisStorage.from_url(os.environ["REDIS_URL"]))
    made.update.outer_middleware(note)
    made.message.register(start, CommandStart())
    for number, state in enumerate(_STATES, start=1):
        made.message.register(answer(number), state)
    return made


async def serve(bot: Bot, url: str) -> None:
    """https://docs.aiogram.dev/en/latest/dispatcher/webhook.html"""
    app, handling = web.Application(), dispatcher()
    secret = os.environ["TELEGRAM_WEBHOOK_SECRET"]
    SimpleRequestHandler(handling, bot, secret_token=secret).register(app, path="/telegram")
    setup_application(app, handling, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["PORT"])).start()
    await bot.set_webhook(url, secret_token=secret)
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    logging.info(READY)
    await told.wait()
    await runner.cleanup()


async def poll(bot: Bot) -> None:
    """https://docs.aiogram.dev/en/latest/dispatcher/long_polling.html"""
    handling = dispatcher()

    async def ready() -> None:
        logging.info(READY)

    handling.startup.register(ready)
    await handling.start_polling(bot)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_BASE_URL"].removesuffix("/bot"))
    bot = Bot(os.environ["TELEGRAM_TOKEN"], session=AiohttpSession(api=server))
    url = os.environ.get("TELEGRAM_WEBHOOK_URL")
    asyncio.run(serve(bot, url) if url else poll(bot))


if __name__ == "__main__":
    main()
