"""A newcomer's week: from the invitation over five days and the handshake to the first closed practice of a class."""

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.days import nights_pass
from tests.e2e.phone import PASSWORD, TABLET, Phone
from tests.e2e.stage import Stage
from tests.e2e.test_training import IF, STATE, THEN, TOPIC, see_and_close, try_it
from tests.served import Server

NEW, MENTOR, MANAGER, TRAINER = "gao.yang", "zhou.qihang", "he.jing", "su.min"
SEE, CAUGHT_UP = "三家工厂，其中一家做泵。", "案例里那家厂，三周就自己回询盘。"
NEWEST_CAMP = "(SELECT id FROM camps ORDER BY created_at DESC LIMIT 1)"
DONE = f"SELECT count(done_at) FROM camp_days WHERE camp_id = {NEWEST_CAMP}"
OVER = f"SELECT finished_at IS NOT NULL FROM camps WHERE id = {NEWEST_CAMP}"


def test_a_newcomers_week_from_joining_to_the_first_closed_practice(
    hold: Hold, stage: Stage, ask: Ask, server: Server
) -> None:
    phone, mentor = hold("gaoyang"), hold("qihang")
    tablet = hold("hejing", viewport=TABLET)
    person = joins(stage, phone.page)
    hands.follow(phone.page, "新人训练营")
    hand_in(phone.page, SEE)
    hands.all_arrived(phone.page)
    assert ask(DONE) == [(1,)]
    nights_pass(server, nights=7)
    catch_up_in_a_cellar(phone)
    for number in (3, 4, 5):
        phone.page.goto("/camp")
        hand_in(phone.page, f"第{number}天的")
        hands.all_arrived(phone.page)
    assert ask(DONE) == [(5,)]
    plan_the_show(phone.page)
    tablet.sign_in(MANAGER)
    say_that_it_was_held(tablet.page)
    mentor.sign_in(MENTOR)
    of_the_newcomer(mentor.page)
    shake(mentor.page)
    phone.page.goto("/camp")
    shake(phone.page)
    assert ask(OVER) == [(1,)]
    practises(stage, phone, tablet, person)
    assert ask(STATE, TOPIC) == [(1,)]
    assert phone.faults == tablet.faults == mentor.faults == []


def test_whoever_joined_before_gets_a_camp_with_one_tap_and_the_trainers_words(
    hold: Hold, stage: Stage
) -> None:
    tablet = hold("sumin", viewport=TABLET)
    tablet.sign_in(TRAINER)
    tablet.page.goto("/organisation/camp")
    hands.tap(tablet.page, "修改看")
    sheet = tablet.page.get_by_role("dialog")
    sheet.locator("textarea[name=task-zh]").fill("跟师傅看三次拜访。")
    hands.tap(sheet, "保存")
    hands.said(tablet.page, "存好了")
    marked_as_new(stage)
    tablet.page.goto("/training/camps")
    hands.tap(tablet.page, "开一个训练营")
    sheet = tablet.page.get_by_role("dialog")
    sheet.get_by_label("新人").select_option(label="周启航")
    hands.tap(sheet, "开始")
    expect(tablet.page.get_by_role("heading", name="周启航", level=1)).to_be_visible()
    expect(tablet.page.get_by_text("跟师傅看三次拜访。")).to_be_visible()
    assert tablet.faults == []


def test_a_manager_sees_by_name_who_has_not_had_what(hold: Hold, stage: Stage) -> None:
    tablet = hold("hejing", viewport=TABLET)
    tablet.sign_in(MANAGER)
    tablet.page.goto("/training/coverage")
    products = tablet.page.get_by_role("list", name="产品")
    starter = products.get_by_role("listitem").filter(has_text="启程版")
    expect(starter).to_contain_text("还没：韩雪、江远、林小满、秦岚、许念、周启航")
    assert tablet.faults == []


