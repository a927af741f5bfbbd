"""Help that is needed now: asked in a cellar, seen and answered on a tablet, closed by the rep in one tap."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.days import nights_pass
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage
from tests.e2e.zone import OFFSET
from tests.served import Server

REP, MANAGER = "lin.xiaoman", "he.jing"
WORDS = "陈总想分两次付，先付一半。我可以答应吗？"
ANSWER = "可以，第二笔写进合同。"


def promised(name: str) -> re.Pattern[str]:
    """The helper's promise: in minutes, or, from the night on, for that morning at 08:15."""
    return re.compile(rf"{name}(收到了，)?(\d+ 分钟内|((今天|明天|星期.) )?08:15 前)回你")


def test_a_request_asked_offline_is_seen_answered_and_closed_in_one_tap(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out(REP)
    ask_now(phone.page)
    expect(phone.page.get_by_role("status").filter(has_text="待发送").first).to_be_visible()
    expect(phone.page.get_by_text("送到后开始算时间")).to_be_visible()
    assert ask("SELECT count(*) FROM help_requests WHERE about_id = ?", visit) == [(0,)]
    phone.find_network()
    expect(phone.page.get_by_text(promised("何静"))).to_be_visible()

    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    open_it(tablet.page)
    expect(tablet.page.locator("section.card")).to_contain_text(["雾屿灯具"])
    hands.all_arrived(tablet.page)
    refresh(phone.page)
    expect(phone.page.get_by_text("何静看到了")).to_be_visible()

    tablet.page.goto("/")
    open_it(tablet.page)
    answer(tablet.page)
    refresh(phone.page)
    expect(phone.page.get_by_text(ANSWER)).to_be_visible()
    close_in_one_tap(phone)
    assert ask("SELECT helped FROM help_requests WHERE about_id = ?", visit) == [("yes",)]
    assert phone.faults == tablet.faults == []


def open_it(page: Page) -> None:
    """From the list of who waits; towards the evening somebody may have waited longer."""
    page.locator("section .rows a").filter(has_text=WORDS).click()
    expect(page.get_by_role("article")).to_contain_text(WORDS)


def test_a_promise_that_is_over_is_honey_for_the_helper_and_a_plain_word_for_the_rep(
    hold: Hold, stage: Stage, server: Server
) -> None:
    stage.client(REP, "雾屿灯具")
    phone, tablet = hold("xiaoman"), hold("tablet", viewport=TABLET)
    phone.sign_in(REP)
    tablet.sign_in(MANAGER)
    ask_by_address(phone)
    expect(phone.page.get_by_text(promised("何静"))).to_be_visible()
    request = phone.page.url.rsplit("/", 1)[-1]
    hands.all_arrived(phone.page)
    nights_pass(server, nights=2)

    tablet.page.goto(f"/help-requests/{request}")
    note = tablet.page.locator(".note.wait")
    expect(note).to_contain_text("现在写，还是换人？")
    expect(note).to_contain_text("晚了 ")
    phone.page.goto(f"/help-requests/{request}")
    expect(phone.page.get_by_text("这记在何静那边。要换个人吗？")).to_be_visible()
    expect(phone.page.locator(".wait")).to_have_count(0)

    hand_over(tablet.page)
    phone.page.goto(f"/help-requests/{request}")
    expect(phone.page.get_by_text(promised("韩雪"))).to_be_visible()
    phone.page.goto(f"/people/{stage.me(MANAGER)['id']}/promises")
    missed = phone.page.locator("section").filter(has_text="没赶上的")
    expect(missed.get_by_text("转给了别人，晚了").first).to_be_visible()
    assert phone.faults == tablet.faults == []


def hand_over(page: Page) -> None:
    hands.tap(page.get_by_role("article"), "换人")
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, "韩雪")
    hands.tap(sheet, "转给韩雪")
    hands.said(page, "转给韩雪了")
    hands.all_arrived(page)


def test_in_the_night_the_form_says_by_when_somebody_answers(hold: Hold, stage: Stage) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    for wall, said in (("14:00", "15 分钟内"), ("23:00", "明天 08:15 前")):
        phone.page.clock.set_fixed_time(f"{stage.today}T{wall}:00{OFFSET}")
        phone.page.goto("/help-requests/new")
        now = phone.page.get_by_role("radio", name=re.compile(f"^现在.*{said}"))
        expect(now).to_have_count(1)
        hands.pick(phone.page, "现在")
        silent = phone.page.get_by_text("现在手机免打扰：何静明天 08:15 前回你")
        expect(silent).to_have_count(int(wall == "23:00"))
    assert phone.faults == []


def test_a_region_asks_its_managers(hold: Hold) -> None:
    region, tablet = hold("region"), hold("tablet", viewport=TABLET)
    region.sign_in("shen.liqun")
    region.page.goto("/help-requests/new")
    region.page.get_by_label("怎么回事？不写也行").fill(WORDS)
    for choice in ("资源", "这周"):
        hands.pick(region.page, choice)
    hands.tap(region.page, "请主管们帮忙")
    expect(region.page.get_by_text("请了全队，谁接谁回")).to_be_visible()
    hands.all_arrived(region.page)
    tablet.sign_in(MANAGER)
    tablet.page.goto("/help-requests")
    expect(tablet.page.locator(".rows a").filter(has_text=WORDS).first).to_be_visible()
    assert region.faults == tablet.faults == []


def ask_now(page: Page) -> None:
    """From the card of the visit on Today."""
    expect(page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    hands.follow(page, "求助")
    page.get_by_label("怎么回事？不写也行").fill(WORDS)
    hands.pick(page, "现在")
    hands.tap(page, "请何静帮忙")


def answer(page: Page) -> None:
    card = page.get_by_role("article")
    card.get_by_label("你的回答").fill(ANSWER)
    hands.tap(card, "回复小满")
    hands.said(page, "发出了")
    hands.all_arrived(page)


def close_in_one_tap(phone: Phone) -> None:
    phone.forget_taps()
    hands.tap(phone.page, "帮到了")
    expect(phone.page.get_by_text("已关：帮到了")).to_be_visible()
    assert phone.taps() == 1
    hands.all_arrived(phone.page)


def ask_by_address(phone: Phone) -> None:
    phone.page.goto("/help-requests/new")
    phone.page.get_by_label("怎么回事？不写也行").fill(WORDS)
    hands.pick(phone.page, "价格政策")
    hands.pick(phone.page, "现在")
    hands.tap(phone.page, "请何静帮忙")
    expect(phone.page).to_have_url(re.compile("/help-requests/[0-9a-f-]{36}$"))


def refresh(page: Page) -> None:
    page.get_by_role("button", name="刷新").click()
