"""What is told to one another, and the library: the wall, one share, its writer, the cases."""

from tests.e2e.scenery import ADMIN, MANAGER, NEWEST, PARTNER, REGION, TRAINER
from tests.e2e.states import SAVE, State, states_of

WRITE = "/shares/{begun}/write"
CURATE = "/shares/{offered}/curate"
CASE = "/cases/{case}"
DONE_WITHOUT_CHOICE = "dialog .btn.main"

SHARED: dict[str, list[State]] = {
    "/shares": [
        *states_of("/shares", "/shares?new", ("/shares?new", ("dialog .btn.main",))),
        *states_of("/shares?kind=kpi", "/shares?kind=loss"),
        *states_of("/shares", who=NEWEST),
        *states_of("/shares", who=TRAINER),
        *states_of("/shares", who=ADMIN),
        State("/shares", who=MANAGER, wide=True),
    ],
    "/shares/week": states_of("/shares/week", ("/shares/week", (SAVE,))),
    "/shares/tonight": [
        *states_of("/shares/tonight"),
        *states_of("/shares/tonight", who=NEWEST),
        State("/shares/tonight", who=MANAGER, wide=True),
    ],
    "/kick-off": [
        *states_of("/kick-off", ("/kick-off", (SAVE, DONE_WITHOUT_CHOICE))),
        *states_of("/kick-off", who=NEWEST),
        State("/kick-off", who=MANAGER, wide=True),
    ],
    "/shares/:id": [
        *states_of("/shares/{share}", "/shares/{week}", "/shares/{begun}", "/shares/{nowhere}"),
        *states_of("/shares/{share}", who=PARTNER),
        State("/shares/{share}", who=MANAGER, wide=True),
    ],
    "/shares/:id/write": states_of(WRITE),
    "/shares/:id/curate": [
        *states_of(CURATE, who=MANAGER),
        State(CURATE, who=MANAGER, wide=True),
        State(CURATE, who=TRAINER, wide=True),
    ],
    "/cases": [
        *states_of("/cases"),
        *states_of("/cases", who=MANAGER),
        *states_of("/cases", who=REGION),
        State("/cases", who=TRAINER, wide=True),
    ],
    "/cases/:id": [
        *states_of(CASE, "/cases/{nowhere}"),
        *states_of(CASE, f"{CASE}?use", who=PARTNER),
        *states_of(CASE, who=MANAGER),
        State(CASE, who=MANAGER, wide=True),
    ],
}
