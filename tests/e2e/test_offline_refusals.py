"""What the server will not take stays on the phone, says why in plain words, and waits for its writer."""

from playwright.sync_api import expect

from api.kit.errors import BornDifferently
from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import Phone
from tests.e2e.stage import Client, Stage

TOLD = "SELECT outcome FROM visits WHERE id = ?"


def test_a_check_in_told_elsewhere_already_says_why_and_goes_once_it_is_edited(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = checked_in_offline(hold, stage)
    stage.check_in("lin.xiaoman", client, visit, outcome="stalled")
    phone.find_network()
    needs_a_look(phone)
    expect(phone.page.get_by_text(f"服务器说：{BornDifferently.zh}")).to_be_visible()
    assert ask(TOLD, visit) == [("stalled",)]
    hands.tap(phone.page, "修改后再发")
    expect(phone.page.get_by_role("radio", name="继续谈")).to_be_checked()
    hands.pick(phone.page, "丢单")
    hands.save(phone.page)
    hands.all_arrived(phone.page)
    assert ask(TOLD, visit) == [("lost",)]
    assert phone.faults == []


def test_a_check_in_at_a_client_that_moved_can_be_discarded_and_taken_back(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = checked_in_offline(hold, stage)
    give_away(stage, client)
    phone.find_network()
    needs_a_look(phone)
    expect(phone.page.get_by_text("转给了周启航")).to_be_visible()
    hands.discard(phone.page)
    expect(phone.page.get_by_text("都送到了", exact=True)).to_be_visible()
    hands.tap(phone.page.locator(".toast"), "撤销")
    expect(phone.page.get_by_role("heading", name="需要你看一眼")).to_be_visible()
    hands.discard(phone.page)
    hands.all_arrived(phone.page)
    assert ask(TOLD, visit) == [(None,)]
    assert phone.faults == []


def checked_in_offline(hold: Hold, stage: Stage) -> Phone:
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    return phone


def give_away(stage: Stage, client: Client) -> None:
    stage.hand_over(client, giving="lin.xiaoman", taking="zhou.qihang", manager="he.jing")


def needs_a_look(phone: Phone) -> None:
    expect(phone.page.locator(hands.TRAY)).to_have_text("1 条需处理", timeout=20_000)
    hands.open_outbox(phone.page)
    expect(phone.page.get_by_role("heading", name="需要你看一眼")).to_be_visible()
