"""A fixed hour begun, a month planned, a week skipped and made up; a mark worded anew; what nobody had, planned in a tap."""

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage
from tests.e2e.test_certification import plan as plan_certification
from tests.e2e.test_certification import take_back_what_is_planned

REP, MANAGER, TRAINER, ADMIN = "lin.xiaoman", "he.jing", "su.min", "admin"
TOPIC, REASON = "报价以后怎么等", "整周都在展会上"
OLD, NEW = "半分钟里，客户知道为什么要听下去", "客户放下手里的事来听"
NAME = "海鸥 · 新人培训"


def test_a_planned_month_gives_its_topics_and_keeps_a_skipped_week(
    hold: Hold, stage: Stage
) -> None:
    tablet, phone = hold("hejing", viewport=TABLET), hold("xiaoman")
    tablet.sign_in(MANAGER)
    begin_series(tablet.page)
    day = second_date(stage)
    address = plan_month(tablet.page, stage, day)
    topic = tablet.page.get_by_role("group", name=TOPIC)
    expect(topic.get_by_text("已安排")).to_be_visible()
    topic.get_by_role("link").first.click()
    expect(tablet.page.get_by_role("heading", name=TOPIC, level=1)).to_be_visible()
    skip(tablet.page, make_up_day=stage.today)

    tablet.page.goto("/training/series")
    skipped = dates_of(tablet.page).get_by_role("link").filter(has_text=REASON)
    expect(skipped).to_contain_text("跳过")
    expect(dates_of(tablet.page).get_by_role("link")).to_have_count(4)
    tablet.page.goto(address)
    expect(topic.get_by_text(f"原因：{REASON}")).to_be_visible()
    made_up = topic.get_by_role("link", name="补到今天")
    hold_class(stage, made_up)

    phone.sign_in(REP)
    phone.page.goto(address)
    told = phone.page.get_by_role("group", name=TOPIC)
    expect(told.get_by_text("已补上")).to_be_visible()
    expect(told.get_by_role("button")).to_have_count(0)
    assert phone.faults == tablet.faults == []


def test_a_mark_is_worded_anew_for_the_next_certification_and_the_old_one_stays(
    hold: Hold, stage: Stage
) -> None:
    take_back_what_is_planned(stage)
    trainer, tablet = hold("sumin", viewport=TABLET), hold("hejing", viewport=TABLET)
    trainer.sign_in(TRAINER)
    trainer.page.goto("/organisation/marks")
    hands.tap(trainer.page, "修改：开场")
    trainer.page.get_by_role("dialog").locator("textarea[name=mark-3-zh]").fill(NEW)
    hands.tap(trainer.page.get_by_role("dialog"), "保存")
    hands.said(trainer.page, "存好了")
    expect(trainer.page.get_by_text(NEW)).to_be_visible()

    tablet.sign_in(MANAGER)
    plan_certification(tablet.page)
    tablet.page.locator("label:has(input[name=opening][value='3'])").click()
    expect(tablet.page.get_by_text(NEW)).to_be_visible()
    tablet.page.goto("/training/certifications")
    hands.follow(tablet.page, re.compile("林小满.*还没到"))
    expect(tablet.page.get_by_text(OLD).first).to_be_visible()
    expect(tablet.page.get_by_text(NEW)).to_have_count(0)
    assert trainer.faults == tablet.faults == []


