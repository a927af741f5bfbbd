"""The part of the story in which somebody tells the team, and a case of the whole company comes of it."""

from tests.builders.field import MORNING
from tests.builders.recordings import a_webm
from tests.visibility.steps import OUTSIDERS, Refusals, Step

NOT_THE_TEAM: Refusals = {**OUTSIDERS, "zhaohui": 404, "liqun": 404, "sumin": 404, "admin": 404}
"""Who finds no share there: it was told to one team."""

NOT_THE_AUTHOR: Refusals = {**NOT_THE_TEAM, "qihang": 403, "hejing": 403}
SHARES = (
    Step(
        "shares.tell",
        "xiaoman",
        {"kind": "tip", "words": "先问再答"},
        {"liqun": 409, "sumin": 409, "admin": 409},
        keeps="share",
    ),
    Step("shares.change", "xiaoman", {"words": "先问，再答"}, NOT_THE_AUTHOR, version=1),
    Step("shares.withdraw", "xiaoman", refused=NOT_THE_AUTHOR),
)
NOT_THE_TRIER: Refusals = {**NOT_THE_TEAM, "xiaoman": 404, "hanxue": 404, "hejing": 404}
"""What somebody wants to try is theirs alone."""

PARTS = [{"key": "problems", "words": "先问当时谁回询盘。"}]
OTHERS_CASE: Refusals = {
    "stranger": 404,
    "stranger_admin": 404,
    "admin": 404,
    "dinglei": 403,
    "xiaoman": 403,
    "zhaohui": 403,
    "liqun": 403,
}
"""Everybody but the admin reads a case; its keeper writes it."""

CASES = (
    # A signature of before has begun this share for the rep.
    Step("shares.publish", "xiaoman", {"parts": PARTS}, {**NOT_THE_TEAM, "hejing": 404}),
    Step("shares.tap", "qihang", refused={**NOT_THE_TEAM, "xiaoman": 409}),
    Step(
        "shares.keep_voice_note",
        "xiaoman",
        refused=NOT_THE_AUTHOR,
        sent=a_webm("他自己就算出来了"),
        asked={"part": "signed", "seconds": "9"},
    ),
    Step("shares.remove_voice_note", "xiaoman", refused=NOT_THE_AUTHOR),
    Step("shares.offer", "xiaoman", refused=NOT_THE_AUTHOR),
    Step(
        "cases.curate",
        "hejing",
        {"share_id": "$share", "title": "先问再答", "parts": PARTS},
        {**OUTSIDERS, "zhaohui": 404, "admin": 404, "xiaoman": 403, "qihang": 403},
        keeps="case",
    ),
    Step("cases.change", "hejing", {"title": "先问，再答"}, OTHERS_CASE, version=2),
    Step("cases.check", "hejing", {}, OTHERS_CASE),
    Step(
        "cases.tell_use",
        "qihang",
        {"result": "worked"},
        {**OUTSIDERS, "hejing": 409, "xiaoman": 404, "admin": 404},
    ),
    Step(
        "tries.wish",
        "qihang",
        {"share_id": "$share", "wished_at": MORNING},
        {**NOT_THE_TEAM, "xiaoman": 409, "hejing": 403, "sumin": 403},
    ),
    Step("tries.tell", "qihang", {"visit_id": "$visit", "result": None}, NOT_THE_TRIER),
    Step("tries.take_back", "qihang", refused=NOT_THE_TRIER),
    Step(
        "cases.play",
        "qihang",
        {"client_id": "$own_client"},
        {**OUTSIDERS, "hejing": 403, "sumin": 403, "xiaoman": 404, "admin": 404},
    ),
    Step("shares.keep_in_team", "xiaoman", refused={**NOT_THE_AUTHOR, "sumin": 403}),
)
