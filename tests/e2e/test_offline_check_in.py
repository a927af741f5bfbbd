"""A check-in is kept on the phone first: killed, cut off or half typed, it arrives once."""

from playwright.sync_api import expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage
from tests.served import Proxy

ROWS = "SELECT outcome FROM visits WHERE id = ? AND outcome IS NOT NULL"
HIS_WORDS = "“没效果”，他的原话"
TOLD = "SELECT count(*) FROM events WHERE topic = 'visit.checked_in' AND payload LIKE ?"


def test_a_check_in_saved_offline_survives_a_killed_browser_and_arrives_once(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    hands.check_in_next(phone.page)
    assert ask(ROWS, visit) == []
    phone.kill()
    phone.switch_on()
    # Chromium writes cookies late: after a kill the sign-in may be gone, the items never are.
    phone.sign_in("lin.xiaoman")
    hands.all_arrived(phone.page)
    assert ask(ROWS, visit) == [("continued",)]
    assert ask("SELECT count(*) FROM visits WHERE client_id = ?", client.id) == [(1,)]
    assert phone.faults == []


def test_an_answer_lost_after_the_commit_is_asked_for_again_and_stored_once(
    hold: Hold, stage: Stage, ask: Ask, proxy: Proxy
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman", url=proxy.url)
    phone.sign_in("lin.xiaoman")
    proxy.lose_answer("PUT", f"{visit}/check-in")
    hands.check_in_next(phone.page)
    hands.until_sent(phone.page)
    hands.all_arrived(phone.page)
    expect(phone.page.get_by_text("今天已送到 1 条")).to_be_visible()
    assert len(proxy.lost) == 1
    assert len(proxy.asked_for("PUT", str(visit))) == 2
    assert ask(ROWS, visit) == [("continued",)]
    assert ask(TOLD, f"%{visit}%") == [(1,)]
    assert phone.faults == []


def test_a_half_typed_check_in_survives_a_reload_and_a_killed_browser(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    visit = stage.visit("lin.xiaoman", client, day=stage.today)
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    hands.follow(phone.page, "拜访签到")
    hands.pick(phone.page, "卡住了")
    hands.pick(phone.page, "没效果")
    phone.page.get_by_label(HIS_WORDS).fill("做过一年，一个单都没")
    phone.page.reload()
    expect(phone.page.get_by_label(HIS_WORDS)).to_have_value("做过一年，一个单都没")
    expect(phone.page.get_by_role("radio", name="卡住了")).to_be_checked()
    phone.page.get_by_label(HIS_WORDS).fill("做过一年，一个单都没有")
    phone.kept_as_draft("做过一年，一个单都没有")
    phone.kill()
    phone.switch_on()
    phone.sign_in("lin.xiaoman")
    phone.page.goto(f"/visits/{visit}/check-in")
    expect(phone.page.get_by_label(HIS_WORDS)).to_have_value("做过一年，一个单都没有")
    hands.save(phone.page)
    hands.all_arrived(phone.page)
    assert ask(ROWS, visit) == [("stalled",)]
    heard = ask("SELECT words FROM visit_objections WHERE visit_id = ?", visit)
    assert heard == [("做过一年，一个单都没有",)]
    assert phone.faults == []
