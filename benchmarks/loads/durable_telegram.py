"""The bot of five questions on python-telegram-bot, which writes its persistence at each update.

Once a minute is its default. A pickle holds everybody's talk, so each update writes all of them;
nothing is synced to the disk.
"""

from telegram import Update
from telegram.ext import TypeHandler

from benchmarks.crashes import stock_telegram
from benchmarks.crashes.stock_telegram import App, Context, run


async def keep(_: Update, context: Context) -> None:
    await context.application.update_persistence()


def application(*, with_updater: bool) -> App:
    app = stock_telegram.application(with_updater=with_updater)
    app.add_handler(TypeHandler(Update, keep), group=1)
    return app


if __name__ == "__main__":
    run(application)
