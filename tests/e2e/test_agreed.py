"""What two people agreed on: a promise settled with no network, and a miss that advice and its answer close."""

from datetime import date, timedelta
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage

REP, MANAGER, LATE_MANAGER, HIS_REP = "lin.xiaoman", "he.jing", "ma.zhaohui", "lu.yiming"
OPEN = """
    SELECT count(*) FROM commitments JOIN people ON people.id = commitments.owner_id
    WHERE people.login = ? AND commitments.outcome IS NULL
"""
OUTCOMES = """
    SELECT outcome, outcome_reason FROM commitments JOIN people ON people.id = commitments.owner_id
    WHERE people.login = ? ORDER BY settled_at DESC LIMIT 1
"""
ANSWER = """
    SELECT advice.kind, advice.answer, commitments.words FROM advice
    JOIN goals ON goals.id = advice.goal_id JOIN people ON people.id = goals.owner_id
    JOIN commitments ON commitments.id = advice.commitment_id
    WHERE people.login = ? ORDER BY advice.created_at DESC LIMIT 1
"""


def test_a_promise_is_settled_in_a_cellar_and_the_other_side_sees_it(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    phone.ready_for_offline()
    page = phone.page
    page.goto("/promises")
    page.wait_for_load_state("networkidle")
    address = page.locator(".rows a").first.get_attribute("href")
    [(open_before,)] = ask(OPEN, REP)
    phone.lose_network()
    page.locator(f".rows a[href='{address}']").click()
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, "做到一部分")
    hands.tap(sheet, "保存")
    expect(sheet.get_by_role("alert")).to_have_text("写一句是什么挡住了。")
    sheet.get_by_label("是什么挡住了？").fill("只问了一半")
    hands.tap(sheet, "保存")
    expect(page.locator(f".rows a[href='{address}']")).to_have_count(0)
    assert ask(OPEN, REP) == [(open_before,)]
    phone.find_network()
    page.goto("/outbox")
    hands.all_arrived(page)
    assert ask(OUTCOMES, REP) == [("partly", "只问了一半")]
    told = stage.as_(MANAGER).get("/commitments", params={"open": False}).json()["items"]
    assert "只问了一半" in [one["outcome_reason"] for one in told]
    assert phone.faults == []


SEEN_BY = """
    SELECT commitments.evidence_kind, commitments.evidence_id FROM commitments
    JOIN people ON people.id = commitments.owner_id
    WHERE people.login = ? ORDER BY settled_at DESC LIMIT 1
"""
OPEN_ONES = """
    SELECT commitments.id, other.login FROM commitments
    JOIN people ON people.id = commitments.owner_id JOIN people other ON other.id = commitments.to_id
    WHERE people.login = ? AND commitments.outcome IS NULL ORDER BY commitments.due
"""


def test_a_promise_is_settled_with_a_visit_and_the_other_side_sees_it_differently(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    stage.check_in(REP, client, visit, outcome="continued")
    phone, tablet = hold("xiaoman"), hold("tablet", viewport=TABLET)
    phone.sign_in(REP)
    [(key, other), *_] = ask(OPEN_ONES, REP)
    address = f"promises?promise={UUID(bytes=key)}"
    settle_with(phone.page, f"/{address}", "拜访，雾屿灯具，今天")
    assert ask(SEEN_BY, REP) == [("visit", visit.bytes)]

    tablet.sign_in(other)
    tablet.page.goto(f"/people/{stage.me(REP)['id']}/{address}")
    settled = tablet.page.get_by_role("dialog")
    expect(settled.get_by_role("link", name="拜访，雾屿灯具，今天")).to_be_visible()
    see_differently(tablet.page, "那家还没说到谁回询盘。")
    phone.page.goto(f"/{address}")
    shown = phone.page.get_by_role("dialog")
    expect(shown.get_by_text("那家还没说到谁回询盘。")).to_be_visible()
    expect(shown.get_by_text("做到了", exact=True).first).to_be_visible()
    assert phone.faults == tablet.faults == []


def settle_with(page: Page, address: str, record: str) -> None:
    page.goto(address)
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("你们从哪条记录看得见？").select_option(label=record)
    hands.pick(sheet, "做到了")
    hands.tap(sheet, "保存")
    hands.said(page, "记下了")
    hands.all_arrived(page)


def see_differently(page: Page, words: str) -> None:
    hands.tap(page.get_by_role("dialog"), "我的看法不一样")
    form = page.get_by_role("dialog")
    form.get_by_label("你怎么看？").fill(words)
    hands.tap(form, "保存")
    hands.said(page, "放在旁边了")
    hands.tap(page.get_by_role("dialog"), "关上")
    hands.all_arrived(page)


def test_late_advice_stands_on_the_managers_side_and_closes_with_the_reps_word(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    tablet, phone = hold("zhaohui", viewport=TABLET), hold("yiming")
    tablet.sign_in(LATE_MANAGER)
    tablet.page.goto("/goals")
    expect(tablet.page.get_by_text("晚了，本来是").first).to_be_visible()
    tablet.page.locator(".rows a").first.click()
    hands.follow(tablet.page, "给建议")
    sheet = tablet.page.get_by_role("dialog")
    hands.pick(sheet, "知识")
    sheet.get_by_label("你看到的").fill("三档的差别再过一遍就清楚了。")
    sheet.get_by_label("一小步").fill("周三前讲一遍")
    sheet.get_by_label("你们怎么看得见？").fill("周三晚上演练")
    due = date.fromisoformat(stage.today) + timedelta(days=7)
    sheet.get_by_label("到哪天？").fill(due.isoformat())
    hands.tap(sheet, "保存")
    expect(tablet.page.get_by_text("三档的差别再过一遍就清楚了。")).to_be_visible()

    phone.sign_in(HIS_REP)
    phone.page.goto("/goals")
    phone.page.get_by_role("article").filter(has_text="还差一些").get_by_role("link").first.click()
    expect(phone.page.get_by_text("只有你们两个人看得到")).to_be_visible()
    hands.tap(phone.page, "好，我来做这一步")
    expect(phone.page.get_by_text("已收尾：这一步成了承诺")).to_be_visible()
    assert ask(ANSWER, HIS_REP) == [("knowledge", "agree", "周三前讲一遍")]
    tablet.page.goto("/promises")
    expect(tablet.page.get_by_text("给了，晚了")).to_be_visible()
    assert (phone.faults, tablet.faults) == ([], [])
