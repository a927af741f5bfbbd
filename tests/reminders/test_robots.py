"""Group robots: kept by a manager for the own team and by admins, and their addresses told once."""

from typing import Any

import httpx
import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.reminders.laying import API

pytestmark = pytest.mark.anyio
ROBOTS = f"{API}/robots"
ONE = f"{ROBOTS}/{an_id(1)}"
ADDRESS = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f1e2d3c"
FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/7d6c9a8b"
EVERY_ROUTE = [("GET", ROBOTS), ("GET", ONE), ("PUT", ONE), ("DELETE", ONE)]


def a_robot(world: World, team: str | None = "gull", **other: Any) -> dict[str, Any]:
    of_team = str(world.team(team).id) if team else None
    given = {"team_id": of_team, "kind": "wecom", "address": ADDRESS, "language": "zh-CN"}
    return given | other


async def put(world: World, name: str, **told: Any) -> httpx.Response:
    return await world.as_(name).put(ONE, json=a_robot(world, **told))


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("other", ["stranger_admin", "zhaohui", "xiaoman", "hanxue", "sumin"])
async def test_whoever_does_not_keep_it_finds_nothing(world: World, other: str) -> None:
    assert (await put(world, "hejing")).is_success
    device = world.as_(other)
    assert (await device.get(ONE)).status_code == 404
    assert (await device.delete(ONE)).status_code == 404
    assert (await made(await device.get(ROBOTS)))["items"] == []


@pytest.mark.parametrize("name", ["xiaoman", "zhaohui", "sumin", "liqun"])
async def test_a_manager_lets_one_into_the_own_group_only(world: World, name: str) -> None:
    answer = await put(world, name)
    assert (answer.status_code, answer.json()["code"]) == (403, "robot_not_yours")


async def test_only_an_admin_lets_one_into_the_group_of_everybody(world: World) -> None:
    assert (await put(world, "hejing", team=None)).status_code == 403
    assert (await put(world, "admin", team=None)).status_code == 200


async def test_no_answer_tells_the_address_again(world: World) -> None:
    answers = [await put(world, "hejing"), await world.as_("admin").get(ONE)]
    assert [answer.json()["address"] for answer in answers] == ["qyapi.weixin.qq.com … 2d3c"] * 2
    assert all("0f1e" not in answer.text for answer in answers)


async def test_it_is_put_again_under_the_same_id(world: World) -> None:
    await made(await put(world, "hejing"))
    changed = await made(await put(world, "hejing", kind="feishu", address=FEISHU))
    assert (changed["kind"], changed["address"]) == ("feishu", "open.feishu.cn … 9a8b")
    [kept] = (await made(await world.as_("hejing").get(ROBOTS)))["items"]
    assert kept == changed


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("wecom", ADDRESS),
        ("dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=0f1e"),
        ("feishu", FEISHU),
        ("feishu", "https://open.larksuite.com:443/open-apis/bot/v2/hook/0f1e"),
    ],
)
async def test_each_provider_is_reached_at_its_own_host(
    world: World, kind: str, address: str
) -> None:
    assert (await put(world, "hejing", kind=kind, address=address)).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1",
        "https://robots.example.com/send",
        "https://192.168.1.9/send",
        "http://127.0.0.1:9/send",
        "https://qyapi.weixin.qq.com:8443/send",
        "https://qyapi.weixin.qq.com@robots.example.com/send",
        "https://qyapi.weixin.qq.com.example.com/send",
        FEISHU,
    ],
)
async def test_any_other_address_is_refused(world: World, address: str) -> None:
    """Any host of the internet once was written to for a group."""
    answer = await put(world, "hejing", address=address)
    assert (answer.status_code, answer.json()["code"]) == (409, "robot_address_refused")
    assert "https://qyapi.weixin.qq.com" in answer.json()["detail"]


async def test_in_development_this_machine_itself_may_listen(world: World) -> None:
    world.app.state.settings.local_receivers = True
    assert (await put(world, "hejing", address="http://127.0.0.1:9/robot")).is_success
    elsewhere = await put(world, "hejing", address="http://robots.example.com/send")
    assert elsewhere.json()["code"] == "robot_address_refused"


@pytest.mark.parametrize("team", ["gull", None])
async def test_one_address_stands_once_for_a_team(world: World, team: str | None) -> None:
    """The group once heard everything twice."""
    admin, another = world.as_("admin"), f"{ROBOTS}/{an_id(2)}"
    await made(await put(world, "admin", team=team))
    answer = await admin.put(another, json=a_robot(world, team))
    assert (answer.status_code, answer.json()["code"]) == (409, "robot_there_already")
    assert (await put(world, "admin", team=team, language="en")).is_success
    other = "gull" if team is None else None
    assert (await admin.put(another, json=a_robot(world, other))).is_success


async def test_a_team_of_another_company_is_none(world: World) -> None:
    answer = await put(world, "admin", team="other_team")
    assert (answer.status_code, answer.json()["code"]) == (409, "robot_without_its_team")


async def test_the_facts_carry_no_address(world: World) -> None:
    await made(await put(world, "hejing"))
    assert (await world.as_("hejing").delete(ONE)).status_code == 204
    told = world.store.read_now(_facts)
    assert [topic for topic, _ in told] == ["robot.put", "robot.removed"]
    assert "weixin" not in str(told)


def _facts(db: Session) -> list[tuple[str, Any]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("robot."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]
