"""Preparing and playing a round needs no scrolling on a phone, however much the client has to say."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.look import LANGUAGES, Look, looking
from tests.e2e.places import BOSS_CARD, FOLDS, REP_CARD
from tests.e2e.scenery import REP, Scenery
from tests.e2e.stage import Stage, born_id
from tests.e2e.states import SAVE
from tests.served import Server

House = tuple[Server, Scenery]

SAID = {
    "zh-CN": [
        (
            "noresult",
            "我们去年在别家做了整整一年，钱花了三万多，一个单都没有成，你让我怎么再信？",
            "当时是谁在回询盘、多久回一次？我们先把去年那批询盘翻出来，看是没有询盘，还是没人跟。",
        ),
        (
            "staff",
            "厂里没有一个人会英语，业务员又走了两个，做了也没人管，最后还不是放着？",
            "先配一个人，三周陪跑表给您看，每天半小时，前三周我们的人坐在您办公室里一起回。",
        ),
        (
            "thinking",
            "这个事不急，我跟太太再考虑考虑，等过完年看看行情再说。",
            "您最想弄清的是哪一点？是效果、是人手，还是价钱？今天先把这一点弄清，别的都不谈。",
        ),
    ],
    "en": [
        (
            "noresult",
            "We were on another site for a whole year, paid thirty thousand, and not one order came of it.",
            (
                "Who answered the enquiries, and how fast? Let us open last year's enquiries and see "
                "whether none came or nobody followed them."
            ),
        ),
        (
            "staff",
            "Nobody in this factory speaks English and two of my salesmen have left, so who would run it?",
            (
                "Start with one person. Here is the three-week plan: half an hour a day, and our people "
                "sit beside yours for the first three weeks."
            ),
        ),
        (
            "thinking",
            "It is not urgent. I will talk it over with my wife and see how the market is in spring.",
            (
                "Which one point would you like to have clear: the results, the people or the price? "
                "Let us settle that one today."
            ),
        ),
    ],
}
WRITTEN: dict[str, dict[str, str]] = {
    "zh-CN": {
        "client": "宁波雾屿灯饰制造有限公司",
        "boss": "谢文涛",
        "decider": "谢文涛，52 岁，急性子，说话直；太太管账，儿子刚从英国回来，外贸的事慢慢听他的",
        "situation": "吊灯和户外灯三条线，出口三成，靠广交会和两家外贸公司；去年停了推广，还压着一批货",
        "goal": "他把去年的询盘记录打开给我看一遍，并约好和他太太周四一起谈",
        "fall_back": "约他太太周四下午一起喝茶，带两家同行的案例过去",
        "note": "今天一早刚被退了一批货，客户还压着尾款，最多给你 15 分钟",
        "keep": "他急的时候我没抢话，等他说完再问第一个问题",
        "change": "报价之前先问清楚去年是谁在管询盘，问完停三秒再往下说",
    },
    "en": {
        "client": "Wuyu Lighting Manufacturing Company",
        "boss": "Xie Wentao",
        "decider": "Xie Wentao, 52, quick temper, speaks his mind; his wife keeps the books and his son is back from England",
        "situation": "Pendant and garden lamps on three lines, a third exported by the fair and two traders; no promotion since last year",
        "goal": "He opens last year's enquiries with me and agrees to meet on Thursday together with his wife",
        "fall_back": "tea with his wife on Thursday afternoon, with two cases from his own trade",
        "note": "A whole batch came back this morning and the client still owes the balance; fifteen minutes at most",
        "keep": "when he hurried I did not, and asked my first question after he had ended",
        "change": "before any price I ask who looked after the enquiries last year, then wait three seconds",
    },
}
LATE = "23:55"


@pytest.fixture(params=LANGUAGES)
def wordy(request: pytest.FixtureRequest, browser: Browser, open_house: House) -> Iterator[Look]:
    """A phone before the round of a client of whom much was written; 周启航 sits beside its owner."""
    language: str = request.param
    server, scenery = open_house
    with closing(Stage(server)) as stage:
        visit, blank = much_written(stage, language), nothing_written(stage, language)
    known = Scenery({**scenery.known, "wordy": visit, "blank": blank})
    with looking(browser, server, known, REP, language=language) as look:
        yield look


def test_preparing_needs_no_scrolling(wordy: Look) -> None:
    wordy.open("/evening/prepare/{wordy}")
    expect(wordy.page.locator("summary")).to_have_count(5)
    assert fits(wordy.page), "the ready sheet, folded"
    assert_each_fold_fits(wordy)
    wordy.take(FOLDS[2])
    expect(wordy.page.locator("details[open] textarea")).to_have_count(2)
    expect(wordy.page.locator("details[open] button q")).to_have_count(2)
    wordy.page.get_by_label(re.compile("^(一半|Half)$")).check(force=True)
    expect(wordy.page.locator(SAVE)).to_be_in_viewport(ratio=1)


def test_preparing_from_nothing_needs_no_scrolling(wordy: Look) -> None:
    wordy.open("/evening/prepare/{blank}")
    assert_each_fold_fits(wordy)
    wordy.take(FOLDS[2])
    for sentences in (1, 2, 3):
        wordy.take(f"details[open] .chips .pick >> nth={sentences}")
        expect(wordy.page.locator("details[open] button q")).to_have_count(sentences - 1)
        assert fits(wordy.page), f"{sentences} sentences"
        if sentences < 3:
            wordy.take("details[open] .grid .pick:last-child")
            assert fits(wordy.page), f"one more after {sentences}"


def test_playing_a_round_needs_no_scrolling(wordy: Look) -> None:
    page = wordy.page
    wordy.open("/evening/round/{wordy}")
    assert fits(page), "the cover"
    wordy.take(REP_CARD)
    expect(page.locator(".said")).to_have_count(3)
    expect(page.locator(".ours")).to_have_count(3)
    assert fits(page), "the rep's card with three lines"
    wordy.take(SAVE)
    wordy.take(BOSS_CARD)
    expect(page.locator("details[open] textarea")).to_have_count(3)
    assert fits(page), "the boss card while it is changed"
    for left in (2, 1, 0):
        wordy.take("details[open] .row .btn.icon:last-child")
        expect(page.locator("details[open] textarea")).to_have_count(left)
        assert fits(page), f"the boss card with {left} sentences, and what else could be said"
    for _ in range(3):
        wordy.take("details[open] .chips button")
    expect(page.locator("details[open] textarea")).to_have_count(3)
    wordy.take("details:nth-of-type(1) summary")
    wordy.take(("textarea[name=note]", written(page)["note"]))
    assert fits(page), "who the boss is today"
    wordy.take("details:nth-of-type(3) summary")
    assert fits(page), "what moves the boss"


def test_the_clock_and_the_verdict_need_no_scrolling(wordy: Look) -> None:
    page = wordy.page
    wordy.open("/evening/round/{wordy}")
    wordy.take(".cover .btn.main")
    expect(page.locator(".said")).to_have_count(3)
    expect(page.get_by_role("timer")).to_be_in_viewport(ratio=1)
    assert fits(page), "the boss card in play"
    wordy.take(SAVE)
    assert fits(page), "the verdict before the boss has spoken"
    wordy.take("input[value=would_meet_again]")
    assert fits(page), "the verdict with the rep's own words open"
    wordy.take("details[open] summary")
    assert fits(page), "the verdict, folded"
    assert_each_fold_fits(wordy)
    wordy.take(FOLDS[2])
    wordy.take(("textarea[name=keep]", written(page)["keep"]))
    wordy.take(("textarea[name=change]", written(page)["change"]))
    expect(page.locator("input[name=keep-tip]")).to_be_attached()
    assert fits(page), "what is kept and what is changed"


def test_what_was_cut_short_can_be_read_in_full(wordy: Look) -> None:
    page = wordy.page
    wordy.open("/evening/round/{wordy}")
    wordy.take(REP_CARD)
    answer = page.locator(".ours").first
    assert is_cut(page)
    wordy.take("button.link")
    assert not is_cut(page)
    expect(answer).to_have_text(SAID[language_of(page)][0][2])


def test_the_second_round_reminds_of_the_change_and_still_fits(wordy: Look) -> None:
    page = wordy.page
    wordy.open("/evening/round/{wordy}")
    for step in (
        ".cover .btn.main",
        SAVE,
        "input[value=would_not]",
        "details:nth-of-type(3) summary",
    ):
        wordy.take(step)
    wordy.take(("textarea[name=change]", written(page)["change"]))
    wordy.take("footer.dock .row .btn:first-child")
    expect(page.locator(".cover")).to_be_visible()
    assert fits(page), "the cover of the second round"
    wordy.take(REP_CARD)
    expect(page.locator("main .note")).to_be_visible()
    assert fits(page), "the rep's card with last round's change"


def much_written(stage: Stage, language: str) -> str:
    text = WRITTEN[language]
    client = stage.client(REP, text["client"], boss=text["boss"])
    items: list[dict[str, Any]] = [
        {"id": str(born_id()), "type_key": kind, "words": words, "answer": answer}
        for kind, words, answer in SAID[language]
    ]
    stage.sheet(
        REP,
        client,
        decider={"text": text["decider"], "unknown": False},
        situation={"text": text["situation"], "unknown": False},
        objections={"items": items, "unknown": False},
        goal=text["goal"],
        fall_back=text["fall_back"],
    )
    return str(stage.visit(REP, client, day=stage.tomorrow, at=LATE))


def nothing_written(stage: Stage, language: str) -> str:
    client = stage.client(REP, WRITTEN[language]["client"])
    return str(stage.visit(REP, client, day=stage.tomorrow, at=LATE))


def assert_each_fold_fits(look: Look) -> None:
    """One after the other, as a tap on one closes the one before; then all are closed."""
    page = look.page
    for nth in range(page.locator("details").count()):
        if page.locator("details").nth(nth).get_attribute("open") is None:
            look.take(FOLDS[nth])
        expect(page.locator("details[open]")).to_have_count(1)
        assert fits(page), page.locator("details[open] summary").inner_text()
    look.take("details[open] summary")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollHeight <= innerHeight"))


def is_cut(page: Page) -> bool:
    return bool(
        page.evaluate(
            "[...document.querySelectorAll('.brief')].some((text) => text.scrollHeight > text.clientHeight + 1)"
        )
    )


def language_of(page: Page) -> str:
    return str(page.evaluate("document.documentElement.lang"))


def written(page: Page) -> dict[str, str]:
    return WRITTEN[language_of(page)]
