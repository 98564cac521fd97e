"""Slack's own client and Bolt's own app, without what they work out anew for each message."""

import json as written
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

_TYPE: Final = "application/json;charset=utf-8"


class Client(AsyncWebClient):
    """Calls in JSON go straight to the open session: a third of the time of a call went into its
    headers, its address and a retry that we do not want. All other calls are the library's own."""

    async def api_call(
        self, api_method: str, *, json: dict[str, Any] | None = None, **others: Any
    ) -> AsyncSlackResponse:
        """Raises SlackApiError, also for an answer that is no JSON, or what aiohttp raises."""
        if json is None or others or self.session is None:
            return await super().api_call(api_method, json=json, **others)
        said = {name: value for name, value in json.items() if value is not None}
        async with self.session.post(
            f"{self.base_url}{api_method}",
            data=written.dumps(said).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": _TYPE},
        ) as response:
            body = await response.read()
        answer = AsyncSlackResponse(
            client=self,
            http_verb="POST",
            api_url=api_method,
            req_args={},
            data=_read(body),
            headers=response.headers,  # type: ignore[arg-type]  # as the library does
            status_code=response.status,
        )
        answer.validate()  # type: ignore[no-untyped-call]
        return answer


class App(AsyncApp):
    """Makes no client for each request: our one middleware, at which all but Slack's look at the
    address ends, asks for none."""

    def _init_context(self, req: AsyncBoltRequest) -> None:
        if req.body.get("type") == "url_verification":
            super()._init_context(req)


def _read(body: bytes) -> dict[str, Any]:
    try:
        answer = written.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
