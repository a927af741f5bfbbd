"""Who belongs to the organisation: the directory, adding, changing, letting go, and me."""

import re
from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World

LEFT = "/api/v1/people?state=disabled"


def a_new_rep(world: World, **other: Any) -> dict[str, Any]:
    return {
        "id": str(an_id(1)),
        "login": "Xin.Ren",
        "family_name": "新",
        "given_name": "人",
        "role": "rep",
        "team_id": str(world.team("gull").id),
        "joined_on": "2026-03-24",
        **other,
    }


async def test_everybody_finds_everybody_of_the_own_organisation_by_name(world: World) -> None:
    found = (await world.as_("xiaoman").get("/api/v1/people")).json()
    assert [person["latin_name"] for person in found["items"]] == [
        "Chen Yi",
        "Ding Lei",
        "Han Xue",
        "He Jing",
        "Lin Xiaoman",
        "Ma Zhaohui",
        "Shen Liqun",
        "Su Min",
        "Zhou Qihang",
    ]


async def test_the_directory_tells_no_login_and_no_date(world: World) -> None:
    found = (await world.as_("xiaoman").get("/api/v1/people")).json()
    assert set(found["items"][0]) == {
        "id",
        "family_name",
        "given_name",
        "latin_name",
        "role",
        "team_id",
        "newcomer",
        "invitation_accepted",
    }


async def test_the_directory_can_be_narrowed_to_a_team(world: World) -> None:
    rep, lighthouse = world.as_("xiaoman"), world.team("lighthouse").id
    mine = (await rep.get("/api/v1/people", params={"team": "mine"})).json()["items"]
    other = (await rep.get("/api/v1/people", params={"team": str(lighthouse)})).json()["items"]
    assert [person["given_name"] for person in mine] == ["雪", "静", "小满", "启航"]
    assert [person["given_name"] for person in other] == ["磊", "朝晖"]


async def test_the_directory_comes_in_pages(world: World) -> None:
    rep, names, cursor = world.as_("xiaoman"), [], None
    for _ in range(5):
        asked = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await rep.get("/api/v1/people", params=asked)).json()
        names += [person["latin_name"] for person in page["items"]]
        cursor = page["next_cursor"]
    assert cursor is None
    assert len(names) == len(set(names)) == 9


async def test_somebody_who_left_is_no_longer_in_the_directory(world: World) -> None:
    where = f"/api/v1/people/{world.id('qihang')}/disabled"
    await world.as_("hejing").put(where, json={"reason": "Left"})
    found = (await world.as_("xiaoman").get("/api/v1/people")).json()
    assert "Zhou Qihang" not in [person["latin_name"] for person in found["items"]]


async def test_me_shows_team_manager_and_mentor(world: World) -> None:
    me = (await world.as_("xiaoman").get("/api/v1/me")).json()
    assert me["team"] == {"id": str(world.team("gull").id), "name": {"zh": "海鸥", "en": "Gull"}}
    assert me["manager"]["latin_name"] == "He Jing"
    assert me["mentor"]["latin_name"] == "Han Xue"
    assert me["apprentices"] == []
    assert me["organisation"]["evening_opens"] == "18:30"
    assert [grade["key"] for grade in me["organisation"]["grades"]] == ["A0", "A1", "A", "B", "C"]


async def test_me_shows_a_mentor_the_apprentices_and_a_manager_the_region(world: World) -> None:
    mentor = (await world.as_("hanxue").get("/api/v1/me")).json()
    manager = (await world.as_("hejing").get("/api/v1/me")).json()
    assert [one["latin_name"] for one in mentor["apprentices"]] == ["Lin Xiaoman"]
    assert manager["manager"]["latin_name"] == "Shen Liqun"


async def test_somebody_without_a_team_still_has_a_me(world: World) -> None:
    me = (await world.as_("admin").get("/api/v1/me")).json()
    assert (me["team"], me["manager"], me["mentor"]) == (None, None, None)


