"""The playbook over the wire: read by everybody, kept by trainer and admin."""

from typing import Any

import httpx
import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.playbook.said import an_answer
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
PLAYBOOK = "/api/v1/playbook"
BEHAVIOUR = {
    "id": str(an_id(1)),
    "text": {"zh": "先谢谢他说实话", "en": "Thanks them for being frank"},
}
KIND = {
    "id": str(an_id(2)),
    "key": "tariff",
    "name": {"zh": "关税", "en": "Tariffs"},
    "short": {"zh": "关税高", "en": "Tariffs"},
    "words": {"zh": "关税这么高，谁还买？", "en": "Who buys with these tariffs?"},
    "answer": {
        "zh": "哪个国家不受影响？先看那里。",
        "en": "Which country is not touched? Start there.",
    },
}
EVERY_ROUTE = [
    ("GET", ""),
    ("PATCH", f"/skills/{an_id(9)}"),
    ("POST", "/behaviours"),
    ("PATCH", f"/behaviours/{an_id(9)}"),
    ("POST", "/objection-types"),
    ("PATCH", f"/objection-types/{an_id(9)}"),
]


async def read(world: World, name: str = "xiaoman") -> dict[str, Any]:
    answer = await world.as_(name).get(PLAYBOOK)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def skill(world: World, key: str, name: str = "xiaoman") -> dict[str, Any]:
    skills = (await read(world, name))["skills"]
    return next(one for one in skills if one["key"] == key)


async def change(
    world: World, who: str, part: str, row: dict[str, Any], **sent: Any
) -> httpx.Response:
    return await world.as_(who).patch(
        f"{PLAYBOOK}/{part}/{row['id']}", json=sent, headers={"If-Match": f'"{row["version"]}"'}
    )


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    answer = await world.anonymous.request(method, PLAYBOOK + address, json={})
    assert answer.status_code == 401


async def test_another_organisations_parts_are_not_found(world: World) -> None:
    objections = await skill(world, "objections")
    kind = (await read(world))["objection_types"][0]
    renamed = {"zh": "别", "en": "x"}
    answers = [
        await change(world, "stranger_admin", "skills", objections, name=renamed),
        await change(
            world, "stranger_admin", "behaviours", objections["behaviours"][0], text=renamed
        ),
        await change(world, "stranger_admin", "objection-types", kind, name=renamed),
        await world.as_("stranger_admin").post(
            f"{PLAYBOOK}/behaviours", json=BEHAVIOUR | {"skill_id": objections["id"]}
        ),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]


async def test_an_organisation_starts_with_six_skills_and_twelve_objections(world: World) -> None:
    found = await read(world)
    assert [one["key"] for one in found["skills"]] == [
        "opening",
        "discovery",
        "presentation",
        "objections",
        "close",
        "collection",
    ]
    assert {len(one["behaviours"]) for one in found["skills"]} == {5}
    assert [one["key"] for one in found["objection_types"]] == [
        "price",
        "noresult",
        "thinking",
        "trader",
        "partner",
        "fair",
        "staff",
        "season",
        "trust",
        "competitor",
        "timing",
        "refund",
    ]


async def test_the_whole_playbook_fits_a_phone_and_costs_six_statements(world: World) -> None:
    phone = world.as_("xiaoman")
    with statements(world) as asked:
        answer = await phone.get(PLAYBOOK)
    assert len(asked) <= 6
    assert len(answer.content) <= 20_000
    assert answer.headers["etag"] == f'"{answer.json()["version"]}"'


async def test_fifty_more_answers_make_the_playbook_no_larger(world: World) -> None:
    """Two of a kind are offered; the rest is asked for when somebody wants it."""
    rep = world.as_("xiaoman")
    for number in range(2):
        await rep.post(f"{PLAYBOOK}/answers", json=an_answer(number))
    before = await rep.get(PLAYBOOK)
    for number in range(2, 52):
        await rep.post(f"{PLAYBOOK}/answers", json=an_answer(number))
    with statements(world) as asked:
        after = await rep.get(PLAYBOOK)
    assert len(asked) <= 6
    assert len(after.content) - len(before.content) <= 3
    assert after.json()["version"] > before.json()["version"]


@pytest.mark.parametrize("name", ["xiaoman", "hejing", "liqun"])
async def test_others_than_trainer_and_admin_do_not_edit(world: World, name: str) -> None:
    objections = await skill(world, "objections")
    kind = (await read(world))["objection_types"][0]
    new = await world.as_(name).post(f"{PLAYBOOK}/objection-types", json=KIND)
    behaviour = BEHAVIOUR | {"skill_id": objections["id"]}
    answers = [
        new,
        await world.as_(name).post(f"{PLAYBOOK}/behaviours", json=behaviour),
        await change(world, name, "skills", objections, name={"zh": "别", "en": "x"}),
        await change(world, name, "behaviours", objections["behaviours"][0], retired=True),
        await change(world, name, "objection-types", kind, retired=True),
    ]
    assert [answer.status_code for answer in answers] == [403] * 5
    assert new.json()["code"] == "playbook_not_yours"


