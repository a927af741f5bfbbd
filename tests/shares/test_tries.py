"""我来试: what somebody told is tried at a client's next visit, asked about once, and its author is told."""

import pytest

from tests.builders.field import a_check_in, add_client, check_in, check_in_of
from tests.builders.world import World
from tests.drills.evening import made, plan_visit
from tests.shares.telling import API, CASES, SHARES, curated
from tests.shares.trying import (
    TRIES,
    mine,
    on_the_card,
    tell,
    tip,
    tried,
    wish,
    wish_id,
)

pytestmark = pytest.mark.anyio
WEDNESDAY = "2026-03-25"
AFTER = "2026-03-25T03:00:00Z"


async def planned(world: World, name: str, client: str, day: str = WEDNESDAY) -> str:
    visit = await plan_visit(world.as_(name), {"id": client}, day=day)
    return str(visit["id"])


async def checked_in(world: World, name: str, visit: str, client: str, **told: str) -> None:
    world.clock.at("11:00", day=world.tomorrow)
    said = a_check_in(client, happened_at=AFTER, **told)
    await made(await world.as_(name).put(check_in_of(visit), json=said))


async def test_it_stands_on_the_next_visits_card_and_is_asked_about_once(world: World) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    visit = await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    [[card]] = await on_the_card(world, "qihang", WEDNESDAY)
    assert card["id"] == wish_id()
    assert card["of"]["title"] == "先问他去年谁回询盘"
    assert card["author"]["given_name"] == "小满"
    await checked_in(world, "qihang", visit, client)
    assert len((await on_the_card(world, "qihang", WEDNESDAY))[0]) == 1
    await made(await tell(world, "qihang", visit, "worked"))
    assert await on_the_card(world, "qihang", WEDNESDAY) == [[]]
    [told] = await mine(world, "qihang")
    assert (told["result"], told["day"]) == ("worked", WEDNESDAY)


async def test_its_author_hears_who_tries_it_and_what_came_of_it_but_not_where(
    world: World,
) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    [heard] = await tried(world, "xiaoman")
    assert (heard["by"]["given_name"], heard["result"]) == ("启航", None)
    assert client not in str(heard)
    visit = await planned(world, "qihang", client)
    await checked_in(world, "qihang", visit, client)
    await made(await tell(world, "qihang", visit, "partly"))
    assert [one["result"] for one in await tried(world, "xiaoman")] == ["partly"]
    for name in ("hejing", "hanxue", "qihang"):
        assert await tried(world, name) == []
    for name in ("hejing", "hanxue", "xiaoman"):
        assert await mine(world, name) == []


async def test_of_a_case_the_word_counts_in_the_library(world: World) -> None:
    case = await curated(world)
    client = await add_client(world.as_("dinglei"), 5)
    visit = await planned(world, "dinglei", client)
    await made(await wish(world, "dinglei", case_id=case["id"], client_id=client))
    await checked_in(world, "dinglei", visit, client)
    for result in ("partly", "worked"):
        await made(await tell(world, "dinglei", visit, result))
    read = await made(await world.as_("xiaoman").get(f"{CASES}/{case['id']}"))
    assert (read["worked"], read["partly"], len(read["uses"])) == (1, 0, 1)


async def test_a_share_that_became_a_case_is_counted_as_one(world: World) -> None:
    case = await curated(world)
    client = await add_client(world.as_("qihang"), 5)
    visit = await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=case["share_id"], client_id=client))
    await checked_in(world, "qihang", visit, client)
    await made(await tell(world, "qihang", visit, "worked"))
    assert (await made(await world.as_("qihang").get(f"{CASES}/{case['id']}")))["worked"] == 1


async def test_not_at_this_visit_is_no_word_and_the_visit_asks_no_more(world: World) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    visit = await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    await checked_in(world, "qihang", visit, client)
    await made(await tell(world, "qihang", visit, None))
    assert await on_the_card(world, "qihang", WEDNESDAY) == [[]]
    later = await planned(world, "qihang", client, "2026-03-26")
    assert [len(one) for one in await on_the_card(world, "qihang", "2026-03-26")] == [1]
    refused = await tell(world, "qihang", later, "worked")
    assert (refused.status_code, refused.json()["code"]) == (409, "tell_the_visit_first")


