"""The eight stories of the demo month, read by the people they are about, by following links from their own bar.

After the sign-in no address is typed: what nothing leads to is not in the app.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests.chromium import LAUNCH_ARGUMENTS
from tests.e2e import hands
from tests.e2e.look import sign_in
from tests.e2e.phone import PHONE
from tests.e2e.zone import ZONE
from tests.served import Server, served

Reader = Callable[[str], Page]
DEEPEST = 6
"""More screens than lie between any record and the bar."""
STUCK = r"卡住：讲之前四周，(\d+) 次拜访里 (\d+) 次；讲之后，(\d+) 次拜访里 (\d+) 次"


@pytest.fixture(scope="module")
def demo_house(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo as it was loaded: nobody has written into it."""
    with served(demo_file, tmp_path_factory.mktemp("stories")) as running:
        yield running


@pytest.fixture(scope="module")
def reader(playwright: Playwright, chromium_program: Path, demo_house: Server) -> Iterator[Reader]:
    """`reader("han.xue")` is her phone on Today; one browser for all, one sign-in for each."""
    phones: dict[str, Page] = {}
    with ExitStack() as opened:
        browser = opened.enter_context(a_browser(playwright, chromium_program))

        def read_as(login: str) -> Page:
            if login not in phones:
                phones[login] = a_phone(browser, demo_house)
                sign_in(phones[login], login)
            home(phones[login])
            return phones[login]

        yield read_as


@contextmanager
def a_browser(playwright: Playwright, program: Path) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=str(program), args=list(LAUNCH_ARGUMENTS))
    try:
        yield browser
    finally:
        browser.close()


def a_phone(browser: Browser, server: Server) -> Page:
    context = browser.new_context(
        base_url=server.url,
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        locale="zh-CN",
        timezone_id=ZONE,
    )
    return context.new_page()


def home(page: Page) -> None:
    """From wherever somebody is, back to the bar by the arrow at the top, and to Today."""
    today = page.locator("nav.nav").get_by_role("link", name="今天", exact=True)
    for _ in range(DEEPEST):
        if today.is_visible():
            break
        was = page.url
        page.get_by_role("link", name="返回").click()
        expect(page).not_to_have_url(was)
    today.click()
    expect(page).to_have_url(re.compile("/$"))


def row(page: Page, words: str | re.Pattern[str]) -> Locator:
    """A line of a list that leads on, by what stands in it."""
    return page.locator("main").get_by_role("link").filter(has_text=words).first


def open_(page: Page, *lines: str | re.Pattern[str]) -> None:
    """One line after the other, each on the screen that the one before has opened."""
    for words in lines:
        was = page.url
        row(page, words).click()
        expect(page).not_to_have_url(was)


def of_me(page: Page, *lines: str | re.Pattern[str]) -> None:
    hands.go_to(page, "我的")
    open_(page, *lines)


def of_client(page: Page, name: str, *lines: str | re.Pattern[str]) -> None:
    hands.go_to(page, "客户")
    open_(page, name, *lines)


def tells(page: Page, *words: str | re.Pattern[str]) -> None:
    for one in words:
        expect(page.locator("main")).to_contain_text(one)


def each(page: Page, lines: Locator) -> Iterator[None]:
    """Opens every line of a list, and comes back by the arrow at the top."""
    expect(lines.first).to_be_visible()
    for number in range(lines.count()):
        was = page.url
        lines.nth(number).click()
        expect(page).not_to_have_url(was)
        yield
        page.get_by_role("link", name="返回").click()
        expect(page).to_have_url(was)


def reached(told: str) -> int:
    """How much more than agreed: "15 / 17" is -2."""
    found = re.search(r"(\d+) / (\d+)", told)
    assert found is not None
    return int(found[1]) - int(found[2])


def share(counted: list[tuple[int, int]]) -> float:
    """Of visits that stalled, and of how many."""
    return sum(stalled for _, stalled in counted) / sum(of for of, _ in counted)


def late_visits(server: Server) -> list[tuple[str, str]]:
    """Which clients the offline day was at, and the day as it is written on a screen."""
    asked = (
        "SELECT c.name, v.day FROM visits v JOIN clients c "
        "ON c.organisation_id = v.organisation_id AND c.id = v.client_id WHERE v.late"
    )
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as stored:
        found = [(name, date.fromisoformat(day)) for name, day in stored.execute(asked)]
    return [(name, f"{day.month}月{day.day}日") for name, day in found]


