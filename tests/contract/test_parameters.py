"""A parameter that an address does not know is refused, on every live route: `?tem=mine` is not everybody."""

import pytest

from tests.builders.world import World
from tests.contract.live import Route, filled, route, routes

pytestmark = pytest.mark.anyio
OF_THE_API = [one.operation for one in routes() if one.path.startswith("/api/v1/")]


def known_to(one: Route) -> list[str]:
    return sorted(part["name"] for part in one.told.get("parameters", ()) if part["in"] == "query")


@pytest.mark.parametrize("operation", OF_THE_API)
async def test_an_unknown_parameter_is_named_with_the_known_ones(
    world: World, operation: str
) -> None:
    asked = route(operation)
    device = world.as_("admin")
    device.headers["accept-language"] = "en"
    answer = await device.request(asked.method, filled(asked), params={"colour": "vermilion"})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "invalid")
    [fault] = problem["errors"]
    assert (fault["pointer"], fault["code"]) == ("/colour", "parameter_unknown")
    names = ", ".join(known_to(asked))
    assert fault["detail"].endswith(f"it knows {names}." if names else "takes no parameters.")
    assert "vermilion" not in answer.text


async def test_a_known_parameter_beside_an_unknown_one_is_not_named_as_wrong(world: World) -> None:
    answer = await world.as_("xiaoman").get("/api/v1/people", params={"limit": 1, "tem": "mine"})
    assert [fault["pointer"] for fault in answer.json()["errors"]] == ["/tem"]


async def test_the_sentence_comes_in_the_language_of_the_caller(world: World) -> None:
    device = world.as_("xiaoman")
    device.headers["accept-language"] = "zh-CN"
    answer = await device.get("/api/v1/teams?tem")
    [fault] = answer.json()["errors"]
    assert (fault["pointer"], fault["detail"]) == ("/tem", "这个地址没有参数。")


async def test_the_watcher_of_the_machine_may_ask_as_it_likes(world: World) -> None:
    """Load balancers add what they like to the address of a health check."""
    assert (await world.anonymous.get("/healthz?from=balancer")).status_code == 200
