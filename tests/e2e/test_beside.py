"""Who walks beside somebody begins it: a mentor offers a day, and today's review stands on both of their Todays."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET
from tests.e2e.scenery import MANAGER, MENTOR, NEWEST, join
from tests.e2e.stage import Stage
from tests.e2e.talks import Talks

WISH = "你来开场，我只听"
OFFERED = "SELECT wish, purpose FROM ride_alongs WHERE mentor_id = ? AND apprentice_id = ?"


def test_a_mentor_offers_a_day_that_helps_the_rep_and_the_rep_says_yes(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    join(stage)
    tablet, phone = hold("hanxue", viewport=TABLET), hold("xinlai")
    tablet.sign_in(MENTOR)
    phone.sign_in(NEWEST)
    offer(tablet.page, "许新来")
    two = [bytes.fromhex(stage.me(one)["id"].replace("-", "")) for one in (MENTOR, NEWEST)]
    assert ask(OFFERED, *two) == [(WISH, "skill")]

    phone.page.goto("/")
    hands.follow(phone.page, re.compile("韩雪想陪你跑一天"))
    expect(phone.page.get_by_text(WISH)).to_be_visible()
    hands.tap(phone.page, "接受")
    expect(phone.page.get_by_role("button", name="接受")).to_have_count(0)
    hands.all_arrived(phone.page)
    tablet.page.goto("/ride-alongs")
    agreed = tablet.page.get_by_role("link").filter(has_text="韩雪陪新来")
    expect(agreed).to_contain_text("已接受")
    assert tablet.faults == phone.faults == []


def offer(page: Page, name: str) -> None:
    """Not before somebody is chosen."""
    page.goto("/ride-alongs")
    hands.follow(page, "约一次陪访")
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, "我去陪")
    hands.tap(sheet, "提出")
    expect(sheet).to_contain_text("请选一个人")
    hands.pick(sheet, name)
    hands.pick(sheet, "练技能")
    sheet.get_by_label("想解决什么，一句话").fill(WISH)
    hands.tap(sheet, "提出")
    hands.said(page, "提出了")
    hands.all_arrived(page)


def test_todays_review_stands_on_the_today_of_both_until_it_was_held(
    hold: Hold, stage: Stage
) -> None:
    join(stage)
    talks = Talks(stage, host=MANAGER, person=NEWEST)
    review = talks.plan(day=stage.today)
    tablet, phone = hold("hejing", viewport=TABLET), hold("xinlai")
    tablet.sign_in(MANAGER)
    phone.sign_in(NEWEST)
    row = f"a[href='/reviews/{review}']"
    expect(tablet.page.locator(row)).to_contain_text("和许新来的Review")
    expect(tablet.page.locator(row)).to_contain_text("今天 16:30")
    expect(phone.page.locator(row)).to_be_visible()
    tablet.page.locator(row).click()
    expect(tablet.page).to_have_url(re.compile(f"/reviews/{review}"))

    talks.write(review)
    talks.promise(review)
    talks.agree(review)
    for page in (tablet.page, phone.page):
        page.goto("/")
        expect(page.locator("nav.nav")).to_be_visible()
        expect(page.locator(row)).to_have_count(0)
    assert tablet.faults == phone.faults == []


def test_on_a_managers_phone_nothing_lies_over_the_button_that_asks(hold: Hold) -> None:
    """The bar once lay over it: the place is one of the bar, and both stood at the foot."""
    phone = hold("hejing")
    phone.sign_in(MANAGER)
    hands.go_to(phone.page, "陪访")
    hands.follow(phone.page, "约一次陪访")
    expect(phone.page.get_by_role("dialog")).to_contain_text("和谁，哪一天？")
    assert phone.faults == []
