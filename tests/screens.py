"""`make screens`: every screen on phone and tablet, light and dark, zh-CN and en, and a contact sheet.

Writes docs/screens/. The demo company of today is photographed, so names stay and days move.
"""

import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from api.demo import company
from api.kit.migrations import migrate_to
from api.kit.settings import Settings
from tests.chromium import LAUNCH_ARGUMENTS, chromium
from tests.served import Server, served

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
DEVICES = {"phone": (390, 844), "tablet": (1180, 820)}
SCHEMES = ("light", "dark")
LANGUAGES = ("zh-CN", "en")
REP, MANAGER, ADMIN, NOBODY = "lin.xiaoman", "he.jing", "admin", ""
REGION, TRAINER = "shen.liqun", "su.min"
MENTOR = "han.xue"
PASSWORD = "alongside"
NOT_TONIGHT = "section:has(> h2) > .row > .btn.quiet"
NOT_ANSWERED = "input[value=not_answered]"


@dataclass(frozen=True)
class Shot:
    """One screen: its name, its address, and the taps that lead to the state worth showing."""

    name: str
    address: str
    taps: tuple[str, ...] = ()
    devices: tuple[str, ...] = ("phone", "tablet")


def shots_on_the_way(known: dict[str, str]) -> list[Shot]:
    """What a mentor sees on the tablet of a day side by side."""
    return [
        Shot("ride-along", f"/ride-alongs/{known['ride']}"),
        Shot("debrief", f"/ride-alongs/{known['ridden']}/debrief"),
        Shot("debrief-to-write", f"/ride-alongs/{known['ride']}/debrief"),
    ]


def shots_of(login: str, known: dict[str, str]) -> list[Shot]:
    """What a person sees, in the order of a day."""
    if login == NOBODY:
        return [Shot("sign-in", "/sign-in"), Shot("help", "/help")]
    if login == MANAGER:
        return [
            Shot("glance", "/", (".rows a",), ("tablet",)),
            Shot("glance", "/", (), ("phone",)),
            Shot("team-evening", "/evening", (".rows a:has-text('198,000')",), ("tablet",)),
            Shot("team-evening", "/evening", (), ("phone",)),
            Shot("goals-team", "/goals"),
            Shot("help-requests", "/help-requests"),
            Shot("help-answer", f"/help-requests/{known['waits']}"),
            Shot("people", "/people"),
            Shot("invite", "", (".dock .btn",)),
        ]
    if login == ADMIN:
        return [
            Shot("organisation", "/"),
            Shot("settings", "/organisation/settings"),
            Shot("calendar", "/organisation/calendar"),
            Shot("rules", "/organisation/rules"),
            Shot("teams", "/organisation/teams"),
            Shot("products", "/organisation/products"),
            Shot("mentors", "/organisation/mentors"),
            Shot("robots", "/organisation/robots?new"),
            Shot("person", f"/people/{known['newcomer']}"),
        ]
    if login == REGION:
        return [
            Shot("region", "/"),
            Shot("region-team", "/", (".rows a >> nth=1",), ("phone",)),
        ]
    if login == TRAINER:
        return [
            Shot("field", "/"),
            Shot("playbook-kept", "/playbook"),
            Shot("answers", "/playbook/price"),
        ]
    outcome = "input[name=outcome][value=stalled]"
    objection = "input[name=objection][value=noresult]"
    to_play = f"/evening/round/{known['tomorrow']}"
    return [
        Shot("today", "/"),
        Shot("check-in-empty", f"/visits/{known['today']}/check-in"),
        Shot("check-in", f"/visits/{known['today']}/check-in", (outcome, objection)),
        Shot("reality-check", f"/visits/{known['rehearsed']}/check-in", (outcome, NOT_ANSWERED)),
        Shot("visit-new", "/visits/new"),
        Shot("clients", "/clients"),
        Shot("client-new", "/clients/new"),
        Shot("client", f"/clients/{known['client']}"),
        Shot("sheet", f"/clients/{known['client']}/sheet"),
        Shot("help-new", f"/help-requests/new?about=visit:{known['today']}"),
        Shot("help-request", f"/help-requests/{known['asked']}"),
        Shot("evening", "/evening"),
        Shot("postpone", "/evening", (NOT_TONIGHT, "input[value=family]")),
        Shot("prepare", f"/evening/prepare/{known['tomorrow']}"),
        Shot("round-cover", to_play),
        Shot("round-boss", "", (".btn.main",)),
        Shot("verdict", "", (".btn.main", "input[value=would_meet_again]")),
        Shot("drill", f"/drills/{known['drill']}"),
        Shot("playbook", "/playbook"),
        Shot("objection", "/playbook/noresult"),
        Shot("ride-alongs", "/ride-alongs"),
        Shot("ladder", "/me/ladder"),
        Shot("goals", "/goals"),
        Shot("goal", "/goals", ("article a",)),
        Shot("promises", "/promises"),
        Shot("settle", "", (".rows a", "input[value=partly]"), ("phone",)),
        Shot("outbox", "/outbox"),
        Shot("me", "/me"),
        Shot("calibration", "/me/calibration"),
        Shot("sheets-known", "/team/sheets"),
        Shot("tips", "/shares"),
        Shot("access", "/me/access"),
        Shot("reminders", "/reminders"),
        Shot("which-reminders", "/me/reminders"),
        Shot("password", "/me/password"),
    ]


