"""早启动: what each one told the team about, and yesterday's thanks; nobody is counted and nothing else is shown."""

from datetime import date
from typing import Any

import pytest

from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, plan_visit
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
TUESDAY, WEDNESDAY = date(2026, 3, 24), date(2026, 3, 25)


async def morning(world: World, name: str, **asked: str) -> Json:
    return await made(await world.as_(name).get(f"{API}/today/kick-off", params=asked))


async def planned(world: World, name: str, *, day: date = TUESDAY, **other: Any) -> Json:
    rep = world.as_(name)
    return await plan_visit(rep, await add_client(rep), day=day.isoformat(), **other)


async def told(world: World, name: str, visit: Json, *, company: bool = False) -> Any:
    sent = {"visit_id": visit["id"], "wants_company": company}
    return await world.as_(name).put(f"{API}/kick-offs/{visit['day']}", json=sent)


async def test_each_tells_the_team_about_one_visit_by_the_clock(world: World) -> None:
    later = await planned(world, "xiaoman", planned_time="14:00", aim="约合伙人见面")
    early = await planned(world, "qihang", planned_time="09:30")
    await planned(world, "qihang", planned_time="08:30")
    await made(await told(world, "xiaoman", later, company=True))
    await made(await told(world, "qihang", early))
    tops = (await morning(world, "hejing"))["tops"]
    assert [(one["person"]["given_name"], one["planned_time"]) for one in tops] == [
        ("启航", "09:30"),
        ("小满", "14:00"),
    ]
    assert [one["wants_company"] for one in tops] == [False, True]
    assert tops[1]["aim"] == "约合伙人见面"
    assert (await morning(world, "dinglei"))["tops"] == []
    assert (await morning(world, "sumin"))["tops"] == []


async def test_told_again_it_is_another_visit_and_taken_back_it_is_gone(world: World) -> None:
    one, other = await planned(world, "xiaoman"), await planned(world, "xiaoman")
    await made(await told(world, "xiaoman", one))
    await made(await told(world, "xiaoman", other, company=True))
    [top] = (await morning(world, "qihang"))["tops"]
    assert (top["visit_id"], top["wants_company"]) == (other["id"], True)
    for _twice in range(2):
        gone = await world.as_("xiaoman").delete(f"{API}/kick-offs/{TUESDAY}")
        assert gone.status_code == 204
    assert (await morning(world, "qihang"))["tops"] == []


async def test_a_visit_that_was_moved_is_told_no_more(world: World) -> None:
    visit = await planned(world, "xiaoman")
    await made(await told(world, "xiaoman", visit))
    move = {"to_day": WEDNESDAY.isoformat(), "reason": "他在展会"}
    await made(await world.as_("xiaoman").put(f"{API}/visits/{visit['id']}/move", json=move))
    assert (await morning(world, "hejing"))["tops"] == []


async def test_the_morning_of_a_team_takes_as_few_statements_as_a_list(world: World) -> None:
    """Three of them read who asks, and in which calendar."""
    for name in ("xiaoman", "qihang", "hanxue"):
        await made(await told(world, name, await planned(world, name)))
    with statements(world) as asked:
        await morning(world, "hejing")
    assert len(asked) <= 6, asked


async def test_what_cannot_be_told_is_refused_with_a_sentence(world: World) -> None:
    tomorrow = await planned(world, "xiaoman", day=WEDNESDAY)
    sent = {"visit_id": tomorrow["id"]}
    another = await world.as_("xiaoman").put(f"{API}/kick-offs/{TUESDAY}", json=sent)
    assert another.json()["code"] == "visit_on_another_day"
    await made(await told(world, "xiaoman", tomorrow))
    reason = {"reason": "他出差了"}
    await made(
        await world.as_("xiaoman").put(f"{API}/visits/{tomorrow['id']}/cancellation", json=reason)
    )
    again = await told(world, "xiaoman", tomorrow, company=True)
    assert again.json()["code"] == "not_planned_any_more"
    world.clock.at("09:00", day=date(2026, 3, 26))
    over = await told(world, "xiaoman", tomorrow)
    assert over.json()["code"] == "morning_over"


async def test_thanks_are_those_since_the_working_day_before(world: World) -> None:
    tip = {"kind": "tip", "words": "先听再说"}
    share = await made(await world.as_("xiaoman").post(f"{API}/shares", json=tip))
    for name in ("qihang", "hanxue"):
        await made(await world.as_(name).put(f"{API}/shares/{share['id']}/taps/thanks"))
    await made(await world.as_("hejing").put(f"{API}/shares/{share['id']}/taps/nudge"))
    [thanks] = (await morning(world, "hejing", day=str(WEDNESDAY)))["thanks"]
    assert (thanks["to"]["given_name"], thanks["words"]) == ("小满", "先听再说")
    assert [one["given_name"] for one in thanks["by"]] == ["雪", "启航"]
    assert thanks["share_id"] == share["id"]
    assert (await morning(world, "dinglei", day=str(WEDNESDAY)))["thanks"] == []
    assert (await morning(world, "hejing", day="2026-03-26"))["thanks"] == []
