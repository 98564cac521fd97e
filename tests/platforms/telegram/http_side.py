"""HTTP as the Bot API speaks it: reading a call's body, answering it, or failing to."""

from __future__ import annotations

import json

from aiohttp import web

from tests.platforms.telegram.wire import Refusal, Upload, bad_request


async def read_body(request: web.Request) -> dict[str, object]:
    """A query string, a form, a multipart form or JSON, as one mapping. Raises Refusal."""
    raw: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        return raw | await _json(request)
    for name, value in (await request.post()).items():
        raw[name] = _upload(value) if isinstance(value, web.FileField) else value
    return _attached(raw)


async def _json(request: web.Request) -> dict[str, object]:
    try:
        read = json.loads(await request.read())
    except ValueError:
        raise bad_request("can't parse request body as JSON") from None
    if not isinstance(read, dict):
        raise bad_request("JSON object expected")
    return read


def _upload(field: web.FileField) -> Upload:
    with field.file as file:
        return Upload(field.filename, file.read(), field.content_type)


def _attached(raw: dict[str, object]) -> dict[str, object]:
    """https://core.telegram.org/bots/api#inputfile: `attach://name` stands for a part."""
    parts = {
        name: value.removeprefix("attach://")
        for name, value in raw.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    files = {name: raw[part] for name, part in parts.items() if part in raw}
    return {k: v for k, v in raw.items() if k not in parts.values()} | files


def answered(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refused(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.body, status=refusal.code)


def bad_gateway(status: int) -> web.Response:
    page = f"<html><head><title>{status} Bad Gateway</title></head></html>"
    return web.Response(text=page, status=status, content_type="text/html")


def dropped(request: web.Request) -> web.Response:
    """Resets the connection; the returned answer never leaves."""
    if request.transport:
        request.transport.abort()
    return web.Response()


async def cut_short(request: web.Request, whole: web.Response) -> web.StreamResponse:
    """Promises the whole body, sends the half of it, resets the connection."""
    body = whole.body if isinstance(whole.body, bytes) else b"{}"
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    dropped(request)
    return response
