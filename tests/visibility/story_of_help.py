"""The part of the story in which somebody asks for help, is answered, and closes it."""

from tests.builders.recordings import a_webm
from tests.drills.evening import STARTED
from tests.visibility.steps import OUTSIDERS, READ_ONLY, Step

ASKED_ABOUT = {
    "kind": "price",
    "about": {"kind": "client", "id": "$client"},
    "needed": "now",
    "audience": "manager",
    "happened_at": STARTED,
}
HELP = (
    Step("help_requests.ask", "xiaoman", ASKED_ABOUT, keeps="request"),
    Step(
        "help_requests.keep_voice_note",
        "xiaoman",
        refused=READ_ONLY,
        sent=a_webm("他想分两次付"),
        asked={"seconds": "9"},
    ),
    Step("help_requests.remove_voice_note", "xiaoman", refused=READ_ONLY),
    Step(
        "help_requests.see",
        "hejing",
        refused={**OUTSIDERS, "qihang": 404, "xiaoman": 403, "hanxue": 403},
    ),
    Step("help_requests.answer", "hejing", {"words": "可以"}, {**OUTSIDERS, "qihang": 404}),
    Step(
        "help_requests.hand_over",
        "hejing",
        {"helper_id": "$hanxue"},
        {**OUTSIDERS, "qihang": 404, "hanxue": 409},
    ),
    Step("help_requests.try_out", "xiaoman", {}, {**READ_ONLY, "hanxue": 403}),
    Step("help_requests.close", "xiaoman", {"helped": "yes"}, {**READ_ONLY, "hanxue": 403}),
    Step(
        "help_requests.harvest",
        "xiaoman",
        {"kind": "case", "words": "第二笔写进合同"},
        {**OUTSIDERS, "qihang": 404},
    ),
)
