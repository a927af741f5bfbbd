"""A signature or a loss begins a share that its author alone sees, from what the visits told."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow, FlowFault
from api.people.models import Person, Spoken
from api.shares.models import Share
from tests.builders.field import add_client, amend, an_objection, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Evening, made
from tests.shares.telling import API, FIVE, SHARES, begun, deal_of, lose, parts, sign

pytestmark = pytest.mark.anyio


def said(share: dict[str, Any]) -> dict[str, str]:
    return {part["key"]: part["words"] for part in share["parts"]}


def faults(db: Session) -> list[str]:
    return [fault.flow for fault in db.exec(select(FlowFault))]


def shares_told(db: Session) -> list[str]:
    about = select(EventRow).where(col(EventRow.topic).startswith("share."))
    return [row.topic for row in db.exec(about)]


async def test_a_signature_begins_a_share_from_the_visits(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep, source="展会名片")
    first = {"purpose": "first", "note": "他给我看了去年的账。", "next_step": "meet_partner"}
    heard = {"objections": [an_objection(1, words="做过一年，没效果")], "next_on": "2026-03-25"}
    await made(await check_in(rep, client, visit=1, **first, **heard))
    signed = {"outcome": "signed", "amount": yuan(29_800), "note": "侄女周五到岗，当场签。"}
    await made(await check_in(rep, client, visit=2, **signed))
    [share] = await begun(world)
    assert (share["kind"], share["state"], share["words"]) == ("deal", "prompted", "")
    assert share["deal"]["id"] == await deal_of(world, "xiaoman", client)
    assert share["origin"] == {"kind": "visit", "id": str(an_id(2))}
    assert share["type_key"] == "noresult"
    assert said(share) == {
        "found": "来源：展会名片。\n3月24日第一次上门。\n他给我看了去年的账。",
        "followed_up": "一共去了 2 次。约过：约合伙人一起谈。",
        "signed": "侄女周五到岗，当场签。",
        "problems": "“做过一年，没效果”",
    }
    assert world.store.read_now(faults) == []


async def test_its_author_alone_sees_it_and_no_fact_tells_of_it(world: World) -> None:
    await sign(world)
    [share] = await begun(world)
    for name in ("hanxue", "hejing", "qihang", "sumin", "liqun"):
        assert (await world.as_(name).get(f"{SHARES}/{share['id']}")).status_code == 404
        assert await begun(world, name) == []
    assert (await made(await world.as_("xiaoman").get(SHARES)))["items"] == []
    assert world.store.read_now(shares_told) == []


async def test_it_is_begun_in_the_language_its_author_has_chosen(world: World) -> None:
    def choose(db: Session) -> None:
        person = db.get_one(Person, (world.organisation.id, world.id("xiaoman")))
        person.language = Spoken.ENGLISH

    world.store.write_now(choose)
    await sign(world, note=None, objections=[an_objection(1)])
    [share] = await begun(world)
    assert said(share)["found"] == "First visit on 24 March."
    assert said(share)["followed_up"] == "I went there once."
    assert said(share)["signed"] == "Signed on 24 March."


async def test_the_rounds_before_the_signature_stand_beside_it_with_who_played_the_boss(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    for number in (10, 12):
        await made(await evening.play(evening.new_round(id=str(an_id(number)))))
    await made(await evening.play(evening.swapped()))
    client = evening.client["id"]
    signed = {"outcome": "signed", "amount": yuan(29_800)}
    await made(await check_in(world.as_("xiaoman"), client, visit=5, **signed))
    [share] = await begun(world)
    [boss] = share["drilled"]["bosses"]
    assert (share["drilled"]["rounds"], boss["rounds"]) == (2, 2)
    assert boss["person"]["id"] == str(world.id("qihang"))


async def test_money_that_came_with_it_begins_the_part_on_collection(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    await made(await check_in(rep, client, outcome="paid", amount=yuan(29_800)))
    [share] = await begun(world)
    assert said(share)["collection"] == "3月24日到账，已收齐。"


async def test_a_loss_asks_for_its_three_questions(world: World) -> None:
    await lose(world)
    [share] = await begun(world)
    assert (share["kind"], said(share)) == ("loss", {"why": "他们选了环贸网，便宜一半。"})


async def test_what_its_author_writes_into_is_a_draft_that_still_nobody_else_sees(
    world: World,
) -> None:
    await sign(world)
    [share] = await begun(world)
    version = {"If-Match": f'"{share["version"]}"'}
    sent = {"parts": parts(found="吴总带我去的")}
    path = f"{SHARES}/{share['id']}"
    draft = await made(await world.as_("xiaoman").patch(path, json=sent, headers=version))
    assert (draft["state"], said(draft)) == ("draft", {"found": "吴总带我去的"})
    assert (await world.as_("hejing").get(path)).status_code == 404
    assert world.store.read_now(shares_told) == []


async def test_it_is_told_in_the_words_its_author_sends_and_once(world: World) -> None:
    await sign(world)
    [share] = await begun(world)
    world.clock.let_pass(hours=1)
    sent = {"words": "第一单", "parts": parts(**FIVE)}
    path = f"{SHARES}/{share['id']}/publication"
    told = await made(await world.as_("xiaoman").put(path, json=sent))
    assert (told["state"], told["published_at"]) == ("published", "2026-03-24T03:00:00Z")
    assert said(told) == FIVE
    assert (await made(await world.as_("xiaoman").put(path, json=sent))) == told
    other = await world.as_("xiaoman").put(path, json={"parts": parts(found="别的")})
    assert (other.status_code, other.json()["code"]) == (409, "share_told_already")
    assert world.store.read_now(shares_told) == ["share.published"]
    assert (await world.as_("qihang").get(f"{SHARES}/{share['id']}")).status_code == 200


async def test_it_can_be_let_be_without_a_trace_and_is_not_asked_for_again(world: World) -> None:
    rep = world.as_("xiaoman")
    deal = await sign(world)
    [share] = await begun(world)
    for _ in range(2):
        assert (await rep.delete(f"{SHARES}/{share['id']}")).status_code == 204
    assert await begun(world) == []
    assert world.store.read_now(shares_told) == []
    sooner = {"signed_on": "2026-03-23"}
    await made(await rep.put(f"{API}/deals/{deal}/signature", json=sooner))
    assert await begun(world) == []


async def test_a_signature_taken_back_takes_what_was_begun_with_it(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    signed: dict[str, Any] = {"outcome": "signed", "amount": yuan(29_800)}
    visit = await made(await check_in(rep, client, **signed))
    assert len(await begun(world)) == 1
    visit = await made(await amend(rep, visit, outcome="continued", amount=None))
    assert await begun(world) == []
    assert world.store.read_now(lambda db: db.exec(select(Share)).all()) == []
    await made(await amend(rep, visit, **signed))
    assert len(await begun(world)) == 1


async def test_what_its_author_has_written_into_stays_when_the_signature_goes(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    visit = await made(await check_in(rep, client, outcome="signed", amount=yuan(29_800)))
    [share] = await begun(world)
    path, version = f"{SHARES}/{share['id']}", {"If-Match": '"1"'}
    await made(await rep.patch(path, json={"parts": parts(found="一")}, headers=version))
    await made(await amend(rep, visit, outcome="continued", amount=None))
    [draft] = await begun(world)
    assert said(draft) == {"found": "一"}
    told = await rep.put(f"{path}/publication", json={"parts": parts(found="一")})
    assert (told.status_code, told.json()["code"]) == (409, "share_before_the_end")
