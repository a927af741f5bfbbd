"""The case library 案例库: curated and masked, read by the whole company, looked at again, used at visits."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.field import add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import API, CASES, SHARES, a_case, curated, parts, sign, tell_deal

pytestmark = pytest.mark.anyio
READERS = {"xiaoman", "qihang", "hejing", "dinglei", "zhaohui", "liqun", "sumin"}


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("case."))
    return [(row.topic, row.payload) for row in db.exec(about)]


async def listed(world: World, name: str, **asked: str) -> list[str]:
    found = await made(await world.as_(name).get(CASES, params=asked))
    return [one["id"] for one in found["items"]]


async def visited(world: World, name: str = "dinglei", number: int = 9) -> str:
    """A visit that was checked in at; answers its id."""
    client = await add_client(world.as_(name), number)
    return str((await made(await check_in(world.as_(name), client, visit=number)))["id"])


async def used(world: World, case: str, visit: str, result: str, name: str = "dinglei") -> Any:
    path = f"{CASES}/{case}/uses/{visit}"
    return await world.as_(name).put(path, json={"result": result})


async def test_the_draft_shows_each_text_before_and_after_with_names_and_sums_masked(
    world: World,
) -> None:
    share = await tell_deal(world)
    draft = await made(await world.as_("hejing").get(f"{SHARES}/{share['id']}/case-draft"))
    after = {part["key"]: part["after"] for part in draft["parts"]}
    assert after == {
        "found": "隔壁厂的对方带我过去的，第一次只坐了五分钟。",
        "followed_up": "去了三次，第二次只看了他以前的询盘。",
        "problems": "这家客户的对方说“以前做过，没效果”，我问他当时谁回询盘。",
        "signed": "他侄女周五到岗，×× 当天签。",
    }
    assert draft["parts"][3]["before"].startswith("暖屿灯饰1的吴建平")
    assert draft["tags"] == [
        {"kind": "objection", "value": "noresult"},
        {"kind": "industry", "value": "灯具"},
        {"kind": "grade", "value": "A"},
    ]


async def test_the_whole_company_reads_a_case_and_who_keeps_settings_does_not(
    world: World,
) -> None:
    case = await curated(world)
    everybody = READERS | {"admin", "stranger", "stranger_admin"}
    path = f"{CASES}/{case['id']}"
    opened = {n for n in everybody if (await world.as_(n).get(path)).status_code == 200}
    found = {name for name in everybody if await listed(world, name)}
    assert opened == found == READERS
    assert (await made(await world.as_("dinglei").get(path)))["share_id"] is None
    assert (await made(await world.as_("qihang").get(path)))["share_id"] == case["share_id"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "暖屿灯饰1是怎么签的"},
        {"parts": parts(problems="我们和暖屿灯饰1谈了三次")},
        {"parts": parts(problems="吴建平说没效果")},
        {"title": "远山五金的老办法"},
        {"tags": [{"kind": "industry", "value": "远山五金"}]},
    ],
)
async def test_a_text_that_still_names_a_client_of_anybodys_is_refused(
    world: World, other: dict[str, Any]
) -> None:
    await add_client(world.as_("dinglei"), 5, name="远山五金")
    share = await tell_deal(world)
    answer = await world.as_("hejing").post(CASES, json=a_case(share, **other))
    assert (answer.status_code, answer.json()["code"]) == (409, "case_names_client")
    assert await listed(world, "hejing") == []


async def test_a_correction_is_looked_through_as_well(world: World) -> None:
    case = await curated(world)
    version = {"If-Match": f'"{case["version"]}"'}
    path = f"{CASES}/{case['id']}"
    sent = {"title": "暖屿灯饰1"}
    answer = await world.as_("hejing").patch(path, json=sent, headers=version)
    assert (answer.status_code, answer.json()["code"]) == (409, "case_names_client")
    assert (await made(await world.as_("hejing").get(path)))["title"] == case["title"]


async def test_a_manager_curates_the_own_teams_shares_and_a_trainer_what_is_offered(
    world: World,
) -> None:
    share = await tell_deal(world)
    refused = {
        name: (await world.as_(name).post(CASES, json=a_case(share))).status_code
        for name in ("xiaoman", "qihang", "zhaohui", "sumin", "admin")
    }
    assert refused == {"xiaoman": 403, "qihang": 403, "zhaohui": 404, "sumin": 404, "admin": 404}
    await made(await world.as_("xiaoman").put(f"{SHARES}/{share['id']}/offer"))
    made_by_trainer = await made(await world.as_("sumin").post(CASES, json=a_case(share)))
    assert made_by_trainer["author"]["id"] == str(world.id("xiaoman"))
    assert made_by_trainer["owner"]["id"] == str(world.id("sumin"))
    again = await world.as_("hejing").post(CASES, json=a_case(share, 2))
    assert (again.status_code, again.json()["code"]) == (409, "share_curated_already")


async def test_a_case_sent_twice_is_there_once(world: World) -> None:
    share = await tell_deal(world)
    first, again = [
        await made(await world.as_("hejing").post(CASES, json=a_case(share))) for _ in range(2)
    ]
    assert first == again
    assert len(world.store.read_now(facts)) == 1


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        ("询", 1),
        ("谁回询盘", 1),
        ("询谁", 0),
        ("灯", 1),
        ("WhatsApp", 1),
        ("w", 1),
        ("whatsup", 0),
        ("%", 0),
    ],
)
async def test_it_is_found_from_one_character_up_in_chinese_and_english(
    world: World, asked: str, times: int
) -> None:
    said = parts(problems="当时谁回询盘？We looked at his WhatsApp together.")
    case = await curated(world, parts=said)
    assert await listed(world, "dinglei", q=asked) == [case["id"]] * times


async def test_it_is_narrowed_by_its_tags(world: World) -> None:
    case = await curated(world)
    assert await listed(world, "dinglei", objection="noresult", industry="灯具") == [case["id"]]
    assert await listed(world, "dinglei", objection="price") == []
    assert await listed(world, "dinglei", stage="collecting") == []
    unknown = a_case({"id": case["share_id"]}, 2, tags=[{"kind": "objection", "value": "nobody"}])
    assert (await world.as_("hejing").post(CASES, json=unknown)).status_code == 409


async def test_it_returns_to_its_owner_for_a_look_after_ninety_days(world: World) -> None:
    case = await curated(world)
    assert case["check_on"] == "2026-06-22"
    assert await listed(world, "hejing", due="true") == []
    world.clock.let_pass(days=90)
    assert await listed(world, "hejing", due="true") == [case["id"]]
    assert await listed(world, "sumin", due="true") == []
    path = f"{CASES}/{case['id']}/check"
    early = await world.as_("hejing").put(path, json={"check_on": "2026-06-22"})
    assert (early.status_code, early.json()["code"]) == (409, "case_check_is_later")
    checked = await made(await world.as_("hejing").put(path, json={"check_on": "2026-07-01"}))
    assert (checked["check_on"], checked["due_for_check"]) == ("2026-07-01", False)
    assert await listed(world, "hejing", due="true") == []


async def test_whoever_told_it_may_have_it_retired_and_nothing_else(world: World) -> None:
    case = await curated(world)
    path, version = f"{CASES}/{case['id']}", {"If-Match": f'"{case["version"]}"'}
    for name, sent in (("xiaoman", {"title": "别的"}), ("qihang", {"retired": True})):
        answer = await world.as_(name).patch(path, json=sent, headers=version)
        assert (answer.status_code, answer.json()["code"]) == (403, "case_not_yours")
    gone = await world.as_("xiaoman").patch(path, json={"retired": True}, headers=version)
    assert (await made(gone))["retired"] is True
    assert await listed(world, "dinglei") == []
    assert await listed(world, "dinglei", retired="true") == [case["id"]]
    unused = await used(world, case["id"], await visited(world), "worked")
    assert (unused.status_code, unused.json()["code"]) == (409, "case_retired")


async def test_used_at_a_visit_it_counts_once_and_the_last_word_stands(world: World) -> None:
    case, visit = await curated(world), await visited(world)
    await made(await used(world, case["id"], visit, "partly"))
    told = await made(await used(world, case["id"], visit, "worked"))
    assert (told["worked"], told["partly"], told["not_worked"]) == (1, 0, 0)
    other = await visited(world, "qihang", 8)
    told = await made(await used(world, case["id"], other, "not", "qihang"))
    assert (told["worked"], told["partly"], told["not_worked"]) == (1, 0, 1)


async def test_its_author_is_told_who_used_it_and_nobody_else_is(world: World) -> None:
    case, visit = await curated(world), await visited(world)
    await made(await used(world, case["id"], visit, "worked"))
    use = {"result": "worked", "day": "2026-03-24"}
    own = await made(await world.as_("xiaoman").get(f"{CASES}/{case['id']}"))
    [seen] = own["uses"]
    assert seen == {"by": seen["by"]} | use
    assert seen["by"]["id"] == str(world.id("dinglei"))
    for name in READERS - {"xiaoman"}:
        other = await world.as_(name).get(f"{CASES}/{case['id']}")
        assert other.json()["uses"] == []
        assert (await made(await world.as_(name).get(f"{API}/me/case-uses")))["items"] == []
    [told] = (await made(await world.as_("xiaoman").get(f"{API}/me/case-uses")))["items"]
    assert told["case"] == {"id": case["id"], "title": case["title"]}
    assert (told["by"], told["result"]) == (seen["by"], "worked")
    assert "visit" not in str(told)


async def test_it_counts_at_a_visit_of_ones_own_that_was_told(world: World) -> None:
    case = await curated(world)
    client = await add_client(world.as_("dinglei"), 9)
    plan = {"id": str(an_id(90)), "client_id": client, "day": "2026-03-25", "purpose": "first"}
    await made(await world.as_("dinglei").post(f"{API}/visits", json=plan))
    early = await used(world, case["id"], str(an_id(90)), "worked")
    assert (early.status_code, early.json()["code"]) == (409, "tell_the_visit_first")
    visit = await visited(world, "qihang", 8)
    manager = await used(world, case["id"], visit, "worked", "hejing")
    assert (manager.status_code, manager.json()["code"]) == (409, "tell_the_visit_first")
    assert (await used(world, case["id"], visit, "worked", "dinglei")).status_code == 404


async def test_ones_own_case_counts_when_somebody_else_uses_it(world: World) -> None:
    case, visit = await curated(world), await visited(world, "xiaoman")
    answer = await used(world, case["id"], visit, "worked", "xiaoman")
    assert (answer.status_code, answer.json()["code"]) == (409, "own_case")


async def test_facts_tell_of_a_case_and_name_neither_words_nor_who_used_it(world: World) -> None:
    case, visit = await curated(world), await visited(world)
    await made(await used(world, case["id"], visit, "worked"))
    assert world.store.read_now(facts) == [
        ("case.curated", {"case_id": case["id"], "share_id": case["share_id"]}),
        ("case.used", {"case_id": case["id"], "result": "worked"}),
    ]


async def test_a_tip_becomes_a_case_of_one_part(world: World) -> None:
    tip = {"kind": "tip", "words": "先问他去年谁回询盘。", "type_key": "noresult"}
    share = await made(await world.as_("xiaoman").post(SHARES, json=tip))
    draft = await made(await world.as_("hejing").get(f"{SHARES}/{share['id']}/case-draft"))
    [part] = draft["parts"]
    assert (part["key"], part["after"]) == ("lesson", tip["words"])
    told = a_case(share, parts=parts(lesson=part["after"]), tags=draft["tags"])
    assert (await made(await world.as_("hejing").post(CASES, json=told)))["parts"] == told["parts"]


async def test_what_was_not_told_is_nobodys_case(world: World) -> None:
    await sign(world, "hejing", 3)
    begun = await world.as_("hejing").get(SHARES, params={"state": "prompted"})
    [share] = (await made(begun))["items"]
    answer = await world.as_("hejing").post(CASES, json=a_case(share))
    assert (answer.status_code, answer.json()["code"]) == (409, "share_not_published")
