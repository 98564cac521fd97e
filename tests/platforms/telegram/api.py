"""The Bot API itself: each call is checked, carried out or refused, answered and logged."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from tests.platforms.telegram import http_side, profile_methods, sending
from tests.platforms.telegram.bell import Bell
from tests.platforms.telegram.delivery import Delivery
from tests.platforms.telegram.faults import (
    BadGateway,
    CutShort,
    DropAfter,
    DropBefore,
    Fault,
    Faults,
    Garbled,
    Refuse,
    Slow,
)
from tests.platforms.telegram.parameters import read_parameters
from tests.platforms.telegram.rates import Rates
from tests.platforms.telegram.wire import Call, JsonObject, Refusal
from tests.platforms.telegram.world import World

_TOKEN_SHAPE = re.compile(r"\d+:[\w-]+")
_MOST_BYTES = 60 * 1024 * 1024

_METHODS: Mapping[str, Callable[[World, JsonObject], object]] = {
    "getMe": profile_methods.get_me,
    "sendMessage": sending.send_message,
    "editMessageText": sending.edit_message_text,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
    "answerCallbackQuery": sending.answer_callback_query,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "setMyCommands": profile_methods.set_my_commands,
    "deleteMyCommands": profile_methods.delete_my_commands,
    "getMyCommands": profile_methods.get_my_commands,
    "setMyDescription": profile_methods.set_my_description,
    "setMyShortDescription": profile_methods.set_my_short_description,
    "getFile": profile_methods.get_file,
    "setChatMenuButton": profile_methods.set_chat_menu_button,
}
_POSTS = frozenset({"sendMessage", "sendDocument", "sendPhoto"})


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, token: str, world: World, delivery: Delivery, rates: Rates | None) -> None:
        self.faults = Faults()
        self.calls: list[Call] = []
        self.bell = Bell()
        self._token = token
        self._world = world
        self._rates = rates
        delivery.ride = self._ridden
        self._delivering: Mapping[str, Callable[[JsonObject], Awaitable[object]]] = {
            "getUpdates": delivery.get_updates,
            "setWebhook": delivery.set_webhook,
            "deleteWebhook": delivery.delete_webhook,
            "getWebhookInfo": delivery.webhook_info,
        }

    def application(self) -> web.Application:
        app = web.Application(client_max_size=_MOST_BYTES)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._called)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        return app

    async def _called(self, request: web.Request) -> web.StreamResponse:
        method, token = request.match_info["method"], request.match_info["token"]
        if not _TOKEN_SHAPE.fullmatch(token):
            return http_side.refused(Refusal(404, "Not Found"))
        if token != self._token:
            return http_side.refused(Refusal(401, "Unauthorized"))
        if method not in _METHODS and method not in self._delivering:
            return self._refused(Call(method, {}, Refusal(404, "Not Found: method not found")))
        try:
            asked = read_parameters(method, await http_side.read_body(request))
        except Refusal as refusal:
            return self._refused(Call(method, {}, refusal))
        return await self._under(self.faults.take(method, asked), request, Call(method, asked))

    async def _under(
        self, fault: Fault | None, request: web.Request, call: Call
    ) -> web.StreamResponse:
        """Acts on a call, unless the fault prevents it, and answers, unless it prevents that."""
        match fault:
            case Refuse(refusal):
                return self._refused(Call(call.method, call.parameters, refusal, injected=True))
            case BadGateway(status):
                return http_side.bad_gateway(status)
            case DropBefore():
                return http_side.dropped(request)
            case _:
                answer = await self._acted(call)
                return await _returned(fault, request, answer)

    async def _acted(self, call: Call) -> web.Response:
        try:
            result = await self._result(call)
        except Refusal as refusal:
            return self._refused(Call(call.method, call.parameters, refusal))
        self._log(call)
        return http_side.answered(result)

    def _ridden(self, body: JsonObject) -> None:
        """A call in the answer to an update: the bot never hears what became of it, we do."""
        method = str(body.pop("method"))
        call = Call(method, body)
        try:
            call = Call(method, read_parameters(method, body))
            _METHODS[method](self._world, call.parameters)
        except Refusal as refusal:
            call = Call(method, call.parameters, refusal)
        self._log(call)

    async def _result(self, call: Call) -> object:
        if call.method in self._delivering:
            return await self._delivering[call.method](call.parameters)
        if self._rates and call.method in _POSTS and call.chat_id is not None:
            self._rates.check(call.chat_id)
        return _METHODS[call.method](self._world, call.parameters)

    def _refused(self, call: Call) -> web.Response:
        self._log(call)
        assert call.refusal
        return http_side.refused(call.refusal)

    def _log(self, call: Call) -> None:
        self.calls.append(call)
        self.bell.ring()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        content = self._world.files.at(request.match_info["path"])
        if request.match_info["token"] != self._token or content is None:
            return http_side.refused(Refusal(404, "Not Found"))
        return web.Response(body=content, content_type="application/octet-stream")


async def _returned(
    fault: Fault | None, request: web.Request, answer: web.Response
) -> web.StreamResponse:
    match fault:
        case DropAfter():
            return http_side.dropped(request)
        case Slow(until):
            await until()
        case Garbled(body):
            return web.Response(body=body, content_type="application/json")
        case CutShort():
            return await http_side.cut_short(request, answer)
        case _:
            pass
    return answer
