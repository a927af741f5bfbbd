"""通关: planned and marked on a tablet by two, read on the rep's phone, whose evenings ask for nothing afterwards."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage

REP, MENTOR, MANAGER = "lin.xiaoman", "han.xue", "he.jing"
AREAS = ("opening", "discovery", "presentation", "objections", "close", "collection")
PLACE = "/training/certifications"


def test_two_assessors_mark_and_the_evening_asks_for_no_drill_any_more(
    hold: Hold, stage: Stage
) -> None:
    take_back_what_is_planned(stage)
    tablet, phone = hold("tablet", viewport=TABLET), hold("xiaoman")
    tablet.sign_in(MANAGER)
    address = plan(tablet.page)
    give_marks(tablet.page)
    mentor = hold("mentor", viewport=TABLET)
    mentor.sign_in(MENTOR)
    mentor.page.goto(address)
    expect(mentor.page.get_by_text("两位都打完分再显示。")).to_be_visible()
    give_marks(mentor.page)

    phone.sign_in(REP)
    phone.page.goto(PLACE)
    hands.follow(phone.page, re.compile("林小满.*通关"))
    expect(phone.page.get_by_text("六个方面都站得住了")).to_be_visible()
    expect(phone.page.get_by_text("先问清，答到点上")).to_have_count(2)
    evening = stage.as_(REP).get(f"/drills/evenings/{stage.today}").raise_for_status().json()
    assert "newcomer" not in {one["kind"] for one in evening["obligations"]}
    assert phone.faults == tablet.faults == mentor.faults == []


def take_back_what_is_planned(stage: Stage) -> None:
    found = stage.as_(REP).get("/certifications").raise_for_status().json()["items"]
    [planned] = [one["id"] for one in found if one["state"] == "planned"]
    stage.as_(MANAGER).delete(f"/certifications/{planned}").raise_for_status()


def plan(page: Page) -> str:
    page.goto(PLACE)
    hands.tap(page, "安排一次通关")
    sheet = page.get_by_role("dialog")
    sheet.locator("select[name=person]").select_option(label="林小满")
    hands.pick(sheet, "韩雪")
    hands.tap(sheet, "安排一次通关")
    expect(page.get_by_role("heading", name="通关 · 林小满")).to_be_visible()
    return page.url


def give_marks(page: Page) -> None:
    """A mark says in words what it looks like; without them nothing is kept."""
    hands.tap(page, "保存我的分")
    expect(page.get_by_text("选一个分。").first).to_be_visible()
    for area in AREAS:
        page.locator(f"label:has(input[name={area}][value='3'])").click()
    expect(page.get_by_text("先问清，答到点上，再确认过了没有")).to_be_visible()
    page.locator("textarea[name=strong]").fill("先问清楚谁拍板。")
    page.locator("textarea[name=next]").fill("按单算，不按年算。")
    hands.tap(page, "保存我的分")
    hands.said(page, "你打的分存好了。")
