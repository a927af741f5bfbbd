"""The day after: what was prepared and not answered comes back, and the answer's count says so."""

from datetime import date
from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.days import nights_pass, third_working_day
from tests.e2e.scenery import NEWEST, join
from tests.e2e.stage import Client, Stage
from tests.served import Server

HIS_WORDS = "做过一年，一个单都没有。"
OURS = "先看第一封回信是哪一天发的。"
TOLD = """
    SELECT told.result FROM reality_items told JOIN reality_checks checks ON checks.id = told.check_id
    WHERE checks.visit_id = ?
"""


def test_what_was_not_answered_comes_back_in_three_working_days_and_is_counted(
    hold: Hold, stage: Stage, ask: Ask, server: Server
) -> None:
    join(stage)
    client = stage.client(NEWEST, "雾屿灯具")
    stage.sheet(NEWEST, client, answer_id=an_answer(stage))
    visit = stage.visit(NEWEST, client, day=stage.today)
    phone = hold("xinlai")
    phone.set_out(NEWEST)
    tell_that_it_was_not_answered(phone.page)
    assert ask(TOLD, visit) == []
    phone.find_network()
    hands.all_arrived(phone.page)
    assert ask(TOLD, visit) == [("not_answered",)]
    phone.page.goto("/playbook/noresult")
    answer = phone.page.get_by_role("article").filter(has_text=OURS)
    expect(answer.get_by_text("用过 1 次：没用 1")).to_be_visible()
    today = date.fromisoformat(stage.today)
    nights = (third_working_day(today) - today).days
    nights_pass(server, nights=nights - 1)
    phone.page.goto("/evening")
    expect(phone.page.get_by_text("下一个工作日还没有安排")).to_be_visible()
    assert cards_of(stage, client) == []
    nights_pass(server)
    assert_it_is_due_again(stage, client, visit)
    phone.page.goto("/evening")
    expect(phone.page.locator("main").get_by_text("雾屿灯具")).to_be_visible()
    assert phone.faults == []


def tell_that_it_was_not_answered(page: Page) -> None:
    """Without a network; what it becomes stands there before and after saving."""
    hands.follow(page, "拜访签到")
    hands.pick(page.get_by_role("group", name=HIS_WORDS), "没接住")
    expect(page.get_by_text("今晚再练")).to_be_visible()
    hands.pick(page, "继续谈")
    hands.save(page)
    hands.said(page, "没接住的那句今晚再练")
    done = page.get_by_role("link", name="雾屿灯具")
    expect(done).to_contain_text(f"“{HIS_WORDS}” · 今晚再练")


def assert_it_is_due_again(stage: Stage, client: Client, visit: UUID) -> None:
    [card] = cards_of(stage, client)
    [reason] = card["reasons"]
    assert (reason["kind"], reason["step"], reason["words"]) == ("returns", 3, HIS_WORDS)
    assert reason["origin"] == {"kind": "visit", "id": str(visit)}


def cards_of(stage: Stage, client: Client) -> list[dict[str, Any]]:
    deck = stage.as_(NEWEST).get("/drills/deck").raise_for_status().json()
    return [card for card in deck["items"] if card["client"]["id"] == str(client.id)]


def an_answer(stage: Stage) -> str:
    """An answer that nobody has said at a visit yet."""
    told = {"type_key": "noresult", "text": OURS}
    made = stage.as_(NEWEST).post("/playbook/answers", json=told).raise_for_status().json()
    return str(made["id"])
