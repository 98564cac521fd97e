"""The Web API over HTTP: who asks, whether it is allowed, and the answer in Slack's envelope."""

import json
from dataclasses import dataclass
from typing import assert_never

from aiohttp import web

from tests.platforms.slack.api_lookups import Act
from tests.platforms.slack.call_log import Call, CallLog
from tests.platforms.slack.faults import (
    DropsAfter,
    DropsBefore,
    Fault,
    Faults,
    Late,
    RateLimited,
    SaysNo,
    ServerError,
)
from tests.platforms.slack.methods import METHODS
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import Workspace

BOT_TOKEN, APP_TOKEN = "xoxb-tidings", "xapp-tidings"
_AS_JSON = ("blocks", "view", "files", "attachments", "metadata")


@dataclass
class WebApi:
    """The endpoint `/api/{method}`."""

    workspace: Workspace
    acts: dict[str, Act]
    scopes: frozenset[str]
    faults: Faults
    log: CallLog

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Judge a call, do it, log it, and answer or misbehave as arranged."""
        method = request.match_info["method"]
        args = await _arguments(request)
        token = _token(request, args)
        fault = self.faults.take(method, args.get("channel"))
        if fault is not None and not isinstance(fault, DropsAfter | Late):
            self.log.add(Call(method, args, type(fault).__name__, injected=True))
            return _misbehave(request, fault)
        body = self._done(method, args, token)
        if isinstance(fault, DropsAfter):
            return _cut(request)
        if isinstance(fault, Late):
            await fault.until.wait()
        headers = {"x-oauth-scopes": ",".join(sorted(self.scopes))}
        return web.json_response(body, headers=headers)

    def _done(self, method: str, args: Json, token: str | None) -> Json:
        try:
            self._authorise(method, token)
            _needed(method, args)
            self._notice_strangers(method, args)
            body = {"ok": True, **self.acts[method](self.workspace, _parsed(args))}
            self.log.add(Call(method, args, answer=body))
        except Refused as refused:
            body = refused.body()
            self.log.add(Call(method, args, refused.error, refused.messages, answer=body))
        return body

    def _authorise(self, method: str, token: str | None) -> None:
        if method not in METHODS:
            raise Refused("unknown_method")
        if token is None:
            raise Refused("not_authed")
        if token not in (BOT_TOKEN, APP_TOKEN):
            raise Refused("invalid_auth")
        if (token == APP_TOKEN) != (method == "apps.connections.open"):
            raise Refused("not_allowed_token_type")
        needed = METHODS[method].scopes
        if needed and self.scopes.isdisjoint(needed):
            about = {"needed": ",".join(needed), "provided": ",".join(sorted(self.scopes))}
            raise Refused("missing_scope", extra=about)

    def _notice_strangers(self, method: str, args: Json) -> None:
        # Slack lets unknown arguments pass in silence, which is how a misspelt one goes unnoticed.
        for name in set(args) - METHODS[method].takes - {"team_id"}:
            self.log.warnings.append(f"{method}: unknown argument {name}")


def _needed(method: str, args: Json) -> None:
    given = {name for name, held in args.items() if held not in (None, "")}
    groups = METHODS[method].needs
    if any(group <= given for group in groups):
        return
    missing = min((group - given for group in groups), key=len)
    says = {"text", "blocks", "attachments", "markdown_text"}
    if missing <= says:
        raise Refused("no_text")
    lines = tuple(f"[ERROR] missing required field: {name}" for name in sorted(missing - says))
    raise Refused("invalid_arguments", lines)


async def _arguments(request: web.Request) -> Json:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            body = None
        return args | (body if isinstance(body, dict) else {})
    return args | dict(await request.post())


def _parsed(args: Json) -> Json:
    """The arguments with those that may come as JSON text read."""
    read = dict(args)
    for name in _AS_JSON:
        if isinstance(read.get(name), str):
            try:
                read[name] = json.loads(read[name])
            except ValueError:
                wrong = "invalid_blocks_format" if name == "blocks" else "invalid_arguments"
                raise Refused(wrong) from None
    return read


def _token(request: web.Request, args: Json) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" and token else args.get("token")


def _misbehave(request: web.Request, fault: Fault) -> web.StreamResponse:
    match fault:
        case RateLimited(retry_after):
            headers = {"Retry-After": str(retry_after)}
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers=headers
            )
        case ServerError(status):
            return web.Response(
                status=status, text="<html>upstream error</html>", content_type="text/html"
            )
        case SaysNo(error):
            return web.json_response({"ok": False, "error": error})
        case DropsBefore() | DropsAfter() | Late():
            return _cut(request)
        case _:
            assert_never(fault)


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
