"""面向全体新进员工，5 天: a newcomer's camp begins by itself, from the invitation to the handshake."""

from typing import Any

import pytest

from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.people.test_invitations import a_new_rep, accepted, invited, token_of
from tests.training.camping import CAMPS, FIVE, NOW, states

pytestmark = pytest.mark.anyio


async def added(world: World, **other: Any) -> Json:
    return await made(
        await world.as_("hejing").post(f"{API}/people", json=a_new_rep(world, **other))
    )


async def joins(world: World, person: Json) -> dict[str, str]:
    """The header of whoever has just taken up the invitation."""
    invitation = await invited(world, "hejing", person["id"])
    answer = await made(await accepted(world, token_of(invitation)))
    return {"authorization": f"Bearer {answer['access_token']}"}


async def camps(world: World) -> list[Json]:
    found: list[Json] = (await made(await world.as_("sumin").get(CAMPS)))["items"]
    return found


async def test_a_newcomer_joins_hands_in_five_days_tells_the_team_and_shakes_hands(
    world: World,
) -> None:
    person = await added(world)
    assert await camps(world) == []
    phone = world.device()
    phone.headers.update(await joins(world, person))
    pair = {"mentor_id": str(world.id("qihang")), "apprentice_id": person["id"]}
    await made(
        await world.as_("hejing").post(
            f"{API}/mentor-pairs", json={**pair, "starts_on": "2026-03-24"}
        )
    )
    camp = (await made(await phone.get(f"{API}/me/camp")))["camp"]
    assert (camp["begins_on"], camp["mine"]) == ("2026-03-24", True)
    assert camp["mentor"]["id"] == str(world.id("qihang"))
    at = f"{CAMPS}/{camp['id']}"
    for dimension in FIVE:
        told = {"words": "我看到的", "happened_at": NOW}
        await made(await phone.put(f"{at}/days/{dimension}", json=told))
    about = {"day": "2026-03-24", "about": "三家工厂"}
    await made(await phone.put(f"{at}/show", json=about))
    await made(await world.as_("hejing").put(f"{at}/show/holding"))
    await made(await phone.put(f"{at}/handshake"))
    over = await made(await world.as_("qihang").put(f"{at}/handshake"))
    assert states(over) == ["done"] * 5
    assert over["finished_at"] is not None


@pytest.mark.parametrize(
    ("joined_on", "begins_on"),
    [
        ("2026-03-28", "2026-03-30"),
        ("2026-03-20", "2026-03-20"),
        ("2026-03-02", "2026-03-24"),
    ],
    ids=["a Saturday ahead", "two working days ago", "long before the link was opened"],
)
async def test_it_begins_with_the_join_date(world: World, joined_on: str, begins_on: str) -> None:
    await joins(world, await added(world, joined_on=joined_on))
    assert [one["begins_on"] for one in await camps(world)] == [begins_on]


async def test_whoever_is_marked_as_new_a_little_later_has_a_camp_from_the_first_day(
    world: World,
) -> None:
    person = await added(world, newcomer=False, joined_on="2026-03-23")
    await joins(world, person)
    assert await camps(world) == []
    await change(world, person, newcomer=True)
    [camp] = await camps(world)
    assert camp["begins_on"] == "2026-03-23"
    assert [day["state"] for day in camp["days"]][:2] == ["open", "open"]


async def test_whoever_joined_long_before_gets_none_by_itself(world: World) -> None:
    person = await added(world, newcomer=False, joined_on="2026-02-02")
    await joins(world, person)
    await change(world, person, newcomer=True)
    assert await camps(world) == []


async def test_it_moves_with_the_join_date_until_something_was_done(world: World) -> None:
    person = await added(world, joined_on="2026-03-25")
    phone = world.device()
    phone.headers.update(await joins(world, person))
    await change(world, person, joined_on="2026-03-30")
    [camp] = await camps(world)
    assert [day["day"] for day in camp["days"]][:2] == ["2026-03-30", "2026-03-31"]
    told = {"words": "先读了资料", "happened_at": NOW}
    await made(await phone.put(f"{CAMPS}/{camp['id']}/days/see", json=told))
    await change(world, person, joined_on="2026-04-02")
    assert [one["begins_on"] for one in await camps(world)] == ["2026-03-30"]


async def change(world: World, person: Json, **told: Any) -> None:
    manager, address = world.as_("hejing"), f"{API}/people/{person['id']}"
    read = await made(await manager.get(address))
    version = {"If-Match": f'"{read["version"]}"'}
    await made(await manager.patch(address, json=told, headers=version))
