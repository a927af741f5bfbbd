"""The app itself without a network: installable, open at once, renewed only when nothing waits."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.stage import Stage
from tests.served import Proxy

SHELLS = "caches.keys().then((names) => names.filter((name) => name.startsWith('shell-')))"
NEW_SHELL = "shell-of-tomorrow"


def test_the_app_can_be_installed(hold: Hold, stage: Stage) -> None:
    phone = hold("xiaoman")
    phone.sign_in("lin.xiaoman")
    phone.ready_for_offline()
    browser = phone.context.new_cdp_session(phone.page)
    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest: dict[str, Any] = browser.send("Page.getAppManifest")
    assert manifest["errors"] == []
    icons = json.loads(manifest["data"])["icons"]
    assert {icon.get("purpose", "any") for icon in icons} >= {"any", "maskable"}
    for icon in icons:
        assert phone.page.request.get(icon["src"]).ok, icon["src"]
    assert phone.faults == []


def test_all_four_places_open_without_a_network_after_one_visit(hold: Hold, stage: Stage) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    stage.visit("lin.xiaoman", client, day=stage.today)
    stage.visit("lin.xiaoman", client, day=stage.tomorrow)
    phone = hold("xiaoman")
    page = phone.page
    # The last thing that is read ahead at sign-in is what tomorrow's clients will say.
    with page.expect_response(lambda answer: answer.url.endswith(f"/clients/{client.id}/sheet")):
        phone.sign_in("lin.xiaoman")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    phone.lose_network()
    page.goto("/")
    expect(page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    hands.go_to(page, "客户")
    expect(page.get_by_role("link", name="雾屿灯具")).to_be_visible()
    hands.go_to(page, "晚间")
    expect(page.get_by_role("heading", name="雾屿灯具")).to_be_visible()
    hands.go_to(page, "我的")
    expect(page.get_by_role("heading", name="林小满")).to_be_visible()
    assert phone.faults == []


def test_a_new_version_waits_until_the_outbox_is_empty(
    hold: Hold, stage: Stage, proxy: Proxy
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman", url=proxy.url)
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    stage.check_in("lin.xiaoman", client, visit, outcome="stalled")
    phone.find_network()
    expect(phone.page.locator(hands.TRAY)).to_have_text("1 条需处理", timeout=20_000)
    [old] = phone.page.evaluate(SHELLS)
    publish_new_version(phone.page, proxy, old=old)
    put_out_of_sight(phone.page)
    assert phone.page.evaluate(SHELLS) == [old, NEW_SHELL]
    assert phone.page.evaluate(IS_WAITING) is True
    bring_back(phone.page)
    hands.open_outbox(phone.page)
    hands.discard(phone.page)
    expect(phone.page.get_by_text("都送到了", exact=True)).to_be_visible()
    with phone.page.expect_event("load", timeout=PATIENCE_MS):
        put_out_of_sight(phone.page)
    assert phone.page.evaluate(SHELLS) == [NEW_SHELL]
    assert phone.faults == []


IS_WAITING = "navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null)"
PATIENCE_MS = 90_000
"""The old worker has to end and the new one to begin before the page opens: on a busy machine that takes long."""

UPDATE = """
    async () => {
      const found = await navigator.serviceWorker.ready;
      // The browser looks for a new version by itself, too: then there is no "updatefound" any more.
      const next = new Promise((tell) => found.addEventListener('updatefound', tell));
      const isFound = () => found.installing ?? found.waiting;
      await found.update();
      if (!isFound()) await next;
      const worker = isFound();
      while (worker.state === 'installing') {
        await new Promise((tell) => worker.addEventListener('statechange', tell, { once: true }));
      }
      return worker.state;
    }
"""
TURN = """
    (hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }
"""


def publish_new_version(page: Page, proxy: Proxy, *, old: str) -> None:
    worker = page.request.get("/sw.js").text()
    assert old in worker
    proxy.answer_instead("/sw.js", worker.replace(old, NEW_SHELL).encode())
    assert page.evaluate(UPDATE) == "installed"


def put_out_of_sight(page: Page) -> None:
    """A headless page is always visible; this is what it hears when somebody opens another app."""
    page.evaluate(TURN, arg=True)


def bring_back(page: Page) -> None:
    page.evaluate(TURN, arg=False)
