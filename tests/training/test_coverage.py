"""Coverage on two axes: what somebody has had, when last, and whom a team could still offer it to."""

import json

import pytest

from tests.builders.field import yuan
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.training.classes import Class, code

pytestmark = pytest.mark.anyio


async def of(world: World, name: str, *, by: str | None = None) -> Json:
    return await made(await world.as_(by or name).get(f"{API}/people/{world.id(name)}/coverage"))


def subject(found: Json, axis: str, key: str) -> Json:
    one: Json = next(one for one in found[axis] if one["key"] == key)
    return one


async def sells_voyage(world: World) -> None:
    name = {"zh": "远航版", "en": "Voyage"}
    given = {"key": "voyage", "name": name, "price": yuan(59_800)}
    await made(await world.as_("admin").post(f"{API}/products", json=given))


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    for where in (f"people/{world.id('xiaoman')}", f"teams/{world.team('gull').id}"):
        assert (await world.anonymous.get(f"{API}/{where}/coverage")).status_code == 401


async def test_what_was_not_had_yet_is_there_by_name_and_empty(world: World) -> None:
    await sells_voyage(world)
    found = await of(world, "xiaoman")
    assert [one["key"] for one in found["skills"]][:2] == ["opening", "discovery"]
    assert subject(found, "products", "voyage") == {
        "key": "voyage",
        "name": {"zh": "远航版", "en": "Voyage"},
        "last_class": None,
        "last_practice": None,
    }


async def test_a_class_covers_its_product_its_points_and_what_is_practised_after_it(
    world: World,
) -> None:
    await sells_voyage(world)
    lesson = Class(world)
    await lesson.plan(product_key="voyage")
    await made(await lesson.write_points())
    await made(await lesson.put("announcement"))
    await made(await lesson.put("holding", {"held_at": "2026-03-24T02:00:00Z"}))
    await made(await lesson.assign(type_key=None, skill_key="close"))
    await made(await lesson.mark("xiaoman"))
    had = {"session_id": lesson.id, "topic": "外贸公司够用了吗？", "day": "2026-03-24"}
    found = await of(world, "xiaoman")
    covered = (("products", "voyage"), ("skills", "objections"), ("skills", "close"))
    for axis, key in covered:
        assert subject(found, axis, key)["last_class"] == had
        assert subject(found, axis, key)["last_practice"] is None
    assert subject(found, "skills", "opening")["last_class"] is None
    await lesson.tried_at_a_visit("xiaoman")
    assert subject(await of(world, "xiaoman"), "skills", "close")["last_practice"] is None
    await made(await lesson.confirm("hanxue"))
    found = await of(world, "xiaoman")
    for axis, key in covered:
        assert subject(found, axis, key)["last_practice"] == had


async def test_whoever_missed_it_has_not_had_it_until_it_is_caught_up(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.assign(skill_key="close"))
    missed = {"reason": "展会", "make_up_day": "2026-03-27"}
    await made(await lesson.mark("xiaoman", "missed", **missed))
    assert subject(await of(world, "xiaoman"), "skills", "close")["last_class"] is None
    await made(await lesson.mark("xiaoman", "caught_up"))
    assert subject(await of(world, "xiaoman"), "skills", "close")["last_class"] is not None


async def test_it_is_read_by_the_rep_the_mentor_the_manager_and_the_trainer(world: World) -> None:
    address = f"{API}/people/{world.id('xiaoman')}/coverage"
    everybody = ("xiaoman", "hanxue", "qihang", "hejing", "zhaohui", "liqun", "sumin", "admin")
    opened = {n for n in everybody if (await world.as_(n).get(address)).status_code == 200}
    assert opened == {"xiaoman", "hanxue", "hejing", "sumin"}


async def test_a_team_names_who_has_not_had_it_by_name_and_sums_nobody_up(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.assign(skill_key="close"))
    await made(await lesson.mark("xiaoman"))
    address = f"{API}/teams/{world.team('gull').id}/coverage"
    found = await made(await world.as_("hejing").get(address))
    assert found == await made(await world.as_("sumin").get(address))
    names = [one["latin_name"] for one in subject(found, "skills", "close")["not_yet"]]
    assert names == ["Han Xue", "Zhou Qihang"]
    names = [one["latin_name"] for one in subject(found, "skills", "opening")["not_yet"]]
    assert names == ["Han Xue", "Lin Xiaoman", "Zhou Qihang"]
    assert found["skills"][0]["key"] == "opening"
    nobody = {key: subject(found, "skills", key)["nobody"] for key in ("close", "opening")}
    assert nobody == {"close": False, "opening": True}
    told = [one for one in _values(found) if not isinstance(one, bool)]
    numbers = [one for one in told if isinstance(one, int | float)]
    assert numbers == []
    for name in ("xiaoman", "hanxue", "zhaohui", "liqun", "admin"):
        assert (await world.as_(name).get(address)).status_code == 404, name


async def test_a_class_is_about_a_product_of_the_list(world: World) -> None:
    lesson = Class(world)
    unknown = lesson.new(product_key="nowhere")
    answer = await world.as_("hejing").post(f"{API}/sessions", json=unknown)
    assert code(answer) == (409, "product_unknown")
    await sells_voyage(world)
    assert (await lesson.plan(product_key="voyage"))["product_key"] == "voyage"


def _values(part: Json) -> list[object]:
    found: list[object] = []
    json.loads(json.dumps(part), object_hook=lambda one: found.extend(one.values()))
    return found
