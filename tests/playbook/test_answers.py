"""Answers over the wire: anybody adds one, authors put theirs right, trainer and admin keep them."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.playbook.said import an_answer, tell, visits_of

pytestmark = pytest.mark.anyio
ANSWERS = "/api/v1/playbook/answers"
EVERY_ROUTE = [
    ("GET", ""),
    ("POST", ""),
    ("GET", f"/{an_id(9)}"),
    ("PATCH", f"/{an_id(9)}"),
    ("PUT", f"/{an_id(9)}/check"),
    ("GET", f"/{an_id(9)}/uses"),
]
NINETY_DAYS_ON = "2026-06-22"
IN_A_ROUND = {"kind": "round", "id": str(an_id(77))}


async def add(world: World, name: str, number: int = 0, **other: Any) -> dict[str, Any]:
    answer = await world.as_(name).post(ANSWERS, json=an_answer(number, **other))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def change(world: World, name: str, row: dict[str, Any], **sent: Any) -> httpx.Response:
    version = {"If-Match": f'"{row["version"]}"'}
    return await world.as_(name).patch(f"{ANSWERS}/{row['id']}", json=sent, headers=version)


async def listed(world: World, **asked: str | list[str]) -> list[str]:
    answer = await world.as_("xiaoman").get(ANSWERS, params={"limit": "50", **asked})
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


async def best_of(world: World, key: str = "price") -> list[dict[str, Any]]:
    playbook = (await world.as_("xiaoman").get("/api/v1/playbook")).json()
    return next(one["best"] for one in playbook["objection_types"] if one["key"] == key)


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    answer = await world.anonymous.request(method, ANSWERS + address, json={})
    assert answer.status_code == 401


async def test_another_organisations_answers_are_not_found(world: World) -> None:
    ours = f"{ANSWERS}/{(await add(world, 'xiaoman'))['id']}"
    stranger, version = world.as_("stranger_admin"), {"If-Match": '"1"'}
    answers = [
        await stranger.get(ours),
        await stranger.get(f"{ours}/uses"),
        await stranger.patch(ours, json={"retired": True}, headers=version),
        await stranger.put(f"{ours}/check", json={}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4


async def test_every_type_begins_with_one_answer_of_the_playbooks_own(world: World) -> None:
    playbook = (await world.as_("xiaoman").get("/api/v1/playbook")).json()
    [first] = (await best_of(world, "noresult"))[:1]
    assert [len(one["best"]) for one in playbook["objection_types"]] == [1] * 12
    assert first == {
        "id": first["id"],
        "text": {
            "zh": "当时谁回询盘、多久回？先看那一步。",
            "en": "Who answered enquiries, and how fast? Look there first.",
        },
        "worked": 0,
        "partly": 0,
        "not_worked": 0,
        "check_on": NINETY_DAYS_ON,
        "due_for_check": False,
    }


async def test_anybodys_answer_is_kept_with_its_author_and_where_it_was_born(world: World) -> None:
    told = await add(world, "xiaoman", origin=IN_A_ROUND)
    author = told["author"]
    assert (author["id"], told["origin"]) == (str(world.id("xiaoman")), IN_A_ROUND)
    assert (told["type_key"], told["check_on"]) == ("price", NINETY_DAYS_ON)
    assert [one["id"] for one in await best_of(world)][1] == told["id"]


async def test_what_was_born_in_a_round_is_found_by_it(world: World) -> None:
    told = await add(world, "xiaoman", origin=IN_A_ROUND)
    await add(world, "qihang", 1)
    assert await listed(world, origin=IN_A_ROUND["id"]) == [told["id"]]
    assert await listed(world, origin=[str(an_id(78)), IN_A_ROUND["id"]]) == [told["id"]]
    assert await listed(world, origin=str(an_id(78))) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("按单算。", {"zh": "按单算。", "en": None}),
        ("  KP 是谁？ ", {"zh": "KP 是谁？", "en": None}),
        ("Count by order.", {"zh": None, "en": "Count by order."}),
        ({"en": "Count by order."}, {"zh": None, "en": "Count by order."}),
        ({"zh": "按单算。", "en": "By order."}, {"zh": "按单算。", "en": "By order."}),
    ],
)
async def test_one_string_is_kept_in_the_language_it_is_written_in(
    world: World, sent: Any, kept: Any
) -> None:
    assert (await add(world, "xiaoman", text=sent))["text"] == kept


@pytest.mark.parametrize(
    ("other", "pointer"),
    [
        ({"text": " "}, "/text"),
        ({"text": {}}, ""),
        ({"text": {"zh": None, "en": None}}, ""),
        ({"text": "问" * 501}, "/text"),
        ({"text": None}, "/text"),
        ({"text": 7}, "/text"),
        ({"origin": {"kind": "moment", "id": str(an_id(1))}}, "/origin"),
        ({"origin": {"kind": "visit"}}, "/origin"),
        ({"check_on": "2026-06-22"}, "/check_on"),
    ],
)
async def test_what_says_nothing_or_points_nowhere_is_refused(
    world: World, other: dict[str, Any], pointer: str
) -> None:
    answer = await world.as_("xiaoman").post(ANSWERS, json=an_answer(**other))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith(pointer)


async def test_an_answer_to_a_type_nobody_knows_is_refused(world: World) -> None:
    answer = await world.as_("xiaoman").post(ANSWERS, json=an_answer(type_key="weather"))
    assert (answer.status_code, answer.json()["code"]) == (409, "objection_type_unknown")


async def test_a_phone_that_sends_twice_stores_once(world: World) -> None:
    first = await add(world, "xiaoman")
    again = await world.as_("xiaoman").post(ANSWERS, json=an_answer())
    other = await world.as_("xiaoman").post(ANSWERS, json=an_answer(text="别的"))
    assert again.json() == first
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")
    assert (await listed(world, type="price")).count(first["id"]) == 1


async def test_a_replay_is_answered_also_when_its_words_were_put_right_meanwhile(
    world: World,
) -> None:
    first = await add(world, "xiaoman")
    changed = await change(world, "sumin", first, text="一单赚多少？")
    again = await world.as_("xiaoman").post(ANSWERS, json=an_answer())
    assert (again.status_code, again.json()) == (201, changed.json())


async def test_authors_put_their_own_words_right(world: World) -> None:
    own = await add(world, "xiaoman")
    changed = await change(world, "xiaoman", own, text="一单赚多少？")
    assert changed.json() == own | {"text": {"zh": "一单赚多少？", "en": None}, "version": 2}


async def test_their_own_use_of_it_does_not_take_it_from_them(world: World) -> None:
    own = await add(world, "xiaoman")
    await visits_of(world, "xiaoman", 1)
    tell(world, "xiaoman", 1, {own["id"]: "answered"})
    assert (await change(world, "xiaoman", own, text="一单赚多少？")).is_success


async def test_words_that_others_say_already_stay(world: World) -> None:
    own = await add(world, "xiaoman")
    await visits_of(world, "qihang", 1)
    tell(world, "qihang", 1, {own["id"]: "not_answered"})
    refused = await change(world, "xiaoman", own, text="一单赚多少？")
    assert (refused.status_code, refused.json()["code"]) == (409, "answer_in_use")
    tell(world, "qihang", 1, {})
    assert (await change(world, "xiaoman", own, text="一单赚多少？")).is_success


@pytest.mark.parametrize("name", ["qihang", "hejing", "liqun"])
async def test_others_do_not_change_what_is_not_theirs(world: World, name: str) -> None:
    own = await add(world, "xiaoman")
    refused = await change(world, name, own, text="别的")
    assert (refused.status_code, refused.json()["code"]) == (403, "playbook_not_yours")


async def test_authors_do_not_retire_and_nobody_but_the_keepers_says_still_good(
    world: World,
) -> None:
    own = await add(world, "xiaoman")
    retired = await change(world, "xiaoman", own, retired=True)
    checked = await world.as_("xiaoman").put(f"{ANSWERS}/{own['id']}/check", json={})
    assert [retired.status_code, checked.status_code] == [403, 403]


async def test_a_translation_is_laid_beside_the_words_that_stand(world: World) -> None:
    own = await add(world, "xiaoman", text="按单算。")
    both = (await change(world, "sumin", own, text={"en": "Count by order."})).json()
    assert both["text"] == {"zh": "按单算。", "en": "Count by order."}
    one = (await change(world, "sumin", both, text={"zh": None})).json()
    assert one["text"] == {"zh": None, "en": "Count by order."}
    none = await change(world, "sumin", one, text={"en": None})
    assert (none.status_code, none.json()["code"]) == (409, "answer_needs_words")


async def test_a_retired_answer_keeps_its_counts_and_is_no_longer_offered(world: World) -> None:
    own = await add(world, "xiaoman")
    await visits_of(world, "qihang", 1)
    tell(world, "qihang", 1, {own["id"]: "answered"})
    retired = (await change(world, "admin", own, retired=True)).json()
    assert (retired["retired"], retired["worked"]) == (True, 1)
    assert own["id"] not in [one["id"] for one in await best_of(world)]
    assert await listed(world, type="price", state="retired") == [own["id"]]
    assert own["id"] not in await listed(world, type="price")
    back = await change(world, "admin", retired, retired=False)
    assert (await best_of(world))[0]["id"] == back.json()["id"]


async def test_a_change_of_an_old_version_is_shown_what_is_stored_now(world: World) -> None:
    own = await add(world, "xiaoman")
    await change(world, "xiaoman", own, text="一单赚多少？")
    late = await change(world, "admin", own, retired=True)
    assert (late.status_code, late.json()["current"]["text"]["zh"]) == (412, "一单赚多少？")


async def test_an_answer_is_due_on_its_day_until_somebody_says_that_it_is_still_good(
    world: World,
) -> None:
    own = await add(world, "xiaoman")
    world.clock.at("09:00", day=date(2026, 6, 21))
    assert await listed(world, state="due") == []
    world.clock.at("00:30", day=date(2026, 6, 22))
    assert own["id"] in await listed(world, state="due", type="price")
    assert (await best_of(world))[0]["due_for_check"] is True
    checked = await world.as_("sumin").put(f"{ANSWERS}/{own['id']}/check", json={})
    assert (checked.json()["check_on"], checked.json()["due_for_check"]) == ("2026-09-20", False)
    assert own["id"] not in await listed(world, state="due")
    assert len(await listed(world, state="due")) == 12


async def test_the_keeper_may_choose_an_earlier_look_but_no_day_that_is_over(world: World) -> None:
    own = await add(world, "xiaoman")
    where, sumin = f"{ANSWERS}/{own['id']}/check", world.as_("sumin")
    tomorrow = (world.today + timedelta(days=1)).isoformat()
    assert (await sumin.put(where, json={"check_on": tomorrow})).json()["check_on"] == tomorrow
    today = await sumin.put(where, json={"check_on": world.today.isoformat()})
    assert (today.status_code, today.json()["code"]) == (409, "check_is_later")


async def test_the_one_that_waits_longest_for_a_look_is_listed_first(world: World) -> None:
    own = await add(world, "xiaoman")
    soon = (world.today + timedelta(days=1)).isoformat()
    await world.as_("sumin").put(f"{ANSWERS}/{own['id']}/check", json={"check_on": soon})
    assert (await listed(world))[0] == own["id"]
    assert len(await listed(world)) == 13
    assert await listed(world, type="weather") == []
