"""A reminder on Today, put away for good; and a push that the worker shows and whose tap opens its screen."""

import json
import re

from playwright.sync_api import CDPSession, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import Phone

MENTOR, REP = "han.xue", "lin.xiaoman"
TITLE = "下一次Review排好了，想聊什么慢慢想。"
SEEN = """
    SELECT count(*) FROM reminders JOIN people ON people.id = reminders.person_id
    WHERE people.login = ? AND reminders.seen_at IS NULL
"""
SHOWN = """
    async () => {
      const registration = await navigator.serviceWorker.ready;
      const patience = Date.now() + 10_000;
      let shown = [];
      while (shown.length === 0 && Date.now() < patience) {
        shown = await registration.getNotifications();
        await new Promise((later) => setTimeout(later, 50));
      }
      return shown.map(({ title, tag, data }) => [title, tag, data]);
    }
"""
TAP = """
    async () => {
      const [notification] = await self.registration.getNotifications();
      self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    }
"""


def test_a_reminder_is_put_away_without_a_network_and_stays_away(hold: Hold, ask: Ask) -> None:
    phone = hold("hanxue")
    phone.sign_in(MENTOR)
    phone.ready_for_offline()
    page = phone.page
    banner = page.get_by_role("link", name=TITLE)
    expect(banner).to_be_visible()
    phone.lose_network()
    hands.tap(page, "看到了")
    expect(banner).to_have_count(0)
    assert ask(SEEN, MENTOR) == [(1,)]
    phone.find_network()
    page.goto("/outbox")
    hands.all_arrived(page)
    assert ask(SEEN, MENTOR) == [(0,)]
    page.goto("/reminders")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    expect(page.get_by_text("新", exact=True)).to_have_count(0)
    assert phone.faults == []


def test_whoever_opens_a_reminder_has_seen_it(hold: Hold, ask: Ask) -> None:
    phone = hold("hanxue")
    phone.sign_in(MENTOR)
    phone.page.get_by_role("link", name=TITLE).click()
    expect(phone.page.get_by_role("heading", level=1)).to_be_visible()
    phone.page.goto("/")
    expect(phone.page.get_by_role("link", name=TITLE)).to_have_count(0)


def test_a_push_is_shown_once_and_its_repeat_in_the_same_place(hold: Hold) -> None:
    phone = hold("xiaoman", permissions=["notifications"])
    phone.sign_in(REP)
    phone.ready_for_offline()
    session = phone.context.new_cdp_session(phone.page)
    registration = registration_of(session, phone.page)
    told = {"title": "今晚来一轮？", "path": "/evening"}
    shown = until_shown(session, phone, registration, told)
    assert phone.page.evaluate("Notification.permission") == "granted"
    assert shown == [["今晚来一轮？", "/evening", "/evening"]]
    deliver(session, phone.url, registration, told)
    assert phone.page.evaluate(SHOWN) == shown


def test_a_tap_on_a_push_opens_its_screen_in_the_window_that_is_there(hold: Hold) -> None:
    phone = hold("xiaoman", permissions=["notifications"])
    phone.sign_in(REP)
    phone.ready_for_offline()
    session = phone.context.new_cdp_session(phone.page)
    registration = registration_of(session, phone.page)
    told = {"title": "今晚来一轮？", "path": "/evening"}
    assert len(until_shown(session, phone, registration, told)) == 1
    phone.context.service_workers[0].evaluate(TAP)
    expect(phone.page).to_have_url(re.compile("/evening$"))
    assert len(phone.context.pages) == 1


def until_shown(
    session: CDPSession, phone: Phone, registration: str, told: dict[str, str]
) -> list[list[str]]:
    """A push service asks a browser that was busy once more; the repeat stands in the same place."""
    shown: list[list[str]] = []
    for _ in range(3):
        deliver(session, phone.url, registration, told)
        shown = phone.page.evaluate(SHOWN)
        if shown:
            break
    return shown


def registration_of(session: CDPSession, page: Page) -> str:
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    while not found:
        page.wait_for_timeout(20)
    return found[0]


def deliver(session: CDPSession, origin: str, registration: str, told: dict[str, str]) -> None:
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": registration, "data": json.dumps(told)},
    )
