"""A part of a deal share is said instead of typed: kept without a network, sent later, heard by a teammate."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import FAKE_MICROPHONE
from tests.e2e.stage import Stage
from tests.e2e.test_sharing import CLIENT, OTHER, REP, sign
from tests.e2e.test_voice_note import say

SOUNDS = (
    "SELECT seconds FROM media JOIN shares ON shares.id = of_id JOIN deals ON deals.id = deal_id "
    "JOIN clients ON clients.id = deals.client_id "
    "WHERE of_kind = 'share.found' AND file IS NOT NULL AND shares.state = 'published' AND clients.name = ?"
)


def test_a_part_said_without_a_network_is_heard_by_a_teammate_later(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    stage.visit(REP, stage.client(REP, CLIENT), day=stage.today)
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    sign(phone.page)
    hands.all_arrived(phone.page)
    open_writer(phone.page)
    phone.lose_network()
    said = say_how_it_was_found(phone.page)
    assert ask(SOUNDS, CLIENT) == []
    phone.find_network()
    hands.all_arrived(phone.page)
    assert ask(SOUNDS, CLIENT) == [(said,)]

    other = hold("qihang")
    other.sign_in(OTHER)
    hear_it(other.page)
    assert phone.faults == other.faults == []


def open_writer(page: Page) -> None:
    """With nothing written in it; what the method had begun is emptied."""
    page.goto("/")
    hands.follow(page, re.compile(f"{CLIENT}是怎么签下的"))
    expect(page.get_by_text("只有你看得到")).to_be_visible()
    for field in page.get_by_role("textbox").all():
        field.fill("")


def say_how_it_was_found(page: Page) -> int:
    """Answers the seconds it took."""
    hands.tap(page.get_by_role("region", name="语音：如何开发"), re.compile("^说一段"))
    said = say(page)
    hands.tap(page, "告诉团队")
    hands.said(page, "已存在手机上")
    return said


def hear_it(page: Page) -> None:
    """From the card of a share in which nothing is written."""
    page.goto("/shares?kind=deal")
    card = page.get_by_role("article").filter(has_text=CLIENT)
    expect(card).to_contain_text("是说出来的，打开就能听")
    hands.follow(card, "看签单分享")
    listen = page.get_by_role("button", name=re.compile(r"^听 0:\d\d 如何开发$"))
    listen.click()
    expect(page.get_by_role("button", name=re.compile("^停"))).to_be_visible()
    expect(listen).to_be_visible(timeout=15_000)
    expect(page.get_by_text("放不了")).to_have_count(0)
