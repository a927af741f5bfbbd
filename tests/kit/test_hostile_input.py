"""Bad input gets a 4xx with a sentence, never a 500, and nothing of it is repeated in the answer."""

import base64
import json

import pytest

from tests.builders.people import an_id
from tests.builders.world import World

HUGE = "9" * 6000
DEEP = "[" * 100_000 + "]" * 100_000
ADDRESSES = [
    ("POST", "/api/v1/clients"),
    ("POST", "/api/v1/visits"),
    ("PUT", "/api/v1/visits/0190a000-0000-7000-8000-00000000aaaa/check-in"),
    ("POST", "/api/v1/drills"),
    ("POST", "/api/v1/sign-in"),
    ("POST", "/api/v1/people"),
]
BODIES = {
    "not JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "a deep list": DEEP.encode(),
    "deep in a known field": b'{"name": ' + DEEP.encode() + b"}",
    "a huge integer": f'{{"name": "x", "amount": {{"amount_minor": {HUGE}}}}}'.encode(),
    "an integer past 64 bits": b'{"name": "x", "amount": {"amount_minor": 99999999999999999999}}',
    "a NUL": b'{"name": "a\\u0000b", "login": "a\\u0000b", "password": "\\u0000"}',
    "a lone surrogate": b'{"name": "\\ud800", "login": "\\ud800", "password": "\\udfff"}',
    "a surrogate as a field": b'{"\\ud800": 1}',
    "not a number": b'{"amount": {"amount_minor": NaN}}',
    "not UTF-8": b'{"name": "\xff\xfe"}',
}


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_hostile_bodies_are_refused_with_a_sentence(
    world: World, method: str, address: str, body: bytes
) -> None:
    rep = world.as_("xiaoman")
    answer = await rep.request(
        method, address, content=body, headers={"content-type": "application/json"}
    )
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["code"]
    assert problem["detail"].endswith((".", "。"))


async def test_a_body_of_ten_megabytes_is_refused_before_it_is_read(world: World) -> None:
    rep = world.as_("xiaoman")
    content = json.dumps({"name": "x" * 10_000_000}).encode()
    answer = await rep.post("/api/v1/clients", content=content)
    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


async def test_what_was_sent_is_not_repeated(world: World) -> None:
    rep = world.as_("xiaoman")
    answer = await rep.post("/api/v1/clients", json={"nmae": "what the boss said"})
    assert answer.status_code == 422
    assert "what the boss said" not in answer.text
    assert {part["pointer"] for part in answer.json()["errors"]} == {"/name", "/nmae"}


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/clients?cursor=%00",
        "/api/v1/visits?cursor=e30",
        "/api/v1/people?limit=99999999999999999999",
    ],
)
async def test_hostile_queries_are_refused_with_a_sentence(world: World, address: str) -> None:
    answer = await world.as_("xiaoman").get(address)
    assert answer.status_code == 422
    assert answer.json()["errors"]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("visits", ["2026-03-24", "no id"]),
        ("visits", ["no day", str(an_id(1))]),
        ("clients", ["ny", ""]),
        ("shares", ["2026-03-24", str(an_id(1))]),
        ("shares", ["no moment", str(an_id(1))]),
    ],
)
async def test_a_cursor_somebody_made_up_is_refused_with_a_sentence(
    world: World, path: str, values: list[str]
) -> None:
    """One with words in the place of an id was once a 500: the column types hid what they hold."""
    cursor = base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
    answer = await world.as_("xiaoman").get(f"/api/v1/{path}", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")


async def test_an_unknown_address_and_method_are_problems_too(world: World) -> None:
    rep = world.as_("xiaoman")
    missing = await rep.get("/api/v1/ranking")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_address")
    wrong = await rep.delete("/api/v1/today")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
