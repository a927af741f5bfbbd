"""The homes of a regional manager and a trainer: what they can help with, and nobody counted."""

from playwright.sync_api import Browser, expect

from tests.e2e.look import looking
from tests.e2e.phone import TABLET
from tests.e2e.scenery import REGION, TRAINER, Scenery
from tests.e2e.states import State
from tests.served import Server

House = tuple[Server, Scenery]


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
