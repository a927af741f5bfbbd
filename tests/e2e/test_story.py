"""The product in one evening and one morning, by the words that stand on the screen, in both languages."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage

REP = "lin.xiaoman"
HIS_WORDS = "做过一年，一个单都没有。"
AGREED = "当时谁回询盘、多久回？先看那一步。"


@dataclass(frozen=True)
class Words:
    """What a person reads and taps, in the order of the day."""

    evening: str
    check_in: str
    stalled: str
    no_result: str
    in_his_words: str
    save: str
    noted: str
    finish: str
    decider: str
    unknown: str
    objections: str
    their_words: str
    open_parts: tuple[str, ...]
    start: str
    change_partner: str
    sit: str
    partner: str
    beside: str
    turn: str
    turn_other: str
    done_playing: str
    verdict: str
    own_words: str
    own_words_other: str
    keep_and_change: str
    keep: str
    change: str
    method: str
    lines: str
    our_answer: str
    swap: str
    again: str
    rounds: tuple[str, str]
    done: str
    both_seats: str
    unsent: str
    practised: str


CHINESE = Words(
    evening="晚间",
    check_in="拜访签到",
    stalled="卡住了",
    no_result="没效果",
    in_his_words="他的原话",
    save="保存",
    noted="记下了",
    finish="把分析补完",
    decider="谁拍板",
    unknown="还不知道，会去问",
    objections="他会说什么",
    their_words="客户的原话",
    open_parts=("现在什么状况", "同行在做什么"),
    start="开始第 1 轮",
    change_partner="^(换人|选一位)$",
    sit="坐到一起",
    partner="周启航",
    beside="和周启航一起",
    turn="我是启航，翻开老板卡",
    turn_other="我是小满，翻开老板卡",
    done_playing="谈完了，老板先说",
    verdict="愿意再见",
    own_words="小满，用自己的话说",
    own_words_other="启航，用自己的话说",
    keep_and_change="保持一点，改进一点",
    keep="保持一点",
    change="改进一点",
    method="方法",
    lines="明天带去的话",
    our_answer="我们的回答",
    swap="换位子，小满演老板",
    again="再来一轮",
    rounds=("第 2 轮", "第 3 轮"),
    done="到这里",
    both_seats="两个座位都坐过了",
    unsent="等着发送",
    practised="练过 3 轮",
)
ENGLISH = Words(
    evening="Evening",
    check_in="Check in",
    stalled="Stalled",
    no_result="No result",
    in_his_words="in his words",
    save="Save",
    noted="Noted",
    finish="Finish the sheet",
    decider="Who decides",
    unknown="Not known yet, will ask",
    objections="What will they say",
    their_words="In their own words",
    open_parts=("How things stand", "Who else sells to them"),
    start="Start round 1",
    change_partner="^(Change|Choose)$",
    sit="Sit together",
    partner="Zhou Qihang",
    beside="With Zhou Qihang",
    turn="I am Qihang: turn the boss card",
    turn_other="I am Xiaoman: turn the boss card",
    done_playing="Done: the boss speaks first",
    verdict="Meet again",
    own_words="Xiaoman, in your own words",
    own_words_other="Qihang, in your own words",
    keep_and_change="Keep one thing, change one",
    keep="Keep one thing",
    change="Change one thing",
    method="Method",
    lines="For tomorrow’s visit",
    our_answer="Our answer",
    swap="Swap seats: Xiaoman plays the boss",
    again="Again",
    rounds=("Round 2", "Round 3"),
    done="Done",
    both_seats="Both seats played",
    unsent="Waiting to be sent",
    practised="3 rounds practised",
)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", CHINESE), ("en", ENGLISH)], ids=["zh-CN", "en"]
)
def test_what_a_client_said_today_is_answered_at_the_next_visit(
    hold: Hold, stage: Stage, ask: Ask, language: str, words: Words
) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.visit(REP, client, day=stage.today)
    tomorrow = stage.visit(REP, client, day=stage.tomorrow)
    phone = hold("xiaoman", locale=language)
    phone.sign_in(REP)
    page = phone.page
    tell_how_it_went(page, words)
    sit_together(page, words)
    prepare(page, words)
    play(page, words)
    end(page, words)
    page.goto(f"/?day={stage.tomorrow}&visit={tomorrow}")
    card = page.locator("main .card").filter(has_text="雾屿灯具")
    expect(card.get_by_text(HIS_WORDS)).to_be_visible()
    expect(card.get_by_text(AGREED)).to_be_visible()
    expect(card.get_by_text(words.practised)).to_be_visible()
    hands.nothing_waits(page)
    assert ask("SELECT count(*) FROM rounds WHERE client_id = ?", client.id) == [(3,)]
    assert phone.faults == []


def tell_how_it_went(page: Page, words: Words) -> None:
    hands.follow(page, words.check_in)
    hands.pick(page, words.stalled)
    hands.pick(page, words.no_result)
    page.get_by_label(words.in_his_words).fill(HIS_WORDS)
    hands.tap(page, re.compile(f"^{words.save}$"))
    hands.said(page, words.noted)


def sit_together(page: Page, words: Words) -> None:
    hands.go_to(page, words.evening)
    page.get_by_role("button", name=re.compile(words.change_partner)).click()
    dialog = page.get_by_role("dialog")
    for chosen in dialog.locator("label:has(input:checked)").all():
        chosen.click()
    hands.pick(dialog, words.partner)
    hands.tap(dialog, words.sit)
    expect(page.get_by_text(words.beside)).to_be_visible()


def prepare(page: Page, words: Words) -> None:
    """What the client said stands on the first card already; the other three answers are missing."""
    first = page.get_by_role("article").filter(has_text="雾屿灯具")
    expect(first.get_by_text(HIS_WORDS)).to_be_visible()
    hands.follow(first, re.compile(words.finish))
    page.get_by_label(words.decider).fill("谢文涛一个人定")
    page.locator("summary").filter(has_text=words.objections).click()
    hands.tap(page, words.no_result)
    page.get_by_label(words.their_words).fill(HIS_WORDS)
    for part in words.open_parts:
        page.locator("summary").filter(has_text=part).click()
        opened = page.locator("details[open]").filter(has_text=part)
        opened.get_by_text(words.unknown, exact=True).click()
    hands.tap(page, re.compile(words.start))


def play(page: Page, words: Words) -> None:
    """Three rounds: the second with the seats swapped, the third again in these."""
    one_round(page, words, turn=words.turn, own=words.own_words)
    hands.unfold(page, words.lines)
    page.get_by_label(words.our_answer).first.fill(AGREED)
    hands.tap(page, words.swap)
    expect(page.get_by_text(words.rounds[0])).to_be_visible()
    one_round(page, words, turn=words.turn_other, own=words.own_words_other)
    hands.tap(page, re.compile(f"^{words.again}$"))
    expect(page.get_by_text(words.rounds[1])).to_be_visible()
    one_round(page, words, turn=words.turn_other, own=words.own_words_other)


def one_round(page: Page, words: Words, *, turn: str, own: str) -> None:
    hands.tap(page, turn)
    expect(page.get_by_role("timer")).to_be_visible()
    hands.tap(page, words.done_playing)
    hands.pick(page, words.verdict)
    page.get_by_label(own).fill("先问了再答")
    hands.unfold(page, words.keep_and_change)
    page.get_by_label(words.keep).fill("先问")
    page.get_by_label(words.change).fill("慢一点")
    hands.pick(page, words.method)


def end(page: Page, words: Words) -> None:
    hands.tap(page, re.compile(f"^{words.done}$"))
    expect(page.get_by_text(words.both_seats)).to_be_visible()
    expect(page.get_by_text(words.unsent)).to_have_count(0, timeout=20_000)
