"""A whole day born on one phone without a network: client, sheet, check-in, plan and drill."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import EARLY, Stage
from tests.served import Proxy

NAME = "雾屿灯具"


def test_a_day_born_offline_arrives_once_each_and_in_order_though_the_first_answer_is_lost(
    hold: Hold, stage: Stage, ask: Ask, proxy: Proxy
) -> None:
    phone = hold("xiaoman", url=proxy.url)
    phone.set_out("lin.xiaoman")
    write_client(phone.page)
    write_sheet(phone.page)
    hands.follow(phone.page, "现在签到")
    hands.save_check_in(phone.page)
    plan_tomorrow(phone.page)
    play_once(phone.page)
    assert ask("SELECT count(*) FROM clients WHERE name = ?", NAME) == [(0,)]
    proxy.asked.clear()
    proxy.lose_answer("POST", "/api/v1/clients")
    phone.find_network()
    hands.until_sent(phone.page)
    hands.all_arrived(phone.page)
    assert len(proxy.lost) == 1
    assert written(proxy) == [
        "POST clients",
        "POST clients",
        "PUT sheet",
        "PUT check-in",
        "POST visits",
        "POST drills",
        "POST rounds",
        "PUT wrap",
    ]
    [(client,)] = ask("SELECT id FROM clients WHERE name = ?", NAME)
    for question in ONE_OF_EACH:
        assert ask(question, client) == [(1,)], question
    assert phone.faults == []


ONE_OF_EACH = (
    "SELECT count(*) FROM client_sheets WHERE client_id = ?",
    "SELECT count(*) FROM visits WHERE client_id = ? AND outcome = 'continued' AND planned = 0",
    "SELECT count(*) FROM visits WHERE client_id = ? AND outcome IS NULL",
    "SELECT count(*) FROM rounds WHERE client_id = ?",
    "SELECT count(DISTINCT drill_id) FROM rounds WHERE client_id = ?",
)


def written(proxy: Proxy) -> list[str]:
    """Such as "POST clients": what was sent, without addresses of single records and without reads."""
    writes = [line.split() for line in proxy.asked if not line.startswith("GET")]
    named = [f"{method} {path.rsplit('/', 1)[-1]}" for method, path in writes]
    return [line for line in named if line != "POST refresh"]


def write_client(page: Page) -> None:
    hands.go_to(page, "客户")
    hands.follow(page, "加一家客户")
    page.get_by_label("公司名").fill(NAME)
    page.get_by_label("姓名").fill("谢文涛")
    hands.pick(page, "决策人")
    hands.tap(page, "保存")
    hands.said(page, f"{NAME}在你的名单里")


def write_sheet(page: Page) -> None:
    hands.follow(page, "写客户分析")
    page.get_by_label("谁拍板？").fill("谢文涛一个人定")
    open_answer(page, "现在什么状况")
    hands.pick(page.locator("details[open]"), "还不知道，会去问")
    open_answer(page, "他会说什么")
    hands.tap(page, "没效果")
    open_answer(page, "同行在做什么")
    hands.pick(page.locator("details[open]"), "还不知道，会去问")
    hands.tap(page, "保存")
    hands.said(page, "四个答案都有")


def open_answer(page: Page, title: str) -> None:
    page.locator("summary").filter(has_text=title).click()


def plan_tomorrow(page: Page) -> None:
    hands.go_to(page, "客户")
    hands.follow(page, re.compile(NAME))
    hands.follow(page, "安排拜访")
    hands.pick(page, "明天")
    page.get_by_label("几点").fill(EARLY[0])
    hands.pick(page, "跟进")
    hands.tap(page, "存下安排")
    hands.said(page, "安排在明天了")


def play_once(page: Page) -> None:
    page.goto("/evening")
    hands.sit_with(page, "周启航")
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    hands.follow(page, "开始这一轮")
    hands.play_round(page, boss="启航", rep="小满", verdict="会签", words="稳住了")
    hands.tap(page, "到这里")
    expect(page.get_by_text("等着发送")).to_be_visible()
    page.goto("/")
