"""The story of a review, told before the others: who is refused at each step from the plan to the end."""

from tests.drills.evening import STARTED
from tests.visibility.steps import Refusals, Step
from tests.visibility.story import NAME, TRAINERS
from tests.visibility.story_of_shares import NOT_THE_TEAM

OF_HOST = "0190a000-0000-7000-8000-000000000321"
OF_PERSON = "0190a000-0000-7000-8000-000000000320"
SEATLESS: Refusals = {**NOT_THE_TEAM, "qihang": 404}
"""Who has no seat in 小满's review: also a teammate."""

NOT_HOSTING: Refusals = {"stranger": 403, "stranger_admin": 403, "dinglei": 403, "hanxue": 403}
"""Reps and admins host none; a manager of another team does not find whom to review."""

PROMISED = {"words": "先问再答", "how_seen": "下周三看签到", "due": "2026-03-31"}
REVIEWS = (
    Step(
        "reviews.answer_proposal",
        "xiaoman",
        {"taken": True, "day": "2026-03-27", "starts": "17:00"},
        {**SEATLESS, "hanxue": 404},
    ),
    Step(
        "reviews.plan",
        "hejing",
        {"kind": "weekly", "person_id": "$xiaoman", "day": "2026-03-25", "starts": "16:30"},
        {**NOT_HOSTING, "liqun": 403, "zhaohui": 404},
        keeps="review",
    ),
    Step(
        "reviews.move",
        "xiaoman",
        {"day": "2026-03-24", "starts": "16:30", "reason": "展会"},
        {**SEATLESS, "hanxue": 403},
    ),
    Step("reviews.open_pre_read", "hanxue", refused=SEATLESS),
    Step(
        "reviews.write_pre_read",
        "xiaoman",
        {"person": {"wants": "怎么约老板"}},
        {**SEATLESS, "hanxue": 403, "hejing": 403},
    ),
    Step(
        "reviews.write_preparation",
        "hejing",
        {"words": "先听他说"},
        {**SEATLESS, "hanxue": 403, "xiaoman": 403},
    ),
    Step("reviews.start", "hanxue", {"started_at": STARTED}, SEATLESS),
    Step("reviews.answer", "hanxue", {"words": "还差两单"}, SEATLESS),
    Step(
        "reviews.put_commitments",
        "xiaoman",
        {
            "promises": [
                {"id": OF_PERSON, "owner_id": "$xiaoman", "correction": "skill", **PROMISED},
                {"id": OF_HOST, "owner_id": "$hejing", **PROMISED},
            ]
        },
        SEATLESS,
    ),
    Step(
        "reviews.agree",
        "hejing",
        {"promises_version": 1, "agreed_at": STARTED},
        {**SEATLESS, "hanxue": 403},
    ),
    Step(
        "reviews.skip",
        "hejing",
        {"reason": "展会"},
        {**SEATLESS, "hanxue": 403, "xiaoman": 403},
    ),
    Step(
        "review_series.begin",
        "hejing",
        {
            "kind": "weekly",
            "person_id": "$xiaoman",
            "weekday": 4,
            "starts": "16:30",
            "starts_on": "2026-03-24",
        },
        {**NOT_HOSTING, "liqun": 403, "zhaohui": 404},
        keeps="series",
    ),
    Step(
        "review_series.change",
        "hejing",
        {"starts": "17:00"},
        {**SEATLESS, "hanxue": 404, "xiaoman": 403},
        version=1,
    ),
    Step("review_questions.change", "sumin", {"text": NAME}, TRAINERS, version=0),
)