def rounds_of(page: Page) -> int:
    """What was played for the client whose page is open."""
    evenings = page.get_by_role("list", name="为这家练过的")
    expect(evenings).to_be_visible()
    told = " ".join(evenings.get_by_role("link").all_inner_texts())
    return sum(int(number) for number in re.findall(r"(\d+) 轮", told))


def test_a_newcomer_is_stuck_twice_drills_nine_rounds_and_signs(reader: Reader) -> None:
    """Story (a), as 小满 finds it: camp, bag-carry, two stalls, nine rounds, the day she leads, the first order, shared."""
    page = reader("lin.xiaoman")
    of_me(page, "每周一课", "你的五天")
    tells(page, "第一次拎包", "三家工厂教我的三件事", "韩雪：握了")
    home(page)
    of_me(page, "一天的拜访")
    page.get_by_role("link").filter(has_text="韩雪陪小满").last.click()
    tells(page, "我说你听", "我做你看", "看到韩雪做了，就点一下")
    rounds = 0
    for name in ("暖屿灯饰", "泽源泵业"):
        home(page)
        of_client(page, name)
        tells(page, "没效果", "卡住")
        rounds += rounds_of(page)
    assert rounds == 9
    open_(page, "有推进")
    hands.unfold(page, "还有别的，就写在这里")
    expect(page.get_by_label("备注")).to_have_value(re.compile("今天我自己谈完的"))
    home(page)
    of_me(page, "一项技能一项技能")
    tells(page, "化解异议：你说我听 → 你做我看")
    home(page)
    open_(page, "签单、丢单、晒KPI", "看签单分享")
    tells(page, "溪石厨具 · ¥29,800", "签下之前练了 3 轮", "只看了他以前的询盘")
    open_(page, "已在案例库里")
    expect(page.get_by_role("heading", level=1)).to_have_text("第一单：先看看谁在回询盘")


def test_her_mentor_alone_finds_where_she_stepped_in(reader: Reader) -> None:
    """Story (a), as 韩雪 finds it: a rescue on each of the two days on which "no result" was too much."""
    page = reader("han.xue")
    of_me(page, "一天的拜访")
    found = []
    for _ in each(page, page.get_by_role("link").filter(has_text="韩雪陪小满")):
        own = page.locator("details").filter(has_text="只给你自己看")
        own.locator("summary").click()
        expect(own).to_contain_text(re.compile("你接管了|今天没有接管"))
        found += [one for one in own.get_by_role("listitem").all_inner_texts() if "接管" in one]
    assert len(found) == 2
    assert "暖屿灯饰" in found[1]
    assert "以前做过，没效果。" in found[1]
    assert "泽源泵业" in found[0]


def test_a_missed_week_is_advised_on_method_talked_over_and_made_good(reader: Reader) -> None:
    """Story (b), as 周启航 finds it."""
    page = reader("zhou.qihang")
    of_me(page, "月、周、日")
    weeks = []
    for _ in each(page, page.get_by_role("link").filter(has_text="已收尾")):
        tells(page, "由哪些记录组成")
        weeks.append(page.locator("main").inner_text())
    [missed] = [number for number, told in enumerate(weeks) if "建议" in told]
    assert "方法" in weeks[missed]
    assert "周启航的一小步：每天先约好一位老板再出门" in weeks[missed]
    assert reached(weeks[missed]) < 0 <= reached(weeks[missed - 1])
    home(page)
    of_me(page, "每周十五分钟")
    talked = []
    for _ in each(page, page.get_by_role("link").filter(has_text="聊过了")):
        tells(page, "想问对方什么？")
        talked.append(page.locator("main").inner_text())
    assert sum("见到的人不少，能拍板的不多" in told for told in talked) == 1


def test_a_big_order_was_played_four_times_signed_and_waits_for_its_money(reader: Reader) -> None:
    """Story (c), as 韩雪 finds it."""
    page = reader("han.xue")
    of_client(page, "鸿岳轴承")
    tells(page, "4 个答案", "¥198,000", "旗舰版 + 推广包 10 万")
    assert rounds_of(page) == 4
    open_(page, "4 轮")
    expect(page.get_by_text("韩雪演销售员，何静演老板")).to_have_count(4)
    home(page)
    of_client(page, "鸿岳轴承", "已签")
    expect(page.locator("input[value=answered]:checked")).to_have_count(3)
    expect(page.locator("input[value=not_raised]:checked")).to_have_count(1)
    home(page)
    of_me(page, "说好了什么", "单子复盘 · 鸿岳轴承")
    tells(page, "签下了，钱还没到。演练时料到的四句来了三句。", "和财务一起把付款日谈定")
    home(page)
    of_me(page, "在别的客户那里", "大单签了，钱还没到")
    tells(page, "收款", "签之前练了四轮，主管演的老板", "没写日子")


