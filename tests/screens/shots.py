"""What is photographed: the screens of each person, and the rows of the demo they are about."""

import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path

REP, MANAGER, ADMIN, NOBODY = "lin.xiaoman", "he.jing", "admin", ""
REGION, TRAINER = "shen.liqun", "su.min"
MENTOR = "han.xue"
NOT_TONIGHT = "section:has(> h2) > .row > .btn.quiet"
NOT_ANSWERED = "input[value=not_answered]"


@dataclass(frozen=True)
class Shot:
    """One screen: its name, its address, and the taps that lead to the state worth showing."""

    name: str
    address: str
    taps: tuple[str, ...] = ()
    devices: tuple[str, ...] = ("phone", "tablet")


def shots_of(known: dict[str, str]) -> dict[str, list[Shot]]:
    """What each person sees, in the order of a day."""
    outcome = "input[name=outcome][value=stalled]"
    objection = "input[name=objection][value=noresult]"
    return {
        NOBODY: [Shot("sign-in", "/sign-in"), Shot("help", "/help")],
        REP: [
            Shot("today", "/"),
            Shot("check-in-empty", f"/visits/{known['today']}/check-in"),
            Shot("check-in", f"/visits/{known['today']}/check-in", (outcome, objection)),
            Shot(
                "reality-check", f"/visits/{known['rehearsed']}/check-in", (outcome, NOT_ANSWERED)
            ),
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
            Shot("round-cover", f"/evening/round/{known['tomorrow']}"),
            Shot("round-boss", "", (".btn.main",)),
            Shot("verdict", "", (".btn.main", "input[value=would_meet_again]")),
            Shot("drill", f"/drills/{known['drill']}"),
            Shot("playbook", "/playbook"),
            Shot("objection", "/playbook/noresult"),
            Shot("ride-alongs", "/ride-alongs"),
            Shot("ladder", "/me/ladder"),
            Shot("reviews", "/reviews"),
            Shot("review", f"/reviews/{known['review']}"),
            Shot("review-agreed", f"/reviews/{known['agreed']}"),
            Shot("goals", "/goals"),
            Shot("goal", "/goals", ("article a",)),
            Shot("promises", "/promises"),
            Shot("settle", "", (".rows a", "input[value=partly]"), ("phone",)),
            Shot("outbox", "/outbox"),
            Shot("me", "/me"),
            Shot("calibration", "/me/calibration"),
            Shot("sheets-known", "/team/sheets"),
            Shot("shares", "/shares"),
            Shot("share", "", ("main a[href^='/shares/']",)),
            Shot("kpi-post", "/shares/week"),
            Shot("cases", "/cases"),
            Shot("case", "", ("main a[href^='/cases/']",)),
            Shot("rivals", "/rivals"),
            Shot("rival", "", ("main a[href^='/rivals/']",)),
            Shot("interviews", "/interviews"),
            Shot("interview", "", ("main a[href^='/interviews/']",)),
            Shot("training", "/training"),
            Shot("class", "", ("main a[href^='/training/']",)),
            Shot("topics", "/training/topics"),
            Shot("access", "/me/access"),
            Shot("reminders", "/reminders"),
            Shot("which-reminders", "/me/reminders"),
            Shot("password", "/me/password"),
        ],
        MENTOR: [
            Shot("ride-along", f"/ride-alongs/{known['ride']}"),
            Shot("debrief", f"/ride-alongs/{known['ridden']}/debrief"),
            Shot("debrief-to-write", f"/ride-alongs/{known['ride']}/debrief"),
        ],
        MANAGER: [
            Shot("glance", "/", (".rows a",), ("tablet",)),
            Shot("glance", "/", (), ("phone",)),
            Shot("team-evening", "/evening", (".rows a:has-text('198,000')",), ("tablet",)),
            Shot("team-evening", "/evening", (), ("phone",)),
            Shot("team", "/team"),
            Shot("goals-team", "/goals"),
            Shot("help-requests", "/help-requests"),
            Shot("help-answer", f"/help-requests/{known['waits']}"),
            Shot("reviews-of-a-manager", "/reviews"),
            Shot("review-of-a-manager", f"/reviews/{known['review']}"),
            Shot("promises-of-a-manager", "/promises"),
            Shot("people", "/people"),
            Shot("invite", "", (".dock .btn",)),
        ],
        REGION: [
            Shot("region", "/"),
            Shot("region-team", "/", (".rows a >> nth=1",), ("phone",)),
        ],
        TRAINER: [
            Shot("field", "/"),
            Shot("class-to-hold", "/training", ("main a[href^='/training/']",)),
            Shot("playbook-kept", "/playbook"),
            Shot("answers", "/playbook/price"),
        ],
        ADMIN: [
            Shot("organisation", "/"),
            Shot("settings", "/organisation/settings"),
            Shot("calendar", "/organisation/calendar"),
            Shot("rules", "/organisation/rules"),
            Shot("teams", "/organisation/teams"),
            Shot("products", "/organisation/products"),
            Shot("mentors", "/organisation/mentors"),
            Shot("robots", "/organisation/robots?new"),
            Shot("person", f"/people/{known['newcomer']}"),
        ],
    }


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
        "review": """
            SELECT id FROM reviews WHERE person_id = :rep AND agreed_at IS NULL AND called_off_at IS NULL
            ORDER BY day LIMIT 1
        """,
        "agreed": "SELECT id FROM reviews WHERE person_id = :rep AND agreed_at IS NOT NULL ORDER BY day DESC LIMIT 1",
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
