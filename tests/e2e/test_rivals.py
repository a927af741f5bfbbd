"""Two reps: a PK that is taken back and leaves nothing, and a pair interview whose worksheet is written in a cellar."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage

ONE, OTHER, MANAGER, MATE = "qin.lan", "jiang.yuan", "he.jing", "xu.nian"
WRITES = "lin.xiaoman"
LEARN, ANSWER = "怎么把价格放到最后谈", "怎么一天排六家"
LEFT = """
    SELECT stake, (SELECT count(*) FROM rivalry_sides WHERE rivalry_id = rivalries.id),
    (SELECT count(*) FROM rivalry_terms WHERE rivalry_id = rivalries.id)
    FROM rivalries JOIN people ON people.id = rivalries.proposed_by_id
    WHERE people.login = ? AND rivalries.settled_at IS NULL
"""
SHEET = {
    "什么做得顺？": "老板主动约了下周",
    "卡在哪里？": "一说三万块就沉默",
    "试过什么？": "先算一单赚多少",
    "想问对方什么？": "你怎么让他先说预算？",
}


def test_a_pk_is_proposed_accepted_told_and_taken_back_without_a_trace(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    one, other, tablet = hold("qinlan"), hold("jiangyuan"), hold("hejing", viewport=TABLET)
    of_before = ask(LEFT, ONE)
    one.sign_in(ONE)
    propose(one.page, stage.today)
    other.sign_in(OTHER)
    accept(other.page)
    let_the_team_know(other.page)
    one.page.goto("/rivals")
    hands.follow(one.page, re.compile("和江远的PK赛"))
    let_the_team_know(one.page)
    tablet.sign_in(MANAGER)
    expect_on_the_wall(tablet.page, there=True)
    assert is_known_to(stage, MATE)
    hands.follow(one.page, "悄悄撤回")
    with one.page.expect_response(re.compile("/rivalries/[^/]+$")):
        hands.tap(one.page.get_by_role("dialog"), "悄悄撤回")
    hands.said(one.page, "没有留下什么")
    expect_on_the_wall(tablet.page, there=False)
    for page in (one.page, other.page):
        page.goto("/rivals")
        expect(page.get_by_role("link", name="提一场PK赛")).to_be_visible()
        expect(page.get_by_text(re.compile("和(江远|秦岚)的PK赛"))).to_have_count(0)
    assert not any(is_known_to(stage, login) for login in (ONE, OTHER, MATE, MANAGER))
    assert ask(LEFT, ONE) == [*of_before, (None, 0, 0)]
    assert (one.faults, other.faults, tablet.faults) == ([], [], [])


def propose(page: Page, today: str) -> None:
    """From the own page: with a team mate, about effective visits, for tea."""
    page.goto("/me")
    hands.follow(page, re.compile("竞争对手"))
    hands.follow(page, "提一场PK赛")
    hands.pick(page, "江远")
    page.get_by_label("开始", exact=True).fill(today)
    hands.tap(page, "提出来")
    expect(page.get_by_role("alert")).to_have_text("写一句友好的话：想学什么？")
    page.get_by_label("你想向对方学什么？").fill(LEARN)
    hands.tap(page, "提出来")
    expect(page.get_by_text("等对方答应")).to_be_visible()


def accept(page: Page) -> None:
    """With a friendly word; from then on both see the facts."""
    page.goto("/rivals")
    hands.follow(page, re.compile("和秦岚的PK赛"))
    expect(page.get_by_text(f"秦岚想学：{LEARN}")).to_be_visible()
    hands.tap(page, "答应")
    expect(page.get_by_text("写一句友好的话：想学什么？")).to_be_visible()
    page.get_by_label("你想向对方学什么？").fill(ANSWER)
    hands.tap(page, "答应")
    expect(page.get_by_text("进行中")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="有效拜访")).to_contain_text(re.compile(r"\d"))


def let_the_team_know(page: Page) -> None:
    with page.expect_response(re.compile("/announcement$")):
        hands.pick(page, "可以让团队知道我们有一场PK赛")
    expect(page.get_by_role("checkbox")).to_be_checked()


def expect_on_the_wall(page: Page, *, there: bool) -> None:
    page.goto("/rivals")
    expect(page.get_by_text("林小满和许念有一场PK赛")).to_be_visible()
    expect(page.get_by_text("秦岚和江远有一场PK赛")).to_have_count(int(there))


def is_known_to(stage: Stage, login: str) -> bool:
    """Whether the PK of the two stands anywhere in what somebody is told of PKs."""
    reader, two = stage.as_(login), [stage.me(one)["id"] for one in (ONE, OTHER)]
    paths = ("/rivalries", "/rivalries/on-the-wall")
    told = [one for path in paths for one in reader.get(path).raise_for_status().json()["items"]]
    return any(all(who in str(one) for who in two) for one in told)


def test_a_worksheet_written_in_a_cellar_opens_for_the_other_once_both_are_there(
    hold: Hold, stage: Stage
) -> None:
    phone = hold("xiaoman")
    phone.sign_in(WRITES)
    page = phone.page
    page.get_by_role("link", name=re.compile("结对互访")).click()
    expect(page.get_by_text("都写好了才互相看得到")).to_be_visible()
    phone.ready_for_offline()
    phone.lose_network()
    write_the_four_lines(page)
    expect(page.get_by_text("待发送")).to_be_visible()
    phone.find_network()
    expect(page.get_by_text("待发送")).to_have_count(0)
    the_others_write(stage)
    page.reload()
    expect(page.get_by_text("前台那里就过不去").first).to_be_visible()
    hands.tap(page, "开始十五分钟")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"1[45]:\d\d"))
    page.get_by_label("我带走的一句").fill("先问他去年谁回询盘")
    hands.tap(page, "记下来")
    expect(page.get_by_text("聊过了")).to_be_visible()
    assert phone.faults == []


def write_the_four_lines(page: Page) -> None:
    hands.tap(page, "写好了")
    expect(page.get_by_role("alert")).to_have_text("四行都写一点，几个字也行。")
    for label, words in SHEET.items():
        page.get_by_label(label).fill(words)
    hands.tap(page, "写好了")


def the_others_write(stage: Stage) -> None:
    talks = stage.as_(WRITES).get("/pair-interviews").raise_for_status().json()["items"]
    mine = next(one for one in talks if one["state"] == "planned")
    me = stage.me(WRITES)["id"]
    for login in (login_of(one) for one in mine["people"] if one["id"] != me):
        fill_as(stage, login, mine["id"])


def fill_as(stage: Stage, login: str, interview: str) -> None:
    told = {
        "went_well": "见到了老板",
        "stuck": "前台那里就过不去",
        "tried": "换了个时间去",
        "would_ask": "你第一句话说什么？",
    }
    at = f"/pair-interviews/{interview}/worksheet"
    stage.as_(login).put(at, json=told).raise_for_status()


def login_of(person: dict[str, str]) -> str:
    """Logins of the demo are made of the Latin name."""
    return person["latin_name"].lower().replace(" ", ".")