def test_a_help_request_waited_three_days_and_the_ledger_says_so(reader: Reader) -> None:
    """Story (d), as 宋佳 finds it: late on her manager's side, answered, and nothing of the kind since."""
    page = reader("song.jia")
    of_me(page, "马朝晖答应团队的")
    late = page.get_by_role("list", name="晚了", exact=True)
    expect(late).to_contain_text("目标之后的建议")
    expect(late).not_to_contain_text("求助")
    answered = page.get_by_role("link").filter(has_text=re.compile("回了，晚了 . 天"))
    lines = page.locator("main li")
    while answered.count() == 0:
        # The next page of a ledger comes when its end is in sight.
        shown = lines.count()
        lines.last.scroll_into_view_if_needed()
        expect(lines.nth(shown)).to_be_attached()
    answered.click()
    tells(page, "客户要今晚定下折扣", "对不起，晚了三天，是我没顾上", "帮到了")


def test_the_regional_review_came_back_to_it(reader: Reader) -> None:
    """Story (d), as 马朝晖 finds it."""
    page = reader("ma.zhaohui")
    hands.go_to(page, "Review")
    open_(page, re.compile("带人Review.*已约定", re.DOTALL))
    tells(page, "宋佳那条求助，说好当晚回，我拖了三天", "求助当晚先回一句，回不了就转给别人")


def test_the_field_proposed_a_topic_and_its_visits_stall_less_since(reader: Reader) -> None:
    """Story (e), as 苏敏 finds it: with the sentences, in counts of each team, and no cause is claimed."""
    page = reader("su.min")
    open_(page, "每周一课")
    before, after = [], []
    for _ in each(page, page.get_by_role("link").filter(has_text="我们靠外贸公司就行。")):
        tells(page, re.compile(r"听到 \d+ 次"), "有两家外贸公司固定下单，够了。", "不说明原因")
        told = re.search(STUCK, page.locator("main").inner_text())
        assert told is not None
        of, stalled, of_since, stalled_since = map(int, told.groups())
        before.append((of, stalled))
        after.append((of_since, stalled_since))
    assert len(before) == 3
    assert abs(share(before) - 0.41) < 0.05
    assert abs(share(after) - 0.29) < 0.05
    open_(page, "我们靠外贸公司就行。", "来自团队想听的题目")
    taken_up = page.get_by_role("article").filter(has_text="已排上").filter(has_text="来自现场")
    expect(taken_up.first).to_contain_text("靠外贸公司")
    expect(taken_up.first).to_contain_text("五个工作日里听到")


def test_who_has_left_keeps_the_file_and_the_team_keeps_the_case(reader: Reader) -> None:
    """Story (f), as 马朝晖 finds it."""
    page = reader("ma.zhaohui")
    hands.go_to(page, "团队")
    open_(page, "谁是新人")
    hands.pick(page, "已离开")
    open_(page, "丁磊")
    tells(page, "丁磊现在不能登录，记录还是本人的。")
    open_(page, "成长档案")
    tells(page, "演练里的动作")
    home(page)
    hands.go_to(page, "团队")
    open_(page, "在别的客户那里", "空跑的那家，留张手写的条子")
    tells(page, "第二天有人回电话", "马朝晖负责")


def test_a_pk_that_was_taken_back_is_on_no_wall(reader: Reader) -> None:
    """Story (g): neither its two nor their team find it, beside those that are there."""
    for login, there, gone in (
        ("qin.lan", "和周启航的PK赛", "江远"),
        ("jiang.yuan", "和韩雪的PK赛", "秦岚"),
        ("zhou.qihang", "和秦岚的PK赛", "江远"),
    ):
        page = reader(login)
        of_me(page, "找一个对手")
        tells(page, "林小满和许念有一场PK赛", there)
        expect(page.locator("main")).not_to_contain_text(gone)


def test_a_day_without_a_network_arrived_late_and_each_visit_once(
    reader: Reader, demo_house: Server
) -> None:
    """Story (h), as 石峻 finds it."""
    late = late_visits(demo_house)
    assert len(late) == len(set(late)) == 6
    page = reader("shi.jun")
    name, day = late[0]
    of_client(page, name, day)
    tells(page, "收工以后才送到", "没有网络，记下的也不会丢")
    open_(page, "的全部拜访")
    for client, _ in late:
        expect(row(page, client)).to_be_visible()
    expect(page.locator("main a[href$='/check-in']")).to_have_count(6)
    for client, _ in late:
        row(page, client).click()
        tells(page, "收工以后才送到")
        open_(page, "的全部拜访")
