"""The client sheet: versions, replays from a phone, and who is told."""

import pytest

from api.clients import queries
from tests.builders.people import an_id
from tests.builders.world import World
from tests.clients.sent import SHEET, a_sheet, add, hand_over, path, version, write

pytestmark = pytest.mark.anyio


async def test_a_stranger_cannot_write_a_sheet(world: World) -> None:
    await add(world, "xiaoman")
    for name in ("stranger", "qihang", "zhaohui", "admin"):
        assert (await write(world, name)).status_code == 404


async def test_a_client_nobody_prepared_has_an_empty_sheet(world: World) -> None:
    await add(world, "xiaoman")
    sheet = await world.as_("xiaoman").get(path("sheet"))
    assert sheet.headers["etag"] == '"0"'
    assert (sheet.json()["version"], sheet.json()["id"], sheet.json()["author"]) == (0, None, None)
    assert len(sheet.json()["missing"]) == 4


async def test_a_sheet_is_kept_as_it_was_written(world: World) -> None:
    await add(world, "xiaoman")
    written = await write(world, "xiaoman")
    assert written.status_code == 200
    stored = (await world.as_("xiaoman").get(path("sheet"))).json()
    assert stored == written.json()
    assert (stored["version"], stored["answers_ready"], stored["missing"]) == (1, 4, [])
    assert stored["questions"] == ["competitors"]
    assert stored["objections"]["items"] == a_sheet()["objections"]["items"]
    assert stored["amount"] == {"amount_minor": 5980000, "currency": "CNY"}
    assert stored["author"]["given_name"] == "小满"


async def test_the_client_shows_how_far_its_sheet_is(world: World) -> None:
    await add(world, "xiaoman")
    await write(world, "xiaoman", situation={"text": ""})
    client = (await world.as_("xiaoman").get(path())).json()
    assert client["sheet"] == {"version": 1, "answers_ready": 3, "missing": ["situation"]}
    assert client["version"] == 1


async def test_a_sheet_arriving_again_is_stored_once(world: World) -> None:
    await add(world, "xiaoman")
    first = await write(world, "xiaoman")
    again = await write(world, "xiaoman")
    assert again.json() == first.json()


async def test_a_sheet_arriving_again_after_a_newer_one_answers_its_own_version(
    world: World,
) -> None:
    await add(world, "xiaoman")
    first = await write(world, "xiaoman")
    await write(world, "hanxue", over=1, id=str(an_id(5)), goal="约合伙人")
    again = await write(world, "xiaoman")
    assert again.json() == first.json()
    newest = (await world.as_("xiaoman").get(path("sheet"))).json()
    assert (newest["version"], newest["goal"]) == (2, "约合伙人")


async def test_a_sheet_that_did_arrive_is_answered_even_after_the_client_moved(
    world: World,
) -> None:
    await add(world, "xiaoman")
    first = await write(world, "xiaoman")
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    again = await write(world, "xiaoman")
    assert again.json() == first.json()


async def test_a_sheet_written_offline_learns_that_the_client_moved(world: World) -> None:
    await add(world, "xiaoman")
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    phone = world.as_("xiaoman")
    for language, owner in {"zh-CN": "周启航", "en": "Zhou Qihang"}.items():
        sent = version(0) | {"Accept-Language": language}
        late = await phone.put(path("sheet"), json=a_sheet(), headers=sent)
        assert (late.status_code, late.json()["code"]) == (409, "client_moved")
        assert owner in late.json()["detail"]


async def test_another_sheet_under_the_same_id_is_refused(world: World) -> None:
    await add(world, "xiaoman")
    await write(world, "xiaoman")
    other = await write(world, "xiaoman", over=1, goal="别的")
    assert other.json()["code"] == "born_differently"


async def test_a_sheet_over_an_old_version_is_shown_the_newer_one(world: World) -> None:
    await add(world, "xiaoman")
    await write(world, "hanxue", id=str(an_id(5)), goal="约合伙人")
    late = await write(world, "xiaoman")
    assert late.status_code == 412
    assert late.json()["current"]["goal"] == "约合伙人"
    assert late.json()["current"]["author"]["given_name"] == "雪"


async def test_every_version_stays_with_its_author(world: World) -> None:
    await add(world, "xiaoman")
    await write(world, "xiaoman")
    await write(world, "hejing", over=1, id=str(an_id(5)))
    asked = {"limit": "1"}
    newest = (await world.as_("xiaoman").get(path("sheet", "versions"), params=asked)).json()
    older = (
        await world.as_("xiaoman").get(
            path("sheet", "versions"), params=asked | {"cursor": newest["next_cursor"]}
        )
    ).json()
    versions = newest["items"] + older["items"]
    assert [(one["version"], one["author"]["given_name"]) for one in versions] == [
        (2, "静"),
        (1, "小满"),
    ]
    assert older["next_cursor"] is None


async def test_a_sheet_holds_at_most_three_objections(world: World) -> None:
    await add(world, "xiaoman")
    said = {"words": "太贵了。", "answer": ""}
    four = [said | {"id": str(an_id(number))} for number in range(40, 44)]
    assert (await write(world, "xiaoman", objections={"items": four})).status_code == 422
    assert (await write(world, "xiaoman", objections={"items": four[:3]})).status_code == 200


async def test_an_objection_names_a_type_of_the_playbook_or_none(world: World) -> None:
    await add(world, "xiaoman")
    said = {"id": str(an_id(40)), "words": "风水不好", "answer": ""}
    unknown = await write(world, "xiaoman", objections={"items": [said | {"type_key": "fengshui"}]})
    assert unknown.json()["code"] == "objection_type_unknown"
    without = await write(world, "xiaoman", objections={"items": [said | {"type_key": None}]})
    assert without.status_code == 200


async def test_a_sheet_needs_the_version_it_was_written_over(world: World) -> None:
    await add(world, "xiaoman")
    answer = await world.as_("xiaoman").put(path("sheet"), json=a_sheet())
    assert answer.status_code == 428


async def test_a_sheet_of_another_client_is_not_answered_here(world: World) -> None:
    await add(world, "xiaoman")
    await add(world, "xiaoman", id=str(an_id(3)), name="海鸣五金", contacts=[])
    await write(world, "xiaoman")
    elsewhere = f"/api/v1/clients/{an_id(3)}/sheet"
    answer = await world.as_("xiaoman").put(elsewhere, json=a_sheet(), headers=version(0))
    assert answer.json()["code"] == "born_differently"


async def test_the_owner_is_told_who_opened_the_sheet(world: World) -> None:
    await add(world, "xiaoman")
    await world.as_("hanxue").get(path("sheet"))
    await world.as_("hanxue").get(path("sheet", "versions"))
    log = (await world.as_("xiaoman").get("/api/v1/me/access-log")).json()["items"]
    assert [(one["reader"]["given_name"], one["kind"], one["times"]) for one in log] == [
        ("雪", "client_sheet", 2)
    ]


async def test_a_snapshot_by_id_is_the_version_it_names(world: World) -> None:
    """What a drill keeps is what was played, whatever is written later."""
    await add(world, "xiaoman")
    await write(world, "xiaoman")
    await write(world, "xiaoman", over=1, id=str(an_id(5)), goal="别的")
    played = world.store.read_now(queries.sheet_version, world.organisation.id, SHEET)
    assert played is not None
    assert (played.version, played.goal) == (1, "约到看后台")
