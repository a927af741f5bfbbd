"""The evening drill on one passed phone without a network, and the partner who reads it later."""

from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage

SEATS = """
    SELECT rep.login, boss.login FROM rounds
    JOIN people rep ON rep.id = rounds.rep_id JOIN people boss ON boss.id = rounds.boss_id
    WHERE rounds.client_id = ? ORDER BY rounds.number
"""
PLAYED = [
    ("lin.xiaoman", "zhou.qihang"),
    ("zhou.qihang", "lin.xiaoman"),
    ("lin.xiaoman", "zhou.qihang"),
]
DRILLS = """
    SELECT DISTINCT drills.id, drills.state FROM drills
    JOIN rounds ON rounds.drill_id = drills.id WHERE rounds.client_id = ?
"""
OWN_WORDS = "SELECT rep_words FROM rounds WHERE client_id = ? ORDER BY number"
CORRECTED = """
    SELECT field, before, after FROM round_corrections
    JOIN rounds ON rounds.id = round_id WHERE rounds.client_id = ?
"""


def test_a_drill_with_two_swaps_syncs_later_and_the_partner_puts_the_own_words_right(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client("lin.xiaoman", "雾屿灯具")
    stage.sheet("lin.xiaoman", client)
    stage.visit("lin.xiaoman", client, day=stage.tomorrow)
    phone = hold("xiaoman")
    phone.set_out("lin.xiaoman")
    play_the_evening(phone.page)
    assert ask(SEATS, client.id) == []
    phone.page.goto("/")
    phone.find_network()
    hands.until_sent(phone.page)
    assert ask(SEATS, client.id) == PLAYED
    [(drill, state)] = ask(DRILLS, client.id)
    assert state == "wrapped"
    partner = hold("qihang")
    partner.sign_in("zhou.qihang")
    acknowledge(partner.page, UUID(bytes=drill))
    put_the_own_words_right(partner.page)
    hands.all_arrived(partner.page)
    assert ask(OWN_WORDS, client.id) == [("卡在价格",), ("我抢话了两次",), ("先问了再答",)]
    assert ask(CORRECTED, client.id) == [("rep_words", "抢话了", "我抢话了两次")]
    assert phone.faults == partner.faults == []


def play_the_evening(page: Page) -> None:
    hands.go_to(page, "晚间")
    hands.sit_with(page, "周启航")
    hands.follow(page, "开始这一轮")
    hands.play_round(page, boss="启航", rep="小满", verdict="不会", words="卡在价格")
    hands.tap(page, "换位子，小满演老板")
    expect(page.get_by_text("第 2 轮")).to_be_visible()
    hands.play_round(page, boss="小满", rep="启航", verdict="愿意再见", words="抢话了")
    hands.tap(page, "换位子，启航演老板")
    expect(page.get_by_text("第 3 轮")).to_be_visible()
    hands.play_round(page, boss="启航", rep="小满", verdict="会签", words="先问了再答")
    hands.tap(page, "到这里")
    expect(page.get_by_text("两个座位都坐过了")).to_be_visible()
    expect(page.get_by_text("等着发送")).to_have_count(3)


def acknowledge(page: Page, drill: UUID) -> None:
    """The note on Today leads to the drill, and is gone once it was seen."""
    note = page.locator(f".note:has(a[href='/drills/{drill}'])")
    expect(note).to_contain_text("林小满的手机上记了和你的 3 轮演练")
    hands.follow(note, "看看")
    expect(page.get_by_text("在小满的手机上记录的")).to_be_visible()
    hands.tap(page, "我看过了")
    hands.said(page, "你看过了")
    hands.back(page)
    hands.go_to(page, "今天")
    expect(page.get_by_role("link", name="明天的安排")).to_be_visible()
    expect(note).to_have_count(0)
    page.goto(f"/drills/{drill}")


def put_the_own_words_right(page: Page) -> None:
    mine = page.locator("article").filter(has_text="第 2 轮")
    hands.tap(mine, "改我的话")
    page.get_by_role("dialog").get_by_label("启航自己的话").fill("我抢话了两次")
    hands.tap(page.get_by_role("dialog"), "记下")
    hands.said(page, "前后两版都在")
    expect(mine.get_by_text("我抢话了两次", exact=True)).to_be_visible()
    expect(mine.get_by_text("原来：抢话了")).to_be_visible()
