"""From 800 px: the rail stays where one has gone, and a list stands beside what was chosen in it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.look import Look, looking
from tests.e2e.phone import PHONE, TABLET
from tests.e2e.scenery import MANAGER, REP, Scenery
from tests.served import Server

House = tuple[Server, Scenery]

PORTRAIT = {"width": 820, "height": 1180}
NARROWEST = {"width": 800, "height": 600}
BESIDE = {
    "/help-requests": ("/help-requests/{answered}", "Help requests", "Which request?"),
    "/ride-alongs": ("/ride-alongs/{ahead}", "Ride-alongs", "Which day?"),
    "/reviews": ("/reviews/{review}", "Reviews", "Which review?"),
    "/cases": ("/cases/{case}", "Case library", "Which case?"),
}
"""Lists of a manager that stand beside what is chosen in them: one of theirs, their name, and what stands there before."""
WITH_RAIL = {
    "/clients/{client}": "Clients",
    "/clients/{client}/sheet": "Clients",
    "/clients/new": "Clients",
    "/visits/new": "Today",
    "/visits/{today}/check-in": "Today",
    "/evening/prepare/{tomorrow}": "Evening",
    "/drills/{drill}": "Evening",
    "/me/access": "Me",
    "/help": "Me",
}
LEFT_OF = """
    ([one, other]) => {
      const [a, b] = [one, other].map((selector) => document.querySelector(selector).getBoundingClientRect());
      return a.right <= b.left + 1 && a.top < b.bottom && b.top < a.bottom;
    }
