"""One objection on its way: heard at a client, drilled that evening, said the next day, and back when it was lost."""

import re
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

CLIENT = "雾屿灯具"
HIS_WORDS = "做过一年，一个单都没有。"
SEATS = """
    SELECT rep.login, boss.login FROM rounds
    JOIN people rep ON rep.id = rounds.rep_id JOIN people boss ON boss.id = rounds.boss_id
    WHERE rounds.client_id = ? ORDER BY rounds.number
"""


def test_an_objection_is_drilled_the_same_evening_said_the_next_day_and_returns_when_it_was_lost(
    hold: Hold, stage: Stage, ask: Ask, server: Server
) -> None:
    client, ahead = seen_today_and_tomorrow(stage)
    before = best_answers(stage)
    phone = hold("xinlai")
    phone.set_out(NEWEST)
    hear_it(phone.page)
    open_tonights_card(phone.page)
    said = take_the_best_of_two(phone.page, before)
    play_two_rounds(phone.page)
    assert ask(SEATS, client.id) == []
    phone.page.goto("/")
    phone.find_network()
    hands.until_sent(phone.page)
    assert ask(SEATS, client.id) == [(NEWEST, "zhou.qihang"), ("zhou.qihang", NEWEST)]
    today, tomorrow = date.fromisoformat(stage.today), date.fromisoformat(stage.tomorrow)
    nights_pass(server, nights=(tomorrow - today).days)
    read_it_at_the_door(phone.page, said)
    tell_that_it_was_lost(phone.page)
    hands.all_arrived(phone.page)
    assert_the_count_has_changed(phone.page, before, said)
    # The night has moved what is stored, not the clock: it was lost today.
    nights = (third_working_day(today) - today).days
    nights_pass(server, nights=nights - 1)
    assert_it_is_not_back_yet(phone.page, stage, client)
    nights_pass(server)
    assert_it_is_back(phone.page, stage, client, ahead)
    assert phone.faults == []


def seen_today_and_tomorrow(stage: Stage) -> tuple[Client, UUID]:
    """A client of somebody whose evening holds nothing else, and the visit of tomorrow."""
    join(stage)
    client = stage.client(NEWEST, CLIENT)
    stage.sheet(NEWEST, client)
    stage.visit(NEWEST, client, day=stage.today)
    return client, stage.visit(NEWEST, client, day=stage.tomorrow)


def hear_it(page: Page) -> None:
    hands.follow(page, "拜访签到")
    hands.pick(page, "没效果")
    page.get_by_label(re.compile("原话")).fill(HIS_WORDS)
    hands.save_check_in(page, outcome="卡住了")


def open_tonights_card(page: Page) -> None:
    """It says why it is there, and the reason leads to the check-in it came from."""
    hands.go_to(page, "晚间")
    hands.sit_with(page, "周启航")
    card = page.get_by_role("article").filter(has_text=CLIENT)
    expect(card.get_by_text(HIS_WORDS)).to_be_visible()
    hands.tap(card, re.compile("^为什么"))
    reasons = page.get_by_role("dialog")
    expect(reasons.get_by_text("还没接住")).to_be_visible()
    expect(reasons.get_by_role("link", name=re.compile("看签到"))).to_be_visible()
    page.keyboard.press("Escape")
    hands.follow(card, "客户分析")


def take_the_best_of_two(page: Page, before: list[dict[str, Any]]) -> str:
    """The best answer of the playbook: each of the two says how often it was used."""
    hands.unfold(page, "他会说什么")
    hands.tap(page, re.compile("^话术还有 2 个回答"))
    for answer in before:
        offered = (
            page.get_by_role("dialog").get_by_role("button").filter(has_text=answer["text"]["zh"])
        )
        expect(offered).to_contain_text(f"团队用过 {used(answer)} 次")
    best: str = before[0]["text"]["zh"]
    hands.tap(page, re.compile(re.escape(best)))
    hands.tap(page, re.compile("^开始第 1 轮"))
    return best


def play_two_rounds(page: Page) -> None:
    hands.play_round(page, boss="启航", rep="新来", verdict="愿意再见", words="先问了再答")
    hands.tap(page, "换位子，新来演老板")
    expect(page.get_by_text("第 2 轮")).to_be_visible()
    hands.play_round(page, boss="新来", rep="启航", verdict="会签", words="听完了才说")
    hands.tap(page, "到这里")
    expect(page.get_by_text("两个座位都坐过了")).to_be_visible()
    expect(page.get_by_text("等着发送")).to_have_count(2)


def read_it_at_the_door(page: Page, said: str) -> None:
    """What was agreed last night, with the drill it was agreed in."""
    page.goto("/")
    card = page.locator("main .card").filter(has_text=CLIENT)
    expect(card.get_by_text(HIS_WORDS)).to_be_visible()
    expect(card.get_by_text(said)).to_be_visible()
    expect(card.get_by_role("link", name=re.compile("昨晚"))).to_be_visible()


def tell_that_it_was_lost(page: Page) -> None:
    hands.follow(page, "拜访签到")
    hands.pick(page.get_by_role("group", name=HIS_WORDS), "没接住")
    hands.pick(page, "继续谈")
    hands.save(page)
    hands.said(page, "没接住的那句今晚再练")


def assert_the_count_has_changed(page: Page, before: list[dict[str, Any]], said: str) -> None:
    [answer] = [one for one in before if one["text"]["zh"] == said]
    page.goto("/playbook/noresult")
    told = page.get_by_role("article").filter(has_text=said)
    expect(told.get_by_text(f"用过 {used(answer) + 1} 次")).to_be_visible()
    expect(told).to_contain_text(f"没用 {answer['not_worked'] + 1}")


def assert_it_is_not_back_yet(page: Page, stage: Stage, client: Client) -> None:
    """On the evening before."""
    assert cards_of(stage, client) == []
    page.goto("/evening")
    expect(page.get_by_text("下一个工作日还没有安排")).to_be_visible()


def assert_it_is_back(page: Page, stage: Stage, client: Client, visit: UUID) -> None:
    [card] = cards_of(stage, client)
    assert [(one["kind"], one["step"], one["origin"]["id"]) for one in card["reasons"]] == [
        ("returns", 3, str(visit))
    ]
    page.goto("/evening")
    back = page.locator("main article, main a").filter(has_text=CLIENT).first
    expect(back).to_contain_text(HIS_WORDS)
    expect(back).to_contain_text("过了 3 个工作日再练")


def cards_of(stage: Stage, client: Client) -> list[dict[str, Any]]:
    deck = stage.as_(NEWEST).get("/drills/deck").raise_for_status().json()
    return [card for card in deck["items"] if card["client"]["id"] == str(client.id)]


def best_answers(stage: Stage) -> list[dict[str, Any]]:
    """The two that are offered first, with their counts so far."""
    playbook = stage.as_(NEWEST).get("/playbook").raise_for_status().json()
    [kind] = [one for one in playbook["objection_types"] if one["key"] == "noresult"]
    best: list[dict[str, Any]] = kind["best"]
    assert len(best) == 2
    assert all(used(answer) > 0 for answer in best)
    return best


def used(answer: dict[str, Any]) -> int:
    return int(answer["worked"] + answer["partly"] + answer["not_worked"])
