"""The manager's glance on a tablet: who wants help, and which of tomorrow's visits are prepared."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import EARLY, Client, Stage

REP, PARTNER, MANAGER = "lin.xiaoman", "zhou.qihang", "he.jing"
ORDER = 198_000_00
"""In minor units; above what the organisation calls a big order."""


def test_a_wish_for_help_made_on_a_phone_appears_on_the_tablet(hold: Hold, stage: Stage) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.visit(REP, client, day=stage.today)
    tablet = glance_on(hold)
    expect(tablet.page.get_by_text("他不信投放")).to_have_count(0)
    phone = hold("xiaoman")
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    hands.pick(phone.page, "卡住了")
    hands.pick(phone.page, "这里我想要人帮")
    phone.page.get_by_label("怎么帮最有用？").fill("他不信投放，怎么往下问？")
    hands.tap(phone.page, re.compile("^保存$"))
    hands.said(phone.page, "记下了")
    hands.all_arrived(phone.page)
    refresh(tablet.page)
    row = section(tablet.page, "等着帮忙的").get_by_role("link").filter(has_text="雾屿灯具")
    expect(row).to_contain_text("他不信投放，怎么往下问？")
    expect(row).to_contain_text("林小满")
    row.click()
    card = tablet.page.get_by_role("article")
    expect(card).to_contain_text("他不信投放，怎么往下问？")
    expect(tablet.page.locator("section.card").last).to_contain_text("卡住了")
    assert phone.faults == tablet.faults == []


def test_a_big_order_moves_to_ready_once_it_was_played(hold: Hold, stage: Stage) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.sheet(REP, client)
    expect_an_order(stage, client)
    tablet = glance_on(hold)
    row = visits_of(tablet.page, client)
    expect(row).to_contain_text("¥198,000")
    expect(row).to_contain_text("还没练")
    expect(row).not_to_contain_text("准备好了")
    play_once(hold)
    refresh(tablet.page)
    expect(row).to_contain_text("准备好了")
    expect(row).not_to_contain_text("还没练")
    assert tablet.faults == []


def test_a_row_far_down_shows_its_detail_in_sight(hold: Hold) -> None:
    """The detail once stayed at the top of a long list, a thousand pixels above the row just tapped."""
    tablet = glance_on(hold)
    last = tablet.page.locator(".split .rows a[href*=visit]").last
    last.scroll_into_view_if_needed()
    last.click()
    expect(last).to_have_attribute("aria-current", re.compile("true|page"))
    expect(tablet.page.get_by_role("article").get_by_role("heading").first).to_be_in_viewport()


def test_the_rep_reads_who_looked_at_the_plan(hold: Hold, stage: Stage) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.visit(REP, client, day=stage.tomorrow)
    tablet = glance_on(hold)
    visits_of(tablet.page, client).click()
    expect(tablet.page.get_by_role("article")).to_contain_text("林小满在查看记录里能看到你看过")
    phone = hold("xiaoman")
    phone.sign_in(REP)
    hands.go_to(phone.page, "我的")
    looked = phone.page.get_by_role("list", name="谁看过我的记录")
    line = looked.get_by_role("listitem").filter(has_text="何静看了你明天的安排")
    expect(line.filter(has_text="今天")).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_nobody_is_counted_on_the_glance(hold: Hold, stage: Stage) -> None:
    tablet = glance_on(hold)
    people = {person["family_name"] + person["given_name"] for person in team_of(stage)}
    lists = tablet.page.locator("section:has(> h2)")
    expect(lists.first).to_be_visible()
    for line in lists.all_inner_texts():
        for name in people:
            assert not re.search(rf"{name}\s*[:：·]?\s*\d+\s*(次|个|条|轮|家|%)", line), line
    told = stage.as_(MANAGER).get("/today/team").raise_for_status().json()
    assert {"team", "wants_help", "visits_tomorrow", "day", "tomorrow"} == set(told)
    assert tablet.faults == []


def glance_on(hold: Hold) -> Phone:
    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    expect(tablet.page.get_by_role("heading", name="谁需要帮忙", level=1)).to_be_visible()
    return tablet


def refresh(page: Page) -> None:
    page.get_by_role("button", name="刷新").click()


def section(page: Page, title: str) -> Locator:
    return page.locator("section").filter(has=page.get_by_role("heading", name=title))


def visits_of(page: Page, client: Client) -> Locator:
    return page.locator(".rows a").filter(has_text=client.name)


def expect_an_order(stage: Stage, client: Client) -> None:
    told = {"client_id": str(client.id), "day": stage.tomorrow, "planned_time": EARLY[0]}
    told["purpose"] = "close"
    amount = {"amount_minor": ORDER, "currency": "CNY"}
    stage.as_(REP).post("/visits", json={**told, "amount": amount}).raise_for_status()


def play_once(hold: Hold) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    hands.go_to(phone.page, "晚间")
    hands.sit_with(phone.page, "周启航")
    hands.follow(phone.page, "开始这一轮")
    hands.play_round(phone.page, boss="启航", rep="小满", verdict="会签", words="先问了再答")
    hands.tap(phone.page, "到这里")
    expect(phone.page.get_by_text("打了 1 发子弹")).to_be_visible()
    hands.all_arrived(phone.page)
    assert phone.faults == []


def team_of(stage: Stage) -> list[dict[str, str]]:
    people: list[dict[str, str]] = stage.as_(MANAGER).get("/people").json()["items"]
    return people
