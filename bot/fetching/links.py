"""Looks whether the links of the FAQ still lead where they led."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from bot.fetching.fetcher import Answer, Endless, Fetcher, Unfetched, Unwelcome, follow

_GONE: Final = frozenset({404, 410})
_NOT_FOR_PROGRAMS: Final = frozenset({401, 403, 407, 429, 451, 999})


class Found(StrEnum):
    OK = "ok"
    REDIRECTED = "redirected"
    DEAD = "dead"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


_WITHOUT_ANSWER: Final = {Unwelcome: Found.REFUSED, Endless: Found.DEAD}


@dataclass(frozen=True, slots=True)
class Look:
    """What became of a link: where it leads now, or why it does not."""

    link: str
    found: Found
    told: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether staff should change it; a page that is not for programs may be fine."""
        return self.found not in {Found.OK, Found.REFUSED}


async def look_at(
    fetcher: Fetcher, links: Sequence[str], tell: Callable[[int, int], None]
) -> Sequence[Look]:
    """Each link once, in their order."""
    wanted, done = [*dict.fromkeys(links)], 0

    async def look(link: str) -> Look:
        nonlocal done
        seen = await _look(fetcher, link)
        done += 1
        tell(done, len(wanted))
        return seen

    return await asyncio.gather(*map(look, wanted))


async def _look(fetcher: Fetcher, link: str) -> Look:
    try:
        answer = await follow(link, partial(_asked, fetcher))
    except Unfetched as error:
        return Look(link, _WITHOUT_ANSWER.get(type(error), Found.UNREACHABLE), str(error))
    return _judged(link, answer)


async def _asked(fetcher: Fetcher, url: str) -> Answer:
    """Only the head where the server can do that; some say anything to HEAD."""
    answer = await fetcher.ask("HEAD", url)
    return answer if answer.status < 400 else await fetcher.ask("GET", url)


def _judged(link: str, answer: Answer) -> Look:
    if answer.status in _GONE:
        return Look(link, Found.DEAD, f"The server says {answer.status}.")
    if answer.status in _NOT_FOR_PROGRAMS:
        return Look(link, Found.REFUSED, f"The server says {answer.status}.")
    if answer.status >= 400:
        return Look(link, Found.UNREACHABLE, f"The server says {answer.status}.")
    if answer.url != link:
        return Look(link, Found.REDIRECTED, answer.url)
    return Look(link, Found.OK)
