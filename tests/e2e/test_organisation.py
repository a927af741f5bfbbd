"""An admin sets up what the organisation decides for itself; each decision is there after a reload."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.scenery import ADMIN, new_person
from tests.e2e.stage import Stage

SATURDAY = 6


def test_an_admin_decides_what_is_the_organisations_to_decide(hold: Hold, stage: Stage) -> None:
    newcomer(stage)
    phone = hold("admin")
    phone.sign_in(ADMIN)
    page = phone.page
    expect(page.get_by_role("heading", name="要看一眼")).to_be_visible()
    expect(page.get_by_text("许未来还没进来")).to_be_visible()
    make_saturday_worked(page, next_saturday(stage))
    change_the_evening(page)
    add_a_team(page)
    add_a_product(page)
    pair_the_newcomer(page)
    edit_the_playbook(page)
    page.goto("/")
    expect(page.get_by_text("信天翁还没有主管")).to_be_visible()
    expect(page.get_by_text("晚间 18:30–21:00 · 免打扰到 08:00")).to_be_visible()
    expect(page.get_by_text("许未来还没有师傅")).to_have_count(0)
    assert phone.faults == []


def newcomer(stage: Stage) -> None:
    person = new_person(stage, "xu.weilai", "未来")
    asked = stage.as_(ADMIN).patch(
        f"/people/{person}", json={"newcomer": True}, headers={"if-match": '"1"'}
    )
    asked.raise_for_status()


def next_saturday(stage: Stage) -> date:
    """Beyond tomorrow, which a demo always works."""
    first = date.fromisoformat(stage.tomorrow) + timedelta(days=1)
    return first + timedelta(days=(SATURDAY - first.isoweekday()) % 7)


def go(page: Page, row: str) -> None:
    """From the first screen, by the row that says what holds now."""
    page.goto("/")
    page.get_by_role("list", name="公司").get_by_role("link", name=re.compile(f"^{row}")).click()


def make_saturday_worked(page: Page, saturday: date) -> None:
    go(page, "工作日")
    box = page.locator(f"input[name=day][value='{saturday}']")
    expect(box).not_to_be_checked()
    box.locator("xpath=..").click()
    hands.said(page, "改成上班。")
    page.reload()
    expect(box).to_be_checked()
    expect(page.get_by_role("list", name="自己定的日子")).to_contain_text("调休上班")


def change_the_evening(page: Page) -> None:
    go(page, "晚间、等级和名称")
    page.get_by_label("结束").fill("21:00")
    hands.tap(page, "保存")
    hands.said(page, "保存好了")
    page.reload()
    expect(page.get_by_label("结束")).to_have_value("21:00")


def add_a_team(page: Page) -> None:
    go(page, "团队")
    hands.follow(page, "加团队或大区")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("名称（中文）").fill("信天翁")
    hands.tap(dialog, "保存")
    hands.said(page, "信天翁加好了。")
    page.reload()
    expect(page.get_by_role("list", name="港湾大区")).to_contain_text("信天翁")


def add_a_product(page: Page) -> None:
    go(page, "产品")
    hands.follow(page, "加一个产品")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("名称（中文）").fill("灯塔版")
    dialog.get_by_label("名称（英文）").fill("Lighthouse")
    dialog.get_by_label("标价").fill("128,000")
    expect(dialog.get_by_label("给别的系统用的代号")).to_have_value("lighthouse")
    hands.tap(dialog, "保存")
    hands.said(page, "灯塔版加好了。")
    page.reload()
    expect(page.get_by_role("list", name="在卖的")).to_contain_text("灯塔版¥128,000")


def pair_the_newcomer(page: Page) -> None:
    page.goto("/")
    hands.follow(page, re.compile("许未来还没有师傅"))
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("师傅").select_option(label="周启航 · 海鸥")
    hands.tap(dialog, "配成一对")
    hands.said(page, "周启航开始带许未来。")
    page.reload()
    expect(page.get_by_text("许未来跟着周启航")).to_be_visible()


def edit_the_playbook(page: Page) -> None:
    go(page, "话术")
    hands.follow(page, re.compile("^没效果 "))
    hands.follow(page, "修改文字")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("客户怎么说（中文）").fill("以前投过，一条询盘也没来。")
    hands.tap(dialog, "保存")
    hands.said(page, "保存好了")
    page.reload()
    expect(page.locator(".said").first).to_have_text("以前投过，一条询盘也没来。")


def test_who_was_slower_is_told_what_changed_and_keeps_what_was_typed(
    hold: Hold, stage: Stage
) -> None:
    tablet = hold("admin", viewport=TABLET)
    tablet.sign_in(ADMIN)
    page = tablet.page
    page.goto("/organisation/settings")
    page.get_by_label("结束").fill("21:00")
    on_another_device(stage, {"evening_closes": "19:30", "quiet_until": "07:30"})
    hands.tap(page, "保存")
    expect(page.get_by_role("alert")).to_contain_text("结束 19:30；免打扰到 07:30")
    expect(page.get_by_label("结束")).to_have_value("21:00")
    expect(page.get_by_label("免打扰到")).to_have_value("07:30")
    hands.tap(page, "保存")
    hands.said(page, "保存好了")
    decided(tablet, stage, {"evening_closes": "21:00", "quiet_until": "07:30"})


def on_another_device(stage: Stage, given: dict[str, str]) -> None:
    admin = stage.as_(ADMIN)
    version = {"if-match": admin.get("/organisation").headers["etag"]}
    admin.patch("/organisation", json=given, headers=version).raise_for_status()


def decided(tablet: Phone, stage: Stage, wanted: dict[str, str]) -> None:
    stored = stage.as_(ADMIN).get("/organisation").json()
    assert {name: stored[name] for name in wanted} == wanted
    # A 412 is an answer, not a fault of a script.
    assert tablet.faults == []
