"""Adding and changing clients and the people in them."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.clients.sent import CLIENT, CLIENTS, a_client, add, path, version

pytestmark = pytest.mark.anyio
CONTACT = {"id": str(an_id(12)), "name": "王会计", "role": "influencer"}
EVERY_ROUTE = [
    ("GET", CLIENTS),
    ("POST", CLIENTS),
    ("GET", path()),
    ("PATCH", path()),
    ("POST", path("contacts")),
    ("PATCH", path("contacts", an_id(11))),
    ("DELETE", path("contacts", an_id(11))),
    ("GET", path("sheet")),
    ("PUT", path("sheet")),
    ("GET", path("sheet", "versions")),
]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    answer = await world.anonymous.request(method, address, json={})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("method", "address", "sent"),
    [
        ("GET", path(), None),
        ("PATCH", path(), {"industry": "五金"}),
        ("POST", path("contacts"), CONTACT),
        ("PATCH", path("contacts", an_id(11)), {"name": "吴总"}),
        ("DELETE", path("contacts", an_id(11)), None),
        ("GET", path("sheet"), None),
        ("GET", path("sheet", "versions"), None),
    ],
)
@pytest.mark.parametrize("name", ["stranger", "stranger_admin", "qihang", "zhaohui", "liqun"])
async def test_a_stranger_finds_nothing(
    world: World, name: str, method: str, address: str, sent: dict[str, str] | None
) -> None:
    await add(world, "xiaoman")
    answer = await world.as_(name).request(method, address, json=sent, headers=version(1))
    assert answer.status_code == 404


async def test_a_client_is_its_adders_own(world: World) -> None:
    stored = await add(world, "xiaoman")
    assert stored["owner"]["given_name"] == "小满"
    assert stored["contacts"] == [
        {"id": str(an_id(11)), "name": "吴建平", "title": "总经理", "role": "boss"}
    ]
    assert stored["sheet"] == {
        "version": 0,
        "answers_ready": 0,
        "missing": ["decider", "situation", "objections", "competitors"],
    }


async def test_the_same_client_arriving_again_is_stored_once(world: World) -> None:
    first = await add(world, "xiaoman")
    again = await world.as_("xiaoman").post(CLIENTS, json=dict(reversed(a_client().items())))
    assert again.json() == first
    listed = await world.as_("xiaoman").get(CLIENTS)
    assert len(listed.json()["items"]) == 1


async def test_another_client_under_the_same_id_is_refused(world: World) -> None:
    await add(world, "xiaoman")
    other = await world.as_("xiaoman").post(CLIENTS, json=a_client(name="海鸣五金"))
    assert other.status_code == 409
    assert other.json()["code"] == "born_differently"


async def test_an_id_of_somebody_elses_client_tells_nothing_about_it(world: World) -> None:
    await add(world, "xiaoman")
    answer = await world.as_("qihang").post(CLIENTS, json=a_client())
    assert answer.status_code == 404


async def test_two_organisations_may_use_the_same_id(world: World) -> None:
    await add(world, "xiaoman")
    theirs = await add(world, "stranger", name="对岸的客户")
    assert theirs["name"] == "对岸的客户"
    mine = await world.as_("xiaoman").get(path())
    assert mine.json()["name"] == "暖屿灯饰"


@pytest.mark.parametrize("name", ["sumin", "liqun", "admin"])
async def test_those_who_do_not_sell_own_no_clients(world: World, name: str) -> None:
    answer = await world.as_(name).post(CLIENTS, json=a_client())
    assert answer.status_code == 403


async def test_a_grade_must_be_one_of_the_organisations(world: World) -> None:
    answer = await world.as_("xiaoman").post(CLIENTS, json=a_client(grade="zzz"))
    assert answer.status_code == 409
    assert answer.json()["code"] == "grade_unknown"


async def test_a_change_keeps_what_was_not_sent_and_clears_what_is_null(world: World) -> None:
    await add(world, "xiaoman", district="北仑")
    changed = await world.as_("xiaoman").patch(
        path(), json={"industry": None, "exports_now": "yes"}, headers=version(1)
    )
    assert changed.headers["etag"] == '"2"'
    now = changed.json()
    assert (now["industry"], now["exports_now"], now["district"]) == (None, "yes", "北仑")


async def test_a_name_cannot_be_cleared(world: World) -> None:
    await add(world, "xiaoman")
    answer = await world.as_("xiaoman").patch(path(), json={"name": None}, headers=version(1))
    assert answer.status_code == 422


async def test_a_change_without_a_version_is_asked_for_one(world: World) -> None:
    await add(world, "xiaoman")
    answer = await world.as_("xiaoman").patch(path(), json={"industry": "五金"})
    assert answer.status_code == 428


async def test_a_change_of_an_old_version_is_shown_what_is_stored_now(world: World) -> None:
    await add(world, "xiaoman")
    await world.as_("xiaoman").patch(path(), json={"name": "暖屿"}, headers=version(1))
    late = await world.as_("xiaoman").patch(path(), json={"name": "暖屿厂"}, headers=version(1))
    assert late.status_code == 412
    assert late.json()["current"]["name"] == "暖屿"
    assert late.json()["current"]["version"] == 2


async def test_the_mentor_and_the_manager_may_help(world: World) -> None:
    await add(world, "xiaoman")
    by_mentor = await world.as_("hanxue").post(path("contacts"), json=CONTACT)
    assert by_mentor.status_code == 201
    by_manager = await world.as_("hejing").patch(path(), json={"size": "80"}, headers=version(2))
    assert by_manager.json()["owner"]["given_name"] == "小满"


async def test_opening_a_client_is_listed_to_its_owner(world: World) -> None:
    await add(world, "xiaoman")
    await world.as_("hejing").get(path())
    await world.as_("xiaoman").get(path())
    log = (await world.as_("xiaoman").get("/api/v1/me/access-log")).json()["items"]
    assert [(one["reader"]["given_name"], one["kind"]) for one in log] == [("静", "client_sheet")]


async def test_a_contact_arriving_again_is_stored_once(world: World) -> None:
    await add(world, "xiaoman")
    first = await world.as_("xiaoman").post(path("contacts"), json=CONTACT)
    again = await world.as_("xiaoman").post(path("contacts"), json=CONTACT)
    assert first.json() == again.json()
    assert [one["name"] for one in again.json()["contacts"]] == ["吴建平", "王会计"]
    assert again.headers["etag"] == '"2"'


async def test_a_contact_changes_with_the_clients_version(world: World) -> None:
    await add(world, "xiaoman")
    boss = path("contacts", an_id(11))
    changed = await world.as_("xiaoman").patch(boss, json={"title": None}, headers=version(1))
    assert changed.json()["contacts"][0]["title"] is None
    late = await world.as_("xiaoman").delete(boss, headers=version(1))
    assert late.status_code == 412


async def test_a_removed_contact_is_gone_and_stays_gone(world: World) -> None:
    await add(world, "xiaoman")
    boss = path("contacts", an_id(11))
    removed = await world.as_("xiaoman").delete(boss, headers=version(1))
    assert removed.json()["contacts"] == []
    again = await world.as_("xiaoman").delete(boss, headers=version(2))
    assert again.status_code == 404


async def test_a_contact_of_another_client_is_not_found_here(world: World) -> None:
    await add(world, "xiaoman")
    await add(world, "xiaoman", id=str(an_id(3)), name="海鸣五金", contacts=[])
    elsewhere = f"{CLIENTS}/{an_id(3)}/contacts/{an_id(11)}"
    answer = await world.as_("xiaoman").delete(elsewhere, headers=version(1))
    assert answer.status_code == 404


async def test_a_name_that_unicode_makes_longer_is_stored_and_found(world: World) -> None:
    """One such sign folds into eighteen; PostgreSQL refuses what does not fit its column."""
    await add(world, "xiaoman", name="\ufdfa" * 120)
    found = await world.as_("xiaoman").get(CLIENTS, params={"q": "\ufdfa"})
    assert [one["id"] for one in found.json()["items"]] == [str(CLIENT)]
