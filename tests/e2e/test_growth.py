"""The growth file on its rep's phone, two questions without names, and a person who is erased by the command line."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage
from tests.served import Server

REP, MANAGER, OTHER_MANAGER = "lin.xiaoman", "he.jing", "du.xiaolan"
NAME = "林小满"
ROOT = Path(__file__).resolve().parents[2]
TURNS = "SELECT count(*) FROM pulse_turns WHERE month = ?"
TIMES = "SELECT question, answer, times FROM pulse_counts WHERE times > 0 AND month = ?"


def test_a_rep_reads_the_own_growth_file_and_takes_the_record_along(
    hold: Hold, stage: Stage, tmp_path: Path
) -> None:
    phone, tablet = hold("xiaoman"), hold("hejing", viewport=TABLET)
    phone.sign_in(REP)
    phone.page.goto("/me")
    phone.page.get_by_role("link", name="成长档案").click()
    expect(phone.page.get_by_role("heading", name="演练里的动作")).to_be_visible()
    chart = phone.page.get_by_role("img", name="做到")
    expect(chart).to_be_visible()
    shown = phone.page.locator("table").first.locator("tbody tr")
    rows = [one.locator("td").all_inner_texts() for one in shown.all()]
    assert rows
    assert all(0 <= int(seen) + int(partly) <= int(n) for seen, partly, n in rows)
    with phone.page.expect_download() as coming:
        hands.tap(phone.page, "存成文件")
    archive = tmp_path / "record.zip"
    coming.value.save_as(archive)
    with zipfile.ZipFile(archive) as taken:
        assert "record.json" in taken.namelist()

    tablet.sign_in(MANAGER)
    tablet.page.goto(f"/people/{stage.me(REP)['id']}")
    tablet.page.get_by_role("link", name="成长档案").click()
    expect(tablet.page.get_by_text("你看过，小满会知道")).to_be_visible()
    expect(tablet.page.get_by_role("button", name="存成文件")).to_have_count(0)
    phone.page.goto("/me/access")
    expect(phone.page.get_by_text("何静看了你的成长档案")).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_two_questions_are_answered_and_less_than_five_answers_are_not_told(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    month = f"{stage.today[:7]}-01"
    phone, tablet = hold("xiaoman"), hold("duxiaolan", viewport=TABLET)
    phone.sign_in(REP)
    phone.page.get_by_role("link", name="两个问题").click()
    hands.tap(phone.page, "加进计数")
    expect(phone.page.get_by_role("alert")).to_have_text("点一个回答，或者跳过这个月。")
    useful = phone.page.get_by_role("group", name="给的建议有用吗？")
    useful.get_by_text("部分", exact=True).click()
    hands.tap(phone.page, "加进计数")
    hands.said(phone.page, "记进去了，谢谢。")
    expect(phone.page.get_by_text("这个月你已经答过了")).to_be_visible()
    assert ask(TURNS, month) == [(1,)]
    assert ask(TIMES, month) == [("useful", "partly", 1)]
    expect(phone.page.get_by_role("row", name="帮忙来得及时吗？ 3 2 0 5")).to_be_visible()
    phone.page.goto("/")
    expect(phone.page.get_by_role("link", name="案例库")).to_be_visible()
    expect(phone.page.get_by_role("link", name="两个问题")).to_have_count(0)

    tablet.sign_in(OTHER_MANAGER)
    tablet.page.goto("/team")
    tablet.page.get_by_role("link", name="信任脉搏").click()
    expect(tablet.page.get_by_role("row", name="帮忙来得及时吗？ 不到 5")).to_be_visible()
    expect(tablet.page.get_by_role("row", name="给的建议有用吗？ 3 1 1 5")).to_be_visible()
    assert phone.faults == tablet.faults == []


def test_who_is_erased_by_the_command_line_is_nowhere_and_the_others_work_on(
    hold: Hold, stage: Stage, server: Server
) -> None:
    moved = {"from_id": stage.me(REP)["id"], "to_id": stage.me("zhou.qihang")["id"]}
    stage.as_(MANAGER).post("/clients/hand-over", json=moved).raise_for_status()
    refused = erase(server)
    assert (refused.returncode, "Stop that one first" in refused.stderr) == (1, True), (
        refused.stderr
    )
    rounds = counted(server, "rounds")
    server.stop()
    done = erase(server)
    assert done.returncode == 0, done.stderr
    assert NAME.encode() not in server.database.read_bytes()
    assert counted(server, "rounds") == rounds
    server.start()

    tablet, phone = hold("hejing", viewport=TABLET), hold("xiaoman")
    tablet.sign_in(MANAGER)
    for address in ("/", "/evening", "/people", "/ride-alongs", "/reviews", "/shares", "/goals"):
        tablet.page.goto(address)
        expect(tablet.page.locator("h1")).to_be_visible()
        expect(tablet.page.get_by_text(NAME)).to_have_count(0)
    phone.page.goto("/sign-in")
    phone.page.locator("input[autocomplete=username]").fill(REP)
    phone.page.locator("input[autocomplete=current-password]").fill("alongside")
    phone.page.locator("button[type=submit]").click()
    expect(phone.page.get_by_text("登录名和密码对不上")).to_be_visible()
    assert tablet.faults == []


def erase(server: Server) -> subprocess.CompletedProcess[str]:
    program = "from api.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, "person", "erase", f"{REP}@lanbridge", "--yes"],
        cwd=ROOT,
        env={
            **os.environ,
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_DATABASE_URL": f"sqlite:///{server.database}",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def counted(server: Server, table: str) -> int:
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        found = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found[0])
