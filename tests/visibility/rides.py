"""A ride-along of 小满 with her mentor, as part of the story: asked for, ridden, summed up, one rung up."""

from tests.builders.field import MORNING
from tests.builders.recordings import a_webm
from tests.drills.evening import STARTED
from tests.visibility.steps import CHECK_IN, OUTSIDERS, READ_ONLY, Refusals, Step

THE_TWO: Refusals = {**READ_ONLY, "qihang": 404}
"""Only the two who ride: their manager reads the debrief, a colleague nothing."""

SUMMED_UP = {
    "id": "$debrief",
    "written_at": STARTED,
    "well": "先问了",
    "strength_one": "先谢再问",
    "strength_two": "停了三秒",
    "change": "报价前先问",
    "correction": "skill",
    "mark_preparation": 4,
    "mark_script": 3,
    "mark_result": 4,
    "action": "今晚练三轮",
    "action_due": "2026-03-26",
    "action_seen": "周四一起看",
    "promise": "周四陪去",
    "promise_due": "2026-03-26",
}


def ridden(number: int) -> tuple[Step, ...]:
    """A visit of that day to which the two go together, on the first rung."""
    choice = {"id": f"$choice_{number}", "at": MORNING, "rung": "tell", "leads": "mentor"}
    plan = {"client_id": "$client", "day": "2026-03-24", "purpose": "first"}
    told = {name: value for name, value in CHECK_IN.items() if name != "objections"}
    return (
        Step("visits.plan", "xiaoman", plan, OUTSIDERS, keeps="visit"),
        Step("ride_alongs.ride_to", "hanxue", {"choice": choice}, THE_TWO),
        Step("visits.check_in", "xiaoman", told, READ_ONLY),
    )


ASKED = Step(
    "ride_alongs.ask",
    "xiaoman",
    {"mentor_id": "$hanxue", "apprentice_id": "$xiaoman", "day": "2026-03-25"},
    {"stranger": 403, "dinglei": 403, "hejing": 403, "qihang": 403},
    keeps="ride_along",
)
RIDE_ALONGS = (
    ASKED,
    Step("ride_alongs.withdraw", "xiaoman", {}, {**THE_TWO, "hanxue": 409}),
    ASKED,
    Step(
        "ride_alongs.move",
        "hanxue",
        {"id": "$ride_move", "to_day": "2026-03-24", "why": "明天我不在", "short_notice": True},
        THE_TWO,
    ),
    Step("ride_alongs.accept", "xiaoman", {"short_notice": True}, {**THE_TWO, "hanxue": 409}),
    Step(
        "ride_alongs.prepare",
        "xiaoman",
        {"focus_skill_key": "objections", "help_wanted": "让我试", "to_know": "没有"},
        {**THE_TWO, "hanxue": 403},
    ),
    *ridden(1),
    *ridden(2),
    Step(
        "ride_alongs.note_moment",
        "hanxue",
        {"id": "$moment", "at": MORNING, "visit_id": "$visit", "tag": "heard"},
        THE_TWO,
    ),
    Step(
        "ride_alongs.put_moment_in_words",
        "hanxue",
        {"words": "太贵了"},
        {**THE_TWO, "xiaoman": 403},
    ),
    Step(
        "ride_alongs.step_in",
        "hanxue",
        {"id": "$rescue", "at": MORNING, "visit_id": "$visit", "why": "stuck"},
        {**THE_TWO, "xiaoman": 403},
    ),
    Step(
        "ride_alongs.say_at_the_kerb",
        "hanxue",
        {"id": "$line", "at": MORNING, "visit_id": "$visit"},
        THE_TWO,
    ),
    Step(
        "ride_alongs.keep_voice_line",
        "hanxue",
        refused={**THE_TWO, "xiaoman": 403},
        sent=a_webm("下一家你开口"),
        asked={"seconds": "9"},
    ),
    Step("ride_alongs.watch", "xiaoman", {"at": MORNING}, {**THE_TWO, "hanxue": 403}),
    Step("ride_alongs.unwatch", "xiaoman", None, {**THE_TWO, "hanxue": 403}),
    Step("ride_alongs.replay", "xiaoman", {"of_kind": "moment"}, THE_TWO),
    Step("ride_alongs.debrief", "hanxue", SUMMED_UP, THE_TWO),
    Step(
        "ride_alongs.acknowledge",
        "xiaoman",
        {"id": "$answer_given", "debrief_id": "$debrief", "agrees": True},
        {**THE_TWO, "hanxue": 403},
    ),
    Step("ride_alongs.share", "xiaoman", {"shared": True}, {**THE_TWO, "hanxue": 403}),
    Step(
        "ladder.propose",
        "hanxue",
        {"id": "$move", "skill_key": "objections", "to_rung": "show"},
        {**OUTSIDERS, "qihang": 404, "zhaohui": 404},
        person="xiaoman",
    ),
    Step(
        "ladder.answer",
        "xiaoman",
        {"agrees": True},
        {**OUTSIDERS, "qihang": 404, "hejing": 403},
        person="xiaoman",
    ),
)
BORN_ON_A_DEVICE = (
    "ride_move",
    "choice_1",
    "choice_2",
    "moment",
    "rescue",
    "line",
    "sound",
    "debrief",
    "answer_given",
    "move",
    "try",
)
"""Words of the story for ids that a phone or tablet makes."""
