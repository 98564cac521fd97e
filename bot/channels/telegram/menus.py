"""The menu of commands beside the input field, in each language."""

from collections.abc import Collection, Iterator
from typing import Final

import structlog
from telegram import Bot, BotCommandScope, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.texts.words import Words
from intake.dialogue.messages import CommandName

SHOWN: Final = (
    CommandName.NEW,
    CommandName.STATUS,
    CommandName.TICKETS,
    CommandName.VERIFY,
    CommandName.LANGUAGE,
    CommandName.SUPERVISOR,
    CommandName.HELP,
    CommandName.CANCEL,
)
"""What a client needs; the commands of staff are shown to staff alone."""
FOR_STAFF: Final = (*SHOWN, CommandName.QUEUE, CommandName.FAQ, CommandName.NOTICE)

log = structlog.get_logger()


async def announce(bot: Bot, words: Words, staff: Collection[int] = ()) -> None:
    """Set the menus; the first language's is also everybody else's. A failure is only logged.

    https://core.telegram.org/bots/api#setmycommands
    """
    everybody = BotCommandScopeAllPrivateChats()
    for language, code in ((words.languages[0], None), *_codes(words)):
        await _set(bot, everybody, code, [_line(name, words, language) for name in SHOWN])
        for person in staff:
            # Where they have not written to the bot yet, Telegram knows no such chat.
            theirs = [_line(name, words, language) for name in FOR_STAFF]
            await _set(bot, BotCommandScopeChat(person), code, theirs)


def _codes(words: Words) -> Iterator[tuple[str, str]]:
    """Our languages with Telegram's codes, which have two letters: a kind of one has no menu."""
    return ((each, each) for each in words.languages if len(each) == 2)


async def _set(
    bot: Bot, scope: BotCommandScope, code: str | None, menu: list[tuple[str, str]]
) -> None:
    try:
        await bot.set_my_commands(menu, scope=scope, language_code=code)
    except TelegramError as error:
        log.warning("telegram.menu_not_set", language=code, why=type(error).__name__)


def _line(name: CommandName, words: Words, language: str) -> tuple[str, str]:
    return name.value, words.text(f"menu-{name}", language)
