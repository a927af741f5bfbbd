"""What waits belongs to its writer: not to the next person on the phone, not to an ended sign-in."""

import json

from playwright.sync_api import expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage
from tests.served import Proxy

LET_OUT = "公司停用了这个登录。还有 1 条没发的内容在这台手机上"
OUTCOME = "SELECT outcome FROM visits WHERE id = ?"


def test_another_person_on_the_phone_neither_sees_nor_sends_what_waits(
    hold: Hold, stage: Stage, ask: Ask, proxy: Proxy
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("shared", url=proxy.url)
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    hands.leave(phone.page)
    phone.find_network()
    expect(phone.page.get_by_text("还有 1 条属于林小满，等林小满登录再发")).to_be_visible()
    phone.sign_in("zhou.qihang")
    expect(phone.page.get_by_role("heading", name="启航")).to_be_visible()
    phone.page.goto("/outbox")
    expect(phone.page.get_by_text("都送到了", exact=True)).to_be_visible()
    expect(phone.page.get_by_text("还有 1 条属于林小满")).to_be_visible()
    expect(phone.page.get_by_text("雾屿灯具")).to_have_count(0)
    hands.leave(phone.page)
    assert proxy.asked_for("PUT", str(visit)) == []
    phone.sign_in("lin.xiaoman")
    hands.all_arrived(phone.page)
    assert ask(OUTCOME, visit) == [("continued",)]
    assert phone.faults == []


def test_a_disabled_person_loses_the_sign_in_at_once_and_keeps_what_was_written(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    stage.disable("lin.xiaoman", manager="he.jing")
    assert stage.as_("lin.xiaoman").get("/me").status_code == 401
    phone.find_network()
    hands.open_outbox(phone.page)
    expect(phone.page.get_by_text(LET_OUT)).to_be_visible(timeout=20_000)
    with phone.page.expect_download() as saving:
        hands.tap(phone.page, "存成文件")
    [item] = json.loads(saving.value.path().read_text(encoding="utf-8"))["items"]
    assert item["request"]["path"] == f"/api/v1/visits/{visit}/check-in"
    assert item["request"]["body"]["outcome"] == "continued"
    hands.go_to(phone.page, "我的")
    hands.follow(phone.page, "退出登录")
    stays = "还有 1 条没发。它们留在这台手机上，等你再登录就发。"
    expect(phone.page.get_by_role("dialog").get_by_text(stays)).to_be_visible()
    hands.tap(phone.page.get_by_role("dialog"), "退出登录")
    expect(phone.page.get_by_text("还有 1 条属于林小满")).to_be_visible()
    assert ask(OUTCOME, visit) == [(None,)]
    assert phone.faults == []


def test_a_disabled_person_reads_nothing_more_on_the_phone(hold: Hold, stage: Stage) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    stage.disable("lin.xiaoman", manager="he.jing")
    phone.find_network()
    expect(phone.page.get_by_text(LET_OUT)).to_be_visible(timeout=20_000)
    hands.go_to(phone.page, "客户")
    expect(phone.page.get_by_text(LET_OUT)).to_be_visible()
    phone.lose_network()
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name="客户", level=1)).to_be_visible()
    expect(phone.page.get_by_text("雾屿灯具")).to_have_count(0)
    assert phone.faults == []