async def test_a_visit_before_the_wish_and_one_where_nobody_was_met_ask_nothing(
    world: World,
) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    await made(await check_in(world.as_("qihang"), client, visit=5))
    visit = await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    assert await on_the_card(world, "qihang", "2026-03-24") == [[]]
    nobody = {"happened_at": AFTER, "outcome": "nobody_met", "met_name": None, "met_role": None}
    world.clock.at("11:00", day=world.tomorrow)
    said = a_check_in(client, **nobody)
    await made(await world.as_("qihang").put(check_in_of(visit), json=said))
    assert await on_the_card(world, "qihang", WEDNESDAY) == [[]]


async def test_without_a_client_it_waits_until_one_is_chosen(world: World) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=share, client_id=None))
    assert await on_the_card(world, "qihang", WEDNESDAY) == [[]]
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    assert [len(one) for one in await on_the_card(world, "qihang", WEDNESDAY)] == [1]
    assert [one["client"]["id"] for one in await mine(world, "qihang")] == [client]


async def test_sent_again_it_is_there_once_and_taken_back_it_stays_away(world: World) -> None:
    share = await tip(world)
    first, again = [await made(await wish(world, "qihang", share_id=share)) for _ in range(2)]
    assert first == again
    twice = await wish(world, "qihang", number=2, share_id=share)
    assert (twice.status_code, twice.json()["code"]) == (409, "try_there_already")
    for _ in range(2):
        assert (await world.as_("qihang").delete(f"{TRIES}/{wish_id()}")).status_code == 204
    late = await wish(world, "qihang", share_id=share)
    assert (late.status_code, late.json()["code"]) == (409, "try_taken_back")
    assert await mine(world, "qihang") == await tried(world, "xiaoman") == []
    await made(await wish(world, "qihang", number=2, share_id=share))


async def test_who_may_try_what(world: World) -> None:
    share = await tip(world)
    own, client = await add_client(world.as_("qihang"), 5), await add_client(world.as_("hanxue"), 6)
    refused = {
        name: (await wish(world, name, share_id=share)).status_code
        for name in ("xiaoman", "hejing", "dinglei", "sumin", "admin", "stranger")
    }
    assert refused == {
        "xiaoman": 409,
        "hejing": 403,
        "dinglei": 404,
        "sumin": 404,
        "admin": 404,
        "stranger": 404,
    }
    others = await wish(world, "qihang", share_id=share, client_id=client)
    assert others.status_code == 404
    await made(await wish(world, "qihang", share_id=share, client_id=own))
    assert (await world.as_("hanxue").delete(f"{TRIES}/{wish_id()}")).status_code == 404
    assert (await wish(world, "hanxue", share_id=share)).status_code == 404
    other_share = await tip(world, words="先听再说")
    differs = await wish(world, "qihang", share_id=other_share, client_id=own)
    assert (differs.status_code, differs.json()["code"]) == (409, "born_differently")


async def test_told_at_another_client_it_is_refused(world: World) -> None:
    share = await tip(world)
    one, other = [await add_client(world.as_("qihang"), number) for number in (5, 6)]
    visit = await planned(world, "qihang", other)
    await made(await wish(world, "qihang", share_id=share, client_id=one))
    await checked_in(world, "qihang", visit, other)
    refused = await tell(world, "qihang", visit, "worked")
    assert (refused.status_code, refused.json()["code"]) == (409, "try_at_another_client")


async def test_what_its_author_withdraws_is_tried_no_more(world: World) -> None:
    share, client = await tip(world), await add_client(world.as_("qihang"), 5)
    await planned(world, "qihang", client)
    await made(await wish(world, "qihang", share_id=share, client_id=client))
    assert (await world.as_("xiaoman").delete(f"{SHARES}/{share}")).is_success
    assert await on_the_card(world, "qihang", WEDNESDAY) == [[]]
    assert await mine(world, "qihang") == []


async def test_a_share_or_a_case_and_not_both(world: World) -> None:
    share = await tip(world)
    answer = await wish(world, "qihang", share_id=share, case_id=share)
    assert answer.status_code == 422
    assert (await world.as_("qihang").get(f"{API}/me/tries")).json()["items"] == []
