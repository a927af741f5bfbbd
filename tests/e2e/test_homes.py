"""The homes of every role: what helps now, what I promised, what others promised me; and nobody counted."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.look import looking
from tests.e2e.phone import TABLET
from tests.e2e.scenery import (
    ADMIN,
    MANAGER,
    MENTOR,
    OWING,
    PARTNER,
    REGION,
    REP,
    TRAINER,
    Scenery,
)
from tests.e2e.states import State
from tests.served import Server

House = tuple[Server, Scenery]

MY_PROMISE = re.compile("^(你答应|你这边晚了的)")
"""To somebody, or late on my side."""
HELPS = {
    REP: re.compile("^我的求助$"),
    PARTNER: re.compile("^我的求助$"),
    MENTOR: re.compile("^和.+一起去$|^下一站"),
    MANAGER: re.compile("^等着帮忙的$"),
    OWING: re.compile("^等着帮忙的$"),
    REGION: re.compile("条求助"),
}


@pytest.mark.parametrize("who", HELPS)
def test_first_what_helps_me_then_what_i_promised_then_what_others_promised_me(
    browser: Browser, open_house: House, who: str
) -> None:
    with looking(browser, *open_house, who, language="zh-CN") as look:
        look.open("/")
        page = look.page
        mine = page.get_by_role("heading", name=MY_PROMISE, level=2).first
        theirs = page.get_by_role("heading", name="答应你的", level=2)
        expect(mine).to_be_visible()
        expect(theirs).to_be_visible()
        helps = page.locator("main :is(h2, a, p)").filter(has_text=HELPS[who]).first
        assert height_of(helps) < height_of(mine) < height_of(theirs)
        days_ahead = page.get_by_role("heading", name=re.compile("^明天"), level=2)
        for later in days_ahead.all():
            assert height_of(theirs) < height_of(later)


@pytest.mark.parametrize("who", [TRAINER, ADMIN])
def test_who_promises_nobody_anything_finds_only_what_helps(
    browser: Browser, open_house: House, who: str
) -> None:
    with looking(browser, *open_house, who, language="zh-CN") as look:
        look.open("/")
        expect(look.page.locator("main .rows a").first).to_be_visible()
        expect(look.page.get_by_role("heading", name=re.compile("答应"))).to_have_count(0)


def height_of(part: Locator) -> float:
    """Pixels from the top of the page."""
    box = part.bounding_box()
    assert box is not None
    return box["y"]


def test_a_region_meets_teams_and_managers_and_no_rep(browser: Browser, open_house: House) -> None:
    with looking(browser, *open_house, REGION, language="zh-CN", viewport=TABLET) as look:
        page = look.page
        look.open("/")
        rows = page.get_by_role("list", name="团队").get_by_role("link")
        expect(rows).to_have_count(3)
        gull = rows.filter(has_text="海鸥")
        expect(gull).to_contain_text("何静")
        expect(gull).to_contain_text("条求助")
        gull.click()
        expect(page.get_by_role("heading", name="海鸥", level=2)).to_be_visible()
        expect(page.get_by_role("rowheader", name="价格")).to_be_visible()
        told = page.locator("main").inner_text()
        for rep in ("林小满", "小满", "韩雪", "周启航", "雾屿灯具", "他不信投放"):
            assert rep not in told


def test_a_wish_for_help_is_counted_for_its_team(browser: Browser, open_house: House) -> None:
    """The scenery's wish is one of them."""
    with looking(browser, *open_house, REGION, language="en") as look:
        look.at(State("/?team={team}"))
        waiting = look.page.get_by_role("row").filter(has_text="Waiting for help").locator("td")
        assert int(waiting.inner_text()) >= 1
        look.page.get_by_role("link", name="Back").click()
        expect(look.page.get_by_role("list", name="Teams")).to_be_visible()


def test_a_trainer_meets_what_clients_say_and_who_is_new(
    browser: Browser, open_house: House
) -> None:
    with looking(browser, *open_house, TRAINER, language="en") as look:
        look.open("/")
        page = look.page
        expect(page.get_by_role("rowheader", name="No result")).to_be_visible()
        newcomers = page.get_by_role("list", name="New here")
        expect(newcomers.get_by_role("listitem").filter(has_text="Lin Xiaoman")).to_contain_text(
            "mentor Han Xue"
        )
        expect(page.locator("nav.nav a")).to_have_text(["Today", "Me"])
