"""Materials of a class: laid out by the trainer, opened once with a network, read again without one."""

from uuid import UUID

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.phone import TABLET
from tests.e2e.stage import Stage
from tests.training.laying_out import A_PDF, a_png

REP, MANAGER, TRAINER = "lin.xiaoman", "he.jing", "su.min"
TOPIC, TITLE, PICTURE = "外贸公司够用了吗？", "毛利三问", "白板照片"
BODY = "# 先问\n\n- **一单**多少钱\n- 一年几单\n\n[坏的](javascript:alert(1)) <b>不是粗体</b>"
STORED = (
    "SELECT kind, title FROM training_materials "
    "WHERE session_id = ? AND deleted_at IS NULL ORDER BY place"
)
KEPT = """
    () => new Promise((tell, fail) => {
      const asked = indexedDB.open('alongside');
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        const found = asked.result.transaction('cache').objectStore('cache').getAllKeys();
        found.onsuccess = () => {
          asked.result.close();
          tell(found.result.map(([, key]) => key.split(':')[0]));
        };
      };
    })
"""
"""What lies on the phone of what was read, each by the first word of its name."""


def test_a_text_and_a_picture_are_read_offline_and_go_at_the_sign_out(
    hold: Hold, stage: Stage
) -> None:
    address = f"/training/{a_class(stage)}"
    tablet, phone = hold("sumin", viewport=TABLET), hold("xiaoman")
    tablet.sign_in(TRAINER)
    lay_out(tablet.page, address)

    phone.sign_in(REP)
    phone.page.goto(address)
    expect(kept_here(phone.page)).to_have_count(0)
    read_text(phone.page)
    look_at_picture(phone.page)
    phone.ready_for_offline()
    phone.lose_network()
    phone.page.goto(address)
    expect(kept_here(phone.page)).to_have_count(2)
    read_text(phone.page)
    row(phone.page, TITLE).get_by_role("link").click()
    expect(phone.page.get_by_role("heading", name="先问")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name="先问")).to_be_visible()
    hands.back(phone.page)
    look_at_picture(phone.page)

    phone.page.goto("/")
    hands.leave(phone.page)
    phone.page.wait_for_function(f"({KEPT})().then((kept) => kept.length === 0)")
    assert phone.faults == tablet.faults == []


def test_what_is_laid_out_without_a_network_is_sent_later(hold: Hold, stage: Stage) -> None:
    phone = hold("hejing")
    phone.sign_in(MANAGER)
    phone.page.goto(f"/training/{a_class(stage)}")
    expect(phone.page.get_by_role("button", name="添加资料")).to_be_visible()
    phone.ready_for_offline()
    phone.lose_network()
    add(phone.page, "链接", 标题="价目", 网址="http://example.com", refused="要完整的网址")
    dialog = phone.page.get_by_role("dialog")
    dialog.get_by_label("网址").fill("https://example.com/price")
    hands.tap(dialog, "放上去")
    expect(row(phone.page, "价目").get_by_text("待发送")).to_be_visible()
    phone.find_network()
    link = row(phone.page, "价目").get_by_role("link")
    expect(link).to_have_attribute("href", "https://example.com/price", timeout=20_000)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    assert phone.faults == []