def main() -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    for old in SCREENS.glob("*.png"):
        old.unlink()
    with demo_served() as server, browser() as opened:
        known = what_there_is(server.database)
        for login, device, scheme, language in product(
            (NOBODY, REP, MENTOR, MANAGER, REGION, TRAINER, ADMIN), DEVICES, SCHEMES, LANGUAGES
        ):
            photograph(opened, server, login, device, scheme, language, known)
        contact_sheet(opened)
    print(f"{len(list(SCREENS.glob('*.png')))} pictures in {SCREENS.relative_to(ROOT)}")


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


def what_there_is(database: Path) -> dict[str, str]:
    """Ids of the rep's own visits and evening, to open their screens by address."""
    questions = {
        "today": "SELECT id FROM visits WHERE rep_id = :rep AND state = 'planned' ORDER BY day, planned_time LIMIT 1",
        "tomorrow": "SELECT id FROM visits WHERE rep_id = :rep AND state = 'planned' ORDER BY day DESC, planned_time LIMIT 1",
        "rehearsed": """
            SELECT visits.id FROM visits JOIN rounds ON rounds.visit_id = visits.id
            WHERE visits.rep_id = :rep AND visits.state = 'planned' ORDER BY visits.day, planned_time LIMIT 1
        """,
        "client": "SELECT client_id FROM visits WHERE rep_id = :rep AND state = 'planned' ORDER BY day, planned_time LIMIT 1",
        "ride": "SELECT id FROM ride_alongs WHERE apprentice_id = :rep AND debriefed_at IS NULL",
        "ridden": "SELECT id FROM ride_alongs WHERE apprentice_id = :rep AND agreed_at IS NOT NULL ORDER BY day DESC LIMIT 1",
        "asked": "SELECT id FROM help_requests WHERE asker_id = :rep ORDER BY raised_at DESC LIMIT 1",
        "waits": """
            SELECT help_requests.id FROM help_requests JOIN people ON people.id = helper_id
            WHERE people.login = 'he.jing' AND answered_at IS NULL ORDER BY due_at LIMIT 1
        """,
        "drill": "SELECT drill_id FROM drill_people WHERE person_id = :rep ORDER BY created_at DESC LIMIT 1",
    }
    with sqlite3.connect(database) as opened:
        [rep] = opened.execute("SELECT id FROM people WHERE login = ?", (REP,)).fetchone()
        found = {
            name: opened.execute(asked, {"rep": rep}).fetchone()[0]
            for name, asked in questions.items()
        }
    return {name: str(uuid.UUID(bytes=key)) for name, key in {**found, "newcomer": rep}.items()}


def photograph(
    opened: Browser,
    server: Server,
    login: str,
    device: str,
    scheme: str,
    language: str,
    known: dict[str, str],
) -> None:
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
    shots = shots_on_the_way(known) if login == MENTOR else shots_of(login, known)
    for shot in shots:
        if device in shot.devices:
            show(page, shot)
            page.screenshot(path=SCREENS / f"{shot.name}.{device}.{scheme}.{language[:2]}.png")
    context.close()


def show(page: Page, shot: Shot) -> None:
    if shot.address:
        page.goto(shot.address)
    settle(page)
    for tapped in shot.taps:
        page.locator(tapped).first.click(force=True)
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


def contact_sheet(opened: Browser) -> None:
    """All pictures small on one page, one row a screen."""
    names = sorted({file.name.split(".")[0] for file in SCREENS.glob("*.png")})
    rows = "".join(_row(name) for name in names)
    page = opened.new_page(viewport={"width": 1900, "height": 900})
    style = "body{font:13px sans-serif;margin:8px;background:#888} img{height:230px;margin:2px;vertical-align:top}"
    file = SCREENS / "contact-sheet.html"
    file.write_text(f"<meta charset=utf-8><style>{style}</style>{rows}", encoding="utf-8")
    page.goto(file.as_uri())
    page.screenshot(path=SCREENS / "contact-sheet.png", full_page=True)
    page.close()
    file.unlink()
    listed = "\n".join(f"| {name} | {_links(name)} |" for name in names)
    (SCREENS / "README.md").write_text(
        "# Every screen\n\nWritten by `make screens` from the demo company.\n\n"
        f"![All screens](contact-sheet.png)\n\n| Screen | Pictures |\n| --- | --- |\n{listed}\n",
        encoding="utf-8",
    )


def _row(name: str) -> str:
    pictures = sorted(SCREENS.glob(f"{name}.*.png"))
    return f"<p>{name}<br>" + "".join(f"<img src='{picture.name}'>" for picture in pictures)


def _links(name: str) -> str:
    pictures = sorted(SCREENS.glob(f"{name}.*.png"))
    return " · ".join(f"[{p.name[len(name) + 1 : -4]}]({p.name})" for p in pictures)


if __name__ == "__main__":
    main()
