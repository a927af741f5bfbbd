"""The newcomers' camp: five days with their own outputs, caught up without a word of blame, closed by a handshake."""

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.training.camping import CAMPS, FIVE, TEMPLATE, InCamp, states
from tests.training.classes import code

pytestmark = pytest.mark.anyio
ONE = f"{CAMPS}/{an_id(1)}"
EVERY_ROUTE = [
    ("GET", CAMPS),
    ("POST", CAMPS),
    ("GET", ONE),
    ("GET", f"{API}/me/camp"),
    ("PUT", f"{ONE}/days/see"),
    ("PUT", f"{ONE}/show"),
    ("PUT", f"{ONE}/show/holding"),
    ("PUT", f"{ONE}/handshake"),
    ("GET", TEMPLATE),
    ("PATCH", f"{TEMPLATE}/see"),
]
EVERYBODY = {"xiaoman", "hanxue", "qihang", "hejing", "dinglei", "zhaohui", "liqun", "sumin"}
READERS = {"xiaoman", "hanxue", "hejing", "sumin"}


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_nothing(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    assert (await world.as_("stranger_admin").get(camp.at)).status_code == 404
    assert (await camp.shake("stranger_manager")).status_code == 404


async def test_the_five_days_stand_in_their_order_on_working_days(world: World) -> None:
    begun = await InCamp(world).begin(begins_on="2026-03-26")
    assert [day["dimension"] for day in begun["days"]] == list(FIVE)
    assert [day["day"] for day in begun["days"]] == [
        "2026-03-26",
        "2026-03-27",
        "2026-03-30",
        "2026-03-31",
        "2026-04-01",
    ]
    assert states(begun) == ["ahead"] * 5
    on_a_saturday = InCamp(world, who="qihang", number=2)
    assert (await on_a_saturday.begin(begins_on="2026-03-28"))["begins_on"] == "2026-03-30"


async def test_manager_and_trainer_enrol_and_nobody_else(world: World) -> None:
    camp = InCamp(world)
    for name, refusal in (("xiaoman", 403), ("zhaohui", 403), ("admin", 403)):
        answer = await world.as_(name).post(CAMPS, json=camp.new())
        assert answer.status_code == refusal, name
    begun = await camp.begin()
    assert await camp.begin() == begun
    again = InCamp(world, by="sumin", number=2)
    assert code(await world.as_("sumin").post(CAMPS, json=again.new())) == (409, "in_camp_already")
    of_a_manager = InCamp(world, who="hejing", by="sumin", number=3)
    answer = await world.as_("sumin").post(CAMPS, json=of_a_manager.new())
    assert code(answer) == (409, "not_for_a_camp")


async def test_newcomer_mentor_manager_and_trainer_read_it_and_nobody_else(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    await made(await camp.hand_in("believe", words="我亲眼看到他们的询盘"))
    opened = {n for n in EVERYBODY if (await world.as_(n).get(camp.at)).status_code == 200}
    found = {n for n in EVERYBODY if (await made(await world.as_(n).get(CAMPS)))["items"]}
    assert opened == found == READERS
    log = await made(await world.as_("xiaoman").get(f"{API}/me/access-log"))
    told = {one["reader"]["id"] for one in log["items"] if one["kind"] == "training"}
    assert told == {str(world.id(name)) for name in READERS - {"xiaoman"}}


async def test_a_missed_day_stays_open_with_its_own_date_and_is_caught_up(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    world.clock.let_pass(days=2)
    await made(await camp.hand_in("act"))
    read = await camp.read()
    assert states(read) == ["open", "open", "done", "ahead", "ahead"]
    caught_up = await made(await camp.hand_in("see"))
    assert states(caught_up) == ["done", "open", "done", "ahead", "ahead"]
    assert caught_up["days"][0]["day"] == "2026-03-24"
    [card] = (await made(await world.as_("hanxue").get(CAMPS, params={"state": "open"})))["items"]
    assert [day["state"] for day in card["days"]] == states(caught_up)
    assert card["mentor"]["id"] == str(world.id("hanxue"))


async def test_only_the_newcomer_hands_in_and_may_say_it_better(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    assert code(await camp.hand_in("see", by="hanxue")) == (403, "camp_not_yours")
    first = await made(await camp.hand_in("see", words="三家"))
    assert await made(await camp.hand_in("see", words="三家")) == first
    better = await made(await camp.hand_in("see", words="三家，其中一家做泵"))
    assert better["days"][0]["words"] == "三家，其中一家做泵"
    assert better["days"][0]["done_at"] == first["days"][0]["done_at"]
    assert (await camp.hand_in("see", words=None)).status_code == 422


async def test_the_show_has_a_day_and_mentor_or_manager_says_it_was_held(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    assert code(await camp.hold_show()) == (409, "show_not_planned")
    assert code(await camp.plan_show("2026-03-23")) == (409, "show_too_early")
    assert code(await camp.plan_show(by="sumin")) == (403, "camp_not_yours")
    await made(await camp.plan_show("2026-03-25"))
    assert code(await camp.hold_show()) == (409, "show_not_yet")
    assert code(await camp.hold_show("xiaoman")) == (403, "show_not_yours_to_say")
    assert code(await camp.shake("xiaoman")) == (409, "show_first")
    world.clock.let_pass(days=1)
    held = await made(await camp.hold_show("hanxue"))
    assert held["show"]["held_by"]["id"] == str(world.id("hanxue"))
    assert (await made(await camp.hold_show("hejing")))["show"] == held["show"]
    assert code(await camp.plan_show("2026-03-26")) == (409, "show_held")


async def test_it_ends_when_newcomer_and_mentor_have_shaken_hands(world: World) -> None:
    camp = InCamp(world)
    await camp.begin()
    await made(await camp.hand_in("see"))
    await made(await camp.plan_show())
    await made(await camp.hold_show())
    assert code(await camp.shake("hejing")) == (403, "handshake_not_yours")
    one_hand = await made(await camp.shake("xiaoman"))
    assert (one_hand["finished_at"], one_hand["may_shake"]) == (None, False)
    over = await made(await camp.shake("hanxue"))
    assert over["finished_at"] is not None
    assert await made(await camp.shake("hanxue")) == over
    assert code(await camp.hand_in("see", words="换一句")) == (409, "camp_day_stays")
    assert states(await made(await camp.hand_in("reflect")))[3] == "done"
    finished = await made(await world.as_("sumin").get(CAMPS, params={"state": "finished"}))
    assert [one["id"] for one in finished["items"]] == [camp.id]


async def test_of_whoever_has_left_nothing_waits(world: World) -> None:
    await InCamp(world).begin()
    gone = f"{API}/people/{world.id('xiaoman')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    read = world.as_("sumin").get
    assert (await made(await read(CAMPS, params={"state": "open"})))["items"] == []
    assert len((await made(await read(CAMPS, params={"state": "finished"})))["items"]) == 1


async def test_others_hear_of_each_day_and_of_the_end_and_read_no_word(world: World) -> None:
    camp = InCamp(world)
    await camp.finish()

    def told(db: Session) -> list[EventRow]:
        asked = select(EventRow).where(col(EventRow.topic).startswith("camp."))
        return list(db.exec(asked.order_by(col(EventRow.seq))))

    facts = world.store.read_now(told)
    assert [fact.topic for fact in facts] == [
        "camp.begun",
        *["camp.day_done"] * 5,
        "camp.show_planned",
        "camp.show_held",
        *["camp.hand_given"] * 2,
        "camp.finished",
    ]
    assert not any("工厂" in str(fact.payload) for fact in facts)


async def test_the_trainer_says_what_a_day_holds_and_begun_camps_keep_their_words(
    world: World,
) -> None:
    camp = InCamp(world)
    before = await camp.begin()
    days = (await made(await world.as_("qihang").get(TEMPLATE)))["days"]
    assert [(day["dimension"], day["own"], day["version"]) for day in days] == [
        (dimension, False, 0) for dimension in FIVE
    ]
    sent = {"task": {"zh": "看三次拜访。", "en": "Watch three visits."}}
    first = {"If-Match": '"0"'}
    refused = await world.as_("hejing").patch(f"{TEMPLATE}/see", json=sent, headers=first)
    assert refused.status_code == 403
    changed = await made(
        await world.as_("sumin").patch(f"{TEMPLATE}/see", json=sent, headers=first)
    )
    assert (changed["task"], changed["own"], changed["version"]) == (sent["task"], True, 1)
    assert changed["title"] == days[0]["title"]
    again = await world.as_("admin").patch(f"{TEMPLATE}/see", json=sent, headers=first)
    assert code(again) == (412, "changed_meanwhile")
    assert (await camp.read())["days"] == before["days"]
    later = await InCamp(world, who="qihang", number=2).begin()
    assert later["days"][0]["task"] == sent["task"]
