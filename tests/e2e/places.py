"""Every screen of the router's table, and the states worth looking at.

Whoever adds a screen adds its row here: `test_access` compares this table with `screens.ts`.
"""

import re
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from tests.e2e.places_beside import BESIDE, DEBRIEF, RIDE
from tests.e2e.places_of_keepers import DECIDED
from tests.e2e.places_shared import SHARED
from tests.e2e.scenery import (
    ADMIN,
    MANAGER,
    MENTOR,
    NEWEST,
    NOBODY,
    REGION,
    TRAINER,
)
from tests.e2e.states import DONE, NO_RESULT, SAVE, STALLED, State, states_of

ROUTER = Path(__file__).resolve().parents[2] / "pwa" / "src" / "screens.ts"

CHECK_IN = "/visits/{today}/check-in"
PREPARE = "/evening/prepare/{tomorrow}"
ROUND = "/evening/round/{tomorrow}"
NOT_TONIGHT = "section:has(> h2) > .row > .btn.quiet"
OTHER_DAY = "input[name=when][value=other]"
MOVE_IT = "dialog .btn.main"
FOLDS = tuple(f"details:nth-of-type({n}) summary" for n in (1, 2, 3, 4, 5))
REP_CARD = ".cover .btn.quiet"
BOSS_CARD = ".cover .btn.quiet:last-child"

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
        *states_of("/", "/?visit={unprepared}", who=MANAGER),
        State("/", who=MANAGER, wide=True),
        State("/?help={asked}", who=MANAGER, wide=True),
        *states_of("/", "/?team={team}", who=REGION),
        State("/", who=REGION, wide=True),
        *states_of("/", who=TRAINER),
        State("/", who=TRAINER, wide=True),
        State("/", wide=True),
        State("/", who=NEWEST, wide=True),
        *states_of("/", who=ADMIN),
        State("/", who=ADMIN, wide=True),
    ],
    "/team": [State("/team", who=MANAGER), State("/team", who=MANAGER, wide=True), State("/team")],
    "/team/today": [
        *states_of("/team/today", who=MENTOR),
        *states_of("/team/today", who=MANAGER),
        State("/team/today", who=MENTOR, wide=True),
        State("/team/today", wide=True),
    ],
    "/team/sheets": [
        *states_of("/team/sheets"),
        *states_of("/team/sheets", who=NEWEST),
        *states_of("/team/sheets", ("/team/sheets", ("input[name=team]",)), who=TRAINER),
        State("/team/sheets", who=MANAGER, wide=True),
    ],
    "/help": states_of("/help", who=NOBODY),
    "/visits/new": states_of(
        "/visits/new", "/visits/new?client={client}", ("/visits/new", (SAVE,))
    ),
    "/visits/:id/check-in": [
        *states_of(
            CHECK_IN,
            (CHECK_IN, (SAVE,)),
            (CHECK_IN, (STALLED, NO_RESULT, "input[name=wants_help]")),
            (CHECK_IN, (STALLED, ".chips button.pick")),
            (CHECK_IN, ("input[name=outcome][value=signed]", "details summary", SAVE)),
            (
                CHECK_IN,
                (STALLED, "input[value=not_answered]", "input[name=objection][value=price]"),
            ),
            "/visits/{told}/check-in",
            "/visits/{nowhere}/check-in",
        ),
        State(CHECK_IN, wide=True),
    ],
    "/clients": [
        *states_of("/clients", ("/clients", (("input[name=asked]", "没有这一家"),))),
        *states_of("/clients", who=NEWEST),
        *states_of("/clients", who=ADMIN),
        State("/clients", wide=True),
        State("/clients", who=NEWEST, wide=True),
    ],
    "/clients/new": states_of("/clients/new", ("/clients/new", (SAVE,))),
    "/clients/:id": [
        *states_of("/clients/{client}", "/clients/{unwritten}", "/clients/{nowhere}"),
        *states_of(("/clients/{client}", ("section:has(> ul) > button.btn",))),
        *states_of("/clients/{client}", who=MANAGER),
        State("/clients/{client}", wide=True),
        State("/clients/{nowhere}", wide=True),
        State("/clients/{client}", who=MANAGER, wide=True),
    ],
    "/clients/:id/sheet": states_of(
        *[("/clients/{client}/sheet", (fold,)) for fold in FOLDS],
        "/clients/{unwritten}/sheet",
    ),
    "/evening": [
        *states_of("/evening"),
        *states_of(("/evening", ("main > .row .btn.quiet",)), ("/evening", ("article .link",))),
        *states_of(
            ("/evening", (NOT_TONIGHT,)),
            ("/evening", (NOT_TONIGHT, "input[value=no_partner]", OTHER_DAY, MOVE_IT)),
            # Said, and taken back: the next look begins as this one did.
            ("/evening", (NOT_TONIGHT, "input[value=family]", MOVE_IT)),
            ("/evening", (".note button.link",)),
        ),
        *states_of("/evening", who=NEWEST),
        *states_of("/evening", who=MENTOR),
        *states_of("/evening", "/evening?open=order-{big}", "/evening?open={waits}", who=MANAGER),
        State("/evening", who=MANAGER, wide=True),
        State("/evening?open={missed}", ("article .btn.main",), who=MANAGER, wide=True),
        State("/evening?open={missed}", ("article .btn.quiet",), who=MANAGER, wide=True),
    ],
    "/evening/team": [
        *states_of("/evening/team", who=MENTOR),
        *states_of("/evening/team", who=MANAGER),
        State("/evening/team", who=MENTOR, wide=True),
        State("/evening/team", wide=True),
    ],
    "/evening/prepare/:card": states_of(
        PREPARE,
        (PREPARE, (FOLDS[2],)),
        "/evening/prepare/{unprepared}",
        "/evening/prepare/{nowhere}",
    ),
    "/evening/round/:card": states_of(
        # A round goes on where it was left: each line begins where the one before has ended.
        ROUND,
        (ROUND, (REP_CARD,)),
        (ROUND, (SAVE, BOSS_CARD)),
        (ROUND, (BOSS_CARD, FOLDS[0])),
        (ROUND, (BOSS_CARD, ".talk .btn.icon")),
        (ROUND, (BOSS_CARD, FOLDS[2])),
        (ROUND, (".cover .btn.main",)),
        (ROUND, ("header .btn.icon",)),
        (ROUND, (SAVE,)),
        (ROUND, (SAVE,)),
        (ROUND, ("input[value=would_meet_again]",)),
        *[(ROUND, (fold,)) for fold in FOLDS[1:4]],
        (ROUND, (FOLDS[2], ("textarea[name=keep]", "先问再答"))),
        "/evening/round/{unprepared}",
        "/evening/round/{nowhere}",
    ),
    "/drills/:id": states_of(
        "/drills/{drill}", ("/drills/{drill}", ("article button.btn",)), "/drills/{nowhere}"
    ),
    **SHARED,
    **BESIDE,
    "/outbox": states_of("/outbox"),
    "/me": [
        *states_of("/me", "/me?sign-out"),
        *states_of("/me", who=NEWEST),
        *states_of("/me", who=MANAGER),
    ],
    "/me/calibration": [
        *states_of("/me/calibration"),
        *states_of("/me/calibration", who=NEWEST),
    ],
    "/me/access": [*states_of("/me/access"), *states_of("/me/access", who=NEWEST)],
    "/me/password": states_of("/me/password", ("/me/password", ("form .btn.main",))),
    "/people": [
        *states_of(
            "/people",
            ("/people", (SAVE,)),
            ("/people", (SAVE, "form .btn.main")),
            ("/people", (("input[name=asked]", "没有这个人"),)),
            ("/people", ("input[value=disabled]",)),
            who=MANAGER,
        ),
        *states_of(
            "/people", ("/people", (SAVE,)), ("/people", ("input[value=invited]",)), who=ADMIN
        ),
        *states_of("/people"),
    ],
    "/people/:id": [
        *states_of("/people/{unjoined}", "/people/{nowhere}", who=MANAGER),
        *states_of(
            "/people/{unjoined}",
            ("/people/{unjoined}", ("main .btn >> nth=1", "dialog .btn.main")),
            ("/people/{unjoined}?hand-over", ("dialog .btn.main",)),
            ("/people/{unjoined}", ("input[value=regional_manager]", "form .btn.main")),
            who=ADMIN,
        ),
    ],
    "/playbook": [
        *states_of("/playbook", ("/playbook", ("summary",))),
        *states_of("/playbook", who=TRAINER),
        *states_of(
            "/playbook",
            ("/playbook?new", (DONE,)),
            ("/playbook", ("summary", "details .btn.icon")),
            ("/playbook", ("summary", "details .row.wrap .btn")),
            ("/playbook", ("summary", "details .row.wrap .btn >> nth=1")),
            who=ADMIN,
        ),
    ],
    "/playbook/:key": [
        *states_of("/playbook/noresult", "/playbook/nothing"),
        *states_of(
            ("/playbook/price", ("section > .btn", "dialog .btn.main")),
            ("/playbook/price", ("article .btn.quiet",)),
        ),
        *states_of("/playbook/price", who=TRAINER),
        *states_of("/playbook/noresult", "/playbook/noresult?change", who=ADMIN),
    ],
    **DECIDED,
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
    "/me/calibration",
    "/me/password",
    "/team/sheets",
    "/shares",
    "/shares/{share}",
    "/shares/{begun}/write",
    "/cases",
    "/cases/{case}",
    "/reviews",
    "/reviews/{talk}",
    "/rivals",
    "/rivals/{pk}",
    "/interviews",
    "/interviews/{interview}",
    "/training",
    "/training/{class}",
    "/training/series",
    "/training/plans",
    "/training/plans?one={plan}",
    "/training/{class}/{material}",
    "/training/topics",
    "/training/camps",
    "/training/coverage",
    "/camp",
    "/goals",
    "/goals/{goal}",
    "/promises",
    "/people/{manager}/promises",
    "/help-requests",
    "/help-requests/new",
    "/help-requests/{asked}",
    "/ride-alongs",
    RIDE,
    DEBRIEF,
    "/me/ladder",
    "/me/growth",
    "/pulse",
    "/me/loops",
    "/playbook",
    "/playbook/price",
    "/help",
    "/playbook/noresult",
)
"""What a rep opens in a cellar; the same addresses are looked at when the server has a fault."""


MOST_LOOKS = 24
"""In one walk: two workers end together only if no test is much longer than the others."""


def walks_of(who: str) -> list[list[State]]:
    """Every state of a person, some screens at a time; the looks at one screen follow each other in one walk."""
    walks: list[list[State]] = []
    for states in PLACES.values():
        looks = [state for state in states if state.who == who]
        if not walks or len(walks[-1]) + len(looks) > MOST_LOOKS:
            walks.append([])
        walks[-1] += looks
    return [walk for walk in walks if walk]


def addresses(walk: list[State]) -> list[str]:
    """Each screen of a walk once, without its states."""
    return list(dict.fromkeys(state.address for state in walk))


def each_walk(*people: str) -> list[ParameterSet]:
    """`who` and `walk` for a test of each."""
    return [
        pytest.param(who, walk, id=f"{who or 'nobody'}-{number}")
        for who in people
        for number, walk in enumerate(walks_of(who), start=1)
    ]


def screens_of_the_router() -> set[str]:
    table = ROUTER.read_text(encoding="utf-8")
    return set(re.findall(r"path: '([^']+)'", table))
