"""Every answer that is not 2xx is `application/problem+json` (RFC 9457), rendered here and nowhere else."""

import json
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, TypeAdapter
from sqlalchemy.exc import IntegrityError, OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from api.kit.errors import (
    BodyTooLarge,
    Invalid,
    MethodUnknown,
    NoSuchAddress,
    NotConsistent,
    NotStored,
    Refused,
    Stale,
    StorageFull,
    TooMany,
    Unauthenticated,
    Unreadable,
)
from api.kit.unit import TransactionEnded
from api.kit.wording import said_of

log = structlog.get_logger()
TYPE = "application/problem+json"
OF_THE_ROUTER = {kind.status: kind for kind in (NoSuchAddress, MethodUnknown, Unreadable)}
"""What the framework itself refuses, by the status it gives it."""
PARTS_OF_REQUEST = {"body", "query", "path", "header", "cookie"}


class ProblemPart(BaseModel):
    """One thing wrong with the input; `pointer` is a JSON Pointer into what was sent."""

    pointer: str = Field(examples=["/next_on"])
    code: str = Field(
        description="Stable: the kind of fault, for programs.", examples=["date_parsing"]
    )
    detail: str = Field(
        description="One sentence in the language that was asked for.",
        examples=["This takes a day, such as 2026-11-24."],
    )


class Problem(BaseModel):
    """Why it was not done (RFC 9457). `code` is stable; `detail` is one sentence to act on."""

    type: str = Field(examples=["urn:alongside:client_moved"])
    title: str = Field(examples=["Conflict"])
    status: int = Field(examples=[409])
    code: str = Field(examples=["client_moved"])
    detail: str = Field(
        examples=["This client moved to Zhou Qihang. Ask for a hand-over, or leave it."]
    )
    request_id: str = Field(examples=["0198c1d2e3f4"])
    errors: list[ProblemPart] = Field(default_factory=list)
    current: Any = Field(None, description="With 412 only: what is stored now.")


def language_of(request: Request) -> str:
    """The caller's language: Chinese when it is asked for before English."""
    asked = request.headers.get("accept-language", "").lower()
    chinese, english = asked.find("zh"), asked.find("en")
    return "zh-CN" if chinese >= 0 and (english < 0 or chinese < english) else "en"


def problem(
    request: Request,
    *,
    status: int,
    code: str,
    detail: str,
    errors: Sequence[ProblemPart] = (),
    current: Any = None,
    headers: dict[str, str] | None = None,
) -> Response:
    body: dict[str, Any] = {
        "type": f"urn:alongside:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": request.scope.get("request_id", ""),
        "errors": [part.model_dump() for part in errors],
    }
    if current is not None:
        body["current"] = current
    return Response(json.dumps(body), status_code=status, media_type=TYPE, headers=headers)


def render_problems(app: FastAPI) -> None:
    """Binds the renderers; the router's own 404 and 405, bad JSON and unforeseen faults included."""
    renderers: dict[type[Exception], Callable[[Request, Any], Awaitable[Response]]] = {
        Refused: _refused,
        RequestValidationError: _malformed,
        HTTPException: _by_status,
        IntegrityError: _inconsistent,
        OperationalError: _machine_fault,
        TransactionEnded: _machine_fault,
        ClientDisconnect: _gone,
        Exception: _unforeseen,
    }
    for kind, renderer in renderers.items():
        app.add_exception_handler(kind, renderer)


async def _refused(request: Request, refusal: Refused) -> Response:
    headers: dict[str, str] = {}
    if isinstance(refusal, Unauthenticated):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(refusal, TooMany):
        headers["Retry-After"] = str(refusal.params["seconds"])
    detail = refusal.sentence(language_of(request))
    errors = (
        [ProblemPart(pointer=refusal.pointer, code=refusal.code, detail=detail)]
        if isinstance(refusal, Invalid)
        else []
    )
    return problem(
        request,
        status=refusal.status,
        code=refusal.code,
        detail=detail,
        errors=errors,
        current=_current(request, refusal),
        headers=headers,
    )


def _current(request: Request, refusal: Refused) -> Any:
    """What is stored now, in the shape in which the route answers."""
    route: Any = request.scope.get("route")
    model = getattr(route, "response_model", None)
    if not isinstance(refusal, Stale) or refusal.current is None or model is None:
        return None
    shape = TypeAdapter(model)
    return jsonable_encoder(shape.validate_python(refusal.current, from_attributes=True))


async def _malformed(request: Request, fault: RequestValidationError) -> Response:
    """What was sent is never repeated: it may be a client's words."""
    language = language_of(request)
    errors = [_part(one, language) for one in fault.errors()[:20]]
    detail = Invalid().sentence(language)
    return problem(request, status=Invalid.status, code=Invalid.code, detail=detail, errors=errors)


def _part(fault: Mapping[str, Any], language: str) -> ProblemPart:
    """A fault found by the house itself comes with its sentence."""
    detail = fault["said"] if "said" in fault else said_of(fault, language)
    return ProblemPart(pointer=_pointer(fault), code=fault["type"], detail=detail)


def _pointer(fault: Mapping[str, Any]) -> str:
    """Where in what was sent; of JSON that breaks off, pydantic tells the parser's offset, and all of it is meant."""
    if fault.get("type") == "json_invalid":
        return ""
    place = fault["loc"]
    parts = place[1:] if place and place[0] in PARTS_OF_REQUEST else place
    return "".join("/" + str(part)[:80].replace("~", "~0").replace("/", "~1") for part in parts)


async def _by_status(request: Request, fault: HTTPException) -> Response:
    if isinstance(fault.__cause__, Refused):
        # A body that grows too large while the framework reads it comes as a body it cannot read.
        return await _refused(request, fault.__cause__)
    kind = OF_THE_ROUTER.get(fault.status_code, Refused)
    return problem(
        request,
        status=fault.status_code,
        code=kind.code,
        detail=kind().sentence(language_of(request)),
        headers=dict(fault.headers or {}),
    )


async def too_large(request: Request) -> Response:
    return await _refused(request, BodyTooLarge())


async def _inconsistent(request: Request, _fault: IntegrityError) -> Response:
    return await _refused(request, NotConsistent())


async def _machine_fault(request: Request, fault: Exception) -> Response:
    full = "full" in str(getattr(fault, "orig", "")) or "full" in str(fault.__cause__)
    log.error("store.fault", error=type(fault).__name__, full=full)
    return await _refused(request, StorageFull() if full else NotStored())


async def _gone(request: Request, _fault: ClientDisconnect) -> Response:
    """A phone that lost its network in the middle of sending is no fault, and nobody reads this answer."""
    return await _by_status(request, HTTPException(400))


def _where(fault: Exception) -> list[str]:
    """The frames of a fault without its message, which may repeat what somebody wrote."""
    frames = traceback.extract_tb(fault.__traceback__)[-12:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


async def _unforeseen(request: Request, fault: Exception) -> Response:
    log.error("request.fault", error=type(fault).__name__, where=_where(fault))
    return await _refused(request, NotStored())
