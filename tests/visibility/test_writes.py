"""Who may change what, on every live route that changes something."""

import re
from typing import Any

import httpx
import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.contract.live import route, routes
from tests.visibility.story import OPEN_TO_ALL, STORY, WITHOUT_SIGNING_IN, Step

pytestmark = pytest.mark.anyio
Known = dict[str, str]


def test_every_route_that_changes_something_is_in_the_story() -> None:
    live = {one.operation for one in routes() if one.changes}
    assert live == {step.operation for step in STORY} | WITHOUT_SIGNING_IN.keys()


def test_every_step_says_who_is_refused() -> None:
    open_to_all = {step.operation for step in STORY if not step.refused}
    assert open_to_all == OPEN_TO_ALL.keys()


async def test_at_each_step_the_wrong_people_are_refused_and_the_right_one_is_not(
    world: World,
) -> None:
    known = await of_the_world(world)
    for step in STORY:
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
    known |= {"skill": playbook["skills"][0]["id"], "note": str(an_id(600))}
    return known | {"day": "2026-03-24"}


async def take(world: World, step: Step, known: Known, name: str | None) -> httpx.Response:
    """The step as somebody tries it; whatever is answered, the route has declared it."""
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
    if step.operation == "clients.add_contact":
        known["contact"] = done.json()["contacts"][0]["id"]
