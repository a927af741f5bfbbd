"""After the visit: which of the rehearsed came, and what follows from it."""

import pytest

from tests.builders.field import a_check_in, an_objection, check_in_of
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, plan_visit
from tests.drills.the_day_after import hear, item, tell

pytestmark = pytest.mark.anyio
CHECKS = f"{API}/drills/reality-checks"


async def test_anonymous_tells_nothing(world: World) -> None:
    visit = await hear(world)
    assert (await tell(world.anonymous, visit, item(result="answered"))).status_code == 401


async def test_a_stranger_and_another_team_find_nothing(world: World) -> None:
    visit = await hear(world)
    for name in ("stranger", "dinglei"):
        answer = await tell(world.as_(name), visit, item(result="answered"))
        assert answer.status_code == 404


async def test_only_the_rep_of_the_visit_tells_it(world: World) -> None:
    visit = await hear(world)
    answer = await tell(world.as_("hejing"), visit, item(result="answered"))
    assert (answer.status_code, answer.json()["code"]) == (403, "only_the_rep")


async def test_it_follows_the_check_in(world: World) -> None:
    rep = world.as_("xiaoman")
    planned = await plan_visit(rep, await add_client(rep), day=world.today.isoformat())
    missed = item(result="not_raised", objection_id=None)
    answer = await tell(rep, planned, missed)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_checked_in")


async def test_what_came_is_one_of_the_check_ins_objections(world: World) -> None:
    visit = await hear(world)
    answer = await tell(world.as_("xiaoman"), visit, item(9, result="answered"))
    assert (answer.status_code, answer.json()["code"]) == (409, "not_heard_there")


@pytest.mark.parametrize(
    "wrong",
    [
        {"result": "not_raised"},
        {"result": "answered", "objection_id": None},
        {"result": "answered", "type_key": None},
        {"result": "not_raised", "objection_id": None, "expected": "nowhere"},
    ],
)
async def test_an_item_that_contradicts_itself_is_malformed(world: World, wrong: Json) -> None:
    visit = await hear(world)
    told = item(result="answered") | wrong
    assert (await tell(world.as_("xiaoman"), visit, told)).status_code == 422


async def test_the_same_again_changes_nothing_and_other_words_replace_it(world: World) -> None:
    rep, visit = world.as_("xiaoman"), await hear(world)
    first = await made(await tell(rep, visit, item(result="not_answered")))
    assert await made(await tell(rep, visit, item(result="not_answered"))) == first
    other = await made(await tell(rep, visit, item(result="answered")))
    assert (other["version"], len(other["items"])) == (first["version"] + 1, 1)
    assert other["items"][0]["returns_on"] == []


async def test_who_sees_the_visit_sees_the_check_and_its_rep_is_told(world: World) -> None:
    visit = await hear(world)
    await made(await tell(world.as_("xiaoman"), visit, item(result="answered")))
    await made(await world.as_("hanxue").get(f"{CHECKS}/{visit['id']}"))
    log = await made(await world.as_("xiaoman").get(f"{API}/me/access-log"))
    assert [one["kind"] for one in log["items"]] == ["visits"]


async def test_a_visit_nobody_looked_back_on_has_no_check(world: World) -> None:
    visit = await hear(world)
    assert (await world.as_("xiaoman").get(f"{CHECKS}/{visit['id']}")).status_code == 404


async def test_the_hit_rate_counts_what_was_expected_and_what_came(world: World) -> None:
    rep = world.as_("xiaoman")
    visit = await hear(world)
    missed = item(result="not_raised", objection_id=None, type_key="price")
    await made(await tell(rep, visit, item(result="answered"), missed))
    rate = await made(await rep.get(f"{API}/drills/hit-rate"))
    assert (rate["visits"], rate["expected"], rate["came"], rate["unexpected"]) == (1, 2, 1, 0)
    assert rate["by_type"] == [
        {"type_key": "noresult", "expected": 1, "came": 1, "unexpected": 0},
        {"type_key": "price", "expected": 1, "came": 0, "unexpected": 0},
    ]


async def test_under_twenty_visits_there_is_no_rate(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    rates = []
    for number in range(1, 21):
        visit = await hear(world, number=number, client=client)
        await made(await tell(rep, visit, item(number, result="answered")))
        rates.append((await made(await rep.get(f"{API}/drills/hit-rate")))["rate"])
    assert rates == [None] * 19 + [1.0]


async def test_whose_hit_rate_somebody_may_ask(world: World) -> None:
    gull, lighthouse = world.team("gull").id, world.team("lighthouse").id
    may = {
        "xiaoman": {gull},
        "hejing": {gull},
        "zhaohui": {lighthouse},
        "liqun": {gull, lighthouse},
        "sumin": {gull, lighthouse},
        "admin": set(),
        "stranger": set(),
    }
    for name, teams in may.items():
        asked = world.as_(name)
        seen = {
            team
            for team in (gull, lighthouse)
            if (await asked.get(f"{API}/drills/hit-rate", params={"team": str(team)})).is_success
        }
        assert seen == teams, name


async def test_a_person_cannot_be_asked_for_in_a_hit_rate(world: World) -> None:
    """It scores what we know of clients, never a rep."""
    rate = await made(await world.as_("hejing").get(f"{API}/drills/hit-rate"))
    assert not [name for name in rate if "person" in name or "rep" in name.split("_")]


async def test_how_sure_somebody_went_and_what_came_of_it(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    for number, sure, outcome in ((1, 3, "continued"), (2, 3, "signed"), (3, 1, "stalled")):
        told = a_check_in(
            client["id"],
            outcome=outcome,
            confidence_before=sure,
            objections=[an_objection(number)],
            amount={"amount_minor": 100, "currency": "CNY"},
        )
        visit = await made(await rep.put(check_in_of(an_id(80 + number)), json=told))
        result = "answered" if outcome == "signed" else "not_answered"
        await made(await tell(rep, visit, item(number, result=result)))
    curve = (await made(await rep.get(f"{API}/drills/calibration")))["items"]
    assert [tuple(one.values()) for one in curve] == [
        (1, 1, 0, 1, 0),
        (2, 0, 0, 0, 0),
        (3, 2, 1, 2, 1),
    ]


async def test_ones_own_calibration_holds_nobody_elses(world: World) -> None:
    visit = await hear(world)
    await made(await tell(world.as_("xiaoman"), visit, item(result="answered")))
    for name in ("hejing", "hanxue", "admin"):
        curve = (await made(await world.as_(name).get(f"{API}/drills/calibration")))["items"]
        assert {one["visits"] + one["raised"] for one in curve} == {0}
