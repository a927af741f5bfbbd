"""The ladder of each skill: one rung at a time, both agree, two visits speak for the next, never two in a day."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.ride_alongs.ladder.models import RungMove
from api.ride_alongs.ladder.policy import OneRungAtATime, check_one_step, rung_below
from api.ride_alongs.models import Rung
from tests.builders.field import API
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.ride_alongs.the_day import Day, code

pytestmark = pytest.mark.anyio


def ladder_of(world: World, name: str = "xiaoman") -> str:
    return f"{API}/people/{world.id(name)}/ladder"


async def read(world: World, reader: str = "xiaoman") -> Json:
    return await made(await world.as_(reader).get(ladder_of(world)))


async def rung(world: World, key: str = "objections") -> Json:
    found: Json = next(one for one in (await read(world))["skills"] if one["skill_key"] == key)
    return found


async def propose(
    world: World, by: str, to: str, *, number: int = 7700, **told: Any
) -> httpx.Response:
    given_ = {"id": str(an_id(number)), "skill_key": "objections", "to_rung": to, **told}
    return await world.as_(by).post(f"{ladder_of(world)}/moves", json=given_)


async def answer(
    world: World, by: str, *, number: int = 7700, agrees: bool = True
) -> httpx.Response:
    where = f"{ladder_of(world)}/moves/{an_id(number)}/answer"
    return await world.as_(by).put(where, json={"agrees": agrees})


async def two_visits(world: World, at: str = "tell") -> Day:
    """A day on which two visits at a rung took place, with objections as the focus skill."""
    day = await Day(world).begin()
    for number, visit in enumerate(day.visits):
        await made(await day.choose(visit, at, number=7110 + number))
        await day.visit_done(visit)
    return day


async def test_anonymous_and_strangers_see_no_ladder(world: World) -> None:
    assert (await world.anonymous.get(ladder_of(world))).status_code == 401
    for name in ("stranger", "dinglei", "qihang", "liqun", "admin"):
        assert (await world.as_(name).get(ladder_of(world))).status_code == 404


async def test_every_skill_begins_on_the_first_rung(world: World) -> None:
    ladder = await read(world)
    assert ladder["order"] == ["tell", "show", "tell_back", "do"]
    assert {one["rung"] for one in ladder["skills"]} == {"tell"}
    assert len(ladder["skills"]) == 6


async def test_up_needs_two_visits_and_the_yes_of_both(world: World) -> None:
    assert code(await propose(world, "hanxue", "show")) == (409, "more_visits_first")
    day = await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    assert (await rung(world))["rung"] == "tell"
    assert code(await answer(world, "hejing")) == (403, "other_side_answers")
    await made(await answer(world, "xiaoman"))
    now = await rung(world)
    assert (now["rung"], now["since"], now["visits"]) == ("show", "2026-03-25", [])
    [move] = (await read(world))["moves"]
    assert set(move["evidence"]) == {one["id"] for one in day.visits}


async def test_visits_at_another_rung_or_for_another_skill_do_not_speak_for_it(
    world: World,
) -> None:
    await two_visits(world, at="show")
    assert code(await propose(world, "hanxue", "show")) == (409, "more_visits_first")
    assert (await rung(world, "opening"))["visits"] == []


async def test_a_visit_that_was_not_made_does_not_speak_for_it(world: World) -> None:
    day = await Day(world).begin()
    for number, visit in enumerate(day.visits):
        await made(await day.choose(visit, "tell", number=7110 + number))
    await day.visit_done(day.visits[0])
    assert code(await propose(world, "hanxue", "show")) == (409, "more_visits_first")


async def test_no_rung_is_skipped(world: World) -> None:
    await two_visits(world)
    for far in ("tell", "tell_back", "do"):
        assert code(await propose(world, "hanxue", far)) == (409, "one_rung_at_a_time")


async def test_never_two_rungs_in_a_day(world: World) -> None:
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    await made(await answer(world, "xiaoman"))
    assert code(await propose(world, "hanxue", "tell", number=7701)) == (409, "moved_today")
    world.clock.let_pass(hours=24)
    await made(await propose(world, "hanxue", "tell", number=7701))
    await made(await answer(world, "xiaoman", number=7701))
    assert (await rung(world))["rung"] == "tell"


async def test_the_database_itself_refuses_a_second_move_of_a_day(world: World) -> None:
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    await made(await answer(world, "xiaoman"))

    def again(db: Session) -> None:
        first = db.exec(select(RungMove).where(col(RungMove.day).is_not(None))).one()
        told = {name: getattr(first, name) for name in type(first).model_fields if name != "id"}
        db.add(RungMove(**told, id=an_id(7790)))
        db.flush()

    with pytest.raises(Exception, match=r"(?i)unique|not_consistent"):
        world.store.write_now(again)


async def test_down_needs_no_visits_and_no_reason(world: World) -> None:
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    await made(await answer(world, "xiaoman"))
    world.clock.let_pass(hours=24)
    await made(await propose(world, "xiaoman", "tell", number=7701))
    await made(await answer(world, "hejing", number=7701))
    assert (await rung(world))["rung"] == "tell"


async def test_the_same_step_asked_for_by_both_sides_is_agreed(world: World) -> None:
    """Tablet and phone were both offline; each proposed what they had agreed on."""
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    await made(await propose(world, "hanxue", "show"))
    await made(await propose(world, "xiaoman", "show", number=7702))
    assert (await rung(world))["rung"] == "show"


async def test_not_now_is_an_answer_and_leaves_the_rung(world: World) -> None:
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    assert code(await propose(world, "hejing", "show", number=7701)) == (409, "move_is_open")
    await made(await answer(world, "xiaoman", agrees=False))
    await made(await answer(world, "xiaoman", agrees=False))
    assert code(await answer(world, "xiaoman")) == (409, "move_is_answered")
    now = await rung(world)
    assert (now["rung"], now["open_move"]) == ("tell", None)


async def test_stepping_in_twice_proposes_a_step_back_to_the_mentor_alone(world: World) -> None:
    """He says it, never the software: until then the apprentice sees nothing of it."""
    day = await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    await made(await answer(world, "xiaoman"))
    await day.step_in(7300)
    assert (await day.read())["step_back"] == []
    await day.step_in(7301)
    assert (await day.read())["step_back"] == [{"skill_key": "objections", "to_rung": "tell"}]
    assert (await day.read(day.phone))["step_back"] == []
    assert (await rung(world))["open_move"] is None


async def test_the_order_of_the_rungs_is_a_setting(world: World) -> None:
    admin = world.as_("admin")
    version = {"If-Match": '"1"'}
    order = ["tell", "tell_back", "show", "do"]
    for wrong in (order[:3], ["tell", "tell", "show", "do"]):
        refused = await admin.patch(f"{API}/organisation", json={"rungs": wrong}, headers=version)
        assert refused.status_code == 422
    await made(await admin.patch(f"{API}/organisation", json={"rungs": order}, headers=version))
    await two_visits(world)
    assert code(await propose(world, "hanxue", "show")) == (409, "one_rung_at_a_time")
    await made(await propose(world, "hanxue", "tell_back", number=7701))


async def test_reading_somebodys_ladder_is_listed_to_them(world: World) -> None:
    await read(world, "hejing")
    await read(world, "xiaoman")
    log = (await made(await world.as_("xiaoman").get(f"{API}/me/access-log")))["items"]
    assert [(one["kind"], one["reader"]["given_name"]) for one in log] == [("ladder", "静")]


orders = st.permutations(list(Rung))


@given(order=orders, current=st.sampled_from(Rung), wanted=st.sampled_from(Rung))
def test_a_step_is_to_a_neighbour_and_nowhere_else(
    order: list[Rung], current: Rung, wanted: Rung
) -> None:
    apart = order.index(wanted) - order.index(current)
    if abs(apart) == 1:
        assert check_one_step(order, current=current, wanted=wanted) == (apart == 1)
    else:
        with pytest.raises(OneRungAtATime):
            check_one_step(order, current=current, wanted=wanted)


@given(order=orders)
def test_below_the_first_rung_there_is_none(order: list[Rung]) -> None:
    assert [rung_below(order, one) for one in order] == [None, *order[:-1]]


async def test_what_speaks_for_a_rung_is_named_with_its_day_and_its_client(world: World) -> None:
    """Once it was a number that led nowhere."""
    day = await two_visits(world)
    [first, second] = day.visits
    at_rung = (await rung(world))["seen_at"]
    assert [(one["visit_id"], one["client"]) for one in at_rung] == [
        (first["id"], first["client"]),
        (second["id"], second["client"]),
    ]
    await made(await propose(world, "hanxue", "show"))
    await made(await answer(world, "xiaoman"))
    for reader in ("xiaoman", "hanxue", "hejing"):
        [move] = (await read(world, reader))["moves"]
        assert {one["visit_id"] for one in move["seen_at"]} == set(move["evidence"])
        assert {one["ride_along_id"] for one in move["seen_at"]} == {day.ride["id"]}
        assert {one["day"] for one in move["seen_at"]} == {"2026-03-25"}
