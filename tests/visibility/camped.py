"""The newcomers' camp, as the table looks for it and the story changes it."""

from tests.builders.world import World
from tests.drills.evening import made
from tests.training.camping import NOW, InCamp
from tests.visibility.steps import OUTSIDERS, Refusals, Step

WORDS = {"zh": "看三次拜访。", "en": "Watch three visits."}
NO_TRAINER: Refusals = {
    "stranger": 403,
    "xiaoman": 403,
    "hejing": 403,
    "zhaohui": 403,
    "liqun": 403,
}
NO_READER: Refusals = {**OUTSIDERS, "qihang": 404, "zhaohui": 404, "liqun": 404, "admin": 404}
"""A camp is the newcomer's: nobody finds it but the mentor, the own manager and the trainer."""

CAMP = (
    Step("camp_template.change", "sumin", {"task": WORDS}, NO_TRAINER, version=0),
    Step(
        "camps.enrol",
        "hejing",
        {"person_id": "$xiaoman"},
        {
            "stranger": 404,
            "stranger_admin": 404,
            "dinglei": 403,
            "xiaoman": 403,
            "zhaohui": 403,
            "liqun": 403,
            "admin": 403,
        },
        keeps="camp",
    ),
    Step(
        "camps.hand_in",
        "xiaoman",
        {"words": "我看到三家工厂。", "happened_at": NOW},
        {**NO_READER, "hanxue": 403, "hejing": 403, "sumin": 403},
    ),
    Step(
        "camps.plan_show",
        "xiaoman",
        {"day": "2026-03-24", "about": "三家工厂"},
        {**NO_READER, "sumin": 403},
    ),
    Step("camps.hold_show", "hejing", None, {**NO_READER, "xiaoman": 403, "sumin": 403}),
    Step("camps.shake_hands", "xiaoman", None, {**NO_READER, "hejing": 403, "sumin": 403}),
)


async def in_camp(world: World, owner: str, leader: str, turn: int) -> dict[str, str]:
    """A camp of the owner's, whose first day is handed in."""
    camp = InCamp(world, who=owner, by=leader, number=10 + turn)
    await camp.begin()
    words = f"{owner}看到三家工厂"
    await made(await camp.hand_in("see", words=words))
    return {"camp": camp.id, "handed_in": words}
