"""Two tabs of one phone share one outbox, and one of them sends."""

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import EARLY, Stage
from tests.served import Proxy


def test_two_tabs_with_a_check_in_each_send_each_of_them_once(
    hold: Hold, stage: Stage, ask: Ask, proxy: Proxy
) -> None:
    clients = [stage.client("lin.xiaoman", name) for name in ("雾屿灯具", "砚池文具")]
    visits = [
        stage.visit("lin.xiaoman", client, day=stage.today, at=at)
        for client, at in zip(clients, EARLY, strict=False)
    ]
    phone = hold("xiaoman", url=proxy.url)
    phone.sign_in("lin.xiaoman")
    phone.ready_for_offline()
    tabs: list[Page] = [phone.page, phone.watched()]
    for tab, visit in zip(tabs, visits, strict=True):
        tab.goto(f"/?day={stage.today}&visit={visit}")
        tab.wait_for_load_state("networkidle")
    phone.lose_network()
    for tab in tabs:
        hands.check_in_next(tab)
    for tab in tabs:
        expect(tab.locator(hands.TRAY)).to_have_text("2 条待发")
    phone.find_network()
    for tab in tabs:
        expect(tab.locator(hands.TRAY)).to_have_count(0, timeout=20_000)
    for visit in visits:
        assert len(proxy.asked_for("PUT", f"{visit}/check-in")) == 1
        assert ask("SELECT outcome FROM visits WHERE id = ?", visit) == [("continued",)]
    assert phone.faults == []
