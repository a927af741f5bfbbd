"""A day side by side: tablet and phone at once, one visit without a network, a rescue, the debrief, tonight's deck, a rung."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET, Phone
from tests.e2e.scenery import MANAGER, MENTOR, NEWEST, join
from tests.e2e.stage import EARLY, Client, Stage, born_id

CLIENTS = ("雾屿灯具", "青石五金", "云杉玩具")
SIDEWAYS = {"width": 590, "height": 410}
PORTRAIT, LANDSCAPE = (820, 1180), (1180, 820)
MOST_TAPS = 8
HIS_WORDS = "以前做过，没效果。"


@pytest.fixture
def visits(stage: Stage) -> dict[str, tuple[Client, UUID]]:
    """Three visits of the newest rep today, and a ride-along that both agreed on at short notice."""
    join(stage)
    made = {}
    for name, at in zip(CLIENTS, EARLY, strict=True):
        client = stage.client(NEWEST, name)
        made[name] = client, stage.visit(NEWEST, client, day=stage.today, at=at)
    return made


@pytest.fixture
def ride(stage: Stage, visits: dict[str, tuple[Client, UUID]]) -> str:
    apprentice, mentor = stage.as_(NEWEST), stage.as_(MENTOR)
    two = {"mentor_id": stage.me(MENTOR)["id"], "apprentice_id": stage.me(NEWEST)["id"]}
    pair = {**two, "starts_on": stage.today}
    stage.as_(MANAGER).post("/mentor-pairs", json=pair).raise_for_status()
    asked = {"id": str(born_id()), "day": stage.today, "short_notice": True, **two}
    apprentice.post("/ride-alongs", json=asked).raise_for_status()
    at = f"/ride-alongs/{asked['id']}"
    mentor.put(f"{at}/acceptance", json={"short_notice": True}).raise_for_status()
    told = {"focus_skill_key": "objections", "help_wanted": "让我试一次", "to_know": "没有"}
    apprentice.put(f"{at}/preparation", json=told).raise_for_status()
    return str(asked["id"])


def test_a_day_of_three_visits_from_the_door_to_the_next_rung(
    hold: Hold, stage: Stage, ask: Ask, visits: dict[str, tuple[Client, UUID]], ride: str
) -> None:
    tablet, phone = hold("hanxue", viewport=TABLET), hold("xinlai")
    for device, login in ((tablet, MENTOR), (phone, NEWEST)):
        device.sign_in(login)
        device.page.goto(f"/ride-alongs/{ride}")
        device.ready_for_offline()
    first_client_with_a_network(tablet, phone)
    second_client_without_one(tablet, phone)
    both_sets_of_notes_are_there(tablet, phone, ride, ask)
    third_client_and_a_rescue(tablet, phone, ride)
    for name in CLIENTS[:2]:
        client, visit = visits[name]
        stage.check_in(NEWEST, client, visit, outcome="continued")
    summed_up_on_one_screen(tablet, ride)
    the_apprentice_agrees_on_her_own_phone(phone, ride)
    it_is_in_tonights_deck(phone)
    one_rung_up(tablet, phone, stage)
    assert tablet.faults == phone.faults == []


def test_on_a_phone_held_sideways_the_moments_stay_under_the_thumb(
    hold: Hold, stage: Stage, visits: dict[str, tuple[Client, UUID]], ride: str
) -> None:
    """The bar once scrolled away with the page, below the notes."""
    phone = hold("xinlai", viewport=SIDEWAYS)
    phone.sign_in(NEWEST)
    phone.page.goto(f"/ride-alongs/{ride}")
    choose(phone.page, CLIENTS[0])
    for place in ("scrollTo(0, 0)", "scrollTo(0, 200)", "scrollTo(0, document.body.scrollHeight)"):
        phone.page.evaluate(place)
        expect(phone.page.locator(".strip")).to_be_in_viewport(ratio=1)
    note(phone.page, "提问")
    hands.all_arrived(phone.page)
    assert phone.faults == []


def first_client_with_a_network(tablet: Phone, phone: Phone) -> None:
    choose(tablet.page, CLIENTS[0])
    hands.pick(tablet.page, "1 我说你听")
    note(tablet.page, "开场")
    note(tablet.page, "听到")
    expect(tablet.page.locator("ol.line > li")).to_have_count(2)
    # Neither of the two has words yet; the first in the list is the opening.
    tablet.page.get_by_role("button", name="补几个字").first.click()
    sheet = tablet.page.get_by_role("dialog")
    sheet.get_by_label("几个字").fill("先谢上次那杯茶")
    hands.tap(sheet, "记下")
    expect(tablet.page.locator("main")).to_contain_text("先谢上次那杯茶")
    phone.page.reload()
    choose(phone.page, CLIENTS[0])
    watched = phone.page.get_by_role("group", name="看这几点")
    hands.pick(watched, "听完停三秒")
    expect(phone.page.locator("main")).to_contain_text("先谢上次那杯茶")


def second_client_without_one(tablet: Phone, phone: Phone) -> None:
    for device in (tablet, phone):
        device.lose_network()
        choose(device.page, CLIENTS[1])
    hands.pick(tablet.page, "1 我说你听")
    note(tablet.page, "提问")
    note(phone.page, "应答")
    expect(tablet.page.locator("main")).to_contain_text("待发送")
    says = tablet.page.locator("header").filter(has_text="离线，都记在这台设备上")
    expect(says).to_be_visible()
    for device in (tablet, phone):
        device.find_network()
        hands.all_arrived(device.page)


def both_sets_of_notes_are_there(tablet: Phone, phone: Phone, ride: str, ask: Ask) -> None:
    assert ask("SELECT count(*) FROM ride_moments WHERE ride_along_id = ?", UUID(ride)) == [(4,)]
    for device in (tablet, phone):
        device.page.goto(f"/ride-alongs/{ride}")
        choose(device.page, CLIENTS[1])
        notes = device.page.locator("ol.line")
        expect(notes).to_contain_text("提问")
        expect(notes).to_contain_text("应答")


def third_client_and_a_rescue(tablet: Phone, phone: Phone, ride: str) -> None:
    choose(tablet.page, CLIENTS[2])
    hands.pick(tablet.page, "4 你做我看")
    hands.tap(tablet.page.locator(".strip"), "接管")
    sheet = tablet.page.get_by_role("dialog")
    hands.pick(sheet, "对方卡住了")
    sheet.get_by_label("客户的原话").fill(HIS_WORDS)
    hands.tap(sheet, "记下")
    hands.said(tablet.page, "只有你自己看得到")
    rescues_are_for_the_mentor_alone(tablet.page)
    phone.page.goto(f"/ride-alongs/{ride}")
    choose(phone.page, CLIENTS[2])
    expect(phone.page.locator("main")).to_contain_text("还没记")
    expect(phone.page.locator("main")).not_to_contain_text("接管")


def rescues_are_for_the_mentor_alone(page: Page) -> None:
    """A tablet lies between two people: of a rescue nothing is to be seen until the fold is opened."""
    stepped_in = page.get_by_text("你接管了")
    expect(stepped_in).not_to_be_visible()
    hands.unfold(page, "只给你自己看")
    expect(stepped_in).to_be_visible()
    expect(page.locator("details")).to_contain_text(CLIENTS[2])
    hands.tap(page.locator("details"), "今晚重演")
    expect(page.locator("details")).to_contain_text("在今晚的卡里")
    hands.all_arrived(page)


def summed_up_on_one_screen(tablet: Phone, ride: str) -> None:
    """Five sentences go on by Enter: a tap for the first, the kind, three marks, the replay, and to hand it over."""
    page = tablet.page
    page.goto(f"/ride-alongs/{ride}/debrief")
    expect(page.get_by_role("button", name="今晚重演").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(CLIENTS[0])
    expect(page.locator("main")).not_to_contain_text("接管")
    for width, height in (PORTRAIT, LANDSCAPE):
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page), f"the debrief needs scrolling at {width} × {height}"
    tablet.forget_taps()
    page.get_by_label("我觉得好的").click()
    for words in (
        "他嫌贵的时候我没慌",
        "说到没效果就接不上",
        "先谢再问",
        "停了三秒",
        "听到没效果，先问谁回询盘",
        "今晚练三轮没效果",
        "下次第一家看先问还是先答",
        "周五再陪去一家",
    ):
        page.keyboard.insert_text(words)
        page.keyboard.press("Enter")
    for mark in ("准备", "产品与话术", "结果与预期"):
        hands.pick(page.get_by_role("group", name=mark), "4")
    hands.pick(page, "技能")
    page.get_by_role("button", name="今晚重演").last.click()
    hands.tap(page, "交给新来看")
    hands.said(page, "记下了")
    assert tablet.taps() <= MOST_TAPS
    hands.all_arrived(page)


def the_apprentice_agrees_on_her_own_phone(phone: Phone, ride: str) -> None:
    phone.page.goto(f"/ride-alongs/{ride}/debrief")
    expect(phone.page.locator("main")).to_contain_text("听到没效果，先问谁回询盘")
    hands.tap(phone.page, "我同意")
    expect(phone.page.locator("main")).to_contain_text("已同意")
    hands.all_arrived(phone.page)


def it_is_in_tonights_deck(phone: Phone) -> None:
    phone.page.goto("/evening")
    card = phone.page.get_by_role("article").filter(has_text=CLIENTS[2])
    expect(card.first).to_contain_text(HIS_WORDS)


def one_rung_up(tablet: Phone, phone: Phone, stage: Stage) -> None:
    """Two visits on the first rung speak for the second; it counts when the other side agrees."""
    person = stage.me(NEWEST)["id"]
    tablet.page.goto(f"/people/{person}/ladder")
    hands.tap(tablet.page, re.compile("提议“我做你看”"))
    hands.said(tablet.page, "提了")
    hands.all_arrived(tablet.page)
    phone.page.goto("/me/ladder")
    hands.tap(phone.page, "我同意")
    skill = phone.page.locator(".card").filter(has_text="化解异议")
    expect(skill.locator("[aria-current=step]")).to_contain_text("我做你看")
    hands.all_arrived(phone.page)


def choose(page: Page, client: str) -> None:
    page.locator(".rows").get_by_role("link", name=re.compile(client)).click()
    # On a tablet the ride itself is marked too, in the list that stands beside it.
    chosen = page.locator(".rows [aria-current]").filter(has_text=client)
    expect(chosen).to_be_visible()


def note(page: Page, tag: str) -> None:
    """One tap on the strip."""
    hands.tap(page.locator(".strip"), re.compile(f"^{tag}$"))
    hands.said(page, f"记下了：{tag}")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