def joins(stage: Stage, page: Page) -> str:
    """By the manager's link; 周启航 becomes the mentor."""
    manager = stage.as_(MANAGER)
    told = {"login": NEW, "family_name": "高", "given_name": "扬", "role": "rep"}
    told |= {"team_id": stage.me(MANAGER)["team_id"], "joined_on": stage.today}
    made = manager.post("/people", json={**told, "newcomer": True}).raise_for_status().json()
    link = manager.post(f"/people/{made['id']}/invitation").raise_for_status().json()["link"]
    pair = {"mentor_id": stage.me(MENTOR)["id"], "apprentice_id": made["id"]}
    pair |= {"starts_on": stage.today}
    manager.post("/mentor-pairs", json=pair).raise_for_status()
    page.goto(f"/join#{link.partition('#')[2]}")
    page.locator("input[autocomplete=new-password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    hands.follow(page, "去今天")
    expect(page.locator("nav.nav")).to_be_visible(timeout=15_000)
    return str(made["id"])


def marked_as_new(stage: Stage) -> None:
    """周启航 joined long before there were camps."""
    manager, at = stage.as_(MANAGER), f"/people/{stage.me(MENTOR)['id']}"
    read = manager.get(at).raise_for_status().json()
    version = {"if-match": f'"{read["version"]}"'}
    manager.patch(at, json={"newcomer": True}, headers=version).raise_for_status()


def hand_in(page: Page, words: str) -> None:
    """The day that waits, by the one main button."""
    hands.tap(page.locator("footer"), "交上去")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("用你的话写").fill(words)
    hands.tap(sheet, "交上去")
    hands.said(page, "存好了")


def catch_up_in_a_cellar(phone: Phone) -> None:
    """A missed day stands first with its own date, and is written without a network."""
    page = phone.page
    page.goto("/camp")
    missed = page.locator(".card").filter(has_text="信：客户的成功")
    expect(missed).to_contain_text("还没交")
    phone.ready_for_offline()
    phone.lose_network()
    hand_in(page, CAUGHT_UP)
    hands.unfold(page, "信：客户的成功")
    expect(page.get_by_text(CAUGHT_UP)).to_be_visible()
    expect(page.get_by_text("待发送", exact=True)).to_be_visible()
    phone.find_network()
    hands.all_arrived(page)


def plan_the_show(page: Page) -> None:
    page.goto("/camp")
    hands.tap(page, "定一天")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("讲什么？").fill("三家工厂教我的事")
    hands.tap(sheet, "保存")
    hands.said(page, "日子定了")
    hands.all_arrived(page)


def say_that_it_was_held(page: Page) -> None:
    of_the_newcomer(page)
    expect(page.get_by_text("高扬会看到你打开过。")).to_be_visible()
    hands.tap(page, "讲过了")
    expect(page.get_by_role("button", name="讲过了")).to_have_count(0)
    hands.all_arrived(page)


def of_the_newcomer(page: Page) -> None:
    page.goto("/training/camps")
    page.get_by_role("link").filter(has_text="高扬").click()
    expect(page.get_by_role("heading", name="高扬", level=1)).to_be_visible()


def shake(page: Page) -> None:
    hands.tap(page, "握手")
    hands.said(page, "你的手伸出去了")
    hands.all_arrived(page)


def practises(stage: Stage, phone: Phone, tablet: Phone, person: str) -> None:
    """The first class: tried at a client's, seen by the manager, closed; and it stands in what one has had."""
    phone.page.goto("/camp")
    expect(phone.page.get_by_text("今天两人握了手。")).to_be_visible()
    address = a_practice_for(stage, person)
    visits(stage)
    try_it(phone, address)
    see_and_close(tablet, address)
    phone.page.goto("/training/coverage")
    expect(phone.page.get_by_role("link").filter(has_text=TOPIC)).to_contain_text("今天练过")


def a_practice_for(stage: Stage, person: str) -> str:
    """A class about objections that the newcomer came to, with a try at a client's afterwards."""
    manager = stage.as_(MANAGER)
    told = {"track": "professional", "day": stage.today, "starts": "00:01"}
    told |= {"topic": TOPIC, "topic_class": "business"}
    at = f"/sessions/{manager.post('/sessions', json=told).raise_for_status().json()['id']}"
    point = {"if_": IF, "then": THEN, "skill_key": "objections"}
    steps = {
        "learning-points": {"points": [point]},
        "holding": {"held_at": f"{stage.today}T00:00:00Z"},
        f"attendance/{person}": {"mark": "came"},
        "practice": {"kind": "field", "type_key": "trader", "due": stage.tomorrow},
    }
    for where, body in steps.items():
        manager.put(f"{at}/{where}", json=body).raise_for_status()
    return at.replace("/sessions", "/training")


def visits(stage: Stage) -> None:
    client = stage.client(NEW, "雾屿灯具")
    stage.check_in(NEW, client, stage.visit(NEW, client, day=stage.today), outcome="continued")
