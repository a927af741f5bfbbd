"""The organisation's settings, its working calendar with 调休, and its teams."""

from datetime import date

import pytest
from sqlmodel import Session

from api.people.models import Organisation
from tests.builders.people import an_id
from tests.builders.world import World

A_GRADE = {
    "key": "A",
    "label": {"zh": "A", "en": "A"},
    "meaning": {"zh": "这个月签", "en": "Signs this month"},
    "probability": 50,
}


async def days(world: World, first: str, last: str) -> dict[str, tuple[bool, str | None]]:
    asked = {"from": first, "to": last}
    found = (await world.as_("xiaoman").get("/api/v1/organisation/calendar", params=asked)).json()
    return {one["day"]: (one["working"], one["name"]) for one in found["items"]}


async def test_an_admin_changes_what_was_sent_and_nothing_else(world: World) -> None:
    admin = world.as_("admin")
    before = await admin.get("/api/v1/organisation")
    given = {"evening_closes": "21:00", "big_order": {"amount_minor": 100, "currency": "CNY"}}
    after = await admin.patch(
        "/api/v1/organisation", json=given, headers={"if-match": before.headers["etag"]}
    )
    assert after.status_code == 200
    changed = {name for name in after.json() if after.json()[name] != before.json()[name]}
    assert changed == {"evening_closes", "big_order", "version"}
    assert world.actor("xiaoman").settings.evening_closes.isoformat() == "21:00:00"


async def test_an_order_is_big_from_100_000_yuan_until_the_admin_decides_otherwise(
    world: World,
) -> None:
    found = (await world.as_("xiaoman").get("/api/v1/organisation")).json()
    assert found["big_order"] == {"amount_minor": 100_000_00, "currency": "CNY"}


@pytest.mark.parametrize(
    "given",
    [
        {"zone": "Mars/Olympus"},
        {"week": []},
        {"week": [8]},
        {"evening_opens": "25:00"},
        {"round_minutes": 0},
        {"grades": []},
        {"grades": [A_GRADE, A_GRADE]},
        {"country": "ZZ"},
        {"country": "China"},
        {"name": None},
        {"slug": "other"},
    ],
    ids=str,
)
async def test_settings_that_make_no_sense_are_refused(
    world: World, given: dict[str, object]
) -> None:
    answer = await world.as_("admin").patch(
        "/api/v1/organisation", json=given, headers={"if-match": '"1"'}
    )
    assert answer.status_code == 422


async def test_a_country_without_known_holidays_leaves_the_calendar_as_it_was(world: World) -> None:
    """Once stored, every calendar of the company would have been a fault of the machine."""
    admin, version = world.as_("admin"), {"if-match": '"1"'}
    refused = await admin.patch("/api/v1/organisation", json={"country": "ZZ"}, headers=version)
    assert refused.json()["errors"][0]["pointer"] == "/country"
    none = await admin.patch("/api/v1/organisation", json={"country": ""}, headers=version)
    assert none.json()["country"] == ""
    assert (await days(world, "2026-10-01", "2026-10-01"))["2026-10-01"] == (True, None)


@pytest.mark.parametrize(
    "given",
    [{"evening_closes": "18:30"}, {"evening_opens": "21:00"}, {"evening_closes": "09:00"}],
    ids=str,
)
async def test_the_evening_closes_after_it_opens(world: World, given: dict[str, str]) -> None:
    answer = await world.as_("admin").patch(
        "/api/v1/organisation", json=given, headers={"if-match": '"1"'}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "evening_upside_down")
    assert world.actor("xiaoman").settings.evening_closes.isoformat() == "20:00:00"


async def test_only_admins_change_the_organisation(world: World) -> None:
    for name in ("xiaoman", "hejing", "liqun", "sumin"):
        answer = await world.as_(name).patch(
            "/api/v1/organisation", json={"name": "Mine"}, headers={"if-match": '"1"'}
        )
        assert answer.json()["code"] == "not_yours_to_do"


async def test_the_evening_closes_by_the_organisations_own_clock(world: World) -> None:
    closes = world.actor("xiaoman").evening_closes_at(date(2026, 3, 24))
    assert closes.isoformat() == "2026-03-24T12:00:00+00:00"


async def test_public_holidays_are_free_and_their_exchanged_weekends_worked(world: World) -> None:
    """Spring Festival 2026: 15 to 23 February free, Saturdays 14 and 28 February worked."""
    february = await days(world, "2026-02-13", "2026-02-28")
    assert february["2026-02-14"] == (True, None)
    assert february["2026-02-17"] == (False, None)
    assert february["2026-02-28"] == (True, None)
    assert february["2026-02-22"] == (False, None)


