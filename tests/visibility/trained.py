"""Training, as the table looks for it and the story changes it."""

from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.training.certifying import CERTIFICATIONS, marks
from tests.training.classes import NOW, PLANS, POINT, SERIES, TOPIC, TOPICS, Class
from tests.training.laying_out import A_PDF, A_TEXT
from tests.visibility.camped import NO_TRAINER
from tests.visibility.steps import OUTSIDERS, Refusals, Step

MISSED = {"mark": "missed", "reason": "展会", "make_up_day": "2026-03-27"}
NOBODYS_TRAINER: Refusals = {
    "stranger": 403,
    "stranger_admin": 403,
    "dinglei": 403,
    "xiaoman": 403,
    "zhaohui": 403,
    "liqun": 403,
    "admin": 403,
}
"""Who plans nothing for Gull: a manager of another team among them."""

NOT_RUNNING: Refusals = {
    **OUTSIDERS,
    "zhaohui": 404,
    "liqun": 404,
    "admin": 404,
    "xiaoman": 403,
    "qihang": 403,
}
"""Gull reads its class; whoever neither plans for it nor gives it changes nothing."""

A_CERTIFICATION = {
    "person_id": "$xiaoman",
    "assessor_ids": ["$hanxue", "$hejing"],
    "day": "2026-03-24",
}
A_CLASS = {
    "track": "professional",
    "team_id": "$gull",
    "day": "2026-03-24",
    "starts": "17:00",
    "topic": TOPIC,
    "topic_class": "business",
}
CERTIFYING: Refusals = {"stranger": 404, "stranger_admin": 404, "dinglei": 403, "qihang": 403}
NOT_ASSESSING: Refusals = {**OUTSIDERS, "qihang": 404, "zhaohui": 404, "xiaoman": 403}
ANCHORED: Json = {"anchors": [{"zh": f"第{n}档", "en": f"Mark {n}"} for n in range(1, 6)]}
CERTIFIED = (
    Step("certification_template.change", "sumin", ANCHORED, NO_TRAINER, version=0),
    Step("certifications.plan", "hejing", A_CERTIFICATION, CERTIFYING, keeps="certification"),
    Step("certifications.move", "hejing", {"day": "2026-03-25"}, NOT_ASSESSING, version=1),
    Step("certifications.withdraw", "hejing", None, NOT_ASSESSING),
    Step("certifications.plan", "hejing", A_CERTIFICATION, CERTIFYING, keeps="certification"),
    Step("certifications.mark", "hanxue", marks(), NOT_ASSESSING),
)
LAID_OUT = (
    Step(
        "sessions.add_file",
        "hejing",
        refused=NOT_RUNNING,
        sent=A_PDF,
        asked={"title": "报价单"},
    ),
    Step("sessions.add_material", "hejing", A_TEXT, NOT_RUNNING),
    Step("sessions.change_material", "sumin", {"title": "毛利四问"}, NOT_RUNNING, version=1),
    Step("sessions.order_materials", "hejing", {"ids": ["$material"]}, NOT_RUNNING),
    Step("sessions.remove_material", "hejing", None, NOT_RUNNING),
    Step("sessions.take_material_back", "hejing", None, NOT_RUNNING),
)
TRAINING = (
    *CERTIFIED,
    Step("sessions.plan", "hejing", A_CLASS, NOBODYS_TRAINER, keeps="session"),
    *LAID_OUT,
    Step("sessions.change", "hejing", {"starts": "17:30"}, NOT_RUNNING, version=1),
    Step("sessions.write_points", "sumin", {"points": [POINT]}, NOT_RUNNING),
    Step("sessions.announce", "hejing", None, NOT_RUNNING),
    Step("sessions.hold", "hejing", {"held_at": NOW}, NOT_RUNNING),
    Step(
        "sessions.assign_practice",
        "hejing",
        {"kind": "field", "type_key": "trader", "due": "2026-03-31"},
        NOT_RUNNING,
    ),
    Step("sessions.mark_attendance", "hejing", {"mark": "came"}, NOT_RUNNING, person="xiaoman"),
    Step(
        "sessions.show_practice",
        "xiaoman",
        {
            "id": "$evidence",
            "origin": {"kind": "visit", "id": "$checked_in"},
            "words": "我问了拿走几个点。",
        },
        {**OUTSIDERS, "zhaohui": 404, "hejing": 409, "sumin": 409, "qihang": 409},
    ),
    Step(
        "sessions.confirm_practice",
        "hanxue",
        None,
        {**OUTSIDERS, "zhaohui": 404, "qihang": 404, "sumin": 404, "xiaoman": 403},
    ),
    Step("sessions.close", "hejing", None, NOT_RUNNING),
    Step(
        "sessions.plan",
        "hejing",
        {**A_CLASS, "topic": None, "topic_class": None},
        NOBODYS_TRAINER,
        keeps="session",
    ),
    Step(
        "topic_proposals.propose",
        "xiaoman",
        {"topic": TOPIC, "topic_class": "business"},
        {"liqun": 403, "sumin": 403, "admin": 403},
        keeps="proposal",
    ),
    Step(
        "topic_proposals.vote",
        "qihang",
        None,
        {**OUTSIDERS, "zhaohui": 404, "admin": 404, "sumin": 403},
    ),
    Step(
        "topic_proposals.withdraw_vote",
        "qihang",
        None,
        {**OUTSIDERS, "zhaohui": 404, "admin": 404, "sumin": 403},
    ),
    Step(
        "topic_proposals.decide",
        "sumin",
        {"decision": "accepted"},
        {**OUTSIDERS, "zhaohui": 404, "admin": 404, "xiaoman": 403, "hejing": 403},
    ),
    Step(
        "sessions.skip",
        "sumin",
        {"reason": "展会", "make_up_day": "2026-03-26"},
        NOT_RUNNING,
    ),
    Step(
        "training_series.begin",
        "hejing",
        {
            "track": "professional",
            "team_id": "$gull",
            "weekday": 3,
            "starts": "17:00",
            "starts_on": "2026-03-24",
        },
        NOBODYS_TRAINER,
        keeps="series",
    ),
    Step("training_series.change", "sumin", {"starts": "17:30"}, NOT_RUNNING, version=1),
    Step(
        "training_plans.write",
        "hejing",
        {
            "period": "month",
            "starts_on": "2026-04-01",
            "track": "professional",
            "team_id": "$gull",
            "topics": [],
        },
        NOBODYS_TRAINER,
        keeps="plan",
    ),
    Step("training_plans.change", "sumin", {"topics": []}, NOT_RUNNING, version=1),
)


