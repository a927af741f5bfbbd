"""The boss's secret card, changed without a network, and what of a round goes further than its evening."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import Phone
from tests.e2e.scenery import NEWEST, join
from tests.e2e.stage import Stage

TODAYS_NOTE = "刚被退了一批货"
KEPT = "先问他怕什么，再说我们的。"
CARDS = "SELECT boss_card FROM rounds WHERE client_id = ? ORDER BY number"
ANSWER = """
    SELECT kind.key, answer.origin_kind FROM answers answer
    JOIN objection_types kind ON kind.id = answer.type_id
    WHERE json_extract(answer.text, '$.zh') = ?
"""
TIP = "SELECT type_key, origin_kind FROM shares WHERE words = ?"


def test_a_changed_boss_card_survives_a_killed_phone_and_surprises_anew_after_the_swap(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    join(stage)
    client = stage.client(NEWEST, "雾屿灯具")
    stage.sheet(NEWEST, client)
    stage.visit(NEWEST, client, day=stage.tomorrow)
    phone = hold("xinlai")
    phone.set_out(NEWEST)
    open_the_round(phone.page)
    change_the_card(phone)
    phone.kill()
    phone.switch_on()
    # Chromium writes cookies late: after a kill the sign-in may be gone, the card never is.
    phone.set_out(NEWEST)
    phone.page.goto("/evening")
    hands.follow(phone.page, "开始这一轮")
    hands.tap(phone.page, "启航先改老板卡")
    play_both_rounds(phone.page)
    phone.page.goto("/")
    phone.find_network()
    hands.until_sent(phone.page)
    assert_surprised_anew(*[json.loads(card) for (card,) in ask(CARDS, client.id)])
    assert ask(ANSWER, KEPT) == [("noresult", "round")]
    assert ask(TIP, KEPT) == [("noresult", "round")]
    assert phone.faults == []


def open_the_round(page: Page) -> None:
    hands.go_to(page, "晚间")
    hands.sit_with(page, "周启航")
    hands.follow(page, "开始这一轮")
    hands.tap(page, "启航先改老板卡")


def change_the_card(phone: Phone) -> None:
    page = phone.page
    hands.unfold(page, "今天的你")
    hands.pick(page, "爱面子")
    page.get_by_label("今天有什么事").fill(TODAYS_NOTE)
    phone.kept_as_draft(TODAYS_NOTE)


def play_both_rounds(page: Page) -> None:
    """The card is as the boss left it; a line that held goes to the playbook and to the team."""
    hands.tap(page, re.compile("^开始计时"))
    expect(page.get_by_text(TODAYS_NOTE)).to_be_visible()
    hands.tap(page, "谈完了，老板先说")
    hands.pick(page, "愿意再见")
    hands.unfold(page, "保持一点，改进一点")
    page.get_by_label("保持一点").fill(KEPT)
    hands.pick(page, "进话术：没效果")
    hands.pick(page, "团队诀窍")
    hands.tap(page, "换位子，新来演老板")
    expect(page.get_by_text("第 2 轮")).to_be_visible()
    hands.play_round(page, boss="新来", rep="启航", verdict="会签", words="听完了才说")
    hands.tap(page, "到这里")
    expect(page.get_by_text("两个座位都坐过了")).to_be_visible()


def assert_surprised_anew(first: dict[str, Any], second: dict[str, Any]) -> None:
    """The same boss on the same day, who hides something else from the second rep."""
    assert (first["temper"], first["note"]) == ("proud", TODAYS_NOTE)
    assert second["note"] == TODAYS_NOTE
    assert hidden_in(first)
    assert not hidden_in(first) & hidden_in(second)


def hidden_in(card: dict[str, Any]) -> set[str]:
    return {one["type_key"] for one in card["objections"] if one["hidden"]}
