"""Planning: a visit is planned, changed, moved or cancelled by its rep, and read by those who may help."""

import pytest

from tests.builders.field import (
    API,
    a_plan,
    add_client,
    an_objection,
    check_in,
    hand_over,
    yuan,
)
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
VISIT = f"{API}/visits/{an_id(1)}"


async def test_nobody_reads_or_plans_without_signing_in(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/visits")).status_code == 401
    assert (await world.anonymous.get(VISIT)).status_code == 401
    assert (await world.anonymous.post(f"{API}/visits", json={})).status_code == 401


@pytest.mark.parametrize("reader", ["stranger", "stranger_manager", "stranger_admin"])
async def test_a_stranger_finds_no_visit_of_ours(world: World, reader: str) -> None:
    client = await add_client(world.as_("xiaoman"))
    await world.as_("xiaoman").post(f"{API}/visits", json=a_plan(client, id=str(an_id(1))))
    assert (await world.as_(reader).get(VISIT)).status_code == 404
    assert (await world.as_(reader).get(f"{API}/visits")).json()["items"] == []
    plan = a_plan(client, id=str(an_id(2)))
    assert (await world.as_(reader).post(f"{API}/visits", json=plan)).status_code == 404


@pytest.mark.parametrize(
    ("reader", "status"),
    [
        ("xiaoman", 200),
        ("hanxue", 200),
        ("hejing", 200),
        ("qihang", 404),
        ("dinglei", 404),
        ("zhaohui", 404),
        ("liqun", 404),
        ("sumin", 404),
        ("admin", 404),
    ],
)
async def test_a_visit_is_read_by_its_rep_the_mentor_and_the_manager(
    world: World, reader: str, status: int
) -> None:
    client = await add_client(world.as_("xiaoman"))
    await check_in(world.as_("xiaoman"), client)
    assert (await world.as_(reader).get(VISIT)).status_code == status
    listed = (await world.as_(reader).get(f"{API}/visits")).json()["items"]
    assert len(listed) == (1 if status == 200 else 0)


async def test_reading_the_visits_of_another_is_listed_to_their_owner(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await check_in(world.as_("xiaoman"), client)
    await world.as_("xiaoman").get(VISIT)
    await world.as_("hejing").get(f"{API}/visits")
    (line,) = (await world.as_("xiaoman").get(f"{API}/me/access-log")).json()["items"]
    assert (line["kind"], line["reader"]["latin_name"]) == ("visits", "He Jing")


async def test_a_visit_is_planned_once_however_often_it_is_sent(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    plan = a_plan(await add_client(xiaoman), id=str(an_id(1)), amount=yuan(98_000))
    first = await xiaoman.post(f"{API}/visits", json=plan)
    again = await xiaoman.post(f"{API}/visits", json=plan)
    assert (first.status_code, again.json()) == (201, first.json())
    assert first.json()["amount"] == yuan(98_000)
    other = await xiaoman.post(f"{API}/visits", json=plan | {"purpose": "close"})
    assert other.json()["code"] == "born_differently"
    assert len((await xiaoman.get(f"{API}/visits")).json()["items"]) == 1


async def test_a_plan_for_yesterday_that_was_long_offline_is_taken(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    plan = a_plan(await add_client(xiaoman), day="2026-03-20")
    assert (await xiaoman.post(f"{API}/visits", json=plan)).status_code == 201


async def test_a_plan_changes_by_merge_patch_and_version(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    plan = a_plan(await add_client(xiaoman), id=str(an_id(1)), aim="看后台", amount=yuan(100))
    version = (await xiaoman.post(f"{API}/visits", json=plan)).headers["etag"]
    change = {"aim": None, "planned_time": "14:10"}
    assert (await xiaoman.patch(VISIT, json=change)).status_code == 428
    world.clock.let_pass(minutes=1)
    changed = (await xiaoman.patch(VISIT, json=change, headers={"If-Match": version})).json()
    assert (changed["aim"], changed["planned_time"]) == (None, "14:10")
    assert changed["amount"] == yuan(100)
    stale = await xiaoman.patch(VISIT, json=change, headers={"If-Match": version})
    assert (stale.status_code, stale.json()["current"]) == (412, changed)


async def test_only_the_rep_changes_a_visit(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await world.as_("xiaoman").post(f"{API}/visits", json=a_plan(client, id=str(an_id(1))))
    for helper in ("hejing", "hanxue"):
        device = world.as_(helper)
        refused = [
            await device.patch(VISIT, json={"aim": "x"}, headers={"If-Match": '"1"'}),
            await device.put(f"{VISIT}/cancellation", json={"reason": "x"}),
            await device.put(f"{VISIT}/move", json={"to_day": "2026-03-26", "reason": "x"}),
            await check_in(device, client),
        ]
        assert {answer.json()["code"] for answer in refused} == {"only_the_rep"}


async def test_a_moved_visit_stays_with_its_reason_and_a_new_one_is_planned(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    plan = a_plan(await add_client(xiaoman), id=str(an_id(1)), aim="看后台", amount=yuan(500))
    await xiaoman.post(f"{API}/visits", json=plan)
    given = {"id": str(an_id(2)), "to_day": "2026-03-27", "reason": "他在展会"}
    new = (await xiaoman.put(f"{VISIT}/move", json=given)).json()
    old = (await xiaoman.get(VISIT)).json()
    assert (old["state"], old["moved_to"], old["reason"]) == ("moved", "2026-03-27", "他在展会")
    assert (new["id"], new["day"], new["state"]) == (str(an_id(2)), "2026-03-27", "planned")
    assert (new["aim"], new["amount"], new["planned"]) == ("看后台", yuan(500), True)


@pytest.mark.parametrize("born", [{"id": str(an_id(2))}, {}])
async def test_the_same_move_twice_makes_one_visit(world: World, born: dict[str, str]) -> None:
    xiaoman = world.as_("xiaoman")
    await xiaoman.post(f"{API}/visits", json=a_plan(await add_client(xiaoman), id=str(an_id(1))))
    given = born | {"to_day": "2026-03-27", "reason": "他在展会"}
    first = await xiaoman.put(f"{VISIT}/move", json=given)
    again = await xiaoman.put(f"{VISIT}/move", json=given)
    assert again.json() == first.json()
    assert len((await xiaoman.get(f"{API}/visits")).json()["items"]) == 2
    other = await xiaoman.put(f"{VISIT}/move", json=given | {"to_day": "2026-03-30"})
    assert other.json()["code"] == "not_planned_any_more"


async def test_a_cancelled_visit_keeps_its_reason(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await xiaoman.post(f"{API}/visits", json=a_plan(await add_client(xiaoman), id=str(an_id(1))))
    first = await xiaoman.put(f"{VISIT}/cancellation", json={"reason": "工厂停电"})
    again = await xiaoman.put(f"{VISIT}/cancellation", json={"reason": "工厂停电"})
    assert (first.json()["state"], first.json()["reason"]) == ("cancelled", "工厂停电")
    assert again.json() == first.json()


async def test_what_is_done_is_no_plan_any_more(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    visit = (await check_in(xiaoman, await add_client(xiaoman))).json()
    version = {"If-Match": f'"{visit["version"]}"'}
    answers = [
        await xiaoman.patch(VISIT, json={"aim": "x"}, headers=version),
        await xiaoman.put(f"{VISIT}/cancellation", json={"reason": "x"}),
        await xiaoman.put(f"{VISIT}/move", json={"to_day": "2026-03-26", "reason": "x"}),
    ]
    assert {answer.json()["code"] for answer in answers} == {"not_planned_any_more"}


async def test_a_list_is_narrowed_by_day_client_and_rep_and_goes_on_by_cursor(
    world: World,
) -> None:
    xiaoman = world.as_("xiaoman")
    one, two = await add_client(xiaoman), await add_client(xiaoman, 2)
    for number, (client, day) in enumerate(
        [(one, "2026-03-25"), (two, "2026-03-25"), (one, "2026-03-26"), (two, "2026-03-27")]
    ):
        plan = a_plan(client, day=day, id=str(an_id(number + 1)))
        assert (await xiaoman.post(f"{API}/visits", json=plan)).status_code == 201

    async def days(**asked: str) -> list[str]:
        items = (await xiaoman.get(f"{API}/visits", params=asked)).json()["items"]
        return [visit["day"][-2:] for visit in items]

    assert await days() == ["27", "26", "25", "25"]
    assert await days(day="2026-03-25") == ["25", "25"]
    assert await days(client=one) == ["26", "25"]
    assert await days(rep=str(world.id("qihang"))) == []
    between = {"from": "2026-03-26", "to": "2026-03-26"}
    assert await days(**between) == ["26"]
    page = (await xiaoman.get(f"{API}/visits", params={"limit": 3})).json()
    rest = (
        await xiaoman.get(f"{API}/visits", params={"cursor": page["next_cursor"], "limit": 3})
    ).json()
    assert [len(page["items"]), len(rest["items"])] == [3, 1]
    assert rest["next_cursor"] is None


async def test_open_work_moves_with_the_client_and_what_is_done_stays(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await check_in(xiaoman, client, visit=9, objections=[an_objection(1)])
    for number, day in enumerate(["2026-03-23", "2026-03-24", "2026-03-25"], start=1):
        await xiaoman.post(f"{API}/visits", json=a_plan(client, day=day, id=str(an_id(number))))
    await xiaoman.post(f"{API}/deals", json={"client_id": client, "amount": yuan(100)})
    leaving, taking = world.id("xiaoman"), world.id("qihang")
    moved = await hand_over(world.as_("hejing"), leaving=leaving, taking=taking)
    counts = {"moved_clients": 1, "moved_deals": 1, "moved_visits": 2}
    assert moved == {"client_ids": [client]} | counts
    theirs = (await world.as_("qihang").get(f"{API}/visits")).json()["items"]
    assert [visit["day"] for visit in theirs] == ["2026-03-25", "2026-03-24"]
    kept = (await xiaoman.get(f"{API}/visits")).json()["items"]
    assert [visit["state"] for visit in kept] == ["done", "planned"]


@pytest.mark.parametrize("actor", ["xiaoman", "hanxue", "zhaohui", "liqun", "sumin"])
async def test_only_the_manager_of_both_or_an_admin_hands_clients_over(
    world: World, actor: str
) -> None:
    client = await add_client(world.as_("xiaoman"))
    given = {"from_id": str(world.id("xiaoman")), "to_id": str(world.id("qihang"))}
    answer = await world.as_(actor).post(f"{API}/clients/hand-over", json=given)
    assert answer.status_code in (403, 404)
    assert (await world.as_("admin").post(f"{API}/clients/hand-over", json=given)).json() == {
        "client_ids": [client],
        "moved_clients": 1,
        "moved_deals": 0,
        "moved_visits": 0,
    }


async def test_a_stranger_cannot_hand_our_clients_over(world: World) -> None:
    given = {"from_id": str(world.id("xiaoman")), "to_id": str(world.id("qihang"))}
    for name in ("stranger_manager", "stranger_admin"):
        answer = await world.as_(name).post(f"{API}/clients/hand-over", json=given)
        assert answer.status_code == 404
    assert (await world.anonymous.post(f"{API}/clients/hand-over", json=given)).status_code == 401
