"""What the organisation decides for itself, by those who keep it."""

from tests.e2e.scenery import ADMIN, MANAGER, TRAINER
from tests.e2e.states import DONE, SAVE, State, states_of

INSIDE = "https://192.168.0.9/send"
WECOM = "input[name=kind][value=wecom]"

DECIDED: dict[str, list[State]] = {
    "/organisation": [
        *states_of("/organisation", who=ADMIN),
        *states_of("/organisation", who=MANAGER),
        *states_of("/organisation"),
    ],
    "/organisation/settings": [
        *states_of(
            "/organisation/settings",
            (
                "/organisation/settings",
                (("input[name=name]", " "), ("input[name=zone]", "?"), SAVE),
            ),
            ("/organisation/settings", (".rows .btn.icon",)),
            ("/organisation/settings", ("form section > .btn", "dialog .btn.main")),
            who=ADMIN,
        ),
        *states_of("/organisation/settings", who=MANAGER),
    ],
    "/organisation/calendar": [
        *states_of(
            "/organisation/calendar",
            ("/organisation/calendar", (".rows .btn.icon",)),
            who=ADMIN,
        ),
        *states_of("/organisation/calendar", who=MANAGER),
    ],
    "/organisation/rules": [
        *states_of(
            "/organisation/rules",
            (
                "/organisation/rules",
                (".card .btn", ("input[name=applies_from]", "2020-01-01"), DONE),
            ),
            who=ADMIN,
        ),
        *states_of("/organisation/rules", who=MANAGER),
    ],
    "/organisation/teams": [
        *states_of(
            "/organisation/teams",
            "/organisation/teams?team={team}",
            ("/organisation/teams?new", (DONE,)),
            who=ADMIN,
        ),
        *states_of("/organisation/teams", who=MANAGER),
    ],
    "/organisation/products": [
        *states_of(
            "/organisation/products",
            "/organisation/products?product={product}",
            ("/organisation/products?new", (DONE,)),
            who=ADMIN,
        ),
        *states_of("/organisation/products", who=MANAGER),
    ],
    "/organisation/camp": [
        *states_of(
            "/organisation/camp",
            (
                "/organisation/camp",
                (
                    ".card .btn.icon",
                    ("input[name=title-zh]", " "),
                    ("input[name=title-en]", " "),
                    DONE,
                ),
            ),
            who=TRAINER,
        ),
        *states_of("/organisation/camp", who=ADMIN),
    ],
    "/organisation/marks": [
        *states_of(
            "/organisation/marks",
            (
                "/organisation/marks",
                (
                    ".card .btn.icon",
                    ("textarea[name=mark-1-zh]", " "),
                    ("textarea[name=mark-1-en]", " "),
                    DONE,
                ),
            ),
            who=TRAINER,
        ),
        *states_of("/organisation/marks", who=ADMIN),
    ],
    "/organisation/robots": [
        *states_of(
            "/organisation/robots",
            "/organisation/robots?robot={robot}",
            ("/organisation/robots?new", (DONE,)),
            ("/organisation/robots?new", (WECOM, ("input[name=address]", INSIDE), DONE)),
            who=ADMIN,
        ),
        *states_of("/organisation/robots", "/organisation/robots?new", who=MANAGER),
        State("/organisation/robots", who=ADMIN, wide=True),
    ],
    "/organisation/mentors": [
        *states_of(
            "/organisation/mentors",
            "/organisation/mentors?pair={pair}",
            ("/organisation/mentors?for={unjoined}", (DONE,)),
            ("/organisation/mentors", ("main > .btn",)),
            who=ADMIN,
        ),
        *states_of("/organisation/mentors", who=MANAGER),
    ],
}
