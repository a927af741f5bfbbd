"""What a rep says after a visit: kept while it is spoken, sent once, heard by whoever sees the visit."""

import re
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from api.kit.files import Files
from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import FAKE_MICROPHONE, TABLET, Phone
from tests.e2e.stage import Client, Stage
from tests.served import Proxy, Server

REP, PARTNER, MANAGER = "lin.xiaoman", "zhou.qihang", "he.jing"
NOTES = "SELECT seconds, file FROM media WHERE of_id = ?"
LISTEN = re.compile(r"^听 0:(\d\d)$")
MOST_LOST = 5
"""Seconds that a killed phone may lose of what was being spoken."""

LENGTH = """
    async (sound) => {
      const bytes = Uint8Array.from(atob(sound), (character) => character.charCodeAt(0));
      return (await new AudioContext().decodeAudioData(bytes.buffer)).duration;
    }
"""


def test_a_phone_that_dies_while_somebody_speaks_loses_five_seconds_at_most(
    hold: Hold, stage: Stage, ask: Ask, server: Server
) -> None:
    visit = stage.visit(REP, stage.client(REP, "雾屿灯具"), day=stage.today)
    phone = speaking_offline(hold)
    said = until_spoken(phone.page, 8)
    phone.kill()
    phone.switch_on()
    phone.sign_in(REP)
    phone.page.goto(f"/visits/{visit}/check-in")
    kept = seconds_of(phone.page)
    assert said - kept <= MOST_LOST
    expect(phone.page.get_by_text("录音在这台手机上，保存时一起发。")).to_be_visible()
    hands.save_check_in(phone.page)
    hands.all_arrived(phone.page)
    [(seconds, name)] = ask(NOTES, visit)
    assert seconds == kept
    assert said - length_of(phone.page, server, name) <= MOST_LOST
    assert phone.faults == []


def test_a_note_saved_offline_survives_a_killed_browser_and_a_lost_answer_and_is_one_file(
    hold: Hold, stage: Stage, ask: Ask, server: Server, proxy: Proxy
) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    phone = speaking_offline(hold, url=proxy.url)
    said = say(phone.page)
    hands.save_check_in(phone.page)
    phone.kill()
    proxy.lose_answer("PUT", f"{visit}/check-in")
    proxy.lose_answer("PUT", f"{visit}/voice-notes")
    phone.switch_on()
    phone.sign_in(REP)
    hands.all_arrived(phone.page)
    assert len(proxy.lost) == 2
    assert len(proxy.asked_for("PUT", "voice-notes")) == 2
    [(seconds, name)] = ask(NOTES, visit)
    assert seconds == said
    assert files_of(server).names() == {name}
    heard_in_history(phone.page, client)
    assert phone.faults == []


def test_the_manager_hears_on_the_tablet_what_was_said_and_the_rep_reads_so(
    hold: Hold, stage: Stage
) -> None:
    client = stage.client(REP, "雾屿灯具")
    stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    hands.pick(phone.page, "这里我想要人帮")
    hands.tap(phone.page, "说一段")
    say(phone.page)
    hands.save_check_in(phone.page, outcome="卡住了")
    hands.all_arrived(phone.page)
    tablet = hold("tablet", viewport=TABLET)
    tablet.sign_in(MANAGER)
    tablet.page.get_by_role("link").filter(has_text="雾屿灯具").first.click()
    card = tablet.page.get_by_role("article")
    expect(card).to_contain_text("林小满拜访后说的")
    play_to_the_end(card)
    hands.go_to(phone.page, "我的")
    looked = phone.page.get_by_role("list", name="谁看过我的记录")
    expect(looked.get_by_role("listitem").filter(has_text="何静").first).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_somebody_else_on_the_phone_neither_sees_nor_sends_what_was_said(
    hold: Hold, stage: Stage, ask: Ask, proxy: Proxy
) -> None:
    visit = stage.visit(REP, stage.client(REP, "雾屿灯具"), day=stage.today)
    phone = speaking_offline(hold, url=proxy.url)
    say(phone.page)
    hands.save_check_in(phone.page)
    hands.leave(phone.page)
    phone.find_network()
    phone.sign_in(PARTNER)
    hands.all_arrived(phone.page)
    expect(phone.page.get_by_text("还有 2 条属于林小满")).to_be_visible()
    expect(phone.page.get_by_role("button", name="听")).to_have_count(0)
    assert proxy.asked_for("PUT") == []
    hands.back(phone.page)
    hands.leave(phone.page)
    phone.sign_in(REP)
    hands.all_arrived(phone.page)
    assert len(ask(NOTES, visit)) == 1
    assert phone.faults == []