async def trained(world: World, owner: str, leader: str, round_id: str) -> dict[str, str]:
    """A class of the owner's team that the owner missed, and what they tried of it with a partner."""
    team = "gull" if leader == "hejing" else "lighthouse"
    number = {"xiaoman": 10, "qihang": 20, "dinglei": 30}[owner]
    lesson = Class(world, by=leader, number=number, team=team)
    await lesson.hold()
    reason = f"{owner}在展会"
    await made(await lesson.mark(owner, **{**MISSED, "reason": reason}))
    await made(await lesson.show(owner, kind="round", origin=round_id, number=number))
    material, told = str(an_id(8900 + number)), f"laid out for {owner}"
    place = f"{lesson.at}/materials/{material}/file"
    laid = await world.as_(leader).put(place, params={"title": "录音"}, content=a_webm(told))
    await made(laid)
    wish = {"id": str(an_id(8200 + number)), "topic": f"{owner}想听", "topic_class": "business"}
    await made(await world.as_(owner).post(TOPICS, json=wish))
    return (
        {
            "session": lesson.id,
            "material": material,
            "filed": told,
            "evidence": str(an_id(8100 + number)),
            "missed": reason,
            "proposal": str(wish["id"]),
        }
        | await _kept_for(world, owner, leader, team, number)
        | await _certified(world, owner, leader, number)
    )


async def _certified(world: World, owner: str, leader: str, number: int) -> dict[str, str]:
    """Assessed by manager and trainer, of whom only the manager has marked."""
    planned: Json = {
        "id": str(an_id(8800 + number)),
        "person_id": str(world.id(owner)),
        "assessor_ids": [str(world.id(leader)), str(world.id("sumin"))],
        "day": world.today.isoformat(),
    }
    keeper, strong = world.as_(leader), f"{owner}先问清楚谁拍板"
    await made(await keeper.post(CERTIFICATIONS, json=planned))
    path = f"{CERTIFICATIONS}/{planned['id']}/marks"
    await made(await keeper.put(path, json=marks(strong=strong)))
    return {"certification": str(planned["id"]), "marked": strong}


async def _kept_for(
    world: World, owner: str, leader: str, team: str, number: int
) -> dict[str, str]:
    """A series and a plan of the owner's team, made by its manager."""
    keeper, team_id = world.as_(leader), str(world.team(team).id)
    series: Json = {
        "id": str(an_id(8300 + number)),
        # One series of a track and team: the second rep of a team gets the newcomers'.
        "track": "newcomer" if owner == "qihang" else "professional",
        "team_id": team_id,
        "weekday": 3,
        "starts": "17:00",
        "starts_on": world.today.isoformat(),
    }
    await made(await keeper.post(SERIES, json=series))
    plan: Json = {
        "id": str(an_id(8400 + number)),
        "period": "month",
        "starts_on": "2026-04-01",
        "track": "professional",
        "team_id": team_id,
        "topics": [],
    }
    await made(await keeper.post(PLANS, json=plan))
    return {"training_series": str(series["id"]), "plan": str(plan["id"])}
