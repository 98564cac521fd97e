"""What whoever watches the program is told: alive, ready, and the figures; never any data."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


class Health(StrEnum):
    """How one part is."""

    OK = "ok"
    DEGRADED = "degraded"
    """Somebody should look; this process takes messages all the same."""
    FAILED = "failed"
    """This process cannot take messages: send them to another one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `/readyz`."""

    part: str
    health: Health


Look = Callable[[], Awaitable[Sequence[Finding]]]
Figures = Callable[[], Awaitable[bytes]]

_WORDS: Final = {Health.OK: "ready", Health.DEGRADED: "degraded", Health.FAILED: "not ready"}
_WORSE: Final = (Health.FAILED, Health.DEGRADED)


def health_routes(look: Look) -> list[Route]:
    """`/healthz`: the event loop turns. `/readyz`: 200, or 503 where any part has failed.

    What is degraded concerns every process alike: a balancer that took them all out for it would
    turn late answers into none. `/readyz?strict` answers 503 to that as well, for a watcher that
    only calls somebody.
    """

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(request: Request) -> Response:
        findings = await look()
        found = {each.health for each in findings}
        worst = next((each for each in _WORSE if each in found), Health.OK)
        bad = worst is Health.FAILED or (
            worst is not Health.OK and "strict" in request.query_params
        )
        lines = [_WORDS[worst], *(f"{each.part}: {each.health}" for each in findings)]
        return PlainTextResponse("\n".join(lines) + "\n", 503 if bad else 200)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]


def metrics_route(figures: Figures, content_type: str) -> Route:
    """`/metrics`, for Prometheus. It tells how busy the desk is: not for the open network."""

    async def metrics(_: Request) -> Response:
        return Response(await figures(), headers={"Content-Type": content_type})

    return Route("/metrics", metrics)
