"""Who may see whom: the rule for personal records, and every route of this folder for everybody."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.people.models import Person, Role
from api.people.policy import Actor, personal
from tests.builders.people import an_id
from tests.builders.world import World

TAGS = {"people", "sign-in", "organisation"}
OPEN = {
    ("post", "/api/v1/sign-in"),
    ("post", "/api/v1/sign-in/refresh"),
    ("post", "/api/v1/sign-out"),
    ("post", "/api/v1/invitations/look"),
    ("post", "/api/v1/invitations/accept"),
}
EVERYBODY = {
    "xiaoman",
    "hanxue",
    "qihang",
    "hejing",
    "dinglei",
    "zhaohui",
    "liqun",
    "sumin",
    "admin",
}
RECORDS_SEEN_BY = {
    "xiaoman": {"xiaoman"},
    "hanxue": {"hanxue", "xiaoman"},
    "qihang": {"qihang"},
    "hejing": {"hejing", "xiaoman", "hanxue", "qihang"},
    "dinglei": {"dinglei"},
    "zhaohui": {"zhaohui", "dinglei"},
    "liqun": {"liqun"},
    "sumin": {"sumin"},
    "admin": {"admin"},
}
PERSON_SEEN_BY = {**RECORDS_SEEN_BY, "hanxue": {"hanxue"}, "admin": EVERYBODY}
MANAGED_BY = {"hejing": {"xiaoman", "hanxue", "qihang"}, "zhaohui": {"dinglei"}, "admin": EVERYBODY}


def own_routes(world: World) -> list[tuple[str, str]]:
    paths: dict[str, dict[str, Any]] = world.app.openapi()["paths"]
    return [
        (method, path)
        for path, methods in paths.items()
        for method, route in methods.items()
        if TAGS & set(route.get("tags", ()))
    ]


def filled(path: str) -> str:
    return (
        path.replace("{person_id}", str(an_id(9)))
        .replace("{team_id}", str(an_id(9)))
        .replace("{pair_id}", str(an_id(9)))
        .replace("{day}", "2026-03-25")
    )


async def test_nobody_gets_past_any_route_without_signing_in(world: World) -> None:
    asked = [one for one in own_routes(world) if one not in OPEN]
    assert len(asked) >= 20
    for method, path in asked:
        answer = await world.anonymous.request(method, filled(path))
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed"), path


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é", "." * 9000])
async def test_a_made_up_token_is_nobody(world: World, token: str) -> None:
    headers = {b"authorization": b"Bearer " + token.encode()}
    answer = await world.anonymous.get("/api/v1/me", headers=headers)
    assert answer.status_code == 401


@pytest.mark.parametrize("name", ["stranger", "stranger_manager", "stranger_admin"])
async def test_another_organisation_finds_nothing_of_ours(world: World, name: str) -> None:
    stranger, version = world.as_(name), {"if-match": '"1"'}
    ours = f"/api/v1/people/{world.id('xiaoman')}"
    team = f"/api/v1/teams/{world.team('gull').id}"
    pair = (await world.as_("xiaoman").get("/api/v1/mentor-pairs")).json()["items"][0]["id"]
    reason, ends = {"reason": "No"}, {"ends_on": "2026-03-25"}
    answers = [
        await stranger.get(ours),
        await stranger.patch(ours, json={"newcomer": False}, headers=version),
        await stranger.put(f"{ours}/disabled", json=reason),
        await stranger.delete(f"{ours}/disabled"),
        await stranger.post(f"{ours}/invitation"),
        await stranger.put(f"/api/v1/mentor-pairs/{pair}/end", json=ends),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6
    renamed = await stranger.patch(team, json={"parent_id": None}, headers=version)
    assert renamed.status_code == (404 if name == "stranger_admin" else 403)


async def test_the_lists_of_a_stranger_hold_only_strangers(world: World) -> None:
    stranger = world.as_("stranger")
    listed = {}
    for what in ("people", "teams", "mentor-pairs"):
        found = (await stranger.get(f"/api/v1/{what}")).json()["items"]
        listed[what] = {one["id"] for one in found}
    assert listed["people"] == {
        str(world.id(name)) for name in ("stranger", "stranger_manager", "stranger_admin")
    }
    assert listed["teams"] == {str(world.team(n).id) for n in ("other_team", "other_region")}
    assert listed["mentor-pairs"] == set()


async def test_a_team_of_another_organisation_narrows_the_directory_to_nobody(world: World) -> None:
    asked = {"team": str(world.team("gull").id)}
    found = await world.as_("stranger").get("/api/v1/people", params=asked)
    assert found.json()["items"] == []


@pytest.mark.parametrize("reader", sorted(EVERYBODY))
async def test_who_sees_a_person_with_login(world: World, reader: str) -> None:
    client = world.as_(reader)
    seen = {
        name
        for name in EVERYBODY
        if (await client.get(f"/api/v1/people/{world.id(name)}")).status_code == 200
    }
    assert seen == PERSON_SEEN_BY[reader]


@pytest.mark.parametrize("reader", sorted(EVERYBODY))
async def test_who_may_change_a_person(world: World, reader: str) -> None:
    client = world.as_(reader)
    changed = set()
    for name in EVERYBODY:
        where = f"/api/v1/people/{world.id(name)}"
        answer = await client.patch(
            where, json={"joined_on": "2025-01-02"}, headers={"if-match": '"1"'}
        )
        changed |= {name} if answer.status_code == 200 else set()
    assert changed == MANAGED_BY.get(reader, set())


@pytest.mark.parametrize("reader", sorted(EVERYBODY))
def test_whose_personal_records_somebody_reads(world: World, reader: str) -> None:
    actor = world.actor(reader)
    assert records_of(world, actor) == RECORDS_SEEN_BY[reader]
    one_by_one = {name for name in EVERYBODY if actor.may_see(world.person(name))}
    assert one_by_one == RECORDS_SEEN_BY[reader]


def test_the_method_itself_reads_no_personal_record(world: World) -> None:
    method = world.store.read_now(Actor.method, world.organisation.id)
    assert method.role is Role.METHOD
    assert records_of(world, method) == set()


def test_nobody_can_be_given_the_role_of_the_method(world: World) -> None:
    def give(db: Session) -> None:
        person = db.get_one(Person, (world.organisation.id, world.id("qihang")))
        person.role = Role.METHOD

    with pytest.raises(Exception, match=r"(?i)check"):
        world.store.write_now(give)


def records_of(world: World, actor: Actor) -> set[str]:
    names = {person.id: name for name, person in world.cast.people.items()}

    def seen(db: Session) -> list[Any]:
        owners = select(col(Person.id)).where(
            col(Person.organisation_id) == actor.organisation_id,
            personal(actor, col(Person.id)),
        )
        return list(db.exec(owners))

    return {names[found] for found in world.store.read_now(seen)}


async def test_a_new_role_counts_from_the_next_request_on(world: World) -> None:
    """Nothing of what somebody may do is in the token."""
    manager, admin = world.as_("hejing"), world.as_("admin")
    xiaoman, hejing = (f"/api/v1/people/{world.id(name)}" for name in ("xiaoman", "hejing"))
    assert (await manager.get(xiaoman)).status_code == 200
    version = {"if-match": (await admin.get(hejing)).headers["etag"]}
    await admin.patch(hejing, json={"role": "trainer"}, headers=version)
    assert (await manager.get(xiaoman)).status_code == 404
