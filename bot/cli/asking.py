"""How a command reaches the desk: all of it, or its store alone, which opens in half the time."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.app.parts import Parts, kept, opened
from bot.settings import read
from intake.ports import Reading, Store, Work

T = TypeVar("T")


def ask(question: Callable[[Parts], Coroutine[Any, Any, T]]) -> T:
    """With the whole desk: its FAQ laid out, and what is to be done afterwards asked for."""

    async def asked() -> T:
        async with opened(read()) as parts:
            return await question(parts)

    return asyncio.run(asked())


def see(question: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    """With the store alone, for whoever only reads it."""

    async def seen() -> T:
        async with kept(read()) as keeper:
            return await question(keeper.store)

    return asyncio.run(seen())


def look(question: Callable[[Reading], T]) -> T:
    """Read something of the store."""
    return see(lambda store: store.read(question))


def record(unit: Callable[[Work], T]) -> T:
    """Write something of the store, and ask for what is to be done afterwards."""
    return ask(lambda parts: parts.store.record(unit))