async def test_i_choose_my_language(world: World) -> None:
    rep = world.as_("xiaoman")
    before = await rep.get("/api/v1/me")
    version = {"if-match": before.headers["etag"]}
    after = await rep.patch("/api/v1/me", json={"language": "en"}, headers=version)
    assert after.json()["language"] == "en"
    assert after.headers["etag"] != before.headers["etag"]
    stale = await rep.patch("/api/v1/me", json={"language": "zh-CN"}, headers=version)
    assert stale.status_code == 412
    assert stale.json()["current"]["language"] == "en"
    assert (await rep.patch("/api/v1/me", json={"language": "en"})).status_code == 428


async def test_i_can_go_back_to_the_language_of_the_phone(world: World) -> None:
    rep = world.as_("xiaoman")
    for language in ("en", None):
        version = {"if-match": (await rep.get("/api/v1/me")).headers["etag"]}
        await rep.patch("/api/v1/me", json={"language": language}, headers=version)
        assert (await rep.get("/api/v1/me")).json()["language"] == language


async def test_a_new_person_speaks_as_the_phone_does(world: World) -> None:
    """Whoever was added got the account's Chinese, and an English phone flipped at the first sign-in."""
    answer = await world.as_("hejing").post("/api/v1/people", json=a_new_rep(world))
    assert answer.json()["language"] is None


@pytest.mark.parametrize("chosen", [None, "zh-CN", "en"])
async def test_a_refusal_is_said_in_the_language_the_phone_asks_for(
    world: World, chosen: str | None
) -> None:
    """The phone knows what stands on its screen; the account's own choice has reached it already."""
    rep = world.as_("xiaoman")
    version = {"if-match": (await rep.get("/api/v1/me")).headers["etag"]}
    await rep.patch("/api/v1/me", json={"language": chosen}, headers=version)
    said = {}
    for language in ("zh-CN,zh;q=0.9", "en-GB,en;q=0.9,zh;q=0.5"):
        asked = {"Accept-Language": language}
        answer = await rep.get(f"/api/v1/people/{an_id(9)}", headers=asked)
        said[language[:2]] = answer.json()["detail"]
    assert re.search("[\u4e00-\u9fff]", said["zh"])
    assert said["en"].isascii()


async def test_a_manager_adds_a_rep_to_the_own_team(world: World) -> None:
    answer = await world.as_("hejing").post("/api/v1/people", json=a_new_rep(world))
    assert answer.status_code == 201
    told = answer.json()
    assert (told["id"], told["login"], told["latin_name"]) == (str(an_id(1)), "xin.ren", "Xin Ren")


async def test_a_person_sent_twice_is_added_once(world: World) -> None:
    manager = world.as_("hejing")
    first = await manager.post("/api/v1/people", json=a_new_rep(world))
    again = await manager.post("/api/v1/people", json=a_new_rep(world))
    assert again.json() == first.json()
    other = await manager.post("/api/v1/people", json=a_new_rep(world, given_name="别人"))
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_a_manager_cannot_add_to_another_team_nor_another_manager(world: World) -> None:
    manager, elsewhere = world.as_("hejing"), str(world.team("lighthouse").id)
    for other in ({"team_id": elsewhere}, {"team_id": None}, {"role": "manager"}):
        answer = await manager.post("/api/v1/people", json=a_new_rep(world, **other))
        assert answer.json()["code"] == "not_yours_to_do"


async def test_nobody_adds_somebody_to_a_team_of_another_organisation(world: World) -> None:
    given = a_new_rep(world, team_id=str(world.team("other_team").id))
    answer = await world.as_("admin").post("/api/v1/people", json=given)
    assert answer.json()["code"] == "not_consistent"


async def test_a_login_is_given_once_an_organisation(world: World) -> None:
    taken = await world.as_("hejing").post("/api/v1/people", json=a_new_rep(world, login="han.xue"))
    assert taken.json()["code"] == "login_taken"
    theirs = a_new_rep(world, login="han.xue", team_id=str(world.team("other_team").id))
    assert (
        await world.as_("stranger_manager").post("/api/v1/people", json=theirs)
    ).status_code == 201


