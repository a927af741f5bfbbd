"""A goal 目标 from its proposal to what both agreed, and what it is made of."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.field import hand_over, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.goals.setting import (
    API,
    GOALS,
    a_goal,
    agree,
    agreed,
    at,
    code,
    propose,
    read,
    rows,
    state,
    visits,
)

pytestmark = pytest.mark.anyio
EVERY_ROUTE = [
    ("GET", GOALS),
    ("POST", GOALS),
    ("GET", f"{GOALS}/awaiting"),
    ("GET", at()),
    ("GET", at(1, "/rows")),
    ("POST", at(1, "/versions")),
    ("PUT", at(1, "/agreement")),
]
MONDAY, TUESDAY = "2026-03-23", "2026-03-24"


async def listed(world: World, name: str, **asked: str) -> list[str]:
    answer = await world.as_(name).get(GOALS, params=asked)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("goal."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("name", ["stranger_manager", "dinglei", "qihang", "zhaohui", "liqun"])
async def test_who_has_no_part_in_it_finds_nothing(world: World, name: str) -> None:
    goal = (await propose(world)).json()
    device, other = world.as_(name), {"target": 12}
    answers = [
        await device.get(at()),
        await device.get(at(1, "/rows")),
        await device.post(at(1, "/versions"), json=other),
        await agree(world, name, goal),
        await device.post(GOALS, json=a_goal(world, 2)),
    ]
    assert [answer.status_code for answer in answers] == [404] * 5
    assert await listed(world, name) == []


async def test_a_goal_counts_once_the_other_side_agrees(world: World) -> None:
    proposed = await propose(world)
    goal = proposed.json()
    assert (goal["state"], goal["agreed"], goal["proposed"]["target"]) == ("proposed", None, 10)
    assert (goal["first"], goal["last"], goal["kind"]) == (MONDAY, "2026-03-29", "process")
    assert code(await agree(world, "xiaoman", goal)) == (409, "other_side_agrees")
    done = (await agree(world, "hejing", goal)).json()
    assert (done["proposed"], done["agreed"]["target"]) == (None, 10)
    assert done["history"][0]["agreed_by"]["given_name"] == "静"


async def test_what_the_manager_proposes_the_rep_agrees_to(world: World) -> None:
    goal = (await propose(world, by="hejing")).json()
    assert code(await agree(world, "hejing", goal)) == (409, "other_side_agrees")
    assert (await agree(world, "xiaoman", goal)).json()["agreed"]["target"] == 10


async def test_the_mentor_reads_a_goal_and_agrees_to_nothing(world: World) -> None:
    goal = (await propose(world)).json()
    assert (await read(world, "hanxue"))["id"] == goal["id"]
    assert code(await agree(world, "hanxue", goal)) == (403, "goal_not_yours")
    proposed = await world.as_("hanxue").post(GOALS, json=a_goal(world, 2))
    assert code(proposed) == (403, "goal_not_yours")


async def test_both_arrive_twice_and_count_once(world: World) -> None:
    first, again = await propose(world), await propose(world)
    assert first.json() == again.json()
    assert code(await propose(world, target=11)) == (409, "born_differently")
    one, two = (
        await agree(world, "hejing", first.json()),
        await agree(world, "hejing", first.json()),
    )
    assert one.json() == two.json()
    topics = [topic for topic, _ in world.store.read_now(facts)]
    assert topics == ["goal.proposed", "goal.agreed"]


async def test_there_is_one_goal_for_a_metric_and_a_period(world: World) -> None:
    await propose(world)
    assert code(await propose(world, 2, day="2026-03-27")) == (409, "goal_there_already")
    assert (await propose(world, 2, day="2026-03-30")).status_code == 201


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"day": "2026-03-20"}, "period_over"),
        ({"owner": "hejing"}, "goal_not_for_reps"),
        ({"within_id": str(an_id(77))}, "goal_not_within"),
    ],
)
async def test_a_goal_nobody_could_reach_is_refused(
    world: World, other: dict[str, Any], refusal: str
) -> None:
    assert code(await propose(world, by="hejing", **other)) == (409, refusal)


async def test_a_stretch_lies_beyond_the_target(world: World) -> None:
    assert (await propose(world, stretch=10)).status_code == 422
    assert (await propose(world, stretch=12)).status_code == 201


async def test_a_week_names_the_month_it_is_a_step_of(world: World) -> None:
    await propose(world, 1, period="month", target=60)
    week = await propose(world, 2, within_id=str(an_id(1)))
    assert week.json()["within_id"] == str(an_id(1))
    backwards = await propose(world, 3, period="month", metric="signed", within_id=str(an_id(2)))
    assert code(backwards) == (409, "goal_not_within")
    next_month = await propose(world, 4, day="2026-04-15", within_id=str(an_id(1)))
    assert code(next_month) == (409, "goal_not_within")
    others = await propose(world, 5, by="qihang", owner="qihang", within_id=str(an_id(1)))
    assert code(others) == (409, "goal_not_within")


async def test_a_change_needs_both_and_the_old_amount_holds_until_then(world: World) -> None:
    await agreed(world)
    change = {"id": str(an_id(50)), "target": 8}
    phone = world.as_("xiaoman")
    assert code(await phone.post(at(1, "/versions"), json=change)) == (409, "goal_reason_needed")
    change |= {"why": "周三周四展会"}
    waits = (await phone.post(at(1, "/versions"), json=change)).json()
    assert (waits["agreed"]["target"], waits["proposed"]["target"]) == (10, 8)
    assert (await phone.post(at(1, "/versions"), json=change)).json() == waits
    done = (await agree(world, "hejing", waits)).json()
    assert (done["agreed"]["target"], done["proposed"]) == (8, None)
    history = [(one["number"], one["target"], one["why"]) for one in done["history"]]
    assert history == [(2, 8, "周三周四展会"), (1, 10, None)]
    assert all(one["agreed_by"] for one in done["history"])


async def test_nobody_agrees_to_a_proposal_they_have_not_seen(world: World) -> None:
    seen = (await propose(world)).json()
    await world.as_("xiaoman").post(at(1, "/versions"), json={"target": 20})
    assert code(await agree(world, "hejing", seen)) == (409, "proposal_changed")


async def test_a_counter_proposal_comes_from_the_other_side(world: World) -> None:
    await propose(world)
    sent = await world.as_("hejing").post(at(1, "/versions"), json={"target": 12})
    goal = sent.json()
    assert code(await agree(world, "hejing", goal)) == (409, "other_side_agrees")
    assert (await agree(world, "xiaoman", goal)).json()["agreed"]["target"] == 12


async def test_a_period_that_is_over_is_neither_agreed_nor_changed(world: World) -> None:
    goal = (await propose(world)).json()
    world.clock.at("09:00", day=date(2026, 3, 30))
    assert code(await agree(world, "hejing", goal)) == (409, "period_over")
    sent = await world.as_("xiaoman").post(at(1, "/versions"), json={"target": 1})
    assert code(sent) == (409, "period_over")
    assert await state(world) == "never_agreed"


async def test_the_figure_is_made_of_visits_the_rep_can_open(world: World) -> None:
    await visits(world, [MONDAY, TUESDAY, TUESDAY])
    await visits(world, [TUESDAY], rep="qihang")
    await agreed(world)
    goal = await read(world)
    assert goal["reached"] == {"value": 3, "n": 3}
    counted = await rows(world)
    assert [(one["kind"], one["day"]) for one in counted] == [
        ("visit", TUESDAY),
        ("visit", TUESDAY),
        ("visit", MONDAY),
    ]
    opened = await world.as_("xiaoman").get(f"{API}/visits/{counted[0]['opens_id']}")
    assert opened.json()["client"]["id"] == counted[0]["client"]["id"]


async def test_a_visit_where_nobody_was_met_is_a_visit_and_not_an_effective_one(
    world: World,
) -> None:
    await visits(world, [TUESDAY], outcome="nobody_met", met_name=None, met_role=None)
    next_step = {"next_step": "visit_again", "next_on": "2026-03-30"}
    await visits(world, [MONDAY, MONDAY], outcome="advanced", **next_step)
    await agreed(world, 1)
    await agreed(world, 2, metric="effective_visits")
    assert (await read(world, number=1))["reached"]["value"] == 3
    assert (await read(world, number=2))["reached"]["value"] == 2
    assert len(await rows(world, 2)) == 2


async def test_a_decision_maker_is_new_once_for_all_of_us(world: World) -> None:
    await agreed(world, 1, metric="new_kps")
    await visits(world, [MONDAY, TUESDAY])
    assert (await read(world))["reached"] == {"value": 1, "n": 1}
    assert [one["day"] for one in await rows(world)] == [MONDAY]


async def test_orders_and_money_are_counted_on_their_own_days(world: World) -> None:
    await agreed(world, 1, period="month", metric="signed", target=2)
    await agreed(world, 2, period="month", metric="collected", target=3_000_000)
    await agreed(world, 3, period="month", metric="average_order", target=2_980_000)
    await visits(world, [TUESDAY])
    [client] = (await world.as_("xiaoman").get(f"{API}/clients")).json()["items"]
    for number, amount in enumerate((29_800, 59_800)):
        deal = await made(
            await world.as_("xiaoman").post(
                f"{API}/deals",
                json={
                    "id": str(an_id(300 + number)),
                    "client_id": client["id"],
                    "amount": yuan(amount),
                },
            )
        )
        signed = {"signed_on": TUESDAY}
        await made(
            await world.as_("xiaoman").put(f"{API}/deals/{deal['id']}/signature", json=signed)
        )
    paid = {"amount": yuan(10_000), "received_on": TUESDAY}
    await made(await world.as_("xiaoman").post(f"{API}/deals/{an_id(300)}/payments", json=paid))
    assert (await read(world, number=1))["reached"] == {"value": 2, "n": 2}
    assert (await read(world, number=2))["reached"] == {"value": 1_000_000, "n": 1}
    assert (await read(world, number=3))["reached"] == {"value": 4_480_000, "n": 2}
    [money] = await rows(world, 2)
    assert (money["kind"], money["opens_id"]) == ("payment", str(an_id(300)))
    assert money["amount"]["amount_minor"] == 1_000_000
    assert {one["kind"] for one in await rows(world, 3)} == {"deal"}


async def test_money_in_another_currency_is_not_counted_as_ours(world: World) -> None:
    await agreed(world, 1, period="month", metric="signed", target=2)
    await visits(world, [TUESDAY])
    [client] = (await world.as_("xiaoman").get(f"{API}/clients")).json()["items"]
    dollars = {"amount_minor": 900_000, "currency": "USD"}
    phone = world.as_("xiaoman")
    deal = await made(
        await phone.post(f"{API}/deals", json={"client_id": client["id"], "amount": dollars})
    )
    await made(await phone.put(f"{API}/deals/{deal['id']}/signature", json={"signed_on": TUESDAY}))
    assert (await read(world))["reached"]["value"] == 0
    assert await rows(world) == []


async def test_a_goal_drifts_before_the_week_is_over_and_says_what_would_help(
    world: World,
) -> None:
    await agreed(world, target=10)
    assert await state(world) == "off_track"
    await visits(world, [MONDAY, TUESDAY])
    assert await state(world) == "on_track"
    world.clock.at("10:00", day=date(2026, 3, 26))
    goal = await read(world)
    assert goal["state"] == "off_track"
    assert goal["elapsed"] == {"worked": 3, "of": 5}
    nothing = {"factor": None, "n": None, "n_before": None}
    assert goal["what_helps"] == nothing | {"correction": "direction"}


async def test_the_factor_that_is_short_is_told_beside_the_own_period_before(world: World) -> None:
    week_before = ["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"]
    await visits(world, week_before * 2)
    await visits(world, [MONDAY])
    await agreed(world, target=10)
    world.clock.at("10:00", day=date(2026, 3, 26))
    goal = await read(world)
    [factor] = goal["factors"]
    assert (factor["now"], factor["n"], factor["before"], factor["n_before"]) == (0.25, 4, 2.0, 5)
    short = {"factor": "visits", "n": 4, "n_before": 5}
    assert goal["what_helps"] == short | {"correction": "direction"}


async def test_what_is_reached_is_met_at_once_and_missed_only_when_the_week_is_over(
    world: World,
) -> None:
    await agreed(world, 1, target=2)
    await agreed(world, 2, target=3, metric="effective_visits")
    await visits(world, [MONDAY, TUESDAY])
    assert await state(world, 1) == "met"
    world.clock.at("23:00", day=date(2026, 3, 29))
    assert await state(world, 2) == "off_track"
    world.clock.at("00:30", day=date(2026, 3, 30))
    assert (await state(world, 1), await state(world, 2)) == ("met", "missed")
    missed = await read(world, number=2)
    assert missed["advice_due"] == "2026-04-01"


async def test_a_manager_sees_by_exception_what_needs_them(world: World) -> None:
    await agreed(world, 1, target=2)
    await agreed(world, 2, target=9, metric="effective_visits")
    await propose(world, 3, metric="new_kps", target=3)
    await propose(world, 4, by="hejing", metric="rounds_fired", target=5)
    await agreed(world, 5, owner="qihang", target=3, period="month")
    await visits(world, [MONDAY, TUESDAY])
    await visits(world, [MONDAY, TUESDAY, TUESDAY], rep="qihang")

    async def parts(name: str) -> dict[str, list[str]]:
        answer = await world.as_(name).get(f"{GOALS}/awaiting")
        return {part: [one["id"] for one in found] for part, found in answer.json().items()}

    one, two, three, five = (str(an_id(number)) for number in (1, 2, 3, 5))
    assert await parts("hejing") == {
        "advice": [],
        "answer": [],
        "off_track": [two],
        "drifting": [],
        "agreement": [three],
        "reward": [one, five],
    }
    world.clock.at("09:00", day=date(2026, 3, 30))
    later = await parts("hejing")
    assert (later["advice"], later["agreement"]) == ([two], [])
    for name in ("xiaoman", "zhaohui", "liqun"):
        assert set(map(len, (await parts(name)).values())) == {0}, name


async def test_a_list_is_narrowed_by_person_period_and_day(world: World) -> None:
    await propose(world, 1, period="month", target=60)
    await propose(world, 2)
    await propose(world, 3, owner="qihang", by="qihang")
    one, two, three = (str(an_id(number)) for number in (1, 2, 3))
    assert await listed(world, "xiaoman") == [one, two]
    mine = str(world.id("xiaoman"))
    assert await listed(world, "hejing", owner=mine, period="week") == [two]
    assert set(await listed(world, "hejing", on="2026-03-30")) == {one}
    assert set(await listed(world, "hejing")) == {one, two, three}


async def test_a_look_from_outside_is_listed_to_the_owner(world: World) -> None:
    await propose(world)
    await read(world, "hejing")
    await world.as_("hejing").get(f"{GOALS}/awaiting")
    log = (await world.as_("xiaoman").get(f"{API}/me/access-log")).json()["items"]
    assert [(one["kind"], one["times"]) for one in log] == [("goals", 2)]


async def test_a_client_handed_over_leaves_the_visits_with_whoever_made_them(world: World) -> None:
    await agreed(world)
    await visits(world, [TUESDAY])
    manager = world.as_("hejing")
    await hand_over(manager, leaving=world.id("xiaoman"), taking=world.id("qihang"))
    assert (await read(world))["reached"]["value"] == 1


async def test_facts_hold_ids_and_plain_values(world: World) -> None:
    await agreed(world, quality="每家都约好下一步")
    await world.as_("xiaoman").post(at(1, "/versions"), json={"target": 8, "why": "秘密的原因"})
    told = world.store.read_now(facts)
    assert [topic for topic, _ in told] == ["goal.proposed", "goal.agreed", "goal.proposed"]
    assert told[1][1]["target"] == 10
    assert "秘密" not in str(told)
    assert "下一步" not in str(told)
