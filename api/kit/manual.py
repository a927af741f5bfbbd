"""The OpenAPI document, the third parties' manual; what FastAPI cannot know of our answers is written in here."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.kit.errors import BodyTooLarge, NotStored, Refused, StorageFull, Unreadable
from api.kit.http import declared
from api.kit.problems import Problem, ProblemPart

Json = dict[str, Any]
NEVER_LEFT_OUT = {"if-match", "x-alongside"}
"""Headers without which a route refuses. The code takes them as optional, so that it can say so in a sentence."""

HEADERS: Json = {
    "ETag": {
        "description": "The version that is answered. A change sends it back in If-Match.",
        "schema": {"type": "string", "maxLength": 40, "pattern": '^"[0-9]+"$'},
        "example": '"3"',
    },
    "Retry-After": {
        "description": "Seconds to wait before the next try.",
        "schema": {"type": "integer", "minimum": 1},
        "example": 8,
    },
    "WWW-Authenticate": {
        "description": "Always Bearer.",
        "schema": {"type": "string", "enum": ["Bearer"]},
    },
}
OF_A_STATUS = {"401": "WWW-Authenticate", "429": "Retry-After"}


def described(app: FastAPI) -> Json:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description.strip(),
        routes=app.routes,
        tags=None,
    )
    parts = document.setdefault("components", {})
    parts["headers"] = HEADERS
    _take_our_problems(parts.setdefault("schemas", {}))
    for methods in document["paths"].values():
        for method, told in methods.items():
            _require_headers(told)
            _add_refusals(told, writes=method != "get")
            _add_headers(told, parts["schemas"])
    return document


def _take_our_problems(shapes: Json) -> None:
    """Our problem shape in place of FastAPI's own."""
    shapes.pop("HTTPValidationError", None)
    shapes.pop("ValidationError", None)
    template = "#/components/schemas/{model}"
    shapes["ProblemPart"] = ProblemPart.model_json_schema(ref_template=template)
    told = Problem.model_json_schema(ref_template=template)
    shapes["Problem"] = {name: value for name, value in told.items() if name != "$defs"}


def _require_headers(told: Json) -> None:
    for given in told.get("parameters", ()):
        if given["name"].lower() in NEVER_LEFT_OUT:
            [kind] = (one for one in given["schema"].pop("anyOf") if one["type"] != "null")
            given["required"] = True
            given["schema"] |= kind


def _add_refusals(told: Json, *, writes: bool) -> None:
    """What every route may answer: a fault; a full disk; and for a body that it is no JSON, or too much of it."""
    kinds: list[type[Refused]] = [NotStored]
    if writes:
        kinds.append(StorageFull)
    if "application/json" in told.get("requestBody", {}).get("content", ()):
        kinds += [Unreadable, BodyTooLarge]
    for status, refusal in declared(*kinds).items():
        told["responses"].setdefault(str(status), refusal)
    told["responses"] = dict(sorted(told["responses"].items()))


def _add_headers(told: Json, shapes: Json) -> None:
    """What is answered with its version carries it as its ETag (`kit/http.py`)."""
    for status, answer in told["responses"].items():
        names = [OF_A_STATUS[status]] if status in OF_A_STATUS else []
        if status.startswith("2") and _has_version(answer, shapes):
            names.append("ETag")
        for name in names:
            place = {"$ref": f"#/components/headers/{name}"}
            answer.setdefault("headers", {})[name] = place


def _has_version(answer: Json, shapes: Json) -> bool:
    kind = answer.get("content", {}).get("application/json", {}).get("schema", {})
    shape = shapes.get(str(kind.get("$ref", "")).rpartition("/")[2], {})
    return "version" in shape.get("properties", ())
