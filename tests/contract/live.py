"""The routes of the running application, as its OpenAPI document tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from api.kit.settings import Settings
from api.main import create_app
from tests.builders.people import an_id

Json = dict[str, Any]


@dataclass(frozen=True)
class Route:
    operation: str
    method: str
    path: str
    told: Json

    @property
    def changes(self) -> bool:
        return self.method != "get"


@cache
def document() -> Json:
    return create_app(Settings(demo=True)).openapi()


@cache
def routes() -> tuple[Route, ...]:
    return tuple(
        [
            Route(told["operationId"], method, path, told)
            for path, methods in document()["paths"].items()
            for method, told in methods.items()
        ]
    )


@cache
def route(operation: str) -> Route:
    return next(one for one in routes() if one.operation == operation)


def filled(one: Route) -> str:
    """The address of a route with ids of nobody."""
    path = one.path
    for part in one.told.get("parameters", ()):
        if part["in"] == "path":
            value = "2026-03-25" if part["name"] == "day" else str(an_id(9))
            path = path.replace(f"{{{part['name']}}}", value)
    return path


def schema(name: str) -> Json:
    found: Json = document()["components"]["schemas"][name]
    return found


def named(place: Json) -> str | None:
    """The schema a place refers to: "VisitRead"."""
    reference = place.get("$ref")
    return str(reference).rpartition("/")[2] if reference else None


def body_of(one: Route) -> str | None:
    """The name of the schema of what is sent."""
    sent = one.told.get("requestBody")
    return of_json(sent["content"]) if sent else None


def answer_of(one: Route) -> str | None:
    """The name of the schema of what a 2xx answers."""
    for status, told in one.told["responses"].items():
        if status.startswith("2") and "content" in told:
            return of_json(told["content"])
    return None


def of_json(content: Json) -> str | None:
    """None for what is no JSON, such as the sound of a voice note."""
    return named(content["application/json"]["schema"]) if "application/json" in content else None


def reachable(names: set[str]) -> set[str]:
    """These schemas and every one inside them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += references(schema(name))
    return found


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        name = named(part)
        if name is not None:
            yield name
        for inner in part.values():
            yield from references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from references(inner)


def inputs() -> set[str]:
    """Every schema somebody sends."""
    return reachable({name for one in routes() if (name := body_of(one))})


def outputs() -> set[str]:
    """Every schema somebody gets."""
    return reachable({name for one in routes() if (name := answer_of(one))})
