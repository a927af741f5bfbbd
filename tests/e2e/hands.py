"""What a rep's hands do on the screens, in Chinese as most of them read it."""

import re

from playwright.sync_api import Locator, Page, expect

TRAY = "header a[href='/outbox']"


def go_to(page: Page, place: str) -> None:
    """One of the four in the bar: 今天, 客户, 晚间, 我的."""
    page.locator("nav.nav").get_by_role("link", name=place, exact=True).click()
    expect(page.locator("nav.nav [aria-current=page]")).to_have_text(place)


def back(page: Page) -> None:
    page.get_by_role("link", name="返回").click()


def pick(scope: Page | Locator, words: str) -> None:
    """A chip or a tile: the radio or checkbox lies under its words, which may not be all that it says."""
    said = scope.locator("label").get_by_text(words, exact=True)
    said.locator("xpath=ancestor-or-self::label").click()


def tap(scope: Page | Locator, words: str | re.Pattern[str]) -> None:
    scope.get_by_role("button", name=words).click()


def follow(scope: Page | Locator, words: str | re.Pattern[str]) -> None:
    scope.get_by_role("link", name=words).click()


def unfold(page: Page, title: str) -> None:
    """A card that opens; its neighbours close."""
    page.locator("summary").filter(has_text=title).click()


def save_check_in(page: Page, *, outcome: str = "继续谈") -> None:
    """On the check-in form, until the phone says that it is noted."""
    pick(page, outcome)
    save(page)
    said(page, "记下了")


def save(page: Page) -> None:
    """It lies on the phone as soon as Today is shown again."""
    tap(page, re.compile("^保存$"))
    expect(page).to_have_url(re.compile("/$"))


def check_in_next(page: Page, *, outcome: str = "继续谈") -> None:
    """From the card on Today, as after a visit."""
    follow(page, "拜访签到")
    save_check_in(page, outcome=outcome)


def said(page: Page, words: str) -> None:
    """What the phone has just told, in the strip that goes away by itself."""
    expect(page.locator(".toast").filter(has_text=words).first).to_be_visible()


def open_outbox(page: Page) -> None:
    """Through the mark at the top of Today, which stands there only while something waits."""
    page.locator(TRAY).click()
    expect(page.get_by_role("heading", name="待发送", level=1)).to_be_visible()


def until_sent(page: Page) -> None:
    """On Today, while something waits. Nothing is opened meanwhile: that would send it once more."""
    expect(page.locator(TRAY)).to_be_visible()
    nothing_waits(page)


def nothing_waits(page: Page) -> None:
    """In either language, on a page that has read what lies on the phone."""
    expect(page.locator(TRAY)).to_have_count(0, timeout=20_000)


def all_arrived(page: Page) -> None:
    """The phone has nothing left to send, and says so. A sheet closes once what it held is kept."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto("/outbox")
    expect(page.get_by_text("都送到了", exact=True)).to_be_visible(timeout=20_000)


def discard(page: Page) -> None:
    """In the outbox, the only refused item."""
    tap(page, "丢弃这一条")
    tap(page.get_by_role("dialog"), re.compile("^丢弃$"))
    said(page, "已丢弃")


def leave(page: Page) -> None:
    """Signs out on this phone, with or without a network."""
    go_to(page, "我的")
    follow(page, "退出登录")
    tap(page.get_by_role("dialog"), "退出登录")
    expect(page.locator("input[autocomplete=username]")).to_be_visible()


def sit_with(page: Page, partner: str) -> None:
    """On the evening: whoever sat beside me the last time makes room for `partner`."""
    page.locator("main").get_by_role("button", name=re.compile("^(换人|选一位)$")).click()
    dialog = page.get_by_role("dialog")
    for chosen in dialog.locator("label:has(input:checked)").all():
        chosen.click()
    pick(dialog, partner)
    tap(dialog, "坐到一起")
    expect(page.get_by_text(f"和{partner}一起")).to_be_visible()


def play_round(page: Page, *, boss: str, rep: str, verdict: str, words: str) -> None:
    """From the cover to the filled verdict; how the round ends is the test's choice."""
    tap(page, f"我是{boss}，翻开老板卡")
    tap(page, "谈完了，老板先说")
    pick(page, verdict)
    page.get_by_label(f"{rep}，用自己的话说").fill(words)
    unfold(page, "保持一点，改进一点")
    page.get_by_label("保持一点").fill("先问再答")
    page.get_by_label("改进一点").fill("慢一点")
    pick(page, "方法")
