"""On every live route, what is wrong with a field is one plain sentence with a stable code beside it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.contract.live import Route, body_of, filled, route, routes, schema
from tests.contract.pydantics import is_of_pydantic

pytestmark = pytest.mark.anyio


def is_text(part: dict[str, Any]) -> bool:
    """A parameter for which any word will do, or none at all is looked at."""
    told = part["schema"]
    kinds = told.get("anyOf", [told])
    free = any(
        kind.get("type") == "string" and not {"format", "enum", "pattern"} & kind.keys()
        for kind in kinds
    )
    return free or part["in"] not in ("path", "query")


WITH_A_BODY = [
    one.operation for one in routes() if one.path.startswith("/api/v1/") and body_of(one)
]
WITH_PARAMETERS = [
    one.operation
    for one in routes()
    if one.path.startswith("/api/v1/")
    and any(not is_text(part) for part in one.told.get("parameters", ()))
    # A recording that has no form of a sound is refused before its address is read.
    and (body_of(one) or "requestBody" not in one.told)
]
HEADERS = {"accept-language": "en", "if-match": '"1"'}
WRONG: tuple[Any, ...] = (None, "", "x" * 5000, "?", -1, 10**30, 1.5, True, [], {})


def wrong_bodies(one: Route) -> Iterator[Any]:
    """Nothing, no object, something unknown, and each wrong value in every field at once."""
    name = body_of(one)
    assert name is not None
    fields = schema(name).get("properties", {})
    yield from ({}, [], "x", {"unheard_of": 1})
    yield from (dict.fromkeys(fields, wrong) for wrong in WRONG)


def check(problem: dict[str, Any]) -> None:
    for fault in problem["errors"]:
        said = fault["detail"]
        assert not is_of_pydantic(said), fault
        assert re.fullmatch(r"[A-Z].*\.", said), fault
        assert re.fullmatch(r"[a-z_]+", fault["code"]), fault


@pytest.mark.parametrize("operation", WITH_A_BODY)
async def test_a_wrong_body_is_told_field_by_field_in_plain_words(
    world: World, operation: str
) -> None:
    asked = route(operation)
    found = 0
    for body in wrong_bodies(asked):
        answer = await world.as_("admin").request(
            asked.method, filled(asked), json=body, headers=HEADERS
        )
        if answer.status_code == 422:
            check(answer.json())
            found += len(answer.json()["errors"])
    assert found


@pytest.mark.parametrize("operation", WITH_PARAMETERS)
async def test_a_wrong_parameter_is_told_in_plain_words(world: World, operation: str) -> None:
    asked = route(operation)
    query = {
        part["name"]: "?"
        for part in asked.told["parameters"]
        if part["in"] == "query" and not is_text(part)
    }
    path = filled(asked).replace(str(an_id(9)), "no-id").replace("2026-03-25", "no-day")
    answer = await world.as_("admin").request(asked.method, path, params=query, headers=HEADERS)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"]
    check(answer.json())