async def test_an_admin_makes_a_saturday_worked_and_takes_it_back(world: World) -> None:
    admin, where = world.as_("admin"), "/api/v1/organisation/calendar/2026-03-28"
    friday = date(2026, 3, 27)
    assert world.actor("xiaoman").calendar.next_working(friday) == date(2026, 3, 30)
    given = {"working": True, "name": "季末冲刺"}
    assert (await admin.put(where, json=given)).json() == {"day": "2026-03-28", **given}
    assert world.actor("xiaoman").calendar.next_working(friday) == date(2026, 3, 28)
    assert (await days(world, "2026-03-28", "2026-03-28"))["2026-03-28"] == (True, "季末冲刺")
    assert (await admin.delete(where)).status_code == 204
    assert world.actor("xiaoman").calendar.next_working(friday) == date(2026, 3, 30)


async def test_in_a_demo_today_and_tomorrow_are_worked_even_on_a_weekend(world: World) -> None:
    def make_demo(db: Session) -> None:
        db.get_one(Organisation, world.organisation.id).demo = True

    saturday = date(2026, 3, 28)
    world.clock.at("10:00", day=saturday)
    assert world.actor("xiaoman").calendar.next_working(saturday) == date(2026, 3, 30)
    await world.store.write(make_demo)
    calendar = world.actor("xiaoman").calendar
    assert calendar.is_working(saturday)
    assert calendar.next_working(saturday) == date(2026, 3, 29)


async def test_setting_a_day_twice_keeps_the_later(world: World) -> None:
    admin, where = world.as_("admin"), "/api/v1/organisation/calendar/2026-03-25"
    await admin.put(where, json={"working": False, "name": "团建"})
    await admin.put(where, json={"working": True, "name": "照常"})
    assert (await days(world, "2026-03-25", "2026-03-25"))["2026-03-25"] == (True, "照常")


async def test_the_calendar_of_one_organisation_is_not_the_others(world: World) -> None:
    where = "/api/v1/organisation/calendar/2026-03-25"
    await world.as_("stranger_admin").put(where, json={"working": False, "name": "盘点"})
    assert (await days(world, "2026-03-25", "2026-03-25"))["2026-03-25"] == (True, None)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-03-25", "2026-03-24"), ("2026-01-01", "2027-01-07"), ("2000-01-01", "2100-12-31")],
)
async def test_a_calendar_of_too_many_days_is_refused(world: World, first: str, last: str) -> None:
    asked = {"from": first, "to": last}
    answer = await world.as_("xiaoman").get("/api/v1/organisation/calendar", params=asked)
    assert (answer.status_code, answer.json()["code"]) == (422, "days_too_far")


async def test_only_admins_change_the_calendar(world: World) -> None:
    where = "/api/v1/organisation/calendar/2026-03-25"
    manager = world.as_("hejing")
    assert (await manager.put(where, json={"working": False, "name": "x"})).status_code == 403
    assert (await manager.delete(where)).status_code == 403


async def test_teams_stand_under_their_region_with_their_manager(world: World) -> None:
    found = (await world.as_("xiaoman").get("/api/v1/teams")).json()["items"]
    told = {one["name"]["en"]: (one["kind"], one["manager"]["latin_name"]) for one in found}
    assert told == {
        "East": ("region", "Shen Liqun"),
        "Gull": ("team", "He Jing"),
        "Lighthouse": ("team", "Ma Zhaohui"),
    }
    assert found[0]["name"]["en"] == "East"


async def test_an_admin_adds_and_renames_a_team(world: World) -> None:
    admin = world.as_("admin")
    given = {
        "id": str(an_id(3)),
        "name": {"zh": "远帆", "en": "Farsail"},
        "kind": "team",
        "parent_id": str(world.team("east").id),
    }
    added = await admin.post("/api/v1/teams", json=given)
    assert added.status_code == 201
    assert (await admin.post("/api/v1/teams", json=given)).json() == added.json()
    renamed = await admin.patch(
        f"/api/v1/teams/{an_id(3)}",
        json={"name": {"zh": "远航", "en": "Voyage"}},
        headers={"if-match": added.headers["etag"]},
    )
    assert renamed.json()["name"]["en"] == "Voyage"
    assert renamed.json()["parent_id"] == str(world.team("east").id)


async def test_a_region_stands_under_nothing_and_a_team_under_a_region(world: World) -> None:
    admin, name = world.as_("admin"), {"zh": "甲", "en": "A"}
    gull, east = str(world.team("gull").id), str(world.team("east").id)
    for kind, parent in (("region", east), ("team", gull)):
        given = {"name": name, "kind": kind, "parent_id": parent}
        assert (await admin.post("/api/v1/teams", json=given)).json()["code"] == "wrong_team"
    theirs = {"name": name, "kind": "team", "parent_id": str(world.team("other_region").id)}
    assert (await admin.post("/api/v1/teams", json=theirs)).json()["code"] == "wrong_team"


async def test_only_admins_add_teams(world: World) -> None:
    given = {"name": {"zh": "甲", "en": "A"}, "kind": "region"}
    assert (await world.as_("hejing").post("/api/v1/teams", json=given)).status_code == 403
