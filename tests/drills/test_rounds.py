"""Rounds: what they need, what they leave behind, who sees the ticks, and the rep's own words."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, NOT_YET, Evening, add_client, made, write_sheet

pytestmark = pytest.mark.anyio


async def test_anonymous_cannot_record_a_round(world: World) -> None:
    refused = await world.anonymous.post(f"{API}/drills/{an_id(1)}/rounds", json={})
    assert refused.status_code == 401


async def test_swapping_seats_makes_both_seats(world: World) -> None:
    evening = await Evening(world).begin()
    first = await made(await evening.play(evening.new_round()))
    assert (await evening.read(evening.xiaoman))["both_seats"] is False
    second = await made(await evening.play(evening.swapped()))
    assert (first["number"], second["number"]) == (1, 2)
    assert (await evening.read(evening.xiaoman))["both_seats"] is True


async def test_a_round_sent_twice_counts_once(world: World) -> None:
    evening = await Evening(world).begin()
    first = await evening.play(evening.new_round())
    again = await evening.play(evening.new_round())
    assert (again.status_code, again.json()) == (201, first.json())
    assert len((await evening.read(evening.xiaoman))["rounds"]) == 1


async def test_another_round_with_the_same_id_is_refused(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    other = await evening.play(evening.new_round(keep="别的话"))
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_the_same_round_in_another_drill_is_refused(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    evening.drill = await made(await evening.start(id=str(an_id(2))))
    other = await evening.play(evening.new_round())
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_a_round_needs_four_answers(world: World) -> None:
    evening = await Evening(world).begin()
    half = await write_sheet(evening.xiaoman, evening.client, version=1, situation=NOT_YET)
    refused = await evening.play(evening.new_round(sheet_version_id=half["id"]))
    assert (refused.status_code, refused.json()["code"]) == (409, "sheet_incomplete")


async def test_unknown_will_ask_is_an_answer(world: World) -> None:
    evening = await Evening(world).begin()
    unknown = {"text": "", "unknown": True}
    asked = await write_sheet(evening.xiaoman, evening.client, version=1, situation=unknown)
    played = await evening.play(evening.new_round(sheet_version_id=asked["id"]))
    assert played.status_code == 201
    assert played.json()["sheet"]["questions"] == ["situation", "competitors"]


async def test_a_round_keeps_the_sheet_as_it_was(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    await write_sheet(evening.xiaoman, evening.client, version=1, goal="收定金")
    [played] = (await evening.read(evening.qihang))["rounds"]
    assert (played["sheet"]["version"], played["sheet"]["goal"]) == (1, "约合伙人周四一起谈")


async def test_the_partner_sees_the_sheet_of_a_client_that_is_not_theirs(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    client = f"{API}/clients/{evening.client['id']}"
    assert (await evening.qihang.get(client)).status_code == 404
    [played] = (await evening.read(evening.qihang))["rounds"]
    assert played["sheet"]["objections"]["items"][0]["words"] == "一年一单都没有"


async def test_seats_are_people_of_the_drill(world: World) -> None:
    evening = await Evening(world).begin()
    refused = await evening.play(evening.new_round(boss_id=str(world.id("hanxue"))))
    assert (refused.status_code, refused.json()["code"]) == (409, "not_in_this_drill")


@pytest.mark.parametrize("seat", ["boss_id", "observer_id"])
async def test_nobody_sits_in_two_seats(world: World, seat: str) -> None:
    evening = await Evening(world).begin()
    refused = await evening.play(evening.new_round(**{seat: str(world.id("xiaoman"))}))
    assert (refused.status_code, refused.json()["code"]) == (409, "one_seat_each")


async def test_a_client_of_nobody_in_the_drill_cannot_be_played(world: World) -> None:
    evening = await Evening(world).begin()
    dinglei = world.as_("dinglei")
    client = await add_client(dinglei, name="青禾宠物")
    sheet = await write_sheet(dinglei, client)
    played = evening.new_round(client_id=client["id"], sheet_version_id=sheet["id"], visit_id=None)
    assert (await evening.play(played)).status_code == 404


async def test_sheet_and_visit_are_those_of_the_client(world: World) -> None:
    evening = await Evening(world).begin()
    other = await add_client(evening.xiaoman, name="禾木玩具")
    sheet = await write_sheet(evening.xiaoman, other)
    assert (await evening.play(evening.new_round(sheet_version_id=sheet["id"]))).status_code == 404
    of_other: dict[str, Any] = {"client_id": other["id"], "sheet_version_id": sheet["id"]}
    assert (await evening.play(evening.new_round(**of_other))).status_code == 404
    assert (await evening.play(evening.new_round(**of_other, visit_id=None))).status_code == 201


async def test_a_round_played_offline_survives_a_hand_over(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.hand_over(to="hanxue")
    assert (await evening.play(evening.new_round())).status_code == 201


async def test_a_behaviour_that_is_not_in_the_playbook_is_refused(world: World) -> None:
    evening = await Evening(world).begin()
    ticked = [{"behaviour_id": str(an_id(77)), "mark": "yes"}]
    refused = await evening.play(evening.new_round(ticks=ticked))
    assert refused.status_code == 409


async def test_a_drill_shows_each_reader_only_their_own_ticks(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    await evening.play(evening.swapped())
    shown = {}
    for name in ("xiaoman", "qihang", "hanxue", "hejing"):
        drill = await evening.read(world.as_(name))
        shown[name] = [len(played["ticks"]) for played in drill["rounds"]]
    assert shown == {"xiaoman": [3, 0], "qihang": [0, 3], "hanxue": [0, 0], "hejing": [0, 0]}


@pytest.mark.parametrize(
    ("reader", "ticks"),
    [
        ("qihang", 3),  # the rep
        ("xiaoman", 3),  # the boss
        ("hejing", 3),  # the rep's manager
        ("hanxue", 0),  # mentor of the boss, not of the rep
    ],
)
async def test_whose_ticks_a_round_shows(world: World, reader: str, ticks: int) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.swapped())
    opened = await evening.read_round(world.as_(reader), 11)
    assert len(opened.json()["ticks"]) == ticks


async def test_an_observer_sees_the_round_without_its_ticks(world: World) -> None:
    evening = Evening(world)
    people = [str(world.id("qihang")), str(world.id("dinglei"))]
    await evening.begin()
    evening.drill = await made(await evening.start(id=str(an_id(2)), people_ids=people))
    await made(await evening.play(evening.new_round(observer_id=people[1])))
    opened = await made(await evening.read_round(world.as_("dinglei")))
    assert opened["observer"]["given_name"] == "磊"
    assert opened["ticks"] == []


async def test_the_rep_puts_the_own_words_right_and_both_versions_stay(world: World) -> None:
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.swapped()))
    address = f"{API}/drills/{evening.drill['id']}/rounds/{played['id']}"
    mended = await evening.qihang.patch(
        address, json={"rep_words": "我没有急", "keep": played["keep"]}, headers={"If-Match": '"1"'}
    )
    assert mended.headers["ETag"] == '"2"'
    [correction] = mended.json()["corrections"]
    assert (correction["field"], correction["before"]) == ("rep_words", "我急了")
    assert (correction["after"], mended.json()["rep_words"]) == ("我没有急", "我没有急")
    assert correction["by"]["given_name"] == "启航"


async def test_nobody_else_puts_words_in_the_mouth_of_the_rep(world: World) -> None:
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.swapped()))
    address = f"{API}/drills/{evening.drill['id']}/rounds/{played['id']}"
    for name in ("xiaoman", "hejing"):
        refused = await world.as_(name).patch(
            address, json={"rep_words": "……"}, headers={"If-Match": '"1"'}
        )
        assert refused.status_code == 403


async def test_an_old_version_is_not_corrected_blindly(world: World) -> None:
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.new_round()))
    address = f"{API}/drills/{evening.drill['id']}/rounds/{played['id']}"
    words = {"keep": "先问再答"}
    assert (await evening.xiaoman.patch(address, json=words)).status_code == 428
    first = {"If-Match": '"1"'}
    assert (await evening.xiaoman.patch(address, json=words, headers=first)).status_code == 200
    stale = await evening.xiaoman.patch(address, json={"keep": None}, headers=first)
    assert stale.status_code == 412


async def test_no_answer_adds_ticks_up(world: World) -> None:
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.new_round()))
    counted = {key for key, value in played.items() if isinstance(value, int | float)}
    assert counted == {"number", "seconds", "version", "briefed"}


async def test_the_facts_of_an_evening_hold_no_words(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    facts = world.store.read_now(facts_of_drills)
    assert [fact.topic for fact in facts] == ["drill.started", "drill.round_played"]
    assert set(facts[1].payload) == {
        "drill_id",
        "round_id",
        "client_id",
        "visit_id",
        "rep_id",
        "boss_id",
    }


async def test_a_round_sent_twice_is_told_once(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    await evening.play(evening.new_round())
    facts = world.store.read_now(facts_of_drills)
    assert [fact.topic for fact in facts].count("drill.round_played") == 1


def facts_of_drills(db: Session) -> list[EventRow]:
    of_drills = col(EventRow.topic).startswith("drill.")
    return list(db.exec(select(EventRow).where(of_drills).order_by(col(EventRow.seq))))
