"""Pure ASGI: request ids, one log line a request, security headers, a limit on bodies. Never the body's text."""

import re
import time
from collections.abc import Iterable

import structlog
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uuid_utils.compat import uuid7

from api.kit.errors import BodyTooLarge
from api.kit.problems import too_large

log = structlog.get_logger()
MOST_BODY = 1_000_000
NOWHERE = re.compile(r"(?!)")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types alongside-worker"
)
HEADERS: tuple[tuple[str, str], ...] = (
    ("content-security-policy", CSP),
    ("permissions-policy", "geolocation=(), camera=(), microphone=(self), screen-wake-lock=(self)"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)


class Edge:
    """What every request passes before the application, and every answer after it.

    What is PUT at a `streamed` address is read by its route, chunk by chunk and with a limit of its own.
    """

    def __init__(self, app: ASGIApp, *, streamed: re.Pattern[str] = NOWHERE) -> None:
        self.app = app
        self.streamed = streamed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = Exchange(scope, send)
        try:
            if scope["method"] == "PUT" and self.streamed.match(scope["path"]):
                await self.app(scope, receive, exchange.answer)
            elif declared(scope) > MOST_BODY:
                await exchange.too_large(receive)
            else:
                await self.app(scope, _bounded(receive), exchange.answer)
        except BodyTooLarge:
            await exchange.too_large(receive)
        except Exception:
            # Rendered and logged already (`kit/problems.py`); the server would log its text again.
            if exchange.status == 0:
                raise
        finally:
            exchange.log()


class Exchange:
    """One request and its answer: its id, its headers, its line in the log."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope = scope
        self.send = send
        self.status = 0
        self.began = time.perf_counter()
        self.request_id = scope["request_id"] = uuid7().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=self.request_id)

    async def answer(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given = message["headers"]
            message["headers"] = [*given, *_headers(self.scope, self.request_id, given)]
        await self.send(message)

    async def too_large(self, receive: Receive) -> None:
        refused = await too_large(Request(self.scope))
        await refused(self.scope, receive, self.answer)

    def log(self) -> None:
        spent = round((time.perf_counter() - self.began) * 1000, 1)
        path = _route(self.scope)
        log.info(
            "request", method=self.scope["method"], path=path, status=self.status or 500, ms=spent
        )


def _bounded(receive: Receive) -> Receive:
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > MOST_BODY:
            raise BodyTooLarge
        return message

    return bounded


def declared(scope: Scope) -> int:
    """The length of the body as the sender says it; 0 when it is not said."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _headers(
    scope: Scope, request_id: str, given: Iterable[tuple[bytes, bytes]]
) -> Iterable[tuple[bytes, bytes]]:
    yield b"x-request-id", request_id.encode()
    for name, value in HEADERS:
        yield name.encode(), value.encode()
    kept = any(name.lower() == b"cache-control" for name, _ in given)
    if scope["path"].startswith("/api/") and not kept:
        yield b"cache-control", b"no-store"


def _route(scope: Scope) -> str:
    """The route's template, so that ids do not fill the log."""
    route = scope.get("route")
    return str(getattr(route, "path", "other"))
