"""Goals over the wire, as 小满 and her manager 何静 set them. It is Tuesday 2026-03-24 until a test lets time pass."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import httpx
from sqlmodel import Session

from api.goals.models import Goal, GoalVersion, Metric, Period
from api.kit.clock import now
from api.kit.rows import new_id
from tests.builders.field import add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World

API = "/api/v1"
GOALS = f"{API}/goals"
STEP = {
    "kind": "method",
    "words": "见到的人不少，能定的不多。",
    "step": "每天先约一位老板",
    "how_seen": "周计划里有约好的时间",
    "due": "2026-04-03",
}
OWN_CAUSE = {
    "answer": "other_cause",
    "words": "老板都在，是我讲不清三档的差别。",
    "correction": "knowledge",
    "step": "周三前把三档对比讲给师傅听",
    "how_seen": "周三晚上演练",
    "due": "2026-04-01",
}


def at(number: int = 1, part: str = "") -> str:
    return f"{GOALS}/{an_id(number)}{part}"


def a_goal(world: World, number: int = 1, *, owner: str = "xiaoman", **other: Any) -> Any:
    told = {
        "id": str(an_id(number)),
        "owner_id": str(world.id(owner)),
        "period": "week",
        "day": "2026-03-24",
        "metric": "visits",
        "target": 10,
    }
    return told | other


async def propose(
    world: World, number: int = 1, *, by: str = "xiaoman", **other: Any
) -> httpx.Response:
    return await world.as_(by).post(GOALS, json=a_goal(world, number, **other))


async def agree(world: World, name: str, goal: Any) -> httpx.Response:
    sent = {"version_id": goal["proposed"]["id"]}
    return await world.as_(name).put(f"{GOALS}/{goal['id']}/agreement", json=sent)


async def agreed(world: World, number: int = 1, **other: Any) -> Any:
    """Proposed by the rep and agreed by the manager."""
    owner = other.get("owner", "xiaoman")
    goal = await propose(world, number, by=owner, **other)
    assert goal.status_code == 201, goal.text
    done = await agree(world, "hejing", goal.json())
    assert done.status_code == 200, done.text
    return done.json()


async def read(world: World, name: str = "xiaoman", number: int = 1) -> Any:
    answer = await world.as_(name).get(at(number))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def state(world: World, number: int = 1) -> str:
    return str((await read(world, number=number))["state"])


async def visits(world: World, days: Sequence[str], *, rep: str = "xiaoman", **told: Any) -> None:
    """One visit on each of `days` ("2026-03-24" as often as there were visits), all to one client."""
    phone = world.as_(rep)
    first = 100 * (1 + sorted(world.cast.people).index(rep))
    known = await phone.get(f"{API}/clients")
    mine = [client["id"] for client in known.json()["items"]]
    client = mine[0] if mine else await add_client(phone, first)
    for place, day in enumerate(days):
        happened = {"happened_at": f"{day}T02:00:00Z"}
        answer = await check_in(
            phone, client, visit=first * 100 + len(days) * 50 + place, **happened, **told
        )
        assert answer.is_success, answer.text


async def advise(world: World, name: str = "hejing", **other: Any) -> httpx.Response:
    return await world.as_(name).put(at(1, "/advice"), json=STEP | other)


async def answer(world: World, name: str = "xiaoman", **told: Any) -> httpx.Response:
    return await world.as_(name).put(at(1, "/advice/answer"), json={"answer": "agree"} | told)


async def reward(world: World, name: str = "hejing", **other: Any) -> httpx.Response:
    return await world.as_(name).put(at(1, "/reward"), json={"why": "每家都约好了下一步"} | other)


def code(answered: httpx.Response) -> tuple[int, str]:
    return answered.status_code, answered.json()["code"]


def missed_last_week(world: World, owner: str, *, weeks_before: int = 0) -> str:
    """A goal both had agreed to and that is over, as a row: over the wire it would need another day."""

    def add(db: Session) -> str:
        born: dict[str, Any] = {"organisation_id": world.organisation.id, "created_at": now(db)}
        goal = Goal(
            **born,
            id=new_id(db),
            updated_at=now(db),
            owner_id=world.id(owner),
            period=Period.WEEK,
            first_day=date(2026, 3, 16) - timedelta(weeks=weeks_before),
            last_day=date(2026, 3, 22) - timedelta(weeks=weeks_before),
            metric=Metric.VISITS,
            birth_digest=b"",
        )
        db.add(goal)
        db.flush()
        version = GoalVersion(
            **born,
            id=new_id(db),
            goal_id=goal.id,
            number=1,
            target=10,
            proposed_by_id=world.id(owner),
            agreed_by_id=world.id("hejing"),
            agreed_at=now(db),
            birth_digest=b"",
        )
        db.add(version)
        db.flush()
        return str(goal.id)

    return world.store.write_now(add)


async def rows(world: World, number: int = 1) -> Any:
    answer = await world.as_("xiaoman").get(at(number, "/rows"))
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]
