"""What two people agree on: promises and goals, a miss and its advice, a success and its thanks."""

from tests.builders.people import an_id
from tests.goals.setting import STEP
from tests.visibility.steps import OUTSIDERS, Refusals, Step

BETWEEN_TWO: Refusals = {**OUTSIDERS, "qihang": 404, "hanxue": 403}
"""The mentor reads a promise; the two who agreed on it change it."""

COMMITMENTS = (
    Step(
        "commitments.change",
        "xiaoman",
        {"how_seen": "周五一起看"},
        {**BETWEEN_TWO, "hejing": 403},
        version=1,
    ),
    Step("commitments.move", "hejing", {"due": "2026-03-27", "why": "我周四不在"}, BETWEEN_TWO),
    Step("commitments.settle", "hejing", {"outcome": "kept"}, BETWEEN_TWO),
    Step(
        "commitments.reply",
        "xiaoman",
        {"words": "周三就做完了。"},
        {**BETWEEN_TWO, "hejing": 409},
    ),
)
THE_REPS: Refusals = {**BETWEEN_TWO, "hejing": 403}
THE_MANAGERS: Refusals = {**BETWEEN_TWO, "xiaoman": 403}
PROPOSAL = str(an_id(661))

GOALS = (
    Step("goals.advise", "hejing", STEP, THE_MANAGERS),
    Step("goals.answer_advice", "xiaoman", {"answer": "agree"}, THE_REPS),
    Step(
        "goals.propose",
        "xiaoman",
        {
            "owner_id": "$xiaoman",
            "period": "week",
            "day": "2026-03-24",
            "metric": "visits",
            "target": 2,
        },
        BETWEEN_TWO,
        keeps="goal",
    ),
    Step("goals.propose_change", "xiaoman", {"id": PROPOSAL, "target": 1}, BETWEEN_TWO),
    Step("goals.agree", "hejing", {"version_id": PROPOSAL}, {**BETWEEN_TWO, "xiaoman": 409}),
    Step("goals.reward", "hejing", {"why": "每家都约好了下一步"}, THE_MANAGERS),
)
"""The goal of the first two steps was missed last week; the one proposed here is met by the visit of the story."""
