"""早启动 and 晚分享: told on a phone, looked at together on a tablet."""

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage

REP, MANAGER = "lin.xiaoman", "he.jing"
CLIENT, AIM = "雾屿灯具", "约合伙人周四一起谈"


def tell_team(page: Page) -> None:
    """The form says what is missing, then takes one visit and a wish for company."""
    hands.tap(page, "告诉全队我的这一访")
    sheet = page.get_by_role("dialog")
    hands.tap(sheet, "告诉全队")
    expect(sheet.get_by_text("选一次拜访。")).to_be_visible()
    sheet.get_by_text(CLIENT).click()
    sheet.get_by_text("希望有人一起去").click()
    hands.tap(sheet, "告诉全队")


def test_a_visit_told_in_the_morning_stands_on_the_teams_tablet_and_can_be_taken_back(
    hold: Hold, stage: Stage
) -> None:
    client = stage.client(REP, CLIENT)
    stage.as_(REP).delete(f"/kick-offs/{stage.today}").raise_for_status()
    stage.visit(REP, client, day=stage.today, aim=AIM)
    phone, tablet = hold("xiaoman"), hold("tablet", viewport=TABLET)
    phone.sign_in(REP)
    hands.follow(phone.page, "早启动")
    tell_team(phone.page)
    mine = phone.page.get_by_role("listitem").filter(has_text=CLIENT)
    expect(mine).to_contain_text("欢迎同行")

    tablet.sign_in(MANAGER)
    tablet.page.goto("/kick-off")
    row = tablet.page.get_by_role("listitem").filter(has_text=CLIENT)
    expect(row).to_contain_text(AIM)
    expect(row).to_contain_text("欢迎同行")
    row.get_by_role("link").click()
    expect(tablet.page.get_by_role("dialog")).to_contain_text("林小满")

    hands.tap(phone.page, "改一改我说的")
    hands.tap(phone.page.get_by_role("dialog"), "今天不说")
    expect(mine).to_have_count(0)
    assert phone.faults == tablet.faults == []


def test_what_was_told_today_is_looked_at_together_and_thanked_for(
    hold: Hold, stage: Stage
) -> None:
    words = "先问他去年谁回询盘。"
    for one in (words, "报价前先听他算一遍。"):
        stage.as_(REP).post("/shares", json={"kind": "tip", "words": one}).raise_for_status()
    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    tablet.page.goto("/shares/tonight")
    hands.follow(tablet.page, words)
    told = tablet.page.locator("article.glance")
    expect(told.get_by_text(words)).to_be_visible()
    hands.tap(told, "谢谢")
    expect(told.get_by_text("何静 说谢谢")).to_be_visible()
    assert tablet.faults == []
