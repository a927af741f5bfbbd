"""Every route that changes something, as one story: at each step the wrong people are refused, then the right one is not.

Words with a `$` stand for ids made earlier in the story or by the world. That the right person succeeds with the
same request shows that the others were refused for who they are, and that their tries changed nothing.
"""

from tests.builders.field import an_objection, yuan
from tests.builders.people import PASSWORD
from tests.builders.recordings import a_webm
from tests.drills.evening import STARTED, answers
from tests.visibility.agreed import COMMITMENTS, GOALS
from tests.visibility.reminded import REMINDERS
from tests.visibility.rides import RIDE_ALONGS
from tests.visibility.rivals import INTERVIEWS, RIVALS
from tests.visibility.steps import CHECK_IN, OUTSIDERS, READ_ONLY, Refusals, Step
from tests.visibility.story_of_help import HELP
from tests.visibility.story_of_shares import CASES, SHARES
from tests.visibility.trained import TRAINING

ADMINS: Refusals = {"stranger": 403, "dinglei": 403, "hejing": 403, "sumin": 403}
TRAINERS: Refusals = {"stranger": 403, "dinglei": 403, "hejing": 403}
"""Everybody may read these; their keepers write them."""

NAME = {"zh": "远航版", "en": "Voyage"}
WORDS = {"zh": "先问再答", "en": "Asks before answering"}


OPEN_TO_ALL = {
    "me.change": "the address is whoever asks",
    "me.change_password": "the address is whoever asks",
    "drills.postpone": "the evening is whoever asks'",
    "drills.take_up_again": "the evening is whoever asks'",
    "drills.wish_partner": "the evening is whoever asks'",
    "drills.withdraw_wish": "the evening is whoever asks'",
    "drills.reflect": "the evening is whoever asks'",
    "kick_offs.take_back": "the morning is whoever asks'",
    "reminders.see_all": "the address is whoever asks",
    "reminders.choose": "the address is whoever asks",
    "push.subscribe": "a phone is subscribed for whoever asks",
    "answers.add": "anybody finds an answer; it lands in the playbook of whoever asks",
}
WITHOUT_SIGNING_IN = {
    "sign_in.open": "where signing in begins",
    "sign_in.refresh": "carries its own secret, the refresh token",
    "sign_in.end": "signing out twice is no fault",
    "invitations.look": "carries its own secret, the link",
    "invitations.accept": "carries its own secret, the link",
}