async def test_a_skill_is_renamed(world: World) -> None:
    close = await skill(world, "close")
    named = {"zh": "签单", "en": "Signing"}
    answer = await change(world, "sumin", "skills", close, name=named)
    assert (answer.status_code, answer.json()["name"]) == (200, named)


async def test_a_new_behaviour_goes_to_the_end_of_its_skill(world: World) -> None:
    close = await skill(world, "close")
    sent = BEHAVIOUR | {"skill_id": close["id"]}
    first = await world.as_("sumin").post(f"{PLAYBOOK}/behaviours", json=sent)
    again = await world.as_("sumin").post(f"{PLAYBOOK}/behaviours", json=sent)
    assert first.status_code == 201
    assert again.json() == first.json()
    texts = [one["text"]["zh"] for one in (await skill(world, "close"))["behaviours"]]
    assert (len(texts), texts[-1]) == (6, "先谢谢他说实话")


async def test_a_retired_part_stays_for_old_drills(world: World) -> None:
    first = (await skill(world, "close"))["behaviours"][0]
    kind = (await read(world))["objection_types"][0]
    await change(world, "sumin", "behaviours", first, retired=True)
    await change(world, "admin", "objection-types", kind, retired=True)
    assert (await skill(world, "close"))["behaviours"][0]["retired"]
    assert (await read(world))["objection_types"][0]["retired"]


async def test_the_order_of_behaviours_is_the_trainers(world: World) -> None:
    last = (await skill(world, "close"))["behaviours"][-1]
    await change(world, "sumin", "behaviours", last, position=1)
    first_two = (await skill(world, "close"))["behaviours"][:2]
    assert last["text"] in [one["text"] for one in first_two]


async def test_a_text_is_never_in_one_language_only(world: World) -> None:
    close = await skill(world, "close")
    answer = await change(world, "sumin", "skills", close, name={"zh": "签单"})
    assert answer.status_code == 422
    cleared = await change(world, "sumin", "behaviours", close["behaviours"][0], text=None)
    assert cleared.status_code == 422


async def test_a_new_objection_type_is_offered_last_and_arrives_once(world: World) -> None:
    first = await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=KIND)
    again = await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=KIND)
    assert first.status_code == 201
    assert again.json() == first.json()
    assert [one["key"] for one in (await read(world))["objection_types"]][-1] == "tariff"


async def test_other_content_under_the_same_id_is_refused(world: World) -> None:
    await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=KIND)
    other = await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=KIND | {"key": "tax"})
    assert other.json()["code"] == "born_differently"


async def test_a_key_is_used_once(world: World) -> None:
    taken = KIND | {"key": "price"}
    answer = await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=taken)
    assert (answer.status_code, answer.json()["code"]) == (409, "key_taken")


async def test_the_words_of_a_type_are_changed_and_the_rest_stays(world: World) -> None:
    price = (await read(world))["objection_types"][0]
    line = {"zh": "太贵了吧。", "en": "That is a lot."}
    changed = await change(world, "sumin", "objection-types", price, words=line)
    assert changed.json() == price | {"words": line, "version": price["version"] + 1}


async def test_the_answer_a_type_comes_with_is_its_first_one_and_the_playbooks_own(
    world: World,
) -> None:
    added = (await world.as_("sumin").post(f"{PLAYBOOK}/objection-types", json=KIND)).json()
    [first] = added["best"]
    assert first["text"] == KIND["answer"]
    told = (await world.as_("xiaoman").get(f"{PLAYBOOK}/answers/{first['id']}")).json()
    assert (told["type_key"], told["author"]) == ("tariff", None)
    again = await change(world, "sumin", "objection-types", added, answer=KIND["answer"])
    assert again.status_code == 422


async def test_a_change_of_an_old_version_is_shown_what_is_stored_now(world: World) -> None:
    price = (await read(world))["objection_types"][0]
    await change(world, "sumin", "objection-types", price, short={"zh": "贵", "en": "Dear"})
    late = await change(world, "admin", "objection-types", price, retired=True)
    assert late.status_code == 412
    current = late.json()["current"]
    assert (current["short"], current["best"]) == ({"zh": "贵", "en": "Dear"}, price["best"])


async def test_the_version_grows_with_every_edit(world: World) -> None:
    versions = [(await read(world))["version"]]
    close = await skill(world, "close")
    behaviour = BEHAVIOUR | {"skill_id": close["id"]}
    await world.as_("sumin").post(f"{PLAYBOOK}/behaviours", json=behaviour)
    versions.append((await read(world))["version"])
    await change(world, "sumin", "skills", close, name={"zh": "签单", "en": "Signing"})
    versions.append((await read(world))["version"])
    assert versions == sorted(set(versions))


async def test_one_organisations_edits_are_not_anothers(world: World) -> None:
    before = await read(world, "stranger")
    await change(
        world, "sumin", "skills", await skill(world, "close"), name={"zh": "签", "en": "Sign"}
    )
    assert await read(world, "stranger") == before
