"""What is told goes on: tried at a client and thanked for, learned from at another client, played the same evening."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage, born_id

TELLS, TRIES, MANAGER = "qin.lan", "lin.xiaoman", "he.jing"
CLIENT, TIP = "雾屿灯具", "先问他去年谁回的询盘。"
RIVAL, LESSON = "站匠工坊", "先比三样：询盘、国家、回复。"


def told(stage: Stage, login: str, **share: Any) -> str:
    made = stage.as_(login).post("/shares", json=share).raise_for_status()
    return str(made.json()["id"])


def case_of(stage: Stage, login: str, words: str) -> str:
    """A tip, in the case library."""
    share = told(stage, login, kind="tip", words=words)
    parts = [{"key": "lesson", "words": words}]
    given = {"share_id": share, "title": "谁回询盘，先问这一句", "parts": parts}
    made = stage.as_(MANAGER).post("/cases", json=given).raise_for_status()
    return str(made.json()["id"])


def lost_to(stage: Stage, login: str, rival: str) -> None:
    """A deal that its rep loses and looks back on before the team."""
    client = stage.client(login, "远汀灯饰")
    heard = {"id": str(born_id()), "name": rival, "claim": "上门装好，半价"}
    stage.sheet(login, client, competitors={"items": [heard], "unknown": False})
    api = stage.as_(login)
    amount = {"amount_minor": 2_980_000, "currency": "CNY"}
    deal = api.post("/deals", json={"client_id": str(client.id), "amount": amount})
    deal_id = deal.raise_for_status().json()["id"]
    lost = {"lost_on": stage.today, "reason": f"选了{rival}"}
    api.put(f"/deals/{deal_id}/loss", json=lost).raise_for_status()
    begun = api.get("/shares", params={"state": "prompted"}).raise_for_status().json()["items"]
    [share] = [one for one in begun if one["deal"] and one["deal"]["id"] == deal_id]
    said = {"words": "", "parts": [{"key": "lesson", "words": LESSON}]}
    api.put(f"/shares/{share['id']}/publication", json=said).raise_for_status()


def test_what_somebody_told_is_tried_at_the_next_visit_and_thanked_for(
    hold: Hold, stage: Stage
) -> None:
    share = told(stage, TELLS, kind="tip", words=TIP)
    client = stage.client(TRIES, CLIENT)
    stage.visit(TRIES, client, day=stage.today)
    phone, author = hold("xiaoman"), hold("qinlan")
    phone.sign_in(TRIES)
    want_to_try(phone.page, share)
    tell_after_the_visit(phone.page)

    author.sign_in(TELLS)
    thanks = author.page.get_by_role("link", name=re.compile("谢谢你的分享：林小满试了，管用"))
    thanks.click()
    expect(author.page).to_have_url(re.compile(f"/shares/{share}$"))
    assert phone.faults == author.faults == []


def want_to_try(page: Page, share: str) -> None:
    """At one client of the own; the card of today's visit there says so."""
    page.goto(f"/shares/{share}")
    hands.tap(page, "我来试")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("在哪家客户试？").select_option(label=CLIENT)
    hands.tap(sheet, "记下来")
    expect(page.get_by_text(f"你要在{CLIENT}试这一招")).to_be_visible()
    hands.all_arrived(page)
    page.goto("/")
    expect(page.get_by_text(re.compile(f"试试.*讲的：{TIP}"))).to_be_visible()


def tell_after_the_visit(page: Page) -> None:
    """In one tap, and once: read anew, the day asks no more."""
    hands.check_in_next(page)
    asked = page.get_by_text(re.compile(f"你想在{CLIENT}试.*管用吗"))
    expect(asked).to_be_visible()
    hands.tap(page, re.compile("^管用$"))
    hands.said(page, "谢谢，")
    expect(asked).to_have_count(0)
    hands.all_arrived(page)
    page.goto("/")
    expect(page.get_by_role("link", name=re.compile(f"{CLIENT}.*继续谈"))).to_be_visible()
    # What is asked comes by the same door as the ways to what the team tells.
    expect(page.get_by_role("link", name=re.compile("^团队分享"))).to_be_visible()
    expect(asked).to_have_count(0)


def test_a_loss_teaches_whoever_meets_the_same_competitor_and_says_where_it_came_from(
    hold: Hold, stage: Stage
) -> None:
    lost_to(stage, TELLS, RIVAL)
    client = stage.client(TRIES, CLIENT)
    heard = {"id": str(born_id()), "name": RIVAL, "claim": ""}
    stage.sheet(TRIES, client, competitors={"items": [heard], "unknown": False})
    tablet = hold("xiaoman", viewport=TABLET)
    tablet.sign_in(TRIES)
    page = tablet.page
    page.goto(f"/clients/{client.id}/sheet")
    note = page.get_by_role("article").filter(has_text=LESSON)
    expect(note).to_contain_text("上门装好，半价")
    expect(page.get_by_text("远汀灯饰")).to_have_count(0)
    hands.tap(note, "为什么在这里")
    hands.follow(page.get_by_role("dialog"), re.compile("有人分享过|分享"))
    expect(page).to_have_url(re.compile("/shares/"))
    expect(page.get_by_text(LESSON)).to_be_visible()
    assert tablet.faults == []


def test_a_case_is_played_tonight_at_an_own_client_and_leads_back_to_itself(
    hold: Hold, stage: Stage
) -> None:
    case = case_of(stage, TELLS, "老板说“一年没有一个单”，先问他当时谁回询盘。")
    client = stage.client(TRIES, CLIENT)
    stage.sheet(TRIES, client)
    phone = hold("xiaoman")
    phone.sign_in(TRIES)
    page = phone.page
    page.goto(f"/cases/{case}")
    hands.tap(page, "今晚练一练")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("在哪家客户试？").select_option(label=CLIENT)
    hands.tap(sheet, "放进今晚的卡")
    hands.said(page, "已在今晚的卡里")
    hands.all_arrived(page)
    page.goto("/evening")
    hands.follow(page, re.compile(CLIENT))
    hands.tap(page, "为什么练这张")
    hands.follow(page.get_by_role("dialog"), re.compile("看这条案例"))
    expect(page).to_have_url(re.compile(f"/cases/{case}$"))
    assert phone.faults == []
