"""In the field: visits and their rungs, moments, stepping in, a line after the door, the watch-list, two devices."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from api.kit.events import EventRow
from tests.builders.field import API, a_check_in
from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.drills.evening import add_client, behaviours, made, plan_visit
from tests.ride_alongs.the_day import AT, Day, code

pytestmark = pytest.mark.anyio


async def test_the_visits_of_the_day_are_there_to_choose_from(world: World) -> None:
    day = await Day(world).begin()
    mentors = await add_client(day.tablet, name="韩雪的客户")
    await plan_visit(day.tablet, mentors, day="2026-03-25", planned_time="08:30")
    for device, mine in ((day.tablet, 1), (day.phone, 0)):
        read = await day.read(device)
        assert len(read["visits"]) == 2 + mine
        assert not any(one["in_ride"] for one in read["visits"])


async def test_each_visit_has_its_rung_and_it_may_change_between_visits(world: World) -> None:
    day = await Day(world).begin()
    first, second = day.visits
    await made(await day.choose(first, "show"))
    await made(await day.choose(second, "do", number=7101))
    read = {one["visit_id"]: one for one in (await day.read())["visits"]}
    assert (read[first["id"]]["rung"], read[first["id"]]["leads"]) == ("show", "mentor")
    assert (read[second["id"]]["rung"], read[second["id"]]["leads"]) == ("do", "apprentice")


async def test_what_two_devices_chose_apart_is_kept_and_shown_to_both(world: World) -> None:
    day = await Day(world).begin()
    [first, _] = day.visits
    later = "2026-03-25T03:20:00Z"
    await made(await day.choose(first, "do", by=day.phone, number=7102, at=later))
    await made(await day.choose(first, "show", number=7101))
    for device in (day.tablet, day.phone):
        visit = next(one for one in (await day.read(device))["visits"] if one["in_ride"])
        assert visit["rung"] == "do", "the later choice counts, whichever arrived first"
        assert {one["rung"] for one in visit["choices"]} == {"do", "show"}


async def test_a_visit_of_another_day_or_another_rep_is_no_part_of_it(world: World) -> None:
    day = await Day(world).begin()
    client = await add_client(day.phone, name="禾木玩具")
    thursday = await plan_visit(day.phone, client, day="2026-03-26")
    assert code(await day.choose(thursday, "do")) == (409, "visit_not_of_that_day")
    others = world.as_("qihang")
    theirs = await plan_visit(others, await add_client(others), day="2026-03-25")
    assert code(await day.choose(theirs, "do")) == (409, "visit_not_of_that_day")


async def test_the_check_in_says_that_somebody_came_along(world: World) -> None:
    day = await Day(world).begin()
    [first, second] = day.visits
    await made(await day.choose(first, "do"))
    for visit in (first, second):
        told = a_check_in(visit["client"]["id"], happened_at=AT)
        answer = await made(await day.phone.put(f"{API}/visits/{visit['id']}/check-in", json=told))
        assert answer["check_in"]["ride_id"] == (day.ride["id"] if visit is first else None)
        assert answer["version"] == 2, "coming along is no edit of the rep's plan"


async def test_todays_card_says_who_comes_along_and_on_which_rung(world: World) -> None:
    day = await Day(world).begin()
    await made(await day.choose(day.visits[0], "do"))
    cards = (await made(await day.phone.get(f"{API}/today")))["visits"]
    company = {card["id"]: card["company"] for card in cards}
    with_her = company[day.visits[0]["id"]]
    assert (with_her["mentor"]["given_name"], with_her["rung"]) == ("雪", "do")
    assert with_her["ride_along_id"] == day.ride["id"]
    assert company[day.visits[1]["id"]] is None


async def test_a_moment_is_one_tap_and_its_words_follow(world: World) -> None:
    day = await Day(world).begin()
    await day.note(7200, words=None)
    words = f"{day.at}/moments/{an_id(7200)}/words"
    assert code(await day.phone.put(words, json={"words": "别人的话"})) == (403, "only_the_two")
    await made(await day.tablet.put(words, json={"words": "停了三秒"}))
    assert [one["words"] for one in (await day.read())["moments"]] == ["停了三秒"]


async def test_before_it_is_accepted_nothing_is_noted(world: World) -> None:
    day = await (await Day(world).ask()).plan()
    answer = await day.tablet.post(f"{day.at}/moments", json=day.moment(7200))
    assert code(answer) == (409, "not_accepted_yet")


async def test_a_rescue_is_the_mentors_alone(world: World) -> None:
    day = await Day(world).begin()
    await day.step_in(7300)
    assert [one["why"] for one in (await day.read())["rescues"]] == ["stuck"]
    for name in ("xiaoman", "hejing"):
        answer = await world.as_(name).get(day.at)
        assert answer.json()["rescues"] == []
        assert "以前做过" not in answer.text
    by_apprentice = await day.phone.post(f"{day.at}/rescues", json=day.rescue(7301))
    assert code(by_apprentice) == (403, "only_the_mentor")


async def test_no_fact_and_no_event_tells_of_words_or_of_a_rescue(world: World) -> None:
    day = await Day(world).begin()
    await day.note(7200)
    await day.step_in(7300)
    await day.sum_up()
    told = str(await _events(world))
    assert "ride_along.asked" in told
    for words in ("三万块太贵了", "以前做过", "rescue", "他压价", "让我试一次", "先谢再问"):
        assert words not in told


async def _events(world: World) -> list[Any]:
    def read(db: Session) -> list[Any]:
        return [(one.topic, one.payload) for one in db.exec(select(EventRow))]

    return world.store.read_now(read)


async def test_one_line_after_the_door_in_words_or_as_a_voice(world: World) -> None:
    day = await Day(world).begin()
    line = {"id": str(an_id(7400)), "at": AT, "visit_id": day.visits[0]["id"]}
    await made(await day.tablet.post(f"{day.at}/curbside", json=line))
    sound = f"{day.at}/curbside/{an_id(7400)}/voice-notes/{an_id(7401)}"
    kept = await day.tablet.put(sound, params={"seconds": "12"}, content=a_webm("下一家你开口"))
    assert (await made(kept))["seconds"] == 12
    heard = await day.phone.get(sound)
    assert heard.status_code == 200
    assert "下一家你开口".encode() in heard.content
    assert (await world.as_("hejing").get(sound)).status_code == 404
    assert (await world.as_("dinglei").get(sound)).status_code == 404
    longer = await day.tablet.put(sound, params={"seconds": "61"}, content=a_webm("x"))
    assert longer.status_code == 422


async def test_the_apprentice_ticks_what_she_saw_and_may_take_it_back(world: World) -> None:
    day = await Day(world).begin()
    seen = (await behaviours(day.phone))[0]
    tick = f"{day.at}/visits/{day.visits[0]['id']}/watched/{seen}"
    for _ in range(2):
        await made(await day.phone.put(tick, json={"at": AT}))
    assert [one["behaviour_id"] for one in (await day.read())["watched"]] == [seen]
    assert code(await day.tablet.put(tick, json={"at": AT})) == (403, "only_the_apprentice")
    assert (await day.phone.delete(tick)).status_code == 204
    assert (await day.read())["watched"] == []


async def test_a_note_that_comes_after_the_debrief_is_not_lost(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    await made(await day.answer())
    await day.note(7200)
    assert len((await day.read())["moments"]) == 1


few = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
notes = st.lists(
    st.tuples(st.sampled_from(["tablet", "phone"]), st.integers(min_value=0, max_value=5)),
    min_size=1,
    max_size=12,
)


@pytest.fixture
async def ridden(world: World) -> Day:
    return await Day(world).begin()


@few
@given(sent=notes)
async def test_two_devices_in_any_order_and_any_number_end_in_the_union(
    ridden: Day, sent: list[tuple[str, int]]
) -> None:
    """Each device repeats what it is not sure of; every note is there once, by its writer and in order of time."""
    before = {one["id"] for one in (await ridden.read())["moments"]}
    wanted = set()
    calls = []
    for device, number in sent:
        place = 40_000 + 100 * (device == "phone") + number
        told = {"at": f"2026-03-25T03:{10 + number}:00Z", "words": f"{device} {number}"}
        by = ridden.phone if device == "phone" else ridden.tablet
        calls.append(ridden.note(place, by=by, **told))
        wanted.add(str(an_id(place)))
    await asyncio.gather(*calls)
    read = (await ridden.read())["moments"]
    assert {one["id"] for one in read} == before | wanted
    assert len(read) == len(before | wanted)
    assert [one["at"] for one in read] == sorted(one["at"] for one in read)
    for one in read:
        name = "小满" if one["words"].startswith("phone") else "雪"
        assert one["by"]["given_name"] == name


@pytest.mark.parametrize("at", ["2026-03-24T15:59:00Z", "2026-03-26T16:00:00Z"])
async def test_a_note_from_before_the_day_or_long_after_it_is_refused(
    world: World, at: str
) -> None:
    """A moment "of the day" could carry any time, and stood in the debrief before everything else."""
    day = await Day(world).begin()
    refused = [
        await day.tablet.post(f"{day.at}/moments", json=day.moment(7200, at=at)),
        await day.tablet.post(f"{day.at}/rescues", json=day.rescue(7201, at=at)),
    ]
    assert [code(answer) for answer in refused] == [(409, "noted_on_another_day")] * 2


@pytest.mark.parametrize("at", ["2026-03-24T16:00:00Z", "2026-03-26T15:59:00Z"])
async def test_a_note_of_the_day_or_of_the_next_one_is_kept(world: World, at: str) -> None:
    """From midnight of the company's own zone; a debrief may come the day after."""
    day = await Day(world).begin()
    assert (await day.note(7200, at=at))["id"] == str(an_id(7200))


async def test_what_was_noted_before_the_day_moved_is_kept(world: World) -> None:
    day = await Day(world).begin()
    moved = {"id": str(an_id(7300)), "to_day": "2026-03-27", "why": "下午大雨"}
    await made(await day.tablet.put(f"{day.at}/day", json=moved))
    await made(await day.phone.put(f"{day.at}/acceptance", json={}))
    assert (await day.note(7200, visit_id=None))["visit_id"] is None
