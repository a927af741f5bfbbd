"""How many taps the two main jobs cost, counted by a listener on real clicks."""

import re

from playwright.sync_api import expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage


def test_a_usual_check_in_takes_three_taps_from_today_to_saved(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.sign_in("lin.xiaoman")
    expect(phone.page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    phone.forget_taps()
    hands.check_in_next(phone.page)
    assert 0 < phone.taps() <= 3
    hands.all_arrived(phone.page)
    assert ask("SELECT outcome FROM visits WHERE id = ?", visit) == [("continued",)]
    assert phone.faults == []


def test_help_is_asked_for_in_three_taps_from_the_card_of_a_visit(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    """What is hard is likely the client one stands before; another kind is one tap more."""
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.sign_in("lin.xiaoman")
    expect(phone.page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    phone.forget_taps()
    hands.follow(phone.page, "求助")
    hands.pick(phone.page, "现在")
    hands.tap(phone.page, "请何静帮忙")
    expect(phone.page.get_by_role("article")).to_contain_text(re.compile("何静.*回你"))
    assert 0 < phone.taps() <= 3
    asked = "SELECT kind, needed FROM help_requests WHERE about_id = ?"
    assert ask(asked, visit) == [("client", "now")]
    assert phone.faults == []


def test_help_is_asked_for_in_three_taps_on_the_form(hold: Hold, ask: Ask) -> None:
    phone = hold("xiaoman")
    phone.sign_in("lin.xiaoman")
    phone.page.goto("/help-requests/new")
    expect(phone.page.get_by_role("button", name="请何静帮忙")).to_be_visible()
    phone.forget_taps()
    hands.pick(phone.page, "知识")
    hands.pick(phone.page, "这周")
    hands.tap(phone.page, "请何静帮忙")
    expect(phone.page.get_by_text("何静收到了")).to_be_visible()
    assert 0 < phone.taps() <= 3
    assert phone.faults == []


def test_a_drill_takes_two_taps_from_the_evening_card_to_the_running_clock(
    hold: Hold, stage: Stage
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    stage.sheet("lin.xiaoman", client)
    stage.visit("lin.xiaoman", client, day=stage.tomorrow)
    phone = hold("xiaoman")
    phone.sign_in("lin.xiaoman")
    hands.go_to(phone.page, "晚间")
    hands.sit_with(phone.page, "周启航")
    expect(phone.page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    phone.forget_taps()
    hands.follow(phone.page, "开始这一轮")
    hands.tap(phone.page, "我是启航，翻开老板卡")
    expect(phone.page.get_by_role("timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    assert 0 < phone.taps() <= 2
    assert phone.faults == []
