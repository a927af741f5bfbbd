"""Reviews are planned, moved and skipped with a reason; none of them vanishes."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from api.reviews.owed import queries
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.reviews.talking import NOW, ONE, REVIEWS, SERIES, Talk, code

pytestmark = pytest.mark.anyio
EVERYBODY = (
    "xiaoman",
    "hanxue",
    "qihang",
    "hejing",
    "dinglei",
    "zhaohui",
    "liqun",
    "sumin",
    "admin",
)
THIS = f"{REVIEWS}/{ONE}"
EVERY_ROUTE = [
    ("GET", REVIEWS),
    ("POST", REVIEWS),
    ("GET", f"{REVIEWS}/counts"),
    ("GET", THIS),
    ("PUT", f"{THIS}/day"),
    ("PUT", f"{THIS}/skip"),
    ("PUT", f"{THIS}/proposal"),
    ("PUT", f"{THIS}/snapshot"),
    ("PUT", f"{THIS}/pre-read"),
    ("PUT", f"{THIS}/preparation-notes"),
    ("PUT", f"{THIS}/session"),
    ("PUT", f"{THIS}/answers/review_goal"),
    ("PUT", f"{THIS}/commitments"),
    ("GET", f"{THIS}/agreement"),
    ("PUT", f"{THIS}/agreement"),
    ("GET", SERIES),
    ("POST", SERIES),
    ("PATCH", f"{SERIES}/{ONE}"),
    ("GET", f"{API}/review-questions"),
    ("PATCH", f"{API}/review-questions/review_goal"),
]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_nothing_to_read_move_write_or_agree_to(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    part = {"person": {"wants": "价格"}}
    tried = [
        await world.as_("stranger_admin").get(talk.at),
        await talk.put("day", a_day("2026-03-25"), by="stranger_manager"),
        await talk.put("skip", {"reason": "没空"}, by="stranger_manager"),
        await talk.put("snapshot", None, by="stranger"),
        await talk.put("pre-read", part, by="stranger"),
        await talk.put("preparation-notes", {"words": "x"}, by="stranger_manager"),
        await talk.put("answers/review_goal", {"words": "x"}, by="stranger"),
        await talk.promise(by="stranger"),
        await talk.agree("stranger"),
    ]
    assert [answer.status_code for answer in tried] == [404] * len(tried)


def a_day(day: str, reason: str = "客户临时改到周三", starts: str = "16:30") -> dict[str, str]:
    return {"day": day, "starts": starts, "reason": reason}


async def listed(world: World, name: str, **asked: Any) -> list[str]:
    found = await made(await world.as_(name).get(REVIEWS, params=asked))
    return [one["id"] for one in found["items"]]


async def test_a_planned_review_says_who_when_and_how_long(world: World) -> None:
    planned = await Talk(world).plan()
    assert (planned["kind"], planned["state"], planned["minutes"]) == ("weekly", "scheduled", 25)
    assert planned["host"]["id"] == str(world.id("hejing"))
    assert planned["person"]["id"] == str(world.id("qihang"))
    assert (planned["mentor"], planned["team"], planned["deal"]) == (None, None, None)
    assert (planned["day"], planned["starts"], planned["late"]) == ("2026-03-24", "16:30", False)


@pytest.mark.parametrize(
    ("when", "refused"),
    [
        ({"day": "2026-03-29"}, "day_off"),
        ({"starts": "03:00"}, "hour_off"),
        ({"starts": "22:01"}, "hour_off"),
    ],
)
async def test_a_review_is_planned_and_moved_to_a_working_day_in_the_waking_hours(
    world: World, when: dict[str, str], refused: str
) -> None:
    talk = Talk(world)
    assert code(await talk.host.post(REVIEWS, json=talk.new(**when))) == (409, refused)
    await talk.plan()
    assert code(await talk.put("day", a_day("2026-03-25") | when)) == (409, refused)


async def test_a_day_off_is_refused_by_its_name_with_the_next_working_day(world: World) -> None:
    talk = Talk(world)
    told = {}
    for language in ("en", "zh-CN"):
        refused = await talk.host.post(
            REVIEWS, json=talk.new(day="2026-03-29"), headers={"accept-language": language}
        )
        told[language] = refused.json()["detail"]
    assert told == {
        "en": "Sunday, 29 March is a day off. Choose Monday, 30 March or another working day.",
        "zh-CN": "3月29日（周日）休息，请选3月30日（周一）或别的工作日。",
    }


async def test_a_sunday_that_is_worked_may_be_chosen(world: World) -> None:
    worked = {"working": True, "name": "调休"}
    await made(await world.as_("admin").put(f"{API}/organisation/calendar/2026-03-29", json=worked))
    assert (await Talk(world).plan(day="2026-03-29"))["day"] == "2026-03-29"


async def test_sent_twice_it_is_planned_once_and_other_content_is_refused(world: World) -> None:
    talk = Talk(world)
    first, again = await talk.plan(), await talk.plan()
    assert first == again
    other = await talk.host.post(REVIEWS, json=talk.new(starts="17:00"))
    assert code(other) == (409, "born_differently")


async def test_the_mentor_joins_a_newcomers_review_and_writes_in_it(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    planned = await talk.plan()
    assert planned["mentor"]["id"] == str(world.id("hanxue"))
    told = await talk.put("answers/review_ability", {"words": "先问再答"}, by="hanxue")
    assert told.status_code == 200
    assert (await Talk(world).plan(id=str(an_id(2))))["mentor"] is None


async def test_host_person_mentor_and_nobody_else_read_it(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    opened = {name for name in EVERYBODY if (await world.as_(name).get(talk.at)).is_success}
    found = {name for name in EVERYBODY if await listed(world, name)}
    assert opened == found == {"xiaoman", "hanxue", "hejing"}


async def test_a_teams_review_is_the_teams(world: World) -> None:
    talk = Talk(world)
    await talk.plan(kind="team", person_id=None)
    opened = {name for name in EVERYBODY if (await world.as_(name).get(talk.at)).is_success}
    assert opened == {"xiaoman", "hanxue", "qihang", "hejing"}


async def test_a_region_reviews_its_managers_and_reads_no_other_review(world: World) -> None:
    talk = Talk(world, host="liqun", person="hejing")
    planned = await talk.plan(kind="manager")
    assert planned["minutes"] == 45
    opened = {name for name in EVERYBODY if (await world.as_(name).get(talk.at)).is_success}
    assert opened == {"liqun", "hejing"}


@pytest.mark.parametrize("name", ["qihang", "hanxue", "sumin", "admin", "liqun"])
async def test_only_who_leads_a_team_plans_a_weekly_review(world: World, name: str) -> None:
    answer = await world.as_(name).post(REVIEWS, json=Talk(world).new())
    assert code(answer) == (403, "nobody_to_review")


async def test_a_manager_plans_none_with_somebody_of_another_team(world: World) -> None:
    answer = await world.as_("zhaohui").post(REVIEWS, json=Talk(world).new())
    assert answer.status_code == 404
    wrong = Talk(world, host="liqun", person="qihang").new(kind="manager")
    assert (await world.as_("liqun").post(REVIEWS, json=wrong)).status_code == 404


@pytest.mark.parametrize(
    "told", [{"person_id": None}, {"deal_id": ONE}, {"kind": "team"}, {"kind": "deal"}]
)
async def test_a_review_names_its_person_or_its_deal_and_a_team_neither(
    world: World, told: dict[str, Any]
) -> None:
    answer = await world.as_("hejing").post(REVIEWS, json=Talk(world).new(**told))
    assert answer.status_code == 422


async def test_it_moves_with_a_reason_that_stays_and_the_first_day_is_never_lost(
    world: World,
) -> None:
    talk = Talk(world)
    await talk.plan()
    await made(await talk.put("day", a_day("2026-03-25"), by="qihang"))
    await made(await talk.put("day", a_day("2026-03-26", "又改了"), by="hejing"))
    again = await made(await talk.put("day", a_day("2026-03-26", "又改了"), by="hejing"))
    assert [(one["from_day"], one["to_day"]) for one in again["moves"]] == [
        ("2026-03-24", "2026-03-25"),
        ("2026-03-25", "2026-03-26"),
    ]
    assert again["moved"] == {"from_day": "2026-03-25", "reason": "又改了"}
    assert await listed(world, "qihang") == [talk.id]


async def test_it_moves_to_no_day_that_is_over_and_not_once_they_talk(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    assert code(await talk.put("day", a_day("2026-03-23"))) == (409, "review_day_over")
    await made(await talk.put("session", {"started_at": NOW}))
    assert code(await talk.put("day", a_day("2026-03-25"))) == (409, "review_begun")


async def test_the_manager_sees_it_and_only_its_two_sides_move_it(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    assert code(await talk.put("day", a_day("2026-03-25"), by="hanxue")) == (
        403,
        "not_in_this_review",
    )


async def test_a_skipped_week_stays_in_sight_with_its_reason(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    assert code(await talk.put("skip", {"reason": "展会"}, by="qihang")) == (
        403,
        "review_not_hosted_by_you",
    )
    skipped = await made(await talk.put("skip", {"reason": "展会"}))
    assert (skipped["state"], skipped["called_off"]["reason"]) == ("skipped", "展会")
    assert (await talk.put("skip", {"reason": "展会"})).status_code == 200
    assert await listed(world, "qihang", state="closed") == [talk.id]
    assert await listed(world, "qihang", state="open") == []
    later = [
        await talk.put("day", a_day("2026-03-26")),
        await talk.put("session", {"started_at": NOW}),
        await talk.promise(),
    ]
    assert {code(answer) for answer in later} == {(409, "review_closed")}


async def test_one_past_its_day_is_late_and_owed_by_its_host(world: World) -> None:
    await Talk(world).plan()
    world.clock.let_pass(days=1)
    card = (await made(await world.as_("qihang").get(REVIEWS, params={"state": "open"})))["items"]
    assert [one["late"] for one in card] == [True]

    def owed(db: Session, name: str) -> list[tuple[str, bool]]:
        since = world.today - timedelta(days=7)
        found = queries.owed_by(db, world.actor("qihang"), world.id(name), since=since)
        return [(one.kind, one.late) for one in found]

    assert world.store.read_now(owed, "hejing") == [("review", True)]
    assert world.store.read_now(owed, "qihang") == []


async def test_one_moved_or_called_off_after_its_day_stays_on_its_hosts_ledger(
    world: World,
) -> None:
    moved, skipped = Talk(world), Talk(world, person="xiaoman")
    skipped.id = str(an_id(2))
    for talk in (moved, skipped):
        await talk.plan()
    world.clock.let_pass(days=1)
    await made(await moved.put("day", a_day("2026-03-27")))

    def owed(db: Session) -> list[tuple[date | None, bool, str | None]]:
        since = world.today - timedelta(days=7)
        found = queries.owed_by(db, world.actor("qihang"), world.id("hejing"), since=since)
        return [(one.first_due, one.moved_late, one.ending) for one in found]

    first = world.today - timedelta(days=1)
    assert (first, True, None) in world.store.read_now(owed)
    await made(await skipped.put("skip", {"reason": "人都在外面"}))
    assert (None, False, "called_off") in world.store.read_now(owed)


@pytest.mark.parametrize(("days", "told"), [(0, [False]), (2, [True])])
async def test_one_held_after_its_day_stays_late_on_the_ledger(
    world: World, days: int, told: list[bool]
) -> None:
    talk = Talk(world)
    await talk.plan()
    world.clock.let_pass(days=days)
    held = world.clock()
    await made(await talk.put("session", {"started_at": held.isoformat()}))
    await made(await talk.promise())
    world.clock.let_pass(days=3)
    for side in ("hejing", "qihang"):
        await made(await talk.agree(side))

    def owed(db: Session) -> list[tuple[bool, datetime | None]]:
        since = world.today - timedelta(days=7)
        found = queries.owed_by(db, world.actor("qihang"), world.id("hejing"), since=since)
        return [(one.late, one.done_at) for one in found]

    assert world.store.read_now(owed) == [(late, held) for late in told]


async def test_open_ones_come_by_their_day_and_closed_ones_the_latest_first(world: World) -> None:
    days = ["2026-03-27", "2026-03-25", "2026-03-26"]
    for number, day in enumerate(days, start=1):
        await Talk(world).plan(id=str(an_id(number)), day=day)
    assert await listed(world, "qihang", state="open") == [str(an_id(n)) for n in (2, 3, 1)]
    assert await listed(world, "qihang") == [str(an_id(n)) for n in (1, 3, 2)]
    assert await listed(world, "qihang", **{"from": days[2], "to": days[2]}) == [str(an_id(3))]
    assert await listed(world, "hejing", person=str(world.id("xiaoman"))) == []
    assert await listed(world, "hejing", kind="month") == []


async def test_opening_it_is_listed_to_whom_it_is_about(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    for name in ("hejing", "qihang"):
        await talk.read(name)
    log = await made(await world.as_("qihang").get(f"{API}/me/access-log"))
    assert [(one["reader"]["latin_name"], one["kind"]) for one in log["items"]] == [
        ("He Jing", "review")
    ]


async def test_facts_of_a_review_carry_no_word_of_it(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    await made(await talk.put("day", a_day("2026-03-25", "私事")))
    await made(await talk.put("skip", {"reason": "私事"}))

    def told(db: Session) -> list[tuple[str, Any]]:
        about = select(EventRow).where(col(EventRow.topic).startswith("review."))
        return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]

    found = world.store.read_now(told)
    assert [topic for topic, _ in found] == ["review.planned", "review.moved", "review.called_off"]
    assert "私事" not in str(found)