"""
"""The first ends before the second begins, and both stand at one height."""


@pytest.fixture
def tablet(browser: Browser, open_house: House) -> Iterator[Look]:
    with looking(browser, *open_house, REP, language="en", viewport=TABLET) as look:
        yield look


@pytest.fixture
def manager(browser: Browser, open_house: House) -> Iterator[Look]:
    """Whose list of clients is longer than the tablet is high."""
    with looking(browser, *open_house, MANAGER, language="en", viewport=TABLET) as look:
        yield look


def test_the_rail_stays_inside_the_pages_of_its_places(tablet: Look) -> None:
    for size in (TABLET, PORTRAIT, NARROWEST):
        tablet.hold(size)
        for address, place in WITH_RAIL.items():
            tablet.open(address)
            rail = tablet.page.locator("nav.nav")
            expect(rail).to_be_in_viewport(ratio=1)
            expect(rail.locator("[aria-current]")).to_have_text(place)
            assert rail.bounding_box() == {"x": 0, "y": 0, "width": 88, "height": size["height"]}
            assert tablet.page.evaluate(LEFT_OF, ["nav.nav", "main"]), address


def test_on_a_phone_a_task_has_the_screen_to_itself(tablet: Look) -> None:
    tablet.hold(PHONE)
    for address in WITH_RAIL:
        tablet.open(address)
        expect(tablet.page.locator("nav.nav")).to_be_hidden()


def test_a_round_has_the_screen_to_itself_on_a_tablet_too(tablet: Look) -> None:
    tablet.open("/evening/round/{tomorrow}")
    expect(tablet.page.locator("nav.nav")).to_have_count(0)


def test_the_list_of_clients_stands_beside_the_client(tablet: Look) -> None:
    for size in (TABLET, PORTRAIT, NARROWEST):
        tablet.hold(size)
        tablet.open("/clients/{client}")
        assert tablet.page.evaluate(LEFT_OF, ["nav.nav", ".pane"])
        assert tablet.page.evaluate(LEFT_OF, [".pane", "main"])
        box = tablet.page.locator(".pane").bounding_box()
        assert box is not None
        assert box["width"] >= 296
        chosen = tablet.page.locator(".pane [aria-current]")
        expect(chosen).to_contain_text("雾屿灯具")
        expect(chosen).to_be_in_viewport(ratio=0.99)
    tablet.hold(PHONE)
    expect(tablet.page.locator(".pane")).to_have_count(0)
    expect(tablet.page.get_by_role("heading", name="雾屿灯具", level=1)).to_be_visible()


def test_another_client_changes_the_detail_and_leaves_the_lists_scroll(manager: Look) -> None:
    page = manager.page
    manager.open("/clients")
    expect(page.get_by_role("heading", name="Which client?", level=1)).to_be_visible()
    rows = page.locator(".pane .rows a")
    names = [choose(manager, rows.nth(number)) for number in (40, 42, 39)]
    assert scrolled(page) > 1_000
    assert len(set(names)) == 3
    for name in (names[1], names[0]):
        page.go_back()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(page.locator(".pane [aria-current]")).to_contain_text(name)
    assert scrolled(page) > 1_000


def test_a_link_to_a_client_far_down_brings_it_into_sight_in_the_list(manager: Look) -> None:
    manager.open("/clients")
    far = manager.page.locator(".pane .rows a").nth(60).get_attribute("href")
    manager.open(str(far))
    expect(manager.page.locator(".pane [aria-current]")).to_be_in_viewport(ratio=1)
    assert manager.page.evaluate("scrollY") == 0


def test_what_was_looked_for_stays_while_clients_are_opened(tablet: Look) -> None:
    page = tablet.page
    tablet.open("/clients")
    page.locator("input[name=asked]").fill("qhbz")
    rows = page.locator(".pane .rows a")
    expect(rows).to_have_count(1)
    rows.first.click()
    expect(page.get_by_role("heading", name="青禾包装", level=1)).to_be_visible()
    expect(page.locator("input[name=asked]")).to_have_value("qhbz")
    expect(rows).to_have_count(1)


def test_by_keys_a_client_is_chosen_in_the_list_and_read_beside_it(tablet: Look) -> None:
    """The focus goes to what was asked for; one step back is the list again, one forward the client."""
    page = tablet.page
    tablet.open("/clients")
    row = page.locator(".pane .rows a").filter(has_text="雾屿灯具")
    row.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="雾屿灯具", level=1)
    expect(heading).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.pane') !== null")
    heading.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pane, nav') === null")


@pytest.mark.parametrize("address", BESIDE)
def test_a_list_stands_beside_what_is_chosen_in_it(manager: Look, address: str) -> None:
    """It once was one column of 690 px between empty sides, and each line took the list away."""
    page = manager.page
    chosen, name, before = BESIDE[address]
    manager.open(address)
    expect(page.get_by_role("heading", name=before, level=1)).to_be_visible()
    row = page.locator(f".pane .rows a[href='{manager.scenery.at(chosen)}']")
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-current", "true")
    heading = page.locator("main, header").get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    assert page.url.endswith(manager.scenery.at(chosen))
    for size in (TABLET, PORTRAIT):
        manager.hold(size)
        assert page.evaluate(LEFT_OF, ["nav.nav", ".pane"])
        assert page.evaluate(LEFT_OF, [".pane", "main"])
    page.go_back()
    expect(page.get_by_role("heading", name=before, level=1)).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("region", name=name).locator("[aria-current]")).to_be_in_viewport()


@pytest.mark.parametrize("address", BESIDE)
def test_on_a_phone_the_list_gives_way_to_what_is_chosen(manager: Look, address: str) -> None:
    chosen, _name, _before = BESIDE[address]
    manager.hold(PHONE)
    manager.open(address)
    manager.page.locator(f".rows a[href='{manager.scenery.at(chosen)}']").click()
    manager.wait()
    expect(manager.page.locator(".pane")).to_have_count(0)
    back = manager.page.get_by_role("link", name="Back")
    expect(back).to_have_attribute("href", address)


def test_a_talk_has_the_page_to_itself(manager: Look) -> None:
    """Both look at one tablet, and the list beside it would name the others."""
    page = manager.page
    manager.open("/reviews/{review}")
    expect(page.locator(".pane")).to_have_count(1)
    for size in (TABLET, PORTRAIT):
        manager.hold(size)
        manager.open("/reviews/{talk}")
        expect(page.get_by_role("button", name=re.compile("^Next:"))).to_be_visible()
        expect(page.locator(".pane")).to_have_count(0)
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", name="Which review?", level=1)).to_be_visible()
    expect(page.locator(".pane")).to_have_count(1)


def test_a_promise_of_a_review_is_read_in_lines_and_not_word_by_word(manager: Look) -> None:
    manager.hold(PORTRAIT)
    for address in ("/reviews/{talk}", "/reviews/{agreed}"):
        manager.open(address)
        words = manager.page.locator(".row > .grow").filter(has_text="by")
        expect(words.first).to_be_visible()
        for number in range(words.count()):
            box = words.nth(number).bounding_box()
            assert box is not None
            assert box["width"] >= 150, (address, box)


def test_a_dot_between_two_facts_stays_with_the_word_before_it(manager: Look) -> None:
    """In the narrow list a line once began with the dot."""
    manager.open("/reviews/{agreed}")
    metas = manager.page.locator(".pane .rows .meta")
    told = [text for text in metas.all_text_contents() if "·" in text]
    assert told
    assert [text for text in told if " ·" in text] == []


def test_a_goal_stands_beside_the_own_ones(tablet: Look) -> None:
    page = tablet.page
    tablet.open("/goals/{goal}")
    assert page.evaluate(LEFT_OF, [".pane", "main"])
    chosen = page.locator(".pane [aria-current]")
    expect(chosen).to_have_attribute("href", tablet.scenery.at("/goals/{goal}"))
    page.locator(".pane").get_by_role("link", name="Propose").click()
    expect(page.get_by_role("dialog")).to_have_count(1)


def test_what_i_promised_stands_beside_what_was_promised_to_me(manager: Look) -> None:
    """It once was one column of two screens, the other side far below it."""
    manager.open("/promises")
    page = manager.page
    expect(page.get_by_role("heading", name="Promised to you", level=2)).to_be_in_viewport()
    assert page.evaluate(LEFT_OF, ["ul[aria-label=Open]", "ul[aria-label='Promised to you']"])
    manager.hold(PHONE)
    assert not page.evaluate(LEFT_OF, ["ul[aria-label=Open]", "ul[aria-label='Promised to you']"])


def test_closed_requests_stay_in_the_list_while_one_is_opened(manager: Look) -> None:
    page = manager.page
    manager.open("/help-requests?closed")
    closed = page.locator("#closed a")
    expect(closed.first).to_be_visible()
    number = closed.count()
    closed.first.click()
    manager.wait()
    expect(closed).to_have_count(number)
    expect(closed.first).to_have_attribute("aria-current", "true")


def test_the_line_of_the_day_stands_beside_the_card_of_a_visit(tablet: Look) -> None:
    page = tablet.page
    tablet.open("/")
    assert page.evaluate(LEFT_OF, [".line", ".split > .card"])
    stops = page.locator(".line a[href*='visit=']")
    for stop in (stops.nth(1), stops.nth(0)):
        name = stop.locator("strong").inner_text()
        stop.click()
        expect(stop).to_have_attribute("aria-current", "true")
        expect(page.locator(".split > .card h2")).to_have_text(name)
    page.go_back()
    expect(stops.nth(1)).to_have_attribute("aria-current", "true")
    tablet.hold(PHONE)
    expect(page.locator(".split")).to_have_count(0)
    expect(page.get_by_role("link", name="Check in")).to_have_count(1)


def choose(look: Look, row: Locator) -> str:
    """Opens a row of the list; the list stays where it was scrolled to."""
    row.scroll_into_view_if_needed()
    name, before = row.locator("strong").inner_text(), scrolled(look.page)
    row.click()
    look.wait()
    expect(look.page.get_by_role("heading", name=name, level=1)).to_be_visible()
    expect(row).to_have_attribute("aria-current", re.compile("true"))
    assert scrolled(look.page) == before
    return name


def scrolled(page: Page) -> int:
    return int(page.locator(".pane").evaluate("pane => pane.scrollTop"))
