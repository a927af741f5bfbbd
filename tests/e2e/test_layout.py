"""Every screen fits the device in the hand, and can be used with a thumb or with keys alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.look import Look, looking
from tests.e2e.phone import PHONE, TABLET
from tests.e2e.places import addresses, each_walk
from tests.e2e.scenery import ADMIN, MANAGER, NOBODY, REGION, REP, TRAINER, Scenery
from tests.e2e.states import SAVE, STALLED, State
from tests.served import Server

House = tuple[Server, Scenery]

SIZES = {
    "en": ((320, 640), (360, 740), (590, 410), (390, 844), (800, 600), (820, 1180), (1180, 820)),
    "zh-CN": ((320, 640), (800, 600)),
}
"""Chinese needs little more than half the width, so it is looked at where there is least."""
ROUND = "/evening/round/{tomorrow}"
TOO_WIDE = """
    () => {
      const wide = document.scrollingElement.scrollWidth > innerWidth;
      const beyond = [...document.querySelectorAll('body *')].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 1 || left < -1) && !element.closest('.hide, dialog');
      });
      return [...(wide ? ['the page'] : []), ...beyond.map((element) => element.outerHTML.slice(0, 90))];
    }
"""
TOO_SMALL = """
    () => {
      const hits = (element, x, y) => element.contains(document.elementFromPoint(x, y));
      const controls = '.btn, .pick, .rows a, nav a, summary, .seg label, .field input, .ava[href]';
      const within = document.querySelector('dialog[open]') ?? document;
      return [...within.querySelectorAll(controls)].filter((element) => {
        if (!element.checkVisibility()) return false;
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return ![[0, -23], [0, 23], [-23, 0], [23, 0]]
          .every(([right, down]) => hits(element, x + right, y + down));
      }).map((element) => element.outerHTML.slice(0, 120));
    }
"""
"""A finger 23 px beside the middle still hits: chips look smaller than what is tapped."""
MOVING = """
    () => [...document.querySelectorAll('*')].filter((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      return `${animationDuration}, ${transitionDuration}`.split(', ').some((one) => parseFloat(one) > 0.01);
    }).length
"""
FOCUSED = """
    wanted => {
      const focused = document.activeElement;
      const rings = [focused, focused.closest('label')]
        .map((one) => one && getComputedStyle(one))
        .filter((style) => style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
      return {
        there: focused.matches(wanted),
        hidden: focused.tabIndex === 0 && rings.length === 0 ? focused.outerHTML : null,
      };
    }
"""
"""All in one look: between two, the screen may have moved the focus on."""


@pytest.mark.parametrize(("who", "walk"), each_walk(REP, MANAGER, REGION, TRAINER, ADMIN, NOBODY))
def test_every_screen_fits_its_device_and_a_thumb_and_keeps_the_policy(
    browser: Browser, open_house: House, who: str, walk: list[State]
) -> None:
    """One walk for all: nothing scrolls sideways, what is tapped is as large as a thumb, no rule is broken."""
    with looking(browser, *open_house, who, language="en") as look:
        found: list[str] = []
        look.page.on("pageerror", lambda fault: found.append(str(fault)))
        for address in addresses(walk):
            look.hold(PHONE)
            look.open(address)
            for language in look.in_both_languages():
                where = f"{address} {language}"
                found += [*too_wide(look, where), *too_small(look, where)]
        found += look.broken()
    assert found == [], "\n".join(["", *found])


def test_nothing_moves_for_whom_motion_is_too_much(browser: Browser, open_house: House) -> None:
    counted = {}
    for wish in ("reduce", "no-preference"):
        with looking(browser, *open_house, REP, language="en", reduced_motion=wish) as look:
            look.at(State("/", (".card .btn.icon",)))
            counted[wish] = look.page.evaluate(MOVING)
    assert counted["reduce"] == 0
    assert counted["no-preference"] > 0


def test_a_check_in_needs_no_pointer(browser: Browser, open_house: House) -> None:
    with looking(browser, *open_house, REP, language="en") as look:
        page = look.page
        look.open("/visits/{nowhere}/check-in?client={client}")
        go_by_tab(page, "input[name=outcome]")
        for _step in ("Continued", "Stalled"):
            page.keyboard.press("ArrowRight")
        expect(page.locator(STALLED)).to_be_checked()
        go_by_tab(page, "input[name=objection]")
        page.keyboard.press("Space")
        go_by_tab(page, SAVE)
        page.keyboard.press("Enter")
        expect(page.locator(".toast").filter(has_text="Noted")).to_be_visible()


def test_a_round_needs_no_pointer(browser: Browser, open_house: House) -> None:
    with looking(browser, *open_house, REP, language="en") as look:
        page = look.page
        look.open(ROUND)
        go_by_tab(page, ".cover .btn.main")
        page.keyboard.press("Enter")
        expect(page.get_by_role("timer")).to_be_visible()
        expect(page.locator("h1")).to_be_focused()
        go_by_tab(page, SAVE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="The boss first")).to_be_focused()
        go_by_tab(page, "input[name=verdict]")
        page.keyboard.press("Space")
        go_by_tab(page, "textarea[name=rep_words]")
        page.keyboard.type("I asked before I answered.")
        go_by_tab(page, "footer.dock .row .btn:last-child")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/drills/"))
        expect(page.get_by_text("I asked before I answered.")).to_be_visible()


def test_a_new_screen_is_read_from_its_heading(browser: Browser, open_house: House) -> None:
    with looking(browser, *open_house, REP, language="en") as look:
        look.open("/")
        for name in ("Clients", "Evening", "Me", "Today"):
            look.page.locator("nav.nav").get_by_role("link", name=name, exact=True).click()
            look.wait()
            expect(look.page.locator("h1")).to_be_focused()


def test_the_page_says_in_which_language_it_is(browser: Browser, open_house: House) -> None:
    with looking(browser, *open_house, NOBODY, language="zh-CN") as look:
        look.open("/sign-in")
        expect(look.page.locator("html")).to_have_attribute("lang", "zh-CN")
        look.page.get_by_text("English", exact=True).click()
        expect(look.page.locator("html")).to_have_attribute("lang", "en")
        look.page.reload()
        expect(look.page.locator("html")).to_have_attribute("lang", "en")


def too_wide(look: Look, address: str) -> Iterator[str]:
    for width, height in SIZES[look.language]:
        look.page.set_viewport_size({"width": width, "height": height})
        yield from (f"{address} at {width}: {one}" for one in look.page.evaluate(TOO_WIDE))


def too_small(look: Look, address: str) -> Iterator[str]:
    for size in (PHONE, TABLET):
        look.hold(size)
        yield from (f"{address} at {size}: {one}" for one in look.page.evaluate(TOO_SMALL))


def go_by_tab(page: Page, selector: str) -> None:
    """Tab by tab, each with a ring to be seen, until the focus is there."""
    for _press in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED, selector)
        assert focused["hidden"] is None, focused["hidden"]
        if focused["there"]:
            return
    raise AssertionError(f"{selector} is not reached by Tab")
