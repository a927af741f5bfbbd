"""A phone or a tablet in somebody's hand: sign in, tap, lose the network, be killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.chromium import LAUNCH_ARGUMENTS
from tests.e2e.zone import ZONE

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1180, "height": 820}
PASSWORD = "alongside"
FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
"""Chromium's own: it hears a beep each second, and is allowed without a question."""

COUNT_TAPS = """
    addEventListener('click', (event) => {
      if (!event.isTrusted || event.detail === 0) return;
      sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? 0) + 1));
    });
    addEventListener('securitypolicyviolation', (event) => {
      console.error('CSP ' + event.violatedDirective + ' ' + event.blockedURI);
    });
"""

DRAFTED = """
    async (words) => {
      const drafts = () => new Promise((tell, fail) => {
        const asked = indexedDB.open('alongside');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const found = asked.result.transaction('drafts').objectStore('drafts').getAll();
          found.onsuccess = () => {
            asked.result.close();
            tell(JSON.stringify(found.result));
          };
        };
      });
      const patience = Date.now() + 10_000;
      while (!(await drafts()).includes(words)) {
        if (Date.now() > patience) throw new Error(`no draft with ${words}`);
        await new Promise((later) => setTimeout(later, 20));
      }
    }
"""


class Phone:
    """One person's device with its own storage in `profile`; survives being killed like a real one."""

    def __init__(self, playwright: Playwright, profile: Path, url: str, **options: Any) -> None:
        self.playwright = playwright
        self.profile = profile
        self.url = url
        self.options: dict[str, Any] = {
            "viewport": PHONE,
            "locale": "zh-CN",
            "timezone_id": ZONE,
            "has_touch": True,
            "arguments": (),
            **options,
        }
        self.faults: list[str] = []
        self.context: BrowserContext
        self.page: Page
        self.switch_on()

    def switch_on(self) -> None:
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.profile),
            args=[*LAUNCH_ARGUMENTS, *self.options["arguments"]],
            base_url=self.url,
            **{name: value for name, value in self.options.items() if name != "arguments"},
        )
        self.context.add_init_script(COUNT_TAPS)
        self.page = self.watched(self.context.pages[0] if self.context.pages else None)

    def watched(self, page: Page | None = None) -> Page:
        """A tab whose script faults and policy violations are collected in `faults`."""
        opened = page or self.context.new_page()
        opened.on("pageerror", lambda fault: self.faults.append(str(fault)))
        opened.on(
            "console",
            lambda said: self.faults.append(said.text) if said.text.startswith("CSP ") else None,
        )
        return opened

    def sign_in(self, login: str, *, password: str = PASSWORD) -> None:
        self.page.goto("/sign-in")
        self.page.locator("input[autocomplete=username]").fill(login)
        self.page.locator("input[autocomplete=current-password]").fill(password)
        self.page.locator("button[type=submit]").click()
        expect(self.page.locator("nav.nav")).to_be_visible(timeout=15_000)
        # Until the first screen stands: what is tapped while it still comes may be another element at the end of the tap.
        self.page.wait_for_load_state("networkidle")

    def ready_for_offline(self) -> None:
        """The service worker controls the page and what tomorrow needs is on the phone."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.page.reload()
        self.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        self.page.wait_for_load_state("networkidle")

    def set_out(self, login: str) -> None:
        """Signs in, reads what the day needs, and drives to where there is no network."""
        self.sign_in(login)
        self.ready_for_offline()
        self.lose_network()

    def lose_network(self) -> None:
        self.context.set_offline(True)

    def find_network(self) -> None:
        self.context.set_offline(False)

    def kept_as_draft(self, words: str) -> None:
        """Waits until what is being typed lies on the phone, a moment after the last key."""
        self.page.evaluate(DRAFTED, words)

    def taps(self) -> int:
        return int(self.page.evaluate("Number(sessionStorage.getItem('taps') ?? 0)"))

    def forget_taps(self) -> None:
        self.page.evaluate("sessionStorage.removeItem('taps')")

    def kill(self) -> None:
        """SIGKILL to every process of this browser, as when the phone's battery ends."""
        for process in browser_processes(self.profile):
            with_no_mercy(process)

    def switch_off(self) -> None:
        self.context.close()


def browser_processes(profile: Path) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if str(profile).encode() in command and b"chrom" in command:
            found.append(int(entry.name))
    return found


def with_no_mercy(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


@contextmanager
def in_hand(playwright: Playwright, profile: Path, url: str, **options: Any) -> Iterator[Phone]:
    phone = Phone(playwright, profile, url, **options)
    try:
        yield phone
    finally:
        phone.switch_off()
