"""Our bot as it would be without the engine of the errands: to see what that costs."""

import asyncio

from bot.cli import main
from bot.errands import Errands


async def _nothing(_: Errands) -> None:
    await asyncio.Event().wait()


if __name__ == "__main__":
    Errands.run = _nothing  # type: ignore[assignment,method-assign]  # nobody else may
    main()
