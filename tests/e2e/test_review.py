"""A weekly review: prepared on a phone, talked through on a tablet, agreed on by both, met again at the next door."""

import re
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.stage import Stage
from tests.e2e.talks import HIS_WORDS, Talks

REP, MANAGER = "zhou.qihang", "he.jing"
HIS_PROMISE, HER_PROMISE = "老板类客户都排到四点后", "周一给一份守门人话术"
NOTES = "他最近很累，先听"
KEPT = "SELECT words FROM review_preparations WHERE review_id = ?"
PROMISED = "SELECT words, correction FROM commitments WHERE origin_id = ? ORDER BY words"


def test_a_weekly_review_from_the_pre_read_to_the_next_door_and_the_next_review(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.visit(REP, client, day=stage.today)
    talks = Talks(stage, host=MANAGER, person=REP)
    talks.settle_all()
    review = talks.plan(day=stage.today)
    phone, tablet = hold("qihang"), hold("hejing", viewport=TABLET)
    phone.sign_in(REP)
    tablet.sign_in(MANAGER)

    prepare_on_the_phone(phone, review)
    keep_notes(tablet, review)
    talk_it_through(tablet.page)
    hands.all_arrived(tablet.page)
    assert ask(KEPT, uuid_of(review)) == [(NOTES,)]
    tablet.page.go_back()
    expect(tablet.page.get_by_text("等周启航自己点")).to_be_visible()

    agree_on_the_phone(phone)
    expect(tablet.page.get_by_text("两人都同意了")).to_be_visible(timeout=15_000)
    assert ask(KEPT, uuid_of(review)) == []
    assert ask(PROMISED, uuid_of(review)) == [(HER_PROMISE, None), (HIS_PROMISE, "method")]

    phone.page.goto("/")
    expect(phone.page.get_by_text(f"你答应的：{HIS_PROMISE}")).to_be_visible()
    the_next_one_opens_with_both_sides(phone, talks, stage)
    assert phone.faults == tablet.faults == []


def test_what_is_written_without_a_network_is_sent_when_there_is_one(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    review = Talks(stage, host=MANAGER, person=REP).plan(day=stage.today)
    phone = hold("qihang")
    phone.sign_in(REP)
    phone.page.goto(f"/reviews/{review}")
    expect(phone.page.get_by_label("我想谈的")).to_be_visible()
    phone.ready_for_offline()
    phone.lose_network()
    phone.page.get_by_label("我想谈的").fill("老板总不在，怎么约")
    hands.tap(phone.page, "存好我这一份")
    expect(phone.page.get_by_text("待发送", exact=True)).to_be_visible()
    phone.find_network()
    hands.all_arrived(phone.page)
    written = "SELECT wants FROM review_notes WHERE review_id = ?"
    assert ask(written, uuid_of(review)) == [("老板总不在，怎么约",)]
    assert phone.faults == []


def test_a_look_at_a_review_that_lies_ahead_begins_nothing(hold: Hold, stage: Stage) -> None:
    """A talk that comes earlier is moved to today with its reason, and then begun."""
    reviews = Talks(stage, host=MANAGER, person=REP)
    far = stage.working_day(ahead=8)
    review = reviews.plan(day=far)
    tablet = hold("hejing", viewport=TABLET)
    tablet.sign_in(MANAGER)
    page = tablet.page
    page.goto(f"/reviews/{review}")
    expect(page.get_by_text("前一天晚上之前会更新")).to_be_visible()
    expect(page.get_by_role("button", name="开始谈")).to_have_count(0)
    hands.tap(page, "今天就谈")
    page.get_by_label("为什么").fill("今天两人都在")
    hands.tap(page.get_by_role("dialog"), "改期")
    hands.said(page, "改好了")
    hands.tap(page, "开始谈")
    expect(page.get_by_role("button", name="开始谈")).to_have_count(0)
    hands.all_arrived(page)
    page.go_back()
    expect(page.get_by_text("读取，两人看到的一样")).to_be_visible()
    stored = stage.as_(MANAGER).get(f"/reviews/{review}").raise_for_status().json()
    assert (stored["state"], stored["snapshot"]["frozen"]) == ("in_session", True)
    assert tablet.faults == []


def test_a_skipped_week_stays_in_the_list_with_its_reason(hold: Hold, stage: Stage) -> None:
    review = Talks(stage, host=MANAGER, person=REP).plan(day=stage.today)
    tablet = hold("hejing", viewport=TABLET)
    tablet.sign_in(MANAGER)
    tablet.page.goto(f"/reviews/{review}")
    hands.tap(tablet.page, "这次跳过")
    tablet.page.get_by_label("为什么").fill("整周都在展会上")
    hands.tap(tablet.page.get_by_role("dialog"), "写明原因，跳过")
    hands.said(tablet.page, "记下了")
    hands.all_arrived(tablet.page)
    phone = hold("qihang")
    phone.sign_in(REP)
    phone.page.goto("/reviews")
    held = phone.page.get_by_role("list", name="谈过的，和写明原因跳过的")
    expect(held.get_by_role("link").filter(has_text="整周都在展会上")).to_contain_text("跳过")
    assert phone.faults == tablet.faults == []


def prepare_on_the_phone(phone: Phone, review: str) -> None:
    page = phone.page
    page.goto(f"/reviews/{review}")
    page.get_by_label("我想谈的").fill("老板总不在，怎么约")
    page.get_by_label("卡在哪里").fill(HIS_WORDS)
    hands.tap(page, "存好我这一份")
    hands.said(page, "存好了")
    hands.all_arrived(page)


def keep_notes(tablet: Phone, review: str) -> None:
    page = tablet.page
    page.goto(f"/reviews/{review}")
    expect(page.get_by_text("老板总不在，怎么约")).to_be_visible()
    hands.unfold(page, "只给你自己的笔记")
    page.get_by_label("谈之前想到的").fill(NOTES)
    hands.tap(page, "先放着")


def talk_it_through(page: Page) -> None:
    """From the first question to the host's own tap."""
    hands.tap(page, "开始谈")
    ask_and_write(page)
    promise(page, who="周启航", what=HIS_PROMISE, kind="方法")
    expect(page.get_by_text("还差何静的承诺")).to_be_visible()
    promise(page, who="何静", what=HER_PROMISE)
    hands.tap(page, "何静：我同意")
    expect(page.get_by_text("何静同意了")).to_be_visible()
    expect(page.get_by_text("等周启航自己点")).to_be_visible()
    expect(page.get_by_role("button", name="周启航：我同意")).to_have_count(0)


def agree_on_the_phone(phone: Phone) -> None:
    """Today says that the own tap is awaited, and leads to it."""
    phone.page.goto("/")
    phone.page.get_by_role("link").filter(has_text="承诺等你自己点同意").click()
    expect(phone.page.get_by_text("何静同意了")).to_be_visible()
    hands.tap(phone.page, "周启航：我同意")
    expect(phone.page.get_by_text("两人都同意了")).to_be_visible()
    hands.all_arrived(phone.page)


def ask_and_write(page: Page) -> None:
    """From question to question; what is written down goes with the way on."""
    page.get_by_label("一起记下").fill("离答应的还差两单")
    hands.tap(page, "下一问：过程")
    expect(page.locator(".said")).to_have_text(HIS_WORDS)
    page.get_by_label("一起记下").fill("四点以后去的 6 家，见到老板 5 家。")
    hands.tap(page, "下一问：能力")
    expect(page.get_by_text("见到老板 5 家")).to_be_visible()


def promise(page: Page, *, who: str, what: str, kind: str | None = None) -> None:
    hands.tap(page, "加一条")
    dialog = page.get_by_role("dialog")
    hands.pick(dialog, who)
    dialog.get_by_label("一句话，做什么").fill(what)
    dialog.get_by_label("我们怎么一起看到？").fill("下周一起看")
    if kind is not None:
        hands.pick(dialog, kind)
    hands.tap(dialog, "放到桌面上")
    expect(page.get_by_text(what, exact=True)).to_be_visible()


def the_next_one_opens_with_both_sides(phone: Phone, talks: Talks, stage: Stage) -> None:
    phone.page.goto(f"/reviews/{talks.plan(day=stage.tomorrow)}")
    last = phone.page.locator("section").filter(has_text="上次的承诺，两边都算")
    for outcome in ("做到", "部分"):
        last.get_by_role("button", name="说说怎么样").first.click()
        dialog = phone.page.get_by_role("dialog")
        hands.pick(dialog, outcome)
        if outcome != "做到":
            dialog.get_by_label("是什么挡住了？").fill("周一请假了")
        hands.tap(dialog, "记下")
        expect(dialog).to_have_count(0)
    hands.all_arrived(phone.page)
    phone.page.go_back()
    expect(last).to_contain_text(re.compile("做到.*部分", re.DOTALL))


def uuid_of(review: str) -> UUID:
    return UUID(review)
