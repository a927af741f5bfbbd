"""An evening of two or three people: started once, seen by its people, wrapped, acknowledged."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, add_client, ids, made, write_sheet

pytestmark = pytest.mark.anyio


async def test_anonymous_cannot_open_drills(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/drills")).status_code == 401
    assert (await world.anonymous.get(f"{API}/drills/deck")).status_code == 401
    assert (await world.anonymous.get(f"{API}/drills/{an_id(1)}")).status_code == 401
    assert (await world.anonymous.post(f"{API}/drills", json={})).status_code == 401


async def test_a_stranger_finds_nothing(world: World) -> None:
    evening = await Evening(world).begin()
    for name in ("stranger", "stranger_manager", "stranger_admin"):
        stranger = world.as_(name)
        assert (await stranger.get(f"{API}/drills/{evening.drill['id']}")).status_code == 404
        refused = await evening.play(evening.new_round(), by=stranger)
        assert refused.status_code == 404


@pytest.mark.parametrize(
    ("reader", "status"),
    [
        ("xiaoman", 200),
        ("qihang", 200),
        ("hanxue", 200),  # 小满's mentor
        ("hejing", 200),  # the manager of both
        ("dinglei", 404),
        ("zhaohui", 404),
        ("liqun", 404),
        ("sumin", 404),
        ("admin", 404),
    ],
)
async def test_who_may_open_a_drill(world: World, reader: str, status: int) -> None:
    evening = await Evening(world).begin()
    opened = await world.as_(reader).get(f"{API}/drills/{evening.drill['id']}")
    assert opened.status_code == status


async def test_a_drill_is_recorded_on_one_phone_and_belongs_to_both(world: World) -> None:
    evening = await Evening(world).begin()
    drill = await evening.read(evening.qihang)
    assert drill["state"] == "running"
    assert drill["recorded_by"]["given_name"] == "小满"
    assert ids(drill["people"]) == {world.id("xiaoman"), world.id("qihang")}
    assert drill["acknowledged"] is False
    assert (await evening.read(evening.xiaoman))["acknowledged"] is True


async def test_a_drill_sent_twice_is_stored_once(world: World) -> None:
    evening = await Evening(world).begin()
    again = await evening.start()
    assert again.status_code == 201
    assert again.json() == evening.drill
    listed = await made(await evening.xiaoman.get(f"{API}/drills"))
    assert len(listed["items"]) == 1


async def test_another_drill_with_the_same_id_is_refused(world: World) -> None:
    evening = await Evening(world).begin()
    other = await evening.start(people_ids=[str(world.id("hanxue"))])
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


@pytest.mark.parametrize(
    ("day", "started_at", "stored"),
    [
        ("2026-03-24", "2026-03-24T10:34:00Z", "2026-03-24"),
        ("2026-03-23", "2026-03-23T16:30:00Z", "2026-03-24"),  # a phone still in the zone of London
        ("2026-03-25", "2026-03-24T10:34:00Z", "2026-03-24"),  # and one in that of Auckland
        ("2026-03-10", "2026-03-10T11:00:00Z", "2026-03-10"),  # two weeks without a network
        ("2026-03-25", "2026-03-24T16:05:00Z", "2026-03-24"),  # runs ahead, past midnight
        ("2036-03-24", "2036-03-24T11:00:00Z", "2026-03-24"),  # runs ahead by years
        ("2001-01-01", "2001-01-01T00:10:00Z", "2001-01-01"),  # woke up with an empty battery
    ],
)
async def test_an_evening_is_kept_whatever_the_clock_of_the_phone_says(
    world: World, day: str, started_at: str, stored: str
) -> None:
    started = await Evening(world).start(day=day, started_at=started_at)
    assert (started.status_code, started.json()["day"]) == (201, stored)


@pytest.mark.parametrize("day", ["2100-12-31", "2026-03-27", "2026-03-21", "2000-01-01"])
async def test_a_day_that_no_clock_can_have_shown_is_refused(world: World, day: str) -> None:
    """Stored as it was sent, a drill "of 2100" would stand at the top of every list until then."""
    evening = Evening(world)
    refused = await evening.start(day=day)
    assert (refused.status_code, refused.json()["code"]) == (409, "another_day")
    assert (await made(await evening.xiaoman.get(f"{API}/drills")))["items"] == []


@pytest.mark.parametrize("partner", ["xiaoman", "stranger"])
async def test_a_partner_is_another_active_person_of_the_organisation(
    world: World, partner: str
) -> None:
    evening = Evening(world)
    refused = await evening.start(people_ids=[str(world.id(partner))])
    assert (refused.status_code, refused.json()["code"]) == (409, "partner_needed")


async def test_a_drill_played_before_a_colleague_left_is_still_stored(world: World) -> None:
    world.clock.at("20:30")
    evening = Evening(world)
    left = await world.as_("hejing").put(
        f"{API}/people/{world.id('qihang')}/disabled", json={"reason": "Left the company"}
    )
    assert left.status_code < 300
    assert (await evening.start()).status_code == 201
    later = await evening.start(id=str(an_id(2)), started_at="2026-03-24T12:40:00Z")
    assert later.json()["code"] == "partner_needed"


async def test_three_is_the_most(world: World) -> None:
    others = [str(world.id(name)) for name in ("qihang", "hanxue", "hejing")]
    assert (await Evening(world).start(people_ids=others)).status_code == 422
    three = await Evening(world).start(people_ids=others[:2])
    assert len(three.json()["people"]) == 3


async def test_wrapping_is_said_once(world: World) -> None:
    evening = await Evening(world).begin()
    address = f"{API}/drills/{evening.drill['id']}/wrap"
    first = await evening.qihang.put(address, json={"wrapped_at": "2026-03-24T11:20:00Z"})
    again = await evening.xiaoman.put(address, json={"wrapped_at": "2026-03-24T11:25:00Z"})
    assert first.json()["state"] == "wrapped"
    assert again.json()["wrapped_at"] == "2026-03-24T11:20:00Z"


async def test_a_round_that_arrives_after_the_wrap_is_not_lost(world: World) -> None:
    evening = await Evening(world).begin()
    wrapped = {"wrapped_at": "2026-03-24T11:20:00Z"}
    await evening.qihang.put(f"{API}/drills/{evening.drill['id']}/wrap", json=wrapped)
    assert (await evening.play(evening.new_round())).status_code == 201


async def test_the_partner_acknowledges_what_another_phone_recorded(world: World) -> None:
    evening = await Evening(world).begin()
    seen = await evening.qihang.put(f"{API}/drills/{evening.drill['id']}/acknowledgement")
    assert seen.json()["acknowledged"] is True


async def test_a_manager_looks_and_does_not_act_for_the_two(world: World) -> None:
    evening = await Evening(world).begin()
    hejing = world.as_("hejing")
    drill = f"{API}/drills/{evening.drill['id']}"
    assert (await hejing.put(f"{drill}/acknowledgement")).status_code == 403
    wrap = await hejing.put(f"{drill}/wrap", json={"wrapped_at": "2026-03-24T11:20:00Z"})
    assert wrap.status_code == 403
    assert (await evening.play(evening.new_round(), by=hejing)).status_code == 403


async def test_a_manager_who_looks_is_listed_to_both(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.read(world.as_("hejing"))
    for name in ("xiaoman", "qihang"):
        log = await made(await world.as_(name).get(f"{API}/me/access-log"))
        assert [(one["reader"]["given_name"], one["kind"]) for one in log["items"]] == [
            ("静", "drill")
        ]


async def test_partners_reading_their_own_drill_are_not_listed(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.read(evening.qihang)
    log = await made(await evening.xiaoman.get(f"{API}/me/access-log"))
    assert log["items"] == []


async def test_a_list_holds_the_evenings_of_one_person(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    hanxue = world.as_("hanxue")
    assert (await made(await hanxue.get(f"{API}/drills")))["items"] == []
    of_xiaoman = f"{API}/drills?person={world.id('xiaoman')}"
    [card] = (await made(await hanxue.get(of_xiaoman)))["items"]
    assert (card["id"], card["rounds"]) == (evening.drill["id"], 1)
    assert (await made(await world.as_("dinglei").get(of_xiaoman)))["items"] == []


async def test_a_list_is_narrowed_to_the_evenings_on_which_a_client_was_played(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    other = await add_client(evening.xiaoman, name="泽源泵业")
    sheet = await write_sheet(evening.xiaoman, other)
    of_it = {"client_id": other["id"], "sheet_version_id": sheet["id"], "visit_id": None}
    await made(await evening.play(evening.new_round(id=str(an_id(11)), **of_it)))
    for client, counts in ((evening.client["id"], [1]), (other["id"], [1]), (str(an_id(9)), [])):
        listed = await made(await evening.xiaoman.get(f"{API}/drills?client={client}"))
        assert [one["rounds"] for one in listed["items"]] == counts
    whole = await made(await evening.xiaoman.get(f"{API}/drills"))
    assert [one["rounds"] for one in whole["items"]] == [2]


async def test_a_list_is_narrowed_to_days(world: World) -> None:
    evening = await Evening(world).begin()
    today, tomorrow = world.today.isoformat(), world.tomorrow.isoformat()
    for asked, count in ((f"day={today}", 1), (f"day={tomorrow}", 0), (f"from={tomorrow}", 0)):
        listed = await made(await evening.xiaoman.get(f"{API}/drills?{asked}"))
        assert len(listed["items"]) == count
