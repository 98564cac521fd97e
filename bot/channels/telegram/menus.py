"""The menu of commands beside the input field, in each language."""

from typing import Final

import structlog
from telegram import Bot, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.texts.words import Words
from intake.dialogue.messages import CommandName

SHOWN: Final = (
    CommandName.NEW,
    CommandName.STATUS,
    CommandName.TICKETS,
    CommandName.LANGUAGE,
    CommandName.HELP,
    CommandName.CANCEL,
)
"""What a client needs; the commands of staff are not shown to anybody."""

log = structlog.get_logger()


async def announce(bot: Bot, words: Words) -> None:
    """Set the menus; the first language's is also everybody else's. A failure is only logged.

    https://core.telegram.org/bots/api#setmycommands
    """
    for language, code in ((words.languages[0], None), *((each, each) for each in words.languages)):
        menu = [(name.value, words.text(f"menu-{name}", language)) for name in SHOWN]
        try:
            await bot.set_my_commands(
                menu, scope=BotCommandScopeAllPrivateChats(), language_code=code
            )
        except TelegramError as error:
            log.warning("telegram.menu_not_set", language=language, why=type(error).__name__)
