"""Where people stand beside one another: ride-alongs, reviews, goals, promises, help, PKs and interviews."""

from tests.e2e.scenery import MANAGER, MENTOR, NEWEST, OWING, PARTNER, REGION, TRAINER
from tests.e2e.states import DONE, SAVE, State, states_of

ADD_PROMISE = "section .row > .btn.quiet"
SETTLE = "section .row > .btn:not(.quiet)"
REVIEWS = ("review", "talk", "agreed")
RIDE = "/ride-alongs/{ride}"
PLAN = "footer .btn.main"
TRIED = "main .card > .btn >> nth=0"
PLANNED = "/training/plans?one={plan}"
ADD_MATERIAL, CHANGE_MATERIAL = "section:not(.card) > .btn", ".rows .btn.icon >> nth=0"
CERTIFICATIONS = "/training/certifications"
MARK = "form button[type=submit]"
DEBRIEF = "/ride-alongs/{ride}/debrief"

BESIDE: dict[str, list[State]] = {
    "/ride-alongs": [
        *states_of("/ride-alongs", "/ride-alongs?new", ("/ride-alongs?new", ("dialog .btn.main",))),
        *states_of("/ride-alongs", who=NEWEST),
        *states_of("/ride-alongs", "/ride-alongs?new", who=REGION),
        State("/ride-alongs", who=MANAGER, wide=True),
    ],
    "/ride-alongs/:id": [
        *states_of(RIDE, "/ride-alongs/{nowhere}"),
        *states_of(RIDE, (RIDE, (".strip .boss .btn",)), (RIDE, (".strip > .main",)), who=MENTOR),
        *states_of(
            "/ride-alongs/{asked_ride}",
            ("/ride-alongs/{asked_ride}", ("main .btn:not(.main)", "dialog .btn.main")),
            "/ride-alongs/{ridden}",
            who=MANAGER,
        ),
        *states_of(("/ride-alongs/{asked_ride}", ("main .card .main",)), who=PARTNER),
        State(RIDE, who=MENTOR, wide=True),
        State(RIDE, wide=True),
    ],
    "/ride-alongs/:id/debrief": [
        *states_of(DEBRIEF, (DEBRIEF, (SAVE,)), who=MENTOR),
        *states_of(DEBRIEF, "/ride-alongs/{ridden}/debrief"),
        *states_of("/ride-alongs/{ridden}/debrief", who=MANAGER),
        State(DEBRIEF, (SAVE,), who=MENTOR, wide=True),
        State("/ride-alongs/{ridden}/debrief", who=MENTOR, wide=True),
    ],
    "/reminders": [
        *states_of("/reminders"),
        *states_of("/reminders", who=MENTOR),
        *states_of("/reminders", who=NEWEST),
        State("/reminders", wide=True),
    ],
    "/me/reminders": [
        *states_of("/me/reminders", ("/me/reminders", ("input[value=evening]",))),
        State("/me/reminders", wide=True),
    ],
    "/me/ladder": [*states_of("/me/ladder"), State("/me/ladder", wide=True)],
    "/me/loops": [*states_of("/me/loops"), State("/me/loops", wide=True)],
    "/people/:id/loops": states_of("/people/{rep}/loops", "/people/{nowhere}/loops", who=MENTOR),
    "/people/:id/ladder": states_of("/people/{rep}/ladder", "/people/{nowhere}/ladder", who=MENTOR),
    "/pulse": [
        *states_of("/pulse", ("/pulse", ("form .btn.main",))),
        *states_of("/pulse", who=MANAGER),
        *states_of("/pulse", who=REGION),
    ],
    "/me/growth": [
        *states_of("/me/growth", "/me/growth?to=2026-01-04"),
        *states_of("/me/growth", who=NEWEST),
        State("/me/growth", wide=True),
    ],
    "/people/:id/growth": states_of(
        "/people/{rep}/growth", "/people/{nowhere}/growth", who=MANAGER
    ),
    "/reviews": [
        State("/reviews"),
        *[State("/reviews", who=who) for who in (NEWEST, MANAGER, REGION)],
        State("/reviews", who=MANAGER, wide=True),
    ],
    "/reviews/:id": [
        *states_of("/reviews/{review}", "/reviews/{talk}", "/reviews/{agreed}"),
        *states_of("/reviews/{proposed}", "/reviews/{nowhere}", "/reviews/series"),
        *states_of(
            ("/reviews/{review}", ("footer .btn", "dialog .btn.main")),
            ("/reviews/{talk}", (ADD_PROMISE, "dialog .btn.main")),
            ("/reviews/{talk}", (ADD_PROMISE, "input[value=skill]")),
            ("/reviews/{talk}", (SETTLE, "dialog .btn.main")),
            ("/reviews/{proposed}", ("main .btn.main",)),
        ),
        *states_of("/reviews/{review}", "/reviews/{talk}", who=MANAGER),
        *states_of(
            "/reviews/series",
            ("/reviews/series", (SAVE, DONE)),
            ("/reviews/series", ("article .btn",)),
            ("/reviews/series", ("article .btn.quiet", DONE)),
            who=MANAGER,
        ),
        *[State(f"/reviews/{{{one}}}", who=MANAGER, wide=True) for one in REVIEWS],
        *states_of("/reviews/series", who=REGION),
        *states_of("/reviews/questions", ("/reviews/questions", (".rows .btn.icon",)), who=TRAINER),
    ],
    "/rivals": [
        *states_of("/rivals"),
        *states_of("/rivals", who=NEWEST),
        *states_of("/rivals", who=MANAGER),
        State("/rivals", wide=True),
    ],
    "/rivals/:id": [
        *states_of("/rivals/{pk}", "/rivals/{pk}?withdraw", "/rivals/{nowhere}"),
        *states_of("/rivals/{asked_pk}", ("/rivals/{asked_pk}", (".card .btn.main",)), who=MENTOR),
        *states_of("/rivals/{pk_over}", who=MENTOR),
        *states_of("/rivals/new", who=NEWEST),
        *states_of(
            ("/rivals/new", ("input[name=rival] >> nth=1", "details summary", SAVE)), who=NEWEST
        ),
        State("/rivals/{pk}", wide=True),
    ],
    "/interviews": [
        *states_of("/interviews"),
        *states_of("/interviews", who=NEWEST),
        *states_of("/interviews", who=MANAGER),
        *states_of("/interviews", who=REGION),
        State("/interviews", who=MANAGER, wide=True),
    ],
    "/interviews/:id": [
        *states_of(
            "/interviews/{interview}",
            ("/interviews/{interview}", (".card .btn.main",)),
            "/interviews/{interview}?move",
            ("/interviews/{interview}?move", ("dialog .btn.main",)),
            "/interviews/{interview_held}",
            "/interviews/{nowhere}",
        ),
        State("/interviews/{interview_held}", wide=True),
    ],
    "/training": [
        State("/training"),
        *[State("/training", who=who) for who in (NEWEST, MANAGER, TRAINER)],
        *states_of(("/training", (PLAN,)), ("/training", (PLAN, DONE)), who=TRAINER),
        State("/training", who=MANAGER, wide=True),
    ],
    "/training/:id/:material?": [
        *states_of("/training/{class}/{material}", "/training/{class}/{nowhere}"),
        *states_of(("/training/{class}", (ADD_MATERIAL, "dialog .btn.main")), who=MANAGER),
        *states_of(("/training/{class}", (CHANGE_MATERIAL, "dialog form .btn.main")), who=MANAGER),
        *states_of("/training/{class}", "/training/{closed_class}", "/training/{nowhere}"),
        *states_of(("/training/{class}", (TRIED, "dialog .btn.main"))),
        *states_of("/training/{class}", "/training/{next_class}", who=MANAGER),
        *states_of(
            ("/training/{next_class}", ("footer .btn.quiet", "dialog .btn.main")),
            ("/training/{next_class}", ("footer .btn.main", DONE)),
            ("/training/{class}", ("footer .btn:not(.main)", "dialog .btn.main")),
            ("/training/{class}", ("input[value=missed] >> nth=0", "dialog .btn.main")),
            who=MANAGER,
        ),
        State("/training/{class}", who=MANAGER, wide=True),
        State("/training/{class}", wide=True),
        *states_of("/training/series", "/training/plans", PLANNED),
        *states_of("/training/series", "/training/plans", who=NEWEST),
        *states_of(
            ("/training/series", (PLAN, DONE)),
            ("/training/series", ("article .btn:not(.quiet)",)),
            ("/training/series", ("article .btn.quiet", DONE)),
            ("/training/plans", (PLAN,)),
            PLANNED,
            (PLANNED, ("[role=group] .btn.icon", ("input[name=topic]", " "), DONE)),
            who=MANAGER,
        ),
        *states_of("/training/series", ("/training/series", (PLAN, DONE)), who=TRAINER),
        *states_of(("/training/plans", (PLAN,)), who=TRAINER),
        State("/training/series", who=MANAGER, wide=True),
        State(PLANNED, who=MANAGER, wide=True),
        *states_of(CERTIFICATIONS, f"{CERTIFICATIONS}?one={{not_yet}}"),
        *states_of(
            (CERTIFICATIONS, (PLAN, "dialog button[type=submit]")),
            (f"{CERTIFICATIONS}?one={{to_mark}}", ("input[name=opening] >> nth=2", MARK)),
            who=MANAGER,
        ),
        State(f"{CERTIFICATIONS}?one={{not_yet}}", who=MANAGER, wide=True),
        *states_of(CERTIFICATIONS, who=NEWEST),
        *states_of("/training/camps", "/training/coverage", "/training/coverage?person={rep}"),
        *states_of("/training/coverage", who=NEWEST),
        *states_of(
            ("/training/camps", (PLAN, DONE)),
            "/training/coverage",
            "/training/coverage?person={rep}",
            who=MANAGER,
        ),
        *states_of(
            "/training/camps",
            "/training/coverage",
            "/training/coverage?team={team}",
            who=TRAINER,
        ),
        State("/training/coverage", who=MANAGER, wide=True),
        *states_of("/training/topics", ("/training/topics", (PLAN, "dialog .btn.main"))),
        *states_of("/training/topics", who=NEWEST),
        *states_of(
            "/training/topics",
            ("/training/topics", ("article .btn >> nth=0",)),
            who=TRAINER,
        ),
    ],
    "/camp": [
        *states_of("/camp", ("/camp", ("details >> nth=0",))),
        *states_of(
            "/camp",
            ("/camp", ("footer .btn.main", "dialog .btn.main")),
            ("/camp", (".split .stack:last-child .card .btn", "dialog .btn.main")),
            who=NEWEST,
        ),
        State("/camp", who=PARTNER),
        State("/camp", who=NEWEST, wide=True),
    ],
    "/camps/:id": [
        *states_of("/camps/{camp}", "/camps/{camp_over}", "/camps/{nowhere}", who=MANAGER),
        *states_of("/camps/{camp_over}", who=MENTOR),
        *states_of("/camps/{camp}", who=TRAINER),
        State("/camps/{camp}", who=MANAGER, wide=True),
    ],
    "/goals": [
        *states_of(
            "/goals",
            "/goals?new",
            ("/goals?new", ("input[name=metric][value=collected]", "dialog .btn.main")),
        ),
        *states_of("/goals", who=NEWEST),
        *states_of("/goals", "/goals?new", who=MANAGER),
        State("/goals", wide=True),
        State("/goals", who=MANAGER, wide=True),
    ],
    "/goals/:id": [
        *states_of(
            "/goals/{goal}",
            "/goals/{goal}?change",
            "/goals/{missed_goal}",
            "/goals/{missed_goal}?answer",
            ("/goals/{missed_goal}?answer", ("dialog .btn.main",)),
            "/goals/{nowhere}",
        ),
        *states_of("/goals/{proposed_goal}", who=MANAGER),
        *states_of("/goals/{owed_goal}", "/goals/{owed_goal}?advise", who=OWING),
        State("/goals/{goal}", wide=True),
    ],
    "/promises": [
        *states_of(
            "/promises",
            "/promises?promise={promise}",
            ("/promises?promise={promise}", ("input[name=outcome][value=not]", "dialog .btn.main")),
            "/promises?promise={promise}&move",
        ),
        *states_of("/promises", who=NEWEST),
        *states_of("/promises", who=OWING),
        State("/promises", wide=True),
    ],
    "/people/:id/promises": [
        *states_of("/people/{manager}/promises", "/people/{nowhere}/promises"),
        State("/people/{manager}/promises", wide=True),
    ],
    "/help-requests": [
        *states_of("/help-requests", "/help-requests?closed"),
        *states_of("/help-requests", who=NEWEST),
        *states_of("/help-requests?closed", who=MANAGER),
        *states_of("/help-requests", who=REGION),
        State("/help-requests", who=MANAGER, wide=True),
    ],
    "/help-requests/new": [
        *states_of(
            "/help-requests/new",
            ("/help-requests/new", (SAVE,)),
            ("/help-requests/new?about=visit:{today}", ("input[value=personal]",)),
        ),
        State("/help-requests/new", wide=True),
    ],
    "/help-requests/:id": [
        *states_of(
            "/help-requests/{asked}",
            "/help-requests/{answered}",
            ("/help-requests/{answered}", ("article .btn.quiet",)),
            ("/help-requests/{asked}", ("article .btn.quiet >> nth=1",)),
            "/help-requests/{nowhere}",
        ),
        *states_of(
            "/help-requests/{asked}",
            ("/help-requests/{asked}", ("input[value=drill]", "article .btn.main")),
            ("/help-requests/{asked}", ("article .row.wrap .btn", "dialog .btn.main")),
            who=MANAGER,
        ),
        State("/help-requests/{asked}", wide=True),
        State("/help-requests/{answered}", who=MANAGER, wide=True),
    ],
}
