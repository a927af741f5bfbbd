"""Somebody who opens screens one after the other, in one language, and waits until each stands."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Request, expect
from playwright.sync_api import TimeoutError as NeverAtRest

from tests.e2e.phone import PASSWORD, PHONE, TABLET
from tests.e2e.scenery import NOBODY, Scenery
from tests.e2e.states import State, Step
from tests.e2e.zone import ZONE
from tests.served import Server

LANGUAGES = ("zh-CN", "en")

COUNT_REQUESTS = """
    window.asking = { open: 0, quietSince: 0 };
    const ask = window.fetch;
    window.fetch = (...told) => {
      window.asking.open += 1;
      return ask(...told).finally(() => {
        window.asking.open -= 1;
        window.asking.quietSince = performance.now();
      });
    };
    const stirred = () => { window.asking.quietSince = performance.now(); };
    new PerformanceObserver(stirred).observe({ type: 'resource' });
    new MutationObserver(stirred).observe(document, { childList: true, subtree: true });
"""
"""Part of a screen is fetched only once the rest of it stands, so quiet is when nothing comes or moves."""
WATCH = """
    sessionStorage.broken ??= '[]';
    const note = (what) => {
      sessionStorage.broken = JSON.stringify([...JSON.parse(sessionStorage.broken), what]);
    };
    addEventListener('securitypolicyviolation', (event) => {
      note(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    for (const asked of ['getCurrentPosition', 'watchPosition']) {
      Geolocation.prototype[asked] = () => note(`${location.pathname}: asked where the phone is`);
    }
"""
"""What breaks the policy of the page, or asks where the phone is."""
SPEAK = """
    (language) => {
      localStorage.setItem('lang', language);
      dispatchEvent(new StorageEvent('storage', { key: 'lang' }));
    }
"""
"""As when another tab of the phone changes it."""
STANDS = """
    () => document.querySelector('h1')
      && window.asking.open === 0
      && performance.now() - window.asking.quietSince > 120
      && !document.querySelector('[aria-busy=true]')
      && document.getAnimations().every(({ playState }) => playState !== 'running')
"""


class Look:
    """A page that belongs to one person."""

    def __init__(self, page: Page, scenery: Scenery) -> None:
        self.page = page
        self.scenery = scenery
        self._coming: set[Request] = set()
        page.on("request", self._asked)
        page.on("requestfinished", self._came)
        page.on("requestfailed", self._came)

    @property
    def language(self) -> str:
        return str(self.page.evaluate("document.documentElement.lang"))

    def in_both_languages(self) -> Iterator[str]:
        """The screen as it stands, then in the other language, which the next screen begins with."""
        yield self.language
        [other] = set(LANGUAGES) - {self.language}
        self.page.evaluate(SPEAK, other)
        self.wait()
        yield self.language

    def broken(self) -> list[str]:
        """On all pages opened so far."""
        return list(json.loads(self.page.evaluate("sessionStorage.broken")))

    def at(self, state: State) -> None:
        self.hold(TABLET if state.wide else PHONE)
        self.open(state.address)
        for step in state.steps:
            self.take(step)

    def hold(self, size: dict[str, int]) -> None:
        """A device of this size."""
        self.page.set_viewport_size({"width": size["width"], "height": size["height"]})

    def open(self, address: str) -> None:
        if "#" in address:
            # Else an address that differs only behind its # would not be opened afresh.
            self.page.goto("about:blank")
        self.page.goto(self.scenery.at(address))
        try:
            self.wait()
        except NeverAtRest:
            # On a busy machine a fresh browser now and then leaves its first request open for good.
            self._coming.clear()
            self.page.goto(self.scenery.at(address))
            self.wait()

    def take(self, step: Step) -> None:
        selector, text = step if isinstance(step, tuple) else (step, None)
        found = self.page.locator(selector).first
        found.scroll_into_view_if_needed()
        if text is None:
            # A chip's input lies under its words.
            found.evaluate("element => element.click()")
        else:
            found.fill(text)
        self.wait()

    def wait(self) -> None:
        self.page.wait_for_function(STANDS)
        while self._coming:
            self.page.wait_for_function(STANDS)

    def _asked(self, request: Request) -> None:
        self._coming.add(request)

    def _came(self, request: Request) -> None:
        self._coming.discard(request)


@contextmanager
def looking(
    browser: Browser,
    server: Server,
    scenery: Scenery,
    who: str,
    *,
    language: str,
    **options: Any,
) -> Iterator[Look]:
    """`who` signed in, or nobody; the language is the phone's own choice."""
    options.setdefault("viewport", PHONE)
    options.setdefault("service_workers", "block")
    options.setdefault("reduced_motion", "reduce")
    with browser.new_context(
        base_url=server.url, locale="zh-CN", timezone_id=ZONE, **options
    ) as context:
        context.add_init_script(COUNT_REQUESTS)
        context.add_init_script(f"if (location.protocol !== 'about:') {{ {WATCH} }}")
        context.add_init_script(
            f"if (location.protocol !== 'about:' && localStorage.getItem('lang') === null)"
            f" localStorage.setItem('lang', '{language}')"
        )
        page = context.new_page()
        if who != NOBODY:
            sign_in(page, who)
        yield Look(page, scenery)


def sign_in(page: Page, login: str) -> None:
    page.goto("/sign-in")
    page.locator("input[autocomplete=username]").fill(login)
    page.locator("input[autocomplete=current-password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    expect(page.locator("nav.nav")).to_be_visible(timeout=15_000)
