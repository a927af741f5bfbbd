"""What is said of an evening on a phone, and who reads it on a tablet to help."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage

REP, PARTNER, MANAGER = "lin.xiaoman", "zhou.qihang", "he.jing"
HIS_WORDS = "做过一年，一个单都没有。"
POSTPONED = """
    SELECT reason, words FROM evenings JOIN people ON people.id = person_id WHERE login = ?
    AND reason IS NOT NULL AND day = ?
"""
OFFERED = """
    SELECT helper.login FROM evenings JOIN people ON people.id = person_id
    JOIN people helper ON helper.id = offered_by_id WHERE people.login = ? AND day = ?
"""
MOVED_TO = """
    SELECT to_day FROM evenings JOIN people ON people.id = person_id WHERE people.login = ? AND day = ?
"""
PLAYED = "SELECT visit_id, count(*) FROM rounds WHERE client_id = ? GROUP BY visit_id"


def test_not_tonight_said_without_a_network_reaches_the_manager_with_its_reason(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    phone = hold("xiaoman")
    phone.set_out(REP)
    hands.go_to(phone.page, "晚间")
    phone.forget_taps()
    not_tonight(phone.page, reason="家里有事")
    assert 0 < phone.taps() <= 3
    expect(phone.page.get_by_text("今晚不练：家里有事。改到")).to_be_visible()
    assert ask(POSTPONED, REP, stage.today) == []
    phone.page.goto("/")
    phone.find_network()
    hands.until_sent(phone.page)
    assert ask(POSTPONED, REP, stage.today) == [("family", None)]
    tablet = evening_on(hold)
    row = rows(tablet.page, "新人").filter(has_text="林小满")
    expect(row).to_contain_text("今晚：家里有事")
    assert not re.search(r"\d+\s*(次|晚|轮|个)", row.inner_text())
    assert phone.faults == tablet.faults == []


def test_who_helps_comes_on_the_evening_to_which_it_was_moved(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    hands.go_to(phone.page, "晚间")
    not_tonight(phone.page, reason="不舒服")
    hands.all_arrived(phone.page)
    tablet = evening_on(hold)
    tablet.forget_taps()
    rows(tablet.page, "新人").filter(has_text="林小满").click()
    detail = tablet.page.get_by_role("article")
    expect(detail).to_contain_text("不舒服，改到")
    hands.tap(detail, re.compile("我来陪练$"))
    assert 0 < tablet.taps() <= 2
    expect(detail.get_by_text("你来", exact=True)).to_be_visible()
    hands.all_arrived(tablet.page)
    [(moved_to,)] = ask(MOVED_TO, REP, stage.today)
    assert ask(OFFERED, REP, moved_to) == [(MANAGER,)]
    phone.page.goto("/evening")
    expect(phone.page.get_by_text(re.compile("到时候.+陪你练"))).to_be_visible()
    hands.tap(phone.page, "还是练吧")
    expect(phone.page.get_by_role("button", name="今晚不练")).to_be_visible()
    hands.all_arrived(phone.page)
    assert ask(POSTPONED, REP, stage.today) == []
    assert phone.faults == tablet.faults == []


def test_a_wish_for_a_partner_is_answered_from_the_tablet(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    phone = hold("qihang")
    phone.sign_in(PARTNER)
    hands.go_to(phone.page, "晚间")
    hands.tap(phone.page.locator("main"), re.compile("^(换人|选一位)$"))
    hands.tap(phone.page.get_by_role("dialog"), "身边没有人，我等一位搭档")
    expect(phone.page.get_by_text("你在等搭档")).to_be_visible()
    hands.all_arrived(phone.page)
    tablet = evening_on(hold)
    row = rows(tablet.page, "在等搭档的").filter(has_text="周启航")
    row.click()
    hands.tap(tablet.page.get_by_role("article"), "我来陪练")
    expect(row.get_by_text("你来", exact=True)).to_be_visible()
    hands.all_arrived(tablet.page)
    assert ask(OFFERED, PARTNER, stage.today) == [(MANAGER,)]
    phone.page.goto("/evening")
    expect(phone.page.get_by_text("和何静一起")).to_be_visible()
    expect(phone.page.get_by_text("说了：我来陪你练")).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_what_was_heard_where_nobody_goes_tomorrow_is_played_tonight_without_a_network(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.sheet(REP, client)
    stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out(REP)
    tell_what_he_said(phone.page)
    play_his_words(phone.page)
    phone.page.goto("/")
    phone.find_network()
    hands.until_sent(phone.page)
    assert ask(PLAYED, client.id) == [(None, 1)]
    hands.go_to(phone.page, "晚间")
    expect(open_card(phone.page, HIS_WORDS)).to_contain_text("练了 1 轮")
    assert phone.faults == []


def tell_what_he_said(page: Page) -> None:
    hands.follow(page, "拜访签到")
    hands.pick(page, "没效果")
    page.get_by_label(re.compile("原话")).fill(HIS_WORDS)
    hands.save_check_in(page)


def play_his_words(page: Page) -> None:
    hands.go_to(page, "晚间")
    hands.sit_with(page, "周启航")
    card = open_card(page, HIS_WORDS)
    expect(card).to_contain_text("雾屿灯具")
    card.click()
    hands.tap(page, re.compile("^开始第 1 轮"))
    hands.play_round(page, boss="启航", rep="小满", verdict="愿意再见", words="先问了再答")
    hands.tap(page, "到这里")
    expect(page.get_by_text("等着发送")).to_be_visible()


def not_tonight(page: Page, *, reason: str) -> None:
    hands.tap(page, "今晚不练")
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, reason)
    hands.tap(sheet, re.compile("^改到"))
    hands.said(page, "记下了")


def evening_on(hold: Hold) -> Phone:
    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    hands.go_to(tablet.page, "团队")
    hands.follow(tablet.page, re.compile("^今晚"))
    expect(tablet.page.get_by_role("heading", name="今晚谁需要帮忙", level=1)).to_be_visible()
    return tablet


def rows(page: Page, title: str) -> Locator:
    section = page.locator("section").filter(has=page.get_by_role("heading", name=title))
    return section.get_by_role("link")


def open_card(page: Page, words: str) -> Locator:
    """A card of the deck that is called after what somebody said."""
    return page.locator("a[href^='/evening/prepare/']").filter(has_text=words)
