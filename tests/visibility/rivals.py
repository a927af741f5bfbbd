"""PKs and pair interviews: one of everything for a rep, and the story of who may take which step."""

from datetime import timedelta
from uuid import UUID

from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.interviewing import MONDAY, fill, sit
from tests.shares.rivalling import a_pk, tell_team
from tests.visibility.steps import OUTSIDERS, Refusals, Step

NOT_THE_TWO: Refusals = {
    **OUTSIDERS,
    **dict.fromkeys(("hanxue", "hejing", "zhaohui", "liqun", "sumin", "admin"), 404),
}
NOT_SEATED: Refusals = {
    **OUTSIDERS,
    **dict.fromkeys(("hejing", "zhaohui", "liqun", "sumin", "admin"), 404),
}
SHEET = {
    "went_well": "老板主动约了下周",
    "stuck": "一说三万块就沉默",
    "tried": "先算一单赚多少",
    "would_ask": "你怎么让他先说预算？",
}

RIVALS = (
    Step(
        "rivalries.propose",
        "xiaoman",
        {
            "rival_id": "$qihang",
            "first_day": "2026-03-24",
            "last_day": "2026-03-27",
            "terms": [{"metric": "visits"}],
            "stake": "tea",
            "learn": "怎么一进门就见到老板",
        },
        {"stranger": 404, "stranger_admin": 409, "dinglei": 409, "hejing": 409, "admin": 409},
        keeps="rivalry",
    ),
    Step(
        "rivalries.accept",
        "qihang",
        {"learn": "怎么把异议接住"},
        {**NOT_THE_TWO, "xiaoman": 409},
    ),
    Step("rivalries.announce", "xiaoman", {"told": True}, NOT_THE_TWO),
    Step("rivalries.withdraw", "qihang", refused=NOT_THE_TWO),
)
INTERVIEWS = (
    Step("pair_interviews.fill", "xiaoman", SHEET, NOT_SEATED),
    Step("pair_interviews.fill", "hanxue", SHEET, NOT_SEATED),
    Step("pair_interviews.fill", "qihang", SHEET, NOT_SEATED),
    Step("pair_interviews.move", "qihang", {"day": "2026-03-26", "reason": "展会"}, NOT_SEATED),
    Step("pair_interviews.take_away", "hanxue", {"words": "先问再谈价"}, NOT_SEATED),
)


async def known_of_interviews(world: World) -> dict[str, str]:
    """The three of Gull, as the server laid them when it started."""
    laid = await made(await world.as_("xiaoman").get("/api/v1/pair-interviews"))
    return {"interview": laid["items"][0]["id"]}


async def rivalled(world: World, owner: str, number: int, left: str) -> dict[str, str]:
    """A PK with the own last month that the team may know of, and an interview with somebody who has left."""
    rep = world.as_(owner)
    pk = await made(await rep.post("/api/v1/rivalries", json=a_pk(world, 10 + number, rival=None)))
    await tell_team(world, owner, 10 + number)
    week = MONDAY - timedelta(weeks=2 + number)
    team = next(name for name in ("gull", "lighthouse") if teamed(world, owner, name))
    interview = sit(world, world.id(owner), UUID(left), team=team, week=week)
    said = f"{owner}卡在哪里"
    await made(await fill(world, owner, interview, stuck=said))
    return {"rivalry": pk["id"], "wall": pk["id"], "interview": interview, "worksheet": said}


def teamed(world: World, owner: str, team: str) -> bool:
    return world.person(owner).team_id == world.team(team).id
