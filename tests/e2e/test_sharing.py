"""The team learns: a signature is told, becomes a case, helps another rep at another client, and its author hears of it."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage
from tests.e2e.test_help_requests import refresh

REP, OTHER, MANAGER = "lin.xiaoman", "zhou.qihang", "he.jing"
CLIENT, THEIRS = "雾屿灯具", "远山灯具"
TITLE = "先看看当时谁回询盘"
FOUND = "隔壁厂的谢文涛带我过去的，第一次只坐了五分钟。"


def test_a_signature_is_told_becomes_a_case_and_its_author_hears_that_it_worked(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client(REP, CLIENT)
    stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman")
    phone.sign_in(REP)
    sign(phone.page)
    hands.all_arrived(phone.page)
    tell_without_network(phone)
    assert ask("SELECT kind FROM shares WHERE words = ? AND state = 'published'", TITLE) == [
        ("deal",)
    ]

    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    curate(tablet.page)
    [(said,)] = ask("SELECT words FROM case_parts WHERE key = 'found' AND words LIKE '隔壁厂的%'")
    assert said == "隔壁厂的对方带我过去的，第一次只坐了五分钟。"

    other = hold("qihang")
    other.sign_in(OTHER)
    prepare(other.page, stage)
    use(other.page, stage)
    told = "SELECT result FROM case_uses JOIN cases ON cases.id = case_id WHERE title = ?"
    assert ask(told, TITLE) == [("worked",)]

    phone.page.goto("/")
    expect(phone.page.get_by_text("周启航用了你的案例：管用")).to_be_visible()
    phone.page.get_by_text("周启航用了你的案例：管用").click()
    expect(phone.page.get_by_role("heading", name="谁用过")).to_be_visible()
    assert phone.faults == tablet.faults == other.faults == []


def test_what_was_begun_is_let_be_and_nobody_ever_knows(hold: Hold, stage: Stage, ask: Ask) -> None:
    client = stage.client(REP, CLIENT)
    stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman")
    phone.sign_in(REP)
    sign(phone.page)
    hands.all_arrived(phone.page)
    phone.page.goto("/")
    hands.follow(phone.page, re.compile(f"{CLIENT}是怎么签下的"))
    hands.tap(phone.page, "先不管它")
    hands.said(phone.page, "没有人知道")
    hands.all_arrived(phone.page)
    phone.page.goto("/")
    expect(phone.page.get_by_role("link", name="团队分享")).to_be_visible()
    expect(phone.page.get_by_text(f"{CLIENT}是怎么签下的")).to_have_count(0)
    assert ask(
        "SELECT count(*) FROM share_parts JOIN shares ON shares.id = share_id "
        "WHERE state = 'prompted' AND deleted_at IS NOT NULL"
    ) == [(0,)]
    assert ask(
        "SELECT count(*) FROM events WHERE topic LIKE 'share.%' AND actor_id = "
        "(SELECT id FROM people WHERE login = ?)",
        REP,
    ) == [(0,)]
    assert phone.faults == []


def sign(page: Page) -> None:
    """At the check-in of the visit that is next."""
    expect(page.get_by_role("heading", name=CLIENT)).to_be_visible()
    hands.follow(page, "拜访签到")
    hands.pick(page, "已签")
    page.get_by_label("签了多少").fill("29800")
    hands.save(page)


def tell_without_network(phone: Phone) -> None:
    """In the writer, from Today; the draft and the share wait on the phone."""
    page = phone.page
    page.goto("/")
    hands.follow(page, re.compile(f"{CLIENT}是怎么签下的"))
    expect(page.get_by_text("只有你看得到")).to_be_visible()
    page.get_by_label("标题").fill(TITLE)
    page.get_by_role("textbox", name="如何开发").fill(FOUND)
    phone.lose_network()
    hands.tap(page, "告诉团队")
    hands.said(page, "已存在手机上")
    phone.find_network()
    hands.all_arrived(page)


def curate(page: Page) -> None:
    page.goto("/shares?kind=deal")
    card = page.get_by_role("article").filter(has_text=TITLE)
    hands.follow(card, "看签单分享")
    hands.tap(page, "谢谢")
    hands.follow(page, "整理成案例")
    expect(page.get_by_text("林小满的原话").first).to_be_visible()
    expect(page.locator("textarea[name=found]")).to_have_value(re.compile("对方带我过去"))
    page.get_by_role("combobox", name="异议").select_option("noresult")
    hands.pick(page, "开发")
    hands.tap(page, "放进案例库")
    hands.said(page, "已放进案例库")


def prepare(page: Page, stage: Stage) -> None:
    """Tomorrow's client has said before that nothing came of it."""
    client = stage.client(OTHER, THEIRS)
    visit = stage.visit(OTHER, client, day=stage.tomorrow)
    stage.sheet(OTHER, client)
    page.goto(f"/evening/prepare/{visit}")
    hands.tap(page, "这次拜访可以看看")
    row = page.get_by_role("dialog").get_by_role("link", name=re.compile(TITLE))
    expect(row).to_contain_text("同一种异议")
    row.click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def use(page: Page, stage: Stage) -> None:
    client = stage.client(OTHER, "近海灯具")
    visit = stage.visit(OTHER, client, day=stage.today)
    stage.check_in(OTHER, client, visit, outcome="continued")
    refresh(page)
    hands.follow(page, "我用了")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("哪一次拜访").select_option(str(visit))
    hands.pick(sheet, "管用")
    hands.tap(sheet, "保存")
    hands.said(page, "小满会知道")
    hands.all_arrived(page)
