"""What a team hears often, or sticks at more than before, is proposed as its next topic, with no client named."""

from datetime import date
from typing import Any

import pytest

from api.flows import propose_topic
from api.people.policy import Actor
from tests.builders.field import a_check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.training.classes import TOPICS

pytestmark = pytest.mark.anyio
MONDAY, LAST_MONDAY = date(2026, 3, 23), date(2026, 3, 16)
TRADER = "我们靠外贸公司就行"


class Field:
    """Visits of Gull's reps, one after the other."""

    def __init__(self, world: World) -> None:
        self.world, self.number = world, 0

    async def hear(
        self,
        times: int = 1,
        *,
        day: date = MONDAY,
        who: str = "xiaoman",
        outcome: str = "continued",
        words: str | None = TRADER,
        client: str = "暖屿灯饰",
        type_key: str = "trader",
    ) -> None:
        self.world.clock.at("11:00", day=day)
        rep = self.world.as_(who)
        for _ in range(times):
            self.number += 1
            born = {"id": str(an_id(9000 + self.number)), "name": f"{client}{self.number}"}
            await made(await rep.post(f"{API}/clients", json=born))
            said = {
                "id": str(an_id(9200 + self.number)),
                "type_key": type_key,
                "words": words and words.replace("$client", born["name"]),
            }
            told = a_check_in(
                born["id"],
                outcome=outcome,
                happened_at=self.world.clock().isoformat(),
                objections=[said],
            )
            visit = f"{API}/visits/{an_id(9400 + self.number)}/check-in"
            await made(await rep.put(visit, json=told))

    async def look(self, *, day: date = MONDAY) -> list[Json]:
        """Looked at in the evening of that day."""
        self.world.clock.at("21:00", day=day)

        def look(db: Any) -> None:
            actor = Actor.method(db, self.world.organisation.id)
            propose_topic.look(db, actor, until=day)

        self.world.store.write_now(look)
        found: list[Json] = (await made(await self.world.as_("sumin").get(TOPICS)))["items"]
        return found


async def test_heard_five_times_in_five_working_days_it_is_proposed(world: World) -> None:
    field = Field(world)
    await field.hear(4)
    assert await field.look() == []
    await field.hear(1, who="qihang")
    [proposed] = await field.look()
    assert (proposed["type_key"], proposed["heard"], proposed["votes"]) == ("trader", 5, 0)
    assert proposed["team"]["id"] == str(world.team("gull").id)
    assert proposed["stalled_now"] == {"stalled": 0, "of": 5}


async def test_what_was_heard_longer_ago_or_by_another_team_does_not_count(world: World) -> None:
    field = Field(world)
    await field.hear(4)
    await field.hear(3, day=LAST_MONDAY)
    await field.hear(2, who="dinglei")
    assert await field.look() == []


async def test_how_often_is_the_organisations_to_say(world: World) -> None:
    settings = {"topic_heard": 2}
    company = world.as_("admin")
    version = {"If-Match": (await company.get(f"{API}/organisation")).headers["etag"]}
    await made(await company.patch(f"{API}/organisation", json=settings, headers=version))
    field = Field(world)
    await field.hear(2)
    assert len(await field.look()) == 1


async def test_what_sticks_more_than_before_is_proposed_though_it_is_rarer(world: World) -> None:
    field = Field(world)
    await field.hear(4, day=LAST_MONDAY)
    await field.hear(3, outcome="stalled")
    assert await field.look() == []
    await field.hear(1)
    [proposed] = await field.look()
    assert proposed["stalled_before"] == {"stalled": 0, "of": 4}
    assert proposed["stalled_now"] == {"stalled": 3, "of": 4}


async def test_what_sticks_as_often_as_before_is_not(world: World) -> None:
    field = Field(world)
    await field.hear(4, day=LAST_MONDAY, outcome="stalled")
    await field.hear(4, outcome="stalled")
    assert await field.look() == []


async def test_what_clients_said_goes_along_and_no_client_is_named(world: World) -> None:
    field = Field(world)
    await field.hear(1, words="$client一直靠外贸公司")
    await field.hear(1, words="吴建平说外贸公司够用")
    await field.hear(6)
    await field.hear(1, words=None)
    [proposed] = await field.look()
    assert proposed["sentences"] == [TRADER, "○○说外贸公司够用", "○○一直靠外贸公司"]


async def test_at_most_five_sentences_the_latest_first(world: World) -> None:
    field = Field(world)
    for number in range(7):
        await field.hear(1, words=f"第{number}家也这么说")
    [proposed] = await field.look()
    assert proposed["sentences"] == [f"第{number}家也这么说" for number in (6, 5, 4, 3, 2)]


async def test_the_next_day_the_open_proposal_follows_and_no_second_one_comes(
    world: World,
) -> None:
    field = Field(world)
    await field.hear(5)
    [first] = await field.look()
    await field.hear(2, day=date(2026, 3, 24))
    [followed] = await field.look(day=date(2026, 3, 24))
    assert (followed["id"], followed["heard"]) == (first["id"], 7)


async def test_on_a_weekend_the_week_before_is_looked_at(world: World) -> None:
    field = Field(world)
    await field.hear(5, day=date(2026, 3, 16))
    [proposed] = await field.look(day=date(2026, 3, 22))
    assert proposed["heard_until"] == "2026-03-20"


async def test_the_server_looks_once_a_day_for_every_organisation(world: World) -> None:
    field = Field(world)
    await field.hear(5)
    world.clock.at("21:00", day=MONDAY)
    world.store.write_now(propose_topic.look_all)
    assert len((await made(await world.as_("sumin").get(TOPICS)))["items"]) == 1
