"""The OpenAPI document says of every route what FastAPI cannot know: headers, the refusals of the edge, the cookie."""

from typing import Any

import pytest

from api.kit.errors import VersionNeeded
from api.people.policy import HeaderNeeded
from tests.builders.world import World
from tests.contract.live import Json, Route, answer_of, document, named, route, routes, schema
from tests.visibility.records import Records
from tests.visibility.story import WITHOUT_SIGNING_IN as CHANGES_WITHOUT_SIGNING_IN
from tests.visibility.table import WITHOUT_SIGNING_IN, address, rows

pytestmark = pytest.mark.anyio
ALL = [one.operation for one in routes()]
WITHOUT_A_TOKEN = CHANGES_WITHOUT_SIGNING_IN.keys() | WITHOUT_SIGNING_IN.keys()
BY_COOKIE = {"sign_in.refresh", "sign_in.end"}
BY_DIGEST = {
    "visits.hear_voice_note",
    "help_requests.hear_voice_note",
    "ride_alongs.hear_voice_line",
    "shares.hear_voice_note",
    "sessions.read_file",
}
"""A sound, or another file, never changes; its ETag is its digest, for If-Range of a sound."""

SIGNS_IN = {"sign_in.open", "sign_in.refresh", "invitations.accept", "me.change_password"}


def success(one: Route) -> Json:
    """The first of them, for a sound has two: the whole and a part."""
    status = min(status for status in one.told["responses"] if status.startswith("2"))
    return dict(one.told["responses"][status])


def headers(told: Json) -> set[str]:
    return set(told.get("headers", ()))


def header_asked_for(one: Route, name: str) -> Json | None:
    given = one.told.get("parameters", ())
    return next((kind for kind in given if kind["name"].lower() == name), None)


def refuses(one: Route, code: str) -> bool:
    return any(f"`{code}`" in told["description"] for told in one.told["responses"].values())


@pytest.mark.parametrize("operation", ALL)
def test_an_answer_with_a_version_declares_its_etag(operation: str) -> None:
    shape = answer_of(route(operation))
    versioned = shape is not None and "version" in schema(shape)["properties"]
    versioned |= operation in BY_DIGEST
    assert ("ETag" in headers(success(route(operation)))) is versioned


async def test_what_is_read_carries_the_headers_it_declares(
    full_world: World, records: Records
) -> None:
    reader = full_world.as_("xiaoman")
    wrong = set()
    for row in rows():
        answer = await reader.get(address(row, records, "xiaoman"))
        declared = "ETag" in headers(success(route(row.operation)))
        if answer.status_code == 200 and ("etag" in answer.headers) is not declared:
            wrong.add(row.operation)
    assert wrong == set()


@pytest.mark.parametrize("operation", ALL)
def test_a_route_declares_what_stands_before_it_and_behind_it(operation: str) -> None:
    """A fault anywhere; a full disk when it stores; a body that is no JSON, or too much of it."""
    one = route(operation)
    body = "application/json" in one.told.get("requestBody", {}).get("content", ())
    assert refuses(one, "not_stored")
    assert refuses(one, "storage_full") is one.changes
    assert refuses(one, "unreadable") is body
    assert refuses(one, "body_too_large") or not body


@pytest.mark.parametrize("operation", ALL)
def test_a_header_without_which_a_route_refuses_is_required(operation: str) -> None:
    one = route(operation)
    for name, refusal in (("if-match", VersionNeeded), ("x-alongside", HeaderNeeded)):
        asked = header_asked_for(one, name)
        assert (asked is not None) is refuses(one, refusal.code)
        assert asked is None or (asked["required"], asked["schema"]["type"]) == (True, "string")


async def test_a_change_without_its_version_is_still_refused_with_a_sentence(world: World) -> None:
    """Required in the document, optional in the code: else it would be a 422 without a word on how."""
    answer = await world.as_("xiaoman").patch("/api/v1/me", json={"language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (428, "version_needed")
    answer = await world.anonymous.post("/api/v1/sign-out")
    assert (answer.status_code, answer.json()["code"]) == (403, "header_needed")


@pytest.mark.parametrize("operation", ALL)
def test_every_route_says_by_what_somebody_is_known(operation: str) -> None:
    told = route(operation).told
    token: list[Json] = [{"HTTPBearer": []}]
    cookie: list[Json] = [{"RefreshCookie": []}]
    expected = cookie if operation in BY_COOKIE else token
    asked_for_nothing = operation in WITHOUT_A_TOKEN - BY_COOKIE
    assert told.get("security") == (None if asked_for_nothing else expected)
    assert ("Set-Cookie" in headers(success(route(operation)))) is (
        operation in SIGNS_IN | BY_COOKIE
    )


def test_the_refresh_cookie_is_described() -> None:
    told: Any = document()["components"]["securitySchemes"]["RefreshCookie"]
    assert (told["type"], told["in"], told["name"]) == ("apiKey", "cookie", "__Host-alongside")
    assert "alongside-refresh" in told["description"]


def test_who_has_to_wait_is_told_how_long_and_where_to_look_for_a_token() -> None:
    wanted = {"401": "WWW-Authenticate", "429": "Retry-After"}
    silent = [
        f"{one.operation} {status}"
        for one in routes()
        for status, told in one.told["responses"].items()
        if status in wanted and wanted[status] not in headers(told)
    ]
    assert silent == []


def test_every_header_that_is_referred_to_is_described() -> None:
    described = document()["components"]["headers"]
    used = {
        named(told)
        for one in routes()
        for answer in one.told["responses"].values()
        for told in answer.get("headers", {}).values()
        if named(told)
    }
    assert used == described.keys()
