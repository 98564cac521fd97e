"""The bytes of what people send, fetched from Slack's own file host and from nowhere else."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import aiohttp
from yarl import URL

LONGEST: Final = 60.0
"""Seconds for a whole file, however slowly it comes (D7)."""
_HOPS: Final = 3
_CHUNK: Final = 64 * 1024
_GONE: Final = frozenset({404, 410})


class FetchFailed(Exception):
    """The bytes could not be fetched."""


class FetchExpired(FetchFailed):
    """The file is not there any more."""


class FetchTooBig(FetchFailed):
    """The file is larger than it may be, whatever was announced."""


class FileHost:
    """Shows the token to one origin only; a redirect to another one is not followed (D17, D18)."""

    def __init__(self, token: str, origin: URL, patience: float = LONGEST) -> None:
        self._token, self._origin, self._patience = token, origin, patience

    async def fetch(
        self, session: aiohttp.ClientSession, remote: str, limit: int
    ) -> AsyncIterator[bytes]:
        """The bytes in chunks, at most `limit` in all.

        Raises FetchFailed, FetchExpired or FetchTooBig; none of them names the address.
        """
        deadline = asyncio.get_running_loop().time() + self._patience
        try:
            async with asyncio.timeout_at(deadline):
                answer = await self._open(session, self._own(remote))
            async with answer:
                left = limit
                while chunk := await _next(answer, deadline):
                    left -= len(chunk)
                    if left < 0:
                        raise FetchTooBig
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise FetchFailed(type(error).__name__) from None

    async def _open(self, session: aiohttp.ClientSession, url: URL) -> aiohttp.ClientResponse:
        for _ in range(_HOPS):
            answer = await session.get(url, headers=self._headers(), allow_redirects=False)
            if not answer.headers.get("Location"):
                return _checked(answer)
            answer.release()
            url = self._own(str(url.join(URL(answer.headers["Location"]))))
        raise FetchFailed("redirects")

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}", "Accept-Encoding": "identity"}

    def _own(self, remote: str) -> URL:
        """The address, where it is one of the file host's."""
        try:
            url = URL(remote)
            ours = url.origin() == self._origin and url.user is None and url.password is None
        except ValueError:
            ours = False
        if not ours or any(sign in remote for sign in "\\\r\n\t "):
            raise FetchFailed("address")
        return url


def _checked(answer: aiohttp.ClientResponse) -> aiohttp.ClientResponse:
    """Without the scope `files:read` Slack shows its sign-in page, with status 200 (D24)."""
    status = answer.status
    attached = answer.headers.get("Content-Disposition", "").startswith("attachment")
    if status == 200 and (answer.content_type != "text/html" or attached):
        return answer
    answer.close()
    if status in _GONE:
        raise FetchExpired(str(status))
    raise FetchFailed("sign-in page" if status == 200 else str(status))


async def _next(answer: aiohttp.ClientResponse, deadline: float) -> bytes:
    async with asyncio.timeout_at(deadline):
        return await answer.content.read(_CHUNK)
