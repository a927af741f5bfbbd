"""A phone speaks its own language from the first screen on; somebody's choice goes before it.

Who joined on an English phone once read English until the password was chosen, and Chinese after it.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import PASSWORD
from tests.e2e.scenery import REP, invite, new_person
from tests.e2e.stage import Stage

CLIENTS = {"zh-CN": "客户", "en-GB": "Clients"}
LANGUAGE = {"zh-CN": "zh-CN", "en-GB": "en"}


@pytest.mark.parametrize("locale", LANGUAGE)
def test_signing_in_keeps_the_language_of_the_phone(hold: Hold, locale: str) -> None:
    phone = hold("xiaoman", locale=locale)
    phone.page.goto("/sign-in")
    speaks(phone.page, LANGUAGE[locale])
    phone.sign_in(REP)
    speaks(phone.page, LANGUAGE[locale])
    hands.go_to(phone.page, CLIENTS[locale])
    speaks(phone.page, LANGUAGE[locale])


@pytest.mark.parametrize("locale", LANGUAGE)
def test_joining_keeps_the_language_of_the_phone(hold: Hold, stage: Stage, locale: str) -> None:
    token = invite(stage, new_person(stage, "yu.weilai", "未来"))
    page = hold("new", locale=locale).page
    page.goto(f"/join#{token}")
    speaks(page, LANGUAGE[locale])
    page.locator("input[autocomplete=new-password]").fill(f"{PASSWORD} in the rain")
    page.locator("button[type=submit]").click()
    page.get_by_role("link", name="去今天" if locale == "zh-CN" else "To Today").click()
    expect(page.locator("nav.nav")).to_be_visible()
    speaks(page, LANGUAGE[locale])


def test_what_was_chosen_at_sign_in_holds_on_this_phone(hold: Hold) -> None:
    phone = hold("xiaoman", locale="en-GB")
    phone.page.goto("/sign-in")
    hands.pick(phone.page, "中文")
    phone.sign_in(REP)
    phone.page.reload()
    speaks(phone.page, "zh-CN")
    hands.leave(phone.page)
    speaks(phone.page, "zh-CN")


def test_what_was_chosen_in_me_is_spoken_by_the_next_phone(hold: Hold) -> None:
    phone = hold("xiaoman", locale="zh-CN")
    phone.sign_in(REP)
    hands.go_to(phone.page, "我的")
    with phone.page.expect_response(lambda told: told.request.method == "PATCH"):
        hands.pick(phone.page, "English")
    speaks(phone.page, "en")
    next_phone = hold("another", locale="zh-CN")
    next_phone.sign_in(REP)
    speaks(next_phone.page, "en")
    hands.go_to(next_phone.page, "Me")
    language = next_phone.page.get_by_role("group", name="Language")
    hands.pick(language, "Device")
    speaks(next_phone.page, "zh-CN")
    assert phone.faults == next_phone.faults == []


def speaks(page: Page, language: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)
