"""A part of a deal share is said instead of typed: kept without a network, sent later, heard by a teammate."""

import re

from playwright.sync_api import expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import FAKE_MICROPHONE
from tests.e2e.stage import Stage
from tests.e2e.test_sharing import CLIENT, OTHER, REP, sign
from tests.e2e.test_voice_note import say

SOUNDS = (
    "SELECT media.seconds FROM media JOIN shares ON shares.id = media.of_id "
    "WHERE media.of_kind = 'share.found' AND media.file IS NOT NULL AND shares.state = 'published'"
)


def test_a_part_said_without_a_network_is_heard_by_a_teammate_later(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    stage.visit(REP, stage.client(REP, CLIENT), day=stage.today)
    before = len(ask(SOUNDS))
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    sign(phone.page)
    hands.all_arrived(phone.page)
    phone.page.goto("/")
    hands.follow(phone.page, re.compile(f"{CLIENT}是怎么签下的"))
    expect(phone.page.get_by_text("只有你看得到")).to_be_visible()
    for field in phone.page.get_by_role("textbox").all():
        field.fill("")
    phone.lose_network()
    found = phone.page.get_by_role("region", name="语音：如何开发")
    hands.tap(found, re.compile("^说一段"))
    said = say(phone.page)
    hands.tap(phone.page, "告诉团队")
    hands.said(phone.page, "已存在手机上")
    assert len(ask(SOUNDS)) == before
    phone.find_network()
    hands.all_arrived(phone.page)
    assert (said,) in ask(SOUNDS)
    assert len(ask(SOUNDS)) == before + 1

    other = hold("qihang")
    other.sign_in(OTHER)
    other.page.goto("/shares?kind=deal")
    card = other.page.get_by_role("article").filter(has_text=CLIENT)
    expect(card.first).to_contain_text("是说出来的，打开就能听")
    hands.follow(card.first, "看签单分享")
    listen = other.page.get_by_role("button", name=re.compile(r"^听 0:\d\d 如何开发$"))
    expect(listen).to_be_visible()
    listen.click()
    expect(other.page.get_by_role("button", name=re.compile("^停"))).to_be_visible()
    expect(listen).to_be_visible(timeout=15_000)
    expect(other.page.get_by_text("放不了")).to_have_count(0)
    assert phone.faults == other.faults == []
