"""A class: announced and held on a tablet, tried by a learner on a phone, seen by the manager, closed."""

from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage

REP, MANAGER, TRAINER = "lin.xiaoman", "he.jing", "su.min"
TOPIC, HOW = "外贸公司够用了吗？", "我问了拿走几个点，他自己算了一单。"
IF, THEN = "他说外贸公司够用", "先问他们拿走几个点"
STATE = (
    "SELECT closed_at IS NOT NULL FROM training_sessions WHERE topic = ? ORDER BY created_at DESC"
)


def test_a_class_from_the_announcement_to_its_close(hold: Hold, stage: Stage, ask: Ask) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    stage.check_in(REP, client, visit, outcome="continued")
    tablet, phone = hold("hejing", viewport=TABLET), hold("xiaoman")
    tablet.sign_in(MANAGER)
    phone.sign_in(REP)

    plan(tablet.page)
    write(tablet.page)
    address = tablet.page.url.removeprefix(stage.server.url)
    hands.tap(tablet.page, "公布")
    hands.said(tablet.page, "公布了。")
    hands.tap(tablet.page, "已上课")
    mark(tablet.page, "林小满")
    assign(tablet.page)
    hands.all_arrived(tablet.page)
    tablet.page.goto(address)
    expect(tablet.page.get_by_text("到课的人里还有 1 人的实操没确认。")).to_be_visible()
    expect(tablet.page.get_by_role("button", name="结束这一课")).to_have_count(0)

    try_it(phone, address)
    see_and_close(tablet, address)
    assert ask(STATE, TOPIC) == [(1,)]
    phone.page.goto(address)
    expect(phone.page.get_by_text("何静看到了")).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_what_was_tried_is_written_without_a_network_and_sent_later(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    session = a_class_held(stage)
    client = stage.client(REP, "雾屿灯具")
    stage.check_in(REP, client, stage.visit(REP, client, day=stage.today), outcome="continued")
    phone = hold("xiaoman")
    phone.sign_in(REP)
    phone.page.goto(f"/training/{session}")
    hands.tap(phone.page, "我用过了")
    expect(where(phone.page).locator("option").nth(1)).to_be_attached()
    phone.ready_for_offline()
    phone.lose_network()
    hands.tap(phone.page, "我用过了")
    tell(phone.page)
    expect(phone.page.get_by_text("待发送", exact=True)).to_be_visible()
    phone.find_network()
    hands.all_arrived(phone.page)
    kept = "SELECT words FROM session_evidence WHERE session_id = ?"
    assert ask(kept, UUID(session).bytes) == [(HOW,)]
    assert phone.faults == []


def test_a_topic_is_asked_for_voted_for_and_taken_up(hold: Hold, stage: Stage) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    phone.page.goto("/training/topics")
    hands.tap(phone.page, "提一个题目")
    sheet = phone.page.get_by_role("dialog")
    sheet.get_by_label("题目").fill("老板总不在，怎么约")
    hands.pick(sheet, "业务能力")
    hands.tap(sheet, "提上去")
    hands.said(phone.page, "提上去了")
    hands.all_arrived(phone.page)

    trainer = hold("sumin", viewport=TABLET)
    trainer.sign_in(TRAINER)
    trainer.page.goto("/training/topics")
    wish = trainer.page.get_by_role("article").filter(has_text="老板总不在，怎么约")
    expect(wish).to_contain_text("1 票")
    hands.tap(wish, "什么时候讲？")
    hands.tap(wish, "排上")
    expect(wish.get_by_role("link", name="已排上")).to_be_visible()
    hands.follow(wish, "已排上")
    expect(trainer.page.get_by_role("heading", name="老板总不在，怎么约", level=1)).to_be_visible()
    assert phone.faults == trainer.faults == []


def test_a_skipped_week_stays_in_the_list_with_its_reason(hold: Hold, stage: Stage) -> None:
    tablet = hold("hejing", viewport=TABLET)
    tablet.sign_in(MANAGER)
    tablet.page.goto("/training")
    plan(tablet.page)
    hands.tap(tablet.page, "跳过")
    sheet = tablet.page.get_by_role("dialog")
    sheet.get_by_label("原因").fill("整周都在展会上")
    hands.tap(sheet, "跳过，并补上")
    hands.said(tablet.page, "跳过了")
    hands.all_arrived(tablet.page)
    tablet.page.goto("/training")
    coming = tablet.page.get_by_role("list", name="这周和接下来")
    skipped = coming.get_by_role("link").filter(has_text="整周都在展会上")
    expect(skipped).to_contain_text("跳过")
    expect(coming.get_by_role("link").filter(has_text=TOPIC)).to_have_count(2)
    assert tablet.faults == []


def plan(page: Page) -> None:
    page.goto("/training")
    hands.tap(page, "安排一次培训")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("题目").fill(TOPIC)
    hands.pick(sheet, "业务能力")
    hands.tap(sheet, "保存")
    expect(page.get_by_role("heading", name=TOPIC, level=1)).to_be_visible()


def write(page: Page) -> None:
    """A rule to take along."""
    hands.tap(page, "写内容")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("如果客户…").fill(IF)
    sheet.get_by_label("我就…").fill(THEN)
    hands.tap(sheet, "保存")
    hands.said(page, "存好了。")
    expect(page.get_by_text(f"如果{IF}")).to_be_visible()


def mark(page: Page, name: str) -> None:
    hands.pick(page.get_by_role("group", name=name), "到了")


def assign(page: Page) -> None:
    hands.tap(page, "布置实操")
    sheet = page.get_by_role("dialog")
    hands.pick(sheet, "一次现场尝试")
    sheet.get_by_label("哪种异议？").select_option(index=1)
    hands.tap(sheet, "布置")


def try_it(phone: Phone, address: str) -> None:
    phone.page.goto(address)
    expect(phone.page.get_by_text(f"如果{IF}")).to_be_visible()
    hands.tap(phone.page, "我用过了")
    expect(where(phone.page).locator("option").nth(1)).to_be_attached()
    tell(phone.page)
    hands.said(phone.page, "交上了")
    hands.all_arrived(phone.page)


def where(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_label("你的一次拜访或一轮演练")


def tell(page: Page) -> None:
    sheet = page.get_by_role("dialog")
    where(page).select_option(index=1)
    sheet.get_by_label("结果怎么样？").fill(HOW)
    hands.tap(sheet, "交上去")


def see_and_close(tablet: Phone, address: str) -> None:
    page = tablet.page
    page.goto(address)
    expect(page.get_by_text(HOW)).to_be_visible()
    hands.tap(page, "我看到了")
    hands.tap(page, "结束这一课")
    hands.said(page, "结束了")
    hands.all_arrived(page)


def a_class_held(stage: Stage) -> str:
    """Over the real API, by the manager."""
    manager = stage.as_(MANAGER)
    told = {"track": "professional", "day": stage.today, "starts": "00:01"}
    told |= {"topic": TOPIC, "topic_class": "business"}
    planned = manager.post("/sessions", json=told).raise_for_status().json()
    held = {"held_at": f"{stage.today}T00:00:00Z"}
    manager.put(f"/sessions/{planned['id']}/holding", json=held).raise_for_status()
    return str(planned["id"])
