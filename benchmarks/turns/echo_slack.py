"""The smallest bot that Bolt's guide has: it says what it hears."""

from typing import Any

from slack_bolt.async_app import AsyncSay

from benchmarks.crashes.stock_slack import run


async def echo(event: dict[str, Any], say: AsyncSay) -> None:
    await say(event["text"])


if __name__ == "__main__":
    run(echo)
