"""Every screen of the router's table, and the states worth looking at.

Whoever adds a screen adds its row here: `test_access` compares this table with `screens.ts`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.scenery import ADMIN, MANAGER, MENTOR, NEWEST, NOBODY, REP

ROUTER = Path(__file__).resolve().parents[2] / "pwa" / "src" / "screens.ts"

Step = str | tuple[str, str]
"""A tap on the first that fits a selector, or a selector and what is typed there."""

SAVE = "footer.dock button.btn"
STALLED = "input[name=outcome][value=stalled]"
NO_RESULT = "input[name=objection][value=noresult]"


@dataclass(frozen=True)
class State:
    """One look at one screen by one person."""

    address: str
    steps: tuple[Step, ...] = ()
    who: str = REP
    wide: bool = False


def states_of(*looks: str | tuple[str, tuple[Step, ...]], who: str = REP) -> list[State]:
    return [State(look, (), who) if isinstance(look, str) else State(*look, who) for look in looks]


CHECK_IN = "/visits/{today}/check-in"
PREPARE = "/evening/prepare/{tomorrow}"
ROUND = "/evening/round/{tomorrow}"
FOLDS = tuple(f"details:nth-of-type({n}) summary" for n in (1, 2, 3, 4))

PLACES: dict[str, list[State]] = {
    "/": [
        *states_of(
            "/",
            "/?day={day}",
            ("/", (".card .btn.icon",)),
            ("/", (".card .btn.icon", "dialog button.btn >> nth=0")),
            ("/", (".card .btn.icon", "dialog button.btn >> nth=1")),
        ),
        *states_of("/", who=NEWEST),
        *states_of("/", "/?visit={told}", "/?visit={unprepared}", who=MANAGER),
        State("/", who=MANAGER, wide=True),
        State("/?visit={told}", who=MANAGER, wide=True),
    ],
    "/team": [
        *states_of("/team", who=MENTOR),
        *states_of("/team", who=MANAGER),
        State("/team", who=MENTOR, wide=True),
        State("/team", wide=True),
    ],
    "/help": states_of("/help", who=NOBODY),
    "/visits/new": states_of(
        "/visits/new", "/visits/new?client={client}", ("/visits/new", (SAVE,))
    ),
    "/visits/:id/check-in": states_of(
        CHECK_IN,
        (CHECK_IN, (SAVE,)),
        (CHECK_IN, (STALLED, NO_RESULT, "input[name=wants_help]")),
        (CHECK_IN, (STALLED, ".chips button.pick")),
        (CHECK_IN, ("input[name=outcome][value=signed]", "details summary", SAVE)),
        "/visits/{told}/check-in",
        "/visits/{nowhere}/check-in",
    ),
    "/clients": [
        *states_of("/clients", ("/clients", (("input[name=asked]", "没有这一家"),))),
        *states_of("/clients", who=NEWEST),
        *states_of("/clients", who=ADMIN),
    ],
    "/clients/new": states_of("/clients/new", ("/clients/new", (SAVE,))),
    "/clients/:id": [
        *states_of("/clients/{client}", "/clients/{unwritten}", "/clients/{nowhere}"),
        *states_of(("/clients/{client}", ("section:has(> ul) > button.btn",))),
        *states_of("/clients/{client}", who=MANAGER),
    ],
    "/clients/:id/sheet": states_of(
        *[("/clients/{client}/sheet", (fold,)) for fold in FOLDS],
        "/clients/{unwritten}/sheet",
    ),
    "/evening": [
        *states_of("/evening"),
        *states_of(("/evening", ("main > .row .btn.quiet",)), ("/evening", ("article .link",))),
        *states_of("/evening", who=NEWEST),
        *states_of("/evening", who=ADMIN),
    ],
    "/evening/prepare/:visit": states_of(
        PREPARE, "/evening/prepare/{unprepared}", "/evening/prepare/{nowhere}"
    ),
    "/evening/round/:visit": states_of(
        # A round goes on where it was left: each line begins where the one before has ended.
        ROUND,
        (ROUND, (".cover .btn.quiet",)),
        (ROUND, (SAVE, ".cover .btn.main")),
        (ROUND, ("header .btn.icon",)),
        (ROUND, (SAVE,)),
        (ROUND, (SAVE,)),
        (ROUND, ("input[value=would_meet_again]",)),
        "/evening/round/{unprepared}",
        "/evening/round/{nowhere}",
    ),
    "/drills/:id": states_of(
        "/drills/{drill}", ("/drills/{drill}", ("article button.btn",)), "/drills/{nowhere}"
    ),
    "/outbox": states_of("/outbox"),
    "/me": [
        *states_of("/me", "/me?sign-out"),
        *states_of("/me", who=NEWEST),
        *states_of("/me", who=MANAGER),
    ],
    "/me/access": [*states_of("/me/access"), *states_of("/me/access", who=NEWEST)],
    "/me/password": states_of("/me/password", ("/me/password", ("form .btn.main",))),
    "/people/invite": [
        *states_of(
            "/people/invite",
            ("/people/invite", (".btn.main",)),
            ("/people/invite", (".rows .btn.icon",)),
            who=MANAGER,
        ),
        *states_of("/people/invite", ("/people/invite", (".btn.main",)), who=ADMIN),
        *states_of("/people/invite"),
    ],
    "/sign-in": states_of("/sign-in", ("/sign-in", ("button[type=submit]",)), who=NOBODY),
    "/join": states_of(
        "/join#{join}", ("/join#{join}", ("button[type=submit]",)), "/join", who=NOBODY
    ),
    "/reset": states_of("/reset#{reset}", "/reset", who=NOBODY),
    "*": [*states_of("/no-such-place"), *states_of("/no-such-place", who=NOBODY)],
}

WITHOUT_NETWORK = (
    "/",
    "/?day={day}",
    "/visits/new",
    CHECK_IN,
    "/clients",
    "/clients/new",
    "/clients/{client}",
    "/clients/{client}/sheet",
    "/evening",
    PREPARE,
    ROUND,
    "/drills/{drill}",
    "/outbox",
    "/me",
    "/me/access",
    "/me/password",
    "/help",
)
"""What a rep opens in a cellar; the same addresses are looked at when the server has a fault."""


def addresses(who: str) -> list[str]:
    """Each screen of a person once, without its states."""
    found = [state.address for states in PLACES.values() for state in states if state.who == who]
    return list(dict.fromkeys(found))


def screens_of_the_router() -> set[str]:
    table = ROUTER.read_text(encoding="utf-8")
    return set(re.findall(r"path: '([^']+)'", table))