PEOPLE = (
    Step(
        "people.add",
        "hejing",
        {
            "login": "he.shan",
            "family_name": "贺",
            "given_name": "山",
            "role": "rep",
            "team_id": "$gull",
            "joined_on": "2026-03-02",
        },
        {"stranger": 403, "stranger_admin": 409, "dinglei": 403, "zhaohui": 403, "hanxue": 403},
        keeps="person",
    ),
    Step("people.invite", "hejing", refused={**OUTSIDERS, "zhaohui": 404, "hanxue": 404}),
    Step("people.change", "hejing", {"newcomer": True}, version=1),
    Step("people.disable", "hejing", {"reason": "Left"}, {**OUTSIDERS, "hanxue": 404}),
    Step("people.enable", "hejing", refused={**OUTSIDERS, "hanxue": 404}),
    Step(
        "mentor_pairs.start",
        "hejing",
        {"mentor_id": "$qihang", "apprentice_id": "$person", "starts_on": "2026-03-24"},
        {**OUTSIDERS, "zhaohui": 404},
        keeps="pair",
    ),
    Step("mentor_pairs.end", "hejing", {"ends_on": "2026-03-30"}),
)
ORGANISATION = (
    Step("organisation.change", "admin", {"round_minutes": 5}, ADMINS, version=1),
    Step("organisation.set_day", "admin", {"working": True, "name": "调休"}, ADMINS),
    Step("organisation.clear_day", "admin", refused=ADMINS),
    Step(
        "teams.add",
        "admin",
        {"name": NAME, "kind": "team", "parent_id": "$east"},
        {**ADMINS, "stranger_admin": 409},
        keeps="team",
    ),
    Step("teams.change", "admin", {"name": WORDS}, {**ADMINS, "stranger_admin": 404}, version=1),
    Step(
        "effective_visit_rules.add",
        "admin",
        {"requires": ["met_contact"], "applies_from": "2026-03-24"},
        ADMINS,
    ),
)
PLAYBOOK = (
    Step(
        "playbook.change_skill",
        "sumin",
        {"name": NAME},
        {**TRAINERS, "stranger_admin": 404},
        version=1,
    ),
    Step(
        "playbook.add_behaviour",
        "sumin",
        {"skill_id": "$skill", "text": WORDS},
        {**TRAINERS, "stranger_admin": 404},
        keeps="behaviour",
    ),
    Step(
        "playbook.change_behaviour",
        "sumin",
        {"retired": True},
        {**TRAINERS, "stranger_admin": 404},
        version=1,
    ),
    Step(
        "playbook.add_objection_type",
        "sumin",
        {"key": "moving", "name": NAME, "short": NAME, "words": WORDS, "answer": WORDS},
        TRAINERS,
        keeps="type",
    ),
    Step(
        "playbook.change_objection_type",
        "sumin",
        {"retired": True},
        {**TRAINERS, "stranger_admin": 404},
        version=1,
    ),
)
ANSWERS = (
    Step(
        "answers.add",
        "xiaoman",
        {"type_key": "price", "text": "按单算，不按年算。"},
        {},
        keeps="answer",
    ),
    Step(
        "answers.change",
        "xiaoman",
        {"text": "一单赚多少？按单算。"},
        {**OUTSIDERS, "dinglei": 403, "qihang": 403, "hejing": 403},
        version=1,
    ),
    Step("answers.check", "sumin", {}, {**TRAINERS, "stranger_admin": 404, "xiaoman": 403}),
)
CLIENTS = (
    Step(
        "clients.add",
        "xiaoman",
        {"name": "暖屿灯饰"},
        {"admin": 403, "sumin": 403, "liqun": 403},
        keeps="client",
    ),
    Step("clients.change", "xiaoman", {"industry": "灯具"}, version=1),
    Step("clients.add_contact", "xiaoman", {"name": "吴建平", "role": "boss"}),
    Step("clients.change_contact", "xiaoman", {"title": "总经理"}, version=3),
    Step("clients.remove_contact", "xiaoman", version=4),
    Step("clients.write_sheet", "xiaoman", answers(), version=0, keeps="sheet_version"),
)
DEALS = (
    Step(
        "products.add",
        "admin",
        {"key": "voyage", "name": NAME, "price": yuan(29_800)},
        ADMINS,
        keeps="product",
    ),
    Step(
        "products.change", "admin", {"retired": True}, {**ADMINS, "stranger_admin": 404}, version=1
    ),
    Step(
        "deals.open",
        "xiaoman",
        {"client_id": "$client", "amount": yuan(9_000)},
        READ_ONLY,
        keeps="deal",
    ),
    Step("deals.change", "xiaoman", {"amount": yuan(8_000)}, READ_ONLY, version=1),
    Step("deals.lose", "xiaoman", {"lost_on": "2026-03-24", "reason": "没有预算"}, READ_ONLY),
    Step(
        "deals.open",
        "xiaoman",
        {"client_id": "$client", "amount": yuan(9_000)},
        READ_ONLY,
        keeps="deal",
    ),
    Step("deals.sign", "xiaoman", {"signed_on": "2026-03-24"}, READ_ONLY),
    Step(
        "deals.receive_payment",
        "xiaoman",
        {"amount": yuan(500), "received_on": "2026-03-24"},
        READ_ONLY,
    ),
)
REALITY = {
    "told_at": STARTED,
    "items": [
        {
            "expected": "nowhere",
            "objection_id": an_objection(1)["id"],
            "type_key": "noresult",
            "result": "answered",
        }
    ],
}
POSTPONED = {"reason": "family", "to_day": "2026-03-30", "to_part": "evening"}
VISITS = (
    Step(
        "visits.plan",
        "xiaoman",
        {"client_id": "$client", "day": "2026-03-24", "purpose": "first"},
        OUTSIDERS,
        keeps="visit",
    ),
    Step("visits.change_plan", "xiaoman", {"aim": "看后台"}, READ_ONLY, version=1),
    Step("kick_offs.tell", "xiaoman", {"visit_id": "$visit", "wants_company": True}, READ_ONLY),
    Step("kick_offs.take_back", "xiaoman", refused={}),
    Step("visits.cancel", "xiaoman", {"reason": "他出差了"}, READ_ONLY),
    Step(
        "visits.plan",
        "xiaoman",
        {"client_id": "$client", "day": "2026-03-24", "purpose": "first"},
        OUTSIDERS,
        keeps="visit",
    ),
    Step(
        "visits.move",
        "xiaoman",
        {"to_day": "2026-03-25", "reason": "他在展会"},
        READ_ONLY,
        keeps="visit",
    ),
    Step("visits.check_in", "xiaoman", CHECK_IN, READ_ONLY),
    Step(
        "visits.keep_voice_note",
        "xiaoman",
        refused=READ_ONLY,
        sent=a_webm("他想先看后台"),
        asked={"seconds": "12"},
    ),
    Step("visits.amend_check_in", "xiaoman", {"note": "先看后台"}, READ_ONLY, version=2),
    Step("visits.remove_voice_note", "xiaoman", refused=READ_ONLY),
)
DRILLS = (
    Step(
        "drills.start",
        "xiaoman",
        {"day": "2026-03-24", "people_ids": ["$qihang"], "started_at": STARTED},
        {"stranger": 409, "stranger_admin": 409},
        keeps="drill",
    ),
    Step(
        "drills.play_round",
        "xiaoman",
        {
            "client_id": "$client",
            "sheet_version_id": "$sheet_version",
            "rep_id": "$xiaoman",
            "boss_id": "$qihang",
            "briefed": True,
            "started_at": STARTED,
            "seconds": 300,
            "verdict": "would_meet_again",
        },
        READ_ONLY,
        keeps="round",
    ),
    Step(
        "drills.correct_round",
        "xiaoman",
        {"rep_words": "我急了"},
        {**READ_ONLY, "qihang": 403},
        version=1,
    ),
    Step("drills.acknowledge", "qihang", refused=READ_ONLY),
    Step("drills.wrap", "qihang", {"wrapped_at": STARTED}, READ_ONLY),
    Step("drills.check_reality", "xiaoman", REALITY, READ_ONLY),
)
EVENINGS = (
    Step("drills.postpone", "xiaoman", POSTPONED, {}),
    Step("drills.take_up_again", "xiaoman", None, {}),
    Step("drills.wish_partner", "xiaoman", None, {}),
    Step("drills.offer", "qihang", None, {**OUTSIDERS, "zhaohui": 404}, person="xiaoman"),
    Step("drills.take_back_offer", "qihang", None, OUTSIDERS, person="xiaoman"),
    Step("drills.withdraw_wish", "xiaoman", None, {}),
    Step("drills.reflect", "xiaoman", {"words": "先问再答"}, {}),
)
HAND_OVER = (
    Step(
        "clients.hand_over",
        "hejing",
        {"from_id": "$xiaoman", "to_id": "$qihang"},
        {"stranger_admin": 404, "dinglei": 403, "zhaohui": 403, "hanxue": 403},
    ),
)
# Who looked after the client until now is told where it went.
AFTERWARDS = (
    Step(
        "clients.change",
        "qihang",
        {"district": "北仑"},
        {**OUTSIDERS, "xiaoman": 409},
        version=6,
    ),
)
# A new password ends every other sign-in, so it comes last.
ONESELF = (
    Step("me.change", "xiaoman", {"language": "en"}, {}, version=1),
    Step("me.change_password", "xiaoman", {"current": PASSWORD, "new": "a new way in"}, {}),
)
STORY = (
    *PEOPLE,
    *ORGANISATION,
    *PLAYBOOK,
    *ANSWERS,
    *CASES,
    *SHARES,
    *RIVALS,
    *INTERVIEWS,
    *CLIENTS,
    *HELP,
    *DEALS,
    *VISITS,
    # Whoever sits at a table waits for nobody: the wish comes before the drill.
    *EVENINGS,
    *DRILLS,
    *RIDE_ALONGS,
    *TRAINING,
    *HAND_OVER,
    *AFTERWARDS,
    *COMMITMENTS,
    *GOALS,
    *REMINDERS,
    *ONESELF,
)
