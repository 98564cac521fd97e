"""The `echobot` example of python-telegram-bot: https://docs.python-telegram-bot.org/en/stable/."""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from benchmarks.crashes.stock_telegram import App, Context, run


async def echo(update: Update, _: Context) -> None:
    assert update.message
    assert update.message.text
    await update.message.reply_text(update.message.text)


def application(*, with_updater: bool) -> App:
    builder = (
        ApplicationBuilder()
        .token(os.environ["TELEGRAM_TOKEN"])
        .base_url(os.environ["TELEGRAM_BASE_URL"])
    )
    app = builder.build() if with_updater else builder.updater(None).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    return app


if __name__ == "__main__":
    run(application)
