"""Tips 诀窍: told to the own team, put right and withdrawn by their author."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from api.shares.models import Share
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
SHARES = "/api/v1/shares"
ONE = f"{SHARES}/{an_id(1)}"
EVERY_ROUTE = [("GET", SHARES), ("POST", SHARES), ("GET", ONE), ("PATCH", ONE), ("DELETE", ONE)]
WORDS = "先问他去年谁回询盘，他自己会算出来。"
GULL = {"xiaoman", "hanxue", "qihang", "hejing"}
EVERYBODY = GULL | {"dinglei", "zhaohui", "liqun", "sumin", "admin"}


def a_tip(number: int = 1, **other: Any) -> dict[str, Any]:
    return {"id": str(an_id(number)), "kind": "tip", "words": WORDS} | other


async def tell(world: World, name: str = "xiaoman", number: int = 1, **other: Any) -> Any:
    answer = await world.as_(name).post(SHARES, json=a_tip(number, **other))
    assert answer.status_code == 201, answer.text
    return answer.json()


async def change(world: World, name: str, version: int = 1, **sent: Any) -> httpx.Response:
    return await world.as_(name).patch(ONE, json=sent, headers={"If-Match": f'"{version}"'})


async def listed(world: World, name: str, **asked: str | list[str]) -> list[str]:
    answer = await world.as_(name).get(SHARES, params=asked)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("share."))
    return [(row.topic, row.payload) for row in db.exec(about)]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_nothing_to_read_change_or_withdraw(world: World) -> None:
    await tell(world)
    answers = [
        await world.as_("stranger_admin").get(ONE),
        await change(world, "stranger_admin", words="别的"),
        await world.as_("stranger_admin").delete(ONE),
    ]
    assert [answer.status_code for answer in answers] == [404] * 3


async def test_a_tip_carries_its_author_its_team_and_what_it_came_from(world: World) -> None:
    origin = {"kind": "moment", "id": str(an_id(5))}
    told = await tell(world, type_key="noresult", origin=origin)
    assert told["author"]["id"] == str(world.id("xiaoman"))
    assert told == {
        "id": str(an_id(1)),
        "kind": "tip",
        "state": "published",
        "author": told["author"],
        "team_id": str(world.team("gull").id),
        "words": WORDS,
        "excerpt": "",
        "type_key": "noresult",
        "origin": origin,
        "deal": None,
        "week_of": None,
        "published_at": "2026-03-24T02:00:00Z",
        "version": 1,
        "parts": [],
        "figures": [],
        "drilled": None,
        "taps": [],
        "offered": False,
        "case_id": None,
        "proof_visit_id": None,
    }


async def test_the_team_reads_it_its_manager_among_them_and_nobody_else(world: World) -> None:
    """The trainer, the admin and the region do not: a share is told to a team (docs/decisions/0009)."""
    await tell(world)
    opened = {n for n in EVERYBODY if (await world.as_(n).get(ONE)).status_code == 200}
    found = {name for name in EVERYBODY if await listed(world, name)}
    assert opened == found == GULL


async def test_it_is_published_on_purpose_so_reading_it_is_not_listed(world: World) -> None:
    await tell(world)
    await world.as_("hejing").get(ONE)
    await listed(world, "hanxue")
    assert (await world.as_("xiaoman").get("/api/v1/me/access-log")).json()["items"] == []


async def test_it_stays_with_the_team_it_was_told_to_and_with_its_author(world: World) -> None:
    await tell(world)
    person, admin = f"/api/v1/people/{world.id('xiaoman')}", world.as_("admin")
    version = {"If-Match": (await admin.get(person)).headers["etag"]}
    moved = {"team_id": str(world.team("lighthouse").id)}
    assert (await admin.patch(person, json=moved, headers=version)).is_success
    readers = {name for name in EVERYBODY if await listed(world, name)}
    assert readers == GULL
    await tell(world, number=2)
    assert await listed(world, "dinglei") == [str(an_id(2))]
    assert set(await listed(world, "xiaoman")) == {str(an_id(1)), str(an_id(2))}


async def test_a_mentor_of_another_team_reads_what_the_apprentice_tells(world: World) -> None:
    pair = {
        "mentor_id": str(world.id("hanxue")),
        "apprentice_id": str(world.id("dinglei")),
        "starts_on": "2026-03-24",
    }
    assert (await world.as_("admin").post("/api/v1/mentor-pairs", json=pair)).is_success
    await tell(world, "dinglei")
    assert await listed(world, "hanxue") == [str(an_id(1))]
    assert await listed(world, "qihang") == []


async def test_the_newest_stands_first_and_the_list_is_narrowed_by_kind_and_author(
    world: World,
) -> None:
    for number, name in enumerate(("xiaoman", "qihang", "xiaoman"), start=1):
        await tell(world, name, number)
        world.clock.let_pass(minutes=5)
    assert await listed(world, "hejing", kind="tip") == [str(an_id(n)) for n in (3, 2, 1)]
    mine = str(world.id("xiaoman"))
    assert await listed(world, "hejing", author=mine) == [str(an_id(n)) for n in (3, 1)]
    assert (await world.as_("hejing").get(SHARES, params={"kind": "gossip"})).status_code == 422


async def test_an_evening_begins_with_what_was_told_that_day(world: World) -> None:
    await tell(world)
    world.clock.at("00:05", day=date(2026, 3, 25))
    told = await tell(world, "qihang", 2)
    asked = {"from": "2026-03-25"}
    found = (await world.as_("hejing").get(SHARES, params=asked)).json()["items"]
    assert [one["id"] for one in found] == [told["id"]]


async def test_what_came_from_a_round_is_found_by_it_as_far_as_it_is_mine_to_read(
    world: World,
) -> None:
    this, other = str(an_id(77)), str(an_id(78))
    await tell(world, origin={"kind": "round", "id": this})
    await tell(world, "qihang", 2)
    assert await listed(world, "qihang", origin=[other, this]) == [str(an_id(1))]
    assert await listed(world, "qihang", origin=other) == []
    assert await listed(world, "dinglei", origin=this) == []


@pytest.mark.parametrize("name", ["liqun", "sumin", "admin"])
async def test_whoever_has_no_team_is_told_that_nobody_would_read_it(
    world: World, name: str
) -> None:
    answer = await world.as_(name).post(SHARES, json=a_tip())
    assert (answer.status_code, answer.json()["code"]) == (409, "no_team_to_tell")


@pytest.mark.parametrize(
    "other",
    [
        {"words": " "},
        {"words": "问" * 2001},
        {"kind": "gossip"},
        {"origin": {"kind": "deal", "id": str(an_id(5))}},
        {"team_id": str(an_id(5))},
    ],
)
async def test_what_is_no_tip_is_refused(world: World, other: dict[str, Any]) -> None:
    assert (await world.as_("xiaoman").post(SHARES, json=a_tip(**other))).status_code == 422


async def test_a_type_nobody_knows_is_refused(world: World) -> None:
    answer = await world.as_("xiaoman").post(SHARES, json=a_tip(type_key="weather"))
    assert (answer.status_code, answer.json()["code"]) == (409, "objection_type_unknown")


async def test_a_phone_that_sends_twice_tells_once(world: World) -> None:
    first = await tell(world)
    again = await world.as_("xiaoman").post(SHARES, json=a_tip())
    other = await world.as_("xiaoman").post(SHARES, json=a_tip(words="别的"))
    assert (again.status_code, again.json()) == (201, first)
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")
    assert await listed(world, "qihang") == [first["id"]]
    assert len(world.store.read_now(facts)) == 1


async def test_an_id_that_is_somebody_elses_shows_nothing_of_theirs(world: World) -> None:
    await tell(world)
    teammate = await world.as_("qihang").post(SHARES, json=a_tip(words="别的"))
    other_team = await world.as_("dinglei").post(SHARES, json=a_tip())
    assert (teammate.status_code, teammate.json()["code"]) == (409, "born_differently")
    assert other_team.status_code == 404


async def test_the_author_puts_the_words_right_and_nobody_else_does(world: World) -> None:
    told = await tell(world)
    changed = await change(world, "xiaoman", words="先问，再答。")
    assert changed.json() == told | {"words": "先问，再答。", "version": 2}
    for name in ("qihang", "hejing"):
        refused = await change(world, name, version=2, words="别的")
        assert (refused.status_code, refused.json()["code"]) == (403, "share_not_yours")
    late = await change(world, "xiaoman", words="别的")
    assert (late.status_code, late.json()["current"]["words"]) == (412, "先问，再答。")


async def test_a_withdrawn_share_is_gone_with_its_words_and_for_everybody(world: World) -> None:
    await tell(world)
    manager = await world.as_("hejing").delete(ONE)
    assert (manager.status_code, manager.json()["code"]) == (403, "share_not_yours")
    twice = [(await world.as_("xiaoman").delete(ONE)).status_code for _ in range(2)]
    assert twice == [204, 204]
    assert (await world.as_("xiaoman").get(ONE)).status_code == 404
    assert await listed(world, "xiaoman") == []
    assert world.store.read_now(lambda db: db.exec(select(col(Share.words))).all()) == [""]


async def test_a_late_copy_does_not_bring_a_withdrawn_share_back(world: World) -> None:
    await tell(world)
    await world.as_("xiaoman").delete(ONE)
    late = await world.as_("xiaoman").post(SHARES, json=a_tip())
    assert (late.status_code, late.json()["code"]) == (409, "share_taken_back")
    assert (await world.as_("qihang").post(SHARES, json=a_tip())).status_code == 404


async def test_facts_tell_of_it_and_hold_no_word_of_it(world: World) -> None:
    await tell(world)
    await world.as_("xiaoman").delete(ONE)
    share, author = str(an_id(1)), str(world.id("xiaoman"))
    team = str(world.team("gull").id)
    published = {"share_id": share, "kind": "tip", "author_id": author, "team_id": team}
    assert world.store.read_now(facts) == [
        ("share.published", published),
        ("share.withdrawn", {"share_id": share}),
    ]
