"""Our bot, which says as much as it can: the fake platforms set no pace."""

from typing import Final

from bot.channels.slack import SlackChannel
from bot.channels.telegram.channel import TelegramChannel
from bot.cli import main
from bot.pacing import Pace

UNPACED: Final = Pace(per_conversation=1e9, burst=1_000_000, overall=1e9)


def lift_the_pace() -> None:
    """In this process."""
    for channel in (TelegramChannel, SlackChannel):
        channel.pace = UNPACED  # type: ignore[misc]  # nobody else may


if __name__ == "__main__":
    lift_the_pace()
    main()