def test_what_was_said_and_not_saved_waits_for_its_speaker(hold: Hold, stage: Stage) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    hands.tap(phone.page, "说一段")
    said = say(phone.page)
    hands.back(phone.page)
    hands.leave(phone.page)
    phone.sign_in(PARTNER)
    phone.page.goto(f"/visits/{visit}/check-in?client={client.id}")
    expect(phone.page.get_by_role("button", name="说一段")).to_be_visible()
    expect(phone.page.get_by_role("button", name=LISTEN)).to_have_count(0)
    hands.back(phone.page)
    hands.leave(phone.page)
    phone.sign_in(REP)
    phone.page.goto(f"/visits/{visit}/check-in")
    assert seconds_of(phone.page) == said
    assert phone.faults == []


def test_a_note_taken_away_is_gone_from_the_server(
    hold: Hold, stage: Stage, ask: Ask, server: Server
) -> None:
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.today)
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    hands.tap(phone.page, "说一段")
    say(phone.page)
    hands.save_check_in(phone.page)
    hands.all_arrived(phone.page)
    assert len(files_of(server).names()) == 1
    phone.page.goto(f"/visits/{visit}/check-in")
    play_to_the_end(phone.page.get_by_role("region", name="语音"))
    hands.tap(phone.page, "拿掉")
    hands.save(phone.page)
    hands.all_arrived(phone.page)
    [(_seconds, name)] = ask(NOTES, visit)
    assert name is None
    assert files_of(server).names() == set()
    assert phone.faults == []


def test_it_can_be_said_with_keys_alone(hold: Hold, stage: Stage) -> None:
    stage.visit(REP, stage.client(REP, "雾屿灯具"), day=stage.today)
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE)
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    phone.page.get_by_role("button", name="说一段").focus()
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("button", name="说完了")).to_be_focused()
    until_spoken(phone.page, 2)
    phone.page.keyboard.press("Space")
    expect(phone.page.get_by_role("button", name=LISTEN)).to_be_focused()
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("button", name=re.compile("^停"))).to_be_focused()
    assert phone.faults == []


def test_a_phone_that_gives_no_microphone_says_so_and_the_form_goes_on(
    hold: Hold, stage: Stage
) -> None:
    stage.visit(REP, stage.client(REP, "雾屿灯具"), day=stage.today)
    phone = hold("xiaoman", arguments=("--deny-permission-prompts",))
    phone.sign_in(REP)
    hands.follow(phone.page, "拜访签到")
    hands.tap(phone.page, "说一段")
    expect(phone.page.get_by_text(re.compile("用不了麦克风|没让浏览器用麦克风"))).to_be_visible()
    hands.save_check_in(phone.page)
    hands.all_arrived(phone.page)
    assert phone.faults == []


def speaking_offline(hold: Hold, **options: str) -> Phone:
    """At the first visit's check-in, without a network, with the microphone on."""
    phone = hold("xiaoman", arguments=FAKE_MICROPHONE, **options)
    phone.set_out(REP)
    hands.follow(phone.page, "拜访签到")
    hands.tap(phone.page, "说一段")
    return phone


def until_spoken(page: Page, seconds: int) -> int:
    """Waits until so much was said by the form's own clock."""
    timer = page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(f"0:{seconds:02}"), timeout=seconds * 1000 + 15_000)
    return seconds


def say(page: Page) -> int:
    """Some seconds of speech; answers how many the form then counts."""
    until_spoken(page, 2)
    hands.tap(page, "说完了")
    return seconds_of(page)


def seconds_of(page: Page) -> int:
    listen = page.get_by_role("button", name=LISTEN)
    expect(listen).to_be_visible()
    found = LISTEN.match(listen.inner_text().strip())
    assert found is not None
    return int(found.group(1))


def play_to_the_end(scope: Locator) -> None:
    scope.get_by_role("button", name=LISTEN).click()
    expect(scope.get_by_role("button", name=re.compile("^停"))).to_be_visible()
    expect(scope.get_by_role("button", name=LISTEN)).to_be_visible(timeout=15_000)
    expect(scope.get_by_text("放不了")).to_have_count(0)


def heard_in_history(page: Page, client: Client) -> None:
    page.goto(f"/clients/{client.id}")
    page.get_by_role("button", name=re.compile("今天的语音$")).click()
    expect(page.get_by_role("button", name=re.compile("^停"))).to_be_visible()


def length_of(page: Page, server: Server, name: str) -> float:
    """How long the stored file plays, by a browser's own decoder."""
    content = files_of(server).content(name)
    assert content is not None
    return float(page.evaluate(LENGTH, b64encode(content).decode()))


def files_of(server: Server) -> Files:
    return Files(Path(server.database).parent / "files")