def test_what_nobody_has_had_is_in_the_plan_with_one_tap_and_back_with_another(
    hold: Hold, stage: Stage
) -> None:
    name = {"zh": "领航版", "en": "Pilot"}
    price = {"amount_minor": 1_000_000, "currency": "CNY"}
    product = {"key": "pilot", "name": name, "price": price}
    stage.as_(ADMIN).post("/products", json=product).raise_for_status()
    phone = hold("hejing")
    phone.sign_in(MANAGER)
    phone.page.goto("/training/coverage")
    subject = phone.page.get_by_role("listitem").filter(has_text="领航版")
    put_in_plan(phone, subject)
    hands.tap(phone.page, "撤销")
    expect(subject.get_by_role("button", name="放进计划")).to_be_visible()
    put_in_plan(phone, subject)

    phone.page.goto("/training/plans")
    phone.page.get_by_role("list", name="培训计划").get_by_role("link").first.click()
    expect(phone.page.get_by_role("heading", name="还没定哪一周")).to_be_visible()
    hands.tap(phone.page, "修改：领航版")
    sheet = phone.page.get_by_role("dialog")
    expect(sheet.get_by_label("讲哪个产品？")).to_have_value("pilot")
    weeks = sheet.get_by_label("放在哪一周")
    weeks.select_option(index=weeks.locator("option").count() - 2)
    hands.tap(sheet, "保存")
    hands.said(phone.page, "存好了")
    expect(phone.page.get_by_role("heading", name="还没定哪一周")).to_have_count(0)
    expect(phone.page.get_by_role("group", name="领航版")).to_be_visible()
    assert phone.faults == []


def begin_series(page: Page) -> None:
    page.goto("/training/series")
    hands.tap(page, "定一个每周的培训")
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, "新人培训")
    hands.tap(sheet, "定下来")
    hands.said(page, "定好了")
    expect(dates_of(page).get_by_role("link")).to_have_count(4)
    expect(dates_of(page).get_by_text("题目待定")).to_have_count(4)


def dates_of(page: Page) -> Locator:
    return page.get_by_role("list", name=f"接下来的日子：{NAME}")


def second_date(stage: Stage) -> date:
    """Of the series that was begun, as the server laid it."""
    found = stage.as_(MANAGER).get("/training-series").raise_for_status().json()["items"]
    [begun] = [one for one in found if one["track"] == "newcomer"]
    return date.fromisoformat(begun["coming"][1]["day"])


def plan_month(page: Page, stage: Stage, day: date) -> str:
    """The month of a day, with a topic in its week; where the plan stands."""
    page.goto("/training/plans")
    hands.tap(page, "写一份计划")
    sheet = page.get_by_role("dialog")
    today = date.fromisoformat(stage.today)
    months = (day.year - today.year) * 12 + day.month - today.month
    sheet.get_by_label("哪一段？").select_option(index=months)
    hands.pick(sheet, "新人培训")
    hands.tap(sheet, "去排每一周")
    expect(page.get_by_role("heading", name=f"{day.year}年{day.month}月")).to_be_visible()
    page.get_by_role("button", name=re.compile("^给 .* 写题目$")).first.click()
    sheet.get_by_label("题目", exact=True).fill(TOPIC)
    hands.pick(sheet, "业务能力")
    monday = date.fromordinal(day.toordinal() - day.weekday())
    sheet.get_by_label("放在哪一周").select_option(value=monday.isoformat())
    hands.tap(sheet, "保存")
    hands.said(page, "存好了")
    return page.url


def skip(page: Page, *, make_up_day: str) -> None:
    hands.tap(page, "跳过")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("原因").fill(REASON)
    sheet.get_by_label("补训日期").fill(make_up_day)
    hands.tap(sheet, "跳过，并补上")
    hands.said(page, "跳过了")
    hands.all_arrived(page)


def hold_class(stage: Stage, link: Locator) -> None:
    """Over the real API, by the manager."""
    session = (link.get_attribute("href") or "").removeprefix("/training/")
    held = {"held_at": f"{stage.today}T00:00:00Z"}
    stage.as_(MANAGER).put(f"/sessions/{session}/holding", json=held).raise_for_status()


def put_in_plan(phone: Phone, subject: Locator) -> None:
    hands.tap(subject, "放进计划")
    hands.said(phone.page, "放进计划了")
    expect(subject.get_by_text("已在计划里")).to_be_visible()