def test_one_is_written_anew_moved_up_taken_away_and_back(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    session, phone = a_class(stage), hold("hejing")
    phone.sign_in(MANAGER)
    phone.page.goto(f"/training/{session}")
    for title in ("第一份", "第二份"):
        add(phone.page, "文字", 标题=title, 正文="先读这个。")
        expect(row(phone.page, title).get_by_role("link")).to_be_visible(timeout=20_000)
    dialog = managing(phone.page, "第二份")
    dialog.get_by_label("标题").fill("第二份，改过")
    hands.tap(dialog, "保存")
    expect(row(phone.page, "第二份，改过")).to_be_visible()
    hands.tap(managing(phone.page, "第二份，改过"), "往上移")
    expect(rows(phone.page).first).to_contain_text("第二份，改过")
    hands.tap(managing(phone.page, "第一份"), "移走")
    expect(rows(phone.page)).to_have_count(1)
    hands.tap(phone.page, "撤销")
    expect(rows(phone.page)).to_have_count(2)
    hands.all_arrived(phone.page)
    stored = ask(STORED, UUID(session).bytes)
    assert stored == [("text", "第二份，改过"), ("text", "第一份")]
    assert phone.faults == []


def test_a_file_that_is_too_big_or_none_of_ours_says_what_to_do(hold: Hold, stage: Stage) -> None:
    phone = hold("hejing")
    phone.sign_in(MANAGER)
    phone.page.goto(f"/training/{a_class(stage)}")
    choose(phone.page, FilePayload(name="大.pdf", mimeType="application/pdf", buffer=over_ten()))
    dialog = phone.page.get_by_role("dialog")
    expect(dialog.get_by_role("alert")).to_contain_text("10.1 MB")
    expect(dialog.get_by_label("标题")).to_have_value("大")
    hands.tap(dialog, "放上去")
    expect(dialog).to_be_visible()
    page = FilePayload(name="页.pdf", mimeType="application/pdf", buffer=b"<html>")
    dialog.get_by_label("选一个文件").set_input_files(page)
    hands.tap(dialog, "放上去")
    expect(dialog).to_have_count(0)
    phone.page.goto("/outbox")
    expect(phone.page.get_by_text("这不是 PDF、图片")).to_be_visible(timeout=20_000)
    assert phone.faults == []


def a_class(stage: Stage) -> str:
    """Of the rep's team, by its manager, over the real API."""
    told = {"track": "professional", "day": stage.today, "starts": "17:00"}
    told |= {"topic": TOPIC, "topic_class": "business"}
    planned = stage.as_(MANAGER).post("/sessions", json=told).raise_for_status().json()
    return str(planned["id"])


def lay_out(page: Page, address: str) -> None:
    page.goto(address)
    add(page, "文字", 标题=TITLE, 正文=BODY)
    picture = FilePayload(name=f"{PICTURE}.png", mimeType="image/png", buffer=a_png(240, 160))
    choose(page, picture)
    hands.tap(page.get_by_role("dialog"), "放上去")
    expect(row(page, PICTURE).get_by_role("link")).to_be_visible(timeout=20_000)
    expect(row(page, TITLE).get_by_role("link")).to_be_visible()


def add(page: Page, kind: str, *, refused: str = "", **fields: str) -> None:
    """Under `fields`, what is typed by the name of its field; a text is shown as it will look."""
    hands.tap(page, "添加资料")
    dialog = page.get_by_role("dialog")
    dialog.locator("label").get_by_text(kind, exact=True).click()
    for label, words in fields.items():
        dialog.get_by_label(label, exact=True).fill(words)
    if fields.get("正文") == BODY:
        expect(dialog.get_by_role("heading", name="先问")).to_be_visible()
    hands.tap(dialog, "放上去")
    if refused:
        expect(dialog.get_by_role("alert")).to_contain_text(refused)
    else:
        expect(dialog).to_have_count(0)


def choose(page: Page, file: FilePayload) -> None:
    hands.tap(page, "添加资料")
    dialog = page.get_by_role("dialog")
    dialog.locator("label").get_by_text("文件", exact=True).click()
    dialog.get_by_label("选一个文件").set_input_files(file)


def managing(page: Page, title: str) -> Locator:
    """The sheet in which one is changed, once what is stored has been read."""
    hands.tap(page, f"改“{title}”")
    expect(page.get_by_role("dialog").get_by_label("标题")).to_have_value(title)
    return page.get_by_role("dialog")


def rows(page: Page) -> Locator:
    return page.get_by_role("list", name="资料").get_by_role("listitem")


def row(page: Page, title: str) -> Locator:
    return rows(page).filter(has_text=title)


def kept_here(page: Page) -> Locator:
    return page.get_by_role("list", name="资料").get_by_text("已存手机")


def read_text(page: Page) -> None:
    row(page, TITLE).get_by_role("link").click()
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="先问", level=2)).to_be_visible()
    expect(page.locator("article strong")).to_have_text("一单")
    expect(page.locator("article")).to_contain_text("[坏的](javascript:alert(1)) <b>不是粗体</b>")
    hands.back(page)


def look_at_picture(page: Page) -> None:
    row(page, PICTURE).get_by_role("link").click()
    picture = page.get_by_role("img", name=PICTURE)
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("naturalWidth", 240)
    hands.back(page)
    expect(page.get_by_role("heading", name=TOPIC, level=1)).to_be_visible()


def over_ten() -> bytes:
    return A_PDF + bytes(10_000_100 - len(A_PDF))
