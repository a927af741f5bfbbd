"""Reminders and group robots, as the table looks for them and the story changes them."""

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.reminders.laying import API, a_due, lay_for, listed
from tests.reminders.receiver import Phone
from tests.visibility.steps import OUTSIDERS, Step

NOT_THEIRS = {**OUTSIDERS, "hejing": 404, "hanxue": 404, "admin": 404}
"""A reminder is of one person: neither manager, mentor nor admin finds it."""

ROBOT = {
    "team_id": "$gull",
    "kind": "wecom",
    "address": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f1e2d3c",
    "language": "zh-CN",
}
REMINDERS = (
    Step("reminders.see", "xiaoman", refused=NOT_THEIRS),
    Step("reminders.see_all", "xiaoman", {"until": "2026-03-24T02:00:00Z"}, {}),
    Step("reminders.choose", "xiaoman", {"off": ["evening"]}, {}),
    Step("push.subscribe", "xiaoman", Phone("https://push.example.net/one").subscription(), {}),
    Step("push.leave", "xiaoman", refused={"dinglei": 404, "hejing": 404, "admin": 404}),
    Step(
        "robots.put",
        "hejing",
        ROBOT,
        {"stranger": 403, "stranger_admin": 409, "dinglei": 403, "zhaohui": 403, "xiaoman": 403},
    ),
    Step("robots.remove", "hejing", refused={**OUTSIDERS, "zhaohui": 404, "xiaoman": 404}),
)
OFF = {"xiaoman": "evening", "qihang": "ride_along", "dinglei": "answer"}


async def reminded(world: World, owner: str, leader: str, number: int) -> dict[str, str]:
    """One reminder of the owner's, a kind the owner switched off, and a robot in the group of the owner's team."""
    lay_for(world, a_due(world, owner))
    [one] = await listed(world, owner)
    settings = f"{API}/me/reminder-settings"
    await made(await world.as_(owner).put(settings, json={"off": [OFF[owner]]}))
    address = f"{ROBOT['address']}{number}"
    robot = ROBOT | {"team_id": str(world.person(owner).team_id), "address": address}
    put = await world.as_(leader).put(f"{API}/robots/{an_id(720 + number)}", json=robot)
    return {"reminder": one["id"], "off": OFF[owner], "robot": (await made(put))["id"]}


async def known_of_reminders(world: World) -> dict[str, str]:
    """What the story begins with."""
    lay_for(world, a_due(world))
    [one] = await listed(world, "xiaoman")
    return {"reminder": one["id"], "subscription": str(an_id(730)), "robot": str(an_id(731))}
