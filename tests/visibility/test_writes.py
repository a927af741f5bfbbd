"""Who may change what, on every live route that changes something."""

import re
from datetime import date
from typing import Any

import httpx
import pytest

from tests.builders.field import add_client, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.contract.live import route, routes
from tests.goals.setting import missed_last_week
from tests.visibility.records import promised_by
from tests.visibility.reminded import known_of_reminders
from tests.visibility.rides import BORN_ON_A_DEVICE
from tests.visibility.rivals import known_of_interviews
from tests.visibility.steps import Step
from tests.visibility.story import OPEN_TO_ALL, STORY, WITHOUT_SIGNING_IN
from tests.visibility.story_of_reviews import REVIEWS

pytestmark = pytest.mark.anyio
Known = dict[str, str]
WHOLE = (*REVIEWS, *STORY)


def test_every_route_that_changes_something_is_in_the_story() -> None:
    live = {one.operation for one in routes() if one.changes}
    assert live == {step.operation for step in WHOLE} | WITHOUT_SIGNING_IN.keys()


def test_every_step_says_who_is_refused() -> None:
    open_to_all = {step.operation for step in WHOLE if not step.refused}
    assert open_to_all == OPEN_TO_ALL.keys()


async def test_at_each_step_the_wrong_people_are_refused_and_the_right_one_is_not(
    world: World,
) -> None:
    known = await of_the_world(world)
    for step in WHOLE:
        answered = {name: (await take(world, step, known, name)) for name in step.refused}
        statuses = {name: answer.status_code for name, answer in answered.items()}
        assert statuses == dict(step.refused), step.operation
        assert (await take(world, step, known, None)).status_code == 401, step.operation
        done = await take(world, step, known, step.by)
        assert done.is_success, (step.operation, done.text)
        remember(known, step, done)


async def of_the_world(world: World) -> Known:
    known = {name: str(person.id) for name, person in world.cast.people.items()}
    known |= {name: str(team.id) for name, team in world.cast.teams.items()}
    playbook = (await world.as_("sumin").get("/api/v1/playbook")).json()
    known |= {
        "skill": playbook["skills"][0]["id"],
        "note": str(an_id(600)),
        "voice_note": str(an_id(610)),
        "recording": str(an_id(615)),
    }
    known["commitment"] = promised_by(world, "xiaoman")
    known |= {word: str(an_id(640 + place)) for place, word in enumerate(BORN_ON_A_DEVICE)}
    known |= {"noted": known["moment"], "behaviour": playbook["skills"][0]["behaviours"][0]["id"]}
    known["goal"] = missed_last_week(world, "xiaoman")
    known |= {"key": "review_goal", "review": await proposed_to(world, "xiaoman")}
    known |= {
        "share": await begun_for(world, "xiaoman"),
        "visit": await visited_by(world, "qihang"),
        "own_client": str(an_id(1077)),
    }
    known |= await known_of_reminders(world)
    known |= await known_of_interviews(world)
    known |= {"evidence": str(an_id(740)), "material": str(an_id(741)), "text": str(an_id(742))}
    words = {"day": "2026-03-24", "month": "2026-03", "kind": "thanks", "dimension": "see"}
    words["area"] = "opening"
    return known | words


async def proposed_to(world: World, name: str) -> str:
    """The review that a big signature proposes."""
    rep, api = world.as_(name), "/api/v1"
    client = (await rep.post(f"{api}/clients", json={"name": "阿尔法"})).json()
    given = {"client_id": client["id"], "amount": yuan(100_000)}
    deal = (await rep.post(f"{api}/deals", json=given)).json()
    await rep.put(f"{api}/deals/{deal['id']}/signature", json={"signed_on": "2026-03-24"})
    return str((await rep.get(f"{api}/reviews")).json()["items"][0]["id"])


async def begun_for(world: World, name: str) -> str:
    """The share that the same signature begins."""
    asked = {"state": "prompted"}
    found = await world.as_(name).get("/api/v1/shares", params=asked)
    return str(found.json()["items"][0]["id"])


async def visited_by(world: World, name: str) -> str:
    """A visit that was checked in at, at which a case can be used."""
    rep = world.as_(name)
    return str((await check_in(rep, await add_client(rep, 77), visit=77)).json()["id"])


async def take(world: World, step: Step, known: Known, name: str | None) -> httpx.Response:
    """The step as somebody tries it; whatever is answered, the route has declared it."""
    if step.on:
        world.clock.at("10:00", day=date.fromisoformat(step.on))
    asked = route(step.operation)
    named = {**known, "person": known[step.person]} if step.person else known
    path = re.sub(r"\{(\w+?)(?:_id)?\}", lambda part: named[part.group(1)], asked.path)
    headers = {} if step.version is None else {"If-Match": f'"{step.version}"'}
    device = world.as_(name) if name else world.anonymous
    body: dict[str, Any] = {"json": told(step.body, known)} if step.sent is None else {}
    answer = await device.request(
        asked.method, path, content=step.sent, params=step.asked, headers=headers, **body
    )
    assert str(answer.status_code) in asked.told["responses"], (step.operation, answer.text)
    return answer


def told(body: Any, known: Known) -> Any:
    """The body with ids in the place of its `$words`."""
    if isinstance(body, dict):
        return {key: told(value, known) for key, value in body.items()}
    if isinstance(body, list):
        return [told(value, known) for value in body]
    return known[body[1:]] if isinstance(body, str) and body.startswith("$") else body


def remember(known: Known, step: Step, done: httpx.Response) -> None:
    if step.keeps:
        known[step.keeps] = done.json()["id"]
    if step.operation == "visits.check_in":
        known["checked_in"] = known["visit"]
    if step.operation == "sessions.add_file":
        known["material"] = known["text"]
    if step.operation == "clients.add_contact":
        known["contact"] = done.json()["contacts"][0]["id"]
