"""`make screens`: every screen on phone and tablet, light and dark, zh-CN and en.

Writes each picture to var/screens/, and to docs/screens/ the contact sheets and what the README
shows. The demo company of today is photographed, so names stay and days move.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from api.demo import company
from api.kit.migrations import migrate_to
from api.kit.settings import Settings
from tests.chromium import LAUNCH_ARGUMENTS, chromium
from tests.screens.shots import Shot, shots_of, what_there_is
from tests.served import Server, served

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "var" / "screens"
SHOWN = ROOT / "docs" / "screens"
IN_THE_README = (
    "today.phone.light.en",
    "check-in.phone.light.en",
    "evening.phone.light.en",
    "round-boss.phone.light.en",
    "glance.tablet.light.en",
    "debrief.tablet.light.en",
)
DEVICES = {"phone": (390, 844), "tablet": (1180, 820)}
SCHEMES = ("light", "dark")
LANGUAGES = ("zh-CN", "en")
PASSWORD = "alongside"
LOOKED_AT = 300
"""Milliseconds in which a tap shows that it leads somewhere; then what it asks for is waited for."""
SHEET_STYLE = """
    body { font: 13px sans-serif; margin: 8px; background: #888; display: flex; flex-wrap: wrap; gap: 8px }
    figure { margin: 0 } img { height: 340px; margin-right: 2px }
"""


def main() -> None:
    for folder in (PICTURES, SHOWN):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    with demo_served() as server, browser() as opened:
        shots = shots_of(what_there_is(server.database))
        for login, device, scheme, language in product(shots, DEVICES, SCHEMES, LANGUAGES):
            with looking(opened, server, login, device, scheme, language) as page:
                for shot in shots[login]:
                    if device in shot.devices:
                        show(page, shot)
                        name = f"{shot.name}.{device}.{scheme}.{language[:2]}"
                        page.screenshot(path=PICTURES / f"{name}.png")
        for device, scheme in product(DEVICES, SCHEMES):
            contact_sheet(opened, device, scheme)
    for name in IN_THE_README:
        shutil.copy(PICTURES / f"{name}.png", SHOWN)
    (SHOWN / "README.md").write_text(list_of_sheets(), encoding="utf-8")
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(ROOT)}")


@contextmanager
def demo_served() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "demo.db"
        chosen = Settings(demo=True, database_url=f"sqlite:///{template}")
        migrate_to(chosen.database_url, "head")
        company.prepare(chosen)
        (Path(folder) / "served").mkdir()
        with served(template, Path(folder) / "served") as server:
            yield server


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(chromium()), args=list(LAUNCH_ARGUMENTS)
        )
        yield opened
        opened.close()


@contextmanager
def looking(
    opened: Browser, server: Server, login: str, device: str, scheme: str, language: str
) -> Iterator[Page]:
    width, height = DEVICES[device]
    context = opened.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale=language,
        timezone_id="Asia/Shanghai",
        base_url=server.url,
        reduced_motion="reduce",
    )
    page = context.new_page()
    if login:
        sign_in(page, login)
    yield page
    context.close()


def show(page: Page, shot: Shot) -> None:
    if shot.address:
        page.goto(shot.address)
    settle(page)
    for tapped in shot.taps:
        page.locator(tapped).first.click(force=True)
        page.wait_for_timeout(LOOKED_AT)
        settle(page)


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")


def sign_in(page: Page, login: str) -> None:
    page.goto("/sign-in")
    page.locator("input[autocomplete=username]").fill(login)
    page.locator("input[autocomplete=current-password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    page.locator("nav.nav").wait_for()


def contact_sheet(opened: Browser, device: str, scheme: str) -> None:
    """All pictures of a device small on one page, the languages side by side."""
    names = sorted(
        {picture.name.split(".")[0] for picture in PICTURES.glob(f"*.{device}.{scheme}.*")}
    )
    page = opened.new_page(viewport={"width": 1900, "height": 900})
    file = PICTURES / "contact-sheet.html"
    figures = "".join(figure(name, device, scheme) for name in names)
    file.write_text(f"<meta charset=utf-8><style>{SHEET_STYLE}</style>{figures}", encoding="utf-8")
    page.goto(file.as_uri())
    sheet = SHOWN / f"{device}.{scheme}.jpg"
    page.screenshot(path=sheet, full_page=True, type="jpeg", quality=70)
    page.close()
    file.unlink()


def figure(name: str, device: str, scheme: str) -> str:
    pictures = sorted(PICTURES.glob(f"{name}.{device}.{scheme}.*.png"), reverse=True)
    images = "".join(f"<img src='{picture.name}'>" for picture in pictures)
    return f"<figure><figcaption>{name}</figcaption>{images}</figure>"


def list_of_sheets() -> str:
    sheets = [f"{device}.{scheme}" for device, scheme in product(DEVICES, SCHEMES)]
    shown = "\n\n".join(f"## {sheet}\n\n![{sheet}]({sheet}.jpg)" for sheet in sheets)
    return (
        "# Every screen\n\nWritten by `make screens` from the demo company, zh-CN beside en. "
        f"Each picture in its own size is then in `var/screens/`.\n\n{shown}\n"
    )


if __name__ == "__main__":
    main()