async def test_a_manager_ends_the_newcomer_state_but_not_the_role(world: World) -> None:
    manager, where = world.as_("hejing"), f"/api/v1/people/{world.id('xiaoman')}"
    version = {"if-match": (await manager.get(where)).headers["etag"]}
    for forbidden in ({"role": "manager"}, {"login": "other"}, {"team_id": None}):
        answer = await manager.patch(where, json=forbidden, headers=version)
        assert answer.json()["code"] == "not_yours_to_do"
    changed = await manager.patch(where, json={"newcomer": False}, headers=version)
    assert changed.json()["newcomer"] is False
    assert (await manager.patch(where, json={"newcomer": True}, headers=version)).status_code == 412


async def test_a_field_that_cannot_be_empty_refuses_null(world: World) -> None:
    where = f"/api/v1/people/{world.id('xiaoman')}"
    answer = await world.as_("admin").patch(
        where, json={"family_name": None}, headers={"if-match": '"1"'}
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/family_name"


async def test_an_admin_moves_somebody_to_another_team_and_the_record_goes_along(
    world: World,
) -> None:
    where, to = f"/api/v1/people/{world.id('qihang')}", str(world.team("lighthouse").id)
    admin = world.as_("admin")
    version = {"if-match": (await admin.get(where)).headers["etag"]}
    assert (await admin.patch(where, json={"team_id": to}, headers=version)).status_code == 200
    assert (await world.as_("hejing").get(where)).status_code == 404
    assert (await world.as_("zhaohui").get(where)).status_code == 200


async def test_the_only_admin_can_neither_leave_nor_change_role(world: World) -> None:
    admin, where = world.as_("admin"), f"/api/v1/people/{world.id('admin')}"
    leave = await admin.put(f"{where}/disabled", json={"reason": "Enough"})
    assert leave.json()["code"] == "last_admin"
    version = {"if-match": (await admin.get(where)).headers["etag"]}
    demoted = await admin.patch(where, json={"role": "rep"}, headers=version)
    assert demoted.json()["code"] == "last_admin"
    heir = f"/api/v1/people/{world.id('sumin')}"
    promoted = {"if-match": (await admin.get(heir)).headers["etag"]}
    await admin.patch(heir, json={"role": "admin"}, headers=promoted)
    assert (await admin.put(f"{where}/disabled", json={"reason": "Enough"})).status_code == 200


async def test_letting_somebody_go_twice_changes_nothing_more(world: World) -> None:
    where = f"/api/v1/people/{world.id('qihang')}/disabled"
    first = await world.as_("hejing").put(where, json={"reason": "Left"})
    again = await world.as_("hejing").put(where, json={"reason": "Left"})
    assert first.json()["disabled"] is True
    assert again.json() == first.json()


async def test_what_happened_to_people_is_in_the_facts_without_names(world: World) -> None:
    await world.as_("hejing").post("/api/v1/people", json=a_new_rep(world))
    await world.as_("hejing").put(
        f"/api/v1/people/{an_id(1)}/disabled", json={"reason": "Changed her mind"}
    )
    facts = world.store.read_now(
        lambda db: (
            db.connection().exec_driver_sql("SELECT topic, payload FROM events ORDER BY seq").all()
        )
    )
    assert [topic for topic, _ in facts] == ["person.added", "person.disabled"]
    assert all("新" not in str(payload) and "mind" not in str(payload) for _, payload in facts)


async def test_who_left_is_listed_only_for_those_who_may_let_them_in_again(world: World) -> None:
    left = world.id("xiaoman")
    manager = world.as_("hejing")
    gone = await manager.put(f"/api/v1/people/{left}/disabled", json={"reason": "moved away"})
    assert gone.status_code == 200
    seen = {
        name: [row["id"] for row in (await world.as_(name).get(LEFT)).json()["items"]]
        for name in ("hejing", "admin", "zhaohui", "qihang", "stranger_admin")
    }
    assert seen["hejing"] == seen["admin"] == [str(left)]
    assert seen["zhaohui"] == seen["qihang"] == seen["stranger_admin"] == []
