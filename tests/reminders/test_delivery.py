"""From the ledger to a phone or a group, over real HTTP: a title and a path, tried again, and never after its moment."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.types import Options
from structlog.testing import capture_logs

from api.kit.outgoing import Post
from api.people.models import Spoken
from api.reminders.deliveries.service import Courier
from api.reminders.models import ReminderKind
from api.reminders.policy import SENTENCES, title
from api.reminders.push.queries import private_key
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.reminders.laying import (
    API,
    PHONES,
    a_due,
    carry,
    deliveries,
    lay_for,
    listed,
    subscribe,
)
from tests.reminders.receiver import Receiver, receiving

pytestmark = pytest.mark.anyio
EVENING = ReminderKind.EVENING


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture(autouse=True)
def this_machine_is_allowed(world: World) -> None:
    world.app.state.settings.local_receivers = True


async def test_a_push_is_a_title_and_a_path_and_nothing_else(
    world: World, receiver: Receiver
) -> None:
    phone = receiver.phone()
    await subscribe(world, "xiaoman", phone)
    lay_for(world, a_due(world))
    carry(world)
    [arrived] = receiver.arrived
    told = phone.read(arrived.body)
    assert told == {"title": "下一次Review排好了，想聊什么慢慢想。", "path": "/reviews"}


@pytest.mark.parametrize("kind", ReminderKind)
@pytest.mark.parametrize("language", Spoken)
def test_a_title_is_one_of_a_closed_list_with_a_day_or_a_time_put_in(
    kind: ReminderKind, language: Spoken
) -> None:
    """Whatever else stands in the parameters never leaves: no name, no amount, no words."""
    told = {
        "day": "2026-03-25",
        "at": "18:45",
        "client": "暖屿灯饰",
        "words": "太贵",
        "amount": "98000",
    }
    said = title(kind, told, language)
    for day in ("3月25日", "25 March", "18:45"):
        said = said.replace(day, "")
    plain = {sentence.replace("{day}", "").replace("{at}", "") for sentence in SENTENCES[kind]}
    assert said in plain
    assert len(title(kind, told, language)) <= 80


async def test_a_push_is_signed_for_its_service_and_replaces_its_own_repeat(
    world: World, receiver: Receiver
) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    receiver.answers = [503]
    lay_for(world, a_due(world))
    carry(world)
    world.clock.let_pass(minutes=1)
    carry(world)
    first, second = receiver.arrived
    assert first.topic == second.topic
    assert len(first.topic) == 32
    token = first.headers["authorization"].split("t=")[1].split(",")[0]
    key = load_pem_private_key(world.store.read_now(private_key).encode(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    any_audience: Options = {"verify_aud": False}
    claims = jwt.decode(token, key.public_key(), algorithms=["ES256"], options=any_audience)
    assert claims["aud"] == f"http://127.0.0.1:{receiver.port}"
    assert 0 < int(first.headers["ttl"]) <= 24 * 3600


async def test_the_language_is_the_persons_and_else_the_phones(
    world: World, receiver: Receiver
) -> None:
    phone = receiver.phone()
    await subscribe(world, "xiaoman", phone, language="en")
    lay_for(world, a_due(world))
    carry(world)
    none = {"language": None}
    await made(
        await world.as_("xiaoman").patch(f"{API}/me", json=none, headers={"If-Match": '"1"'})
    )
    lay_for(world, a_due(world, number=2))
    carry(world)
    first, second = (phone.read(one.body)["title"] for one in receiver.arrived)
    assert first.startswith("下一次Review")
    assert second.startswith("Your next review")


@pytest.mark.parametrize("status", [404, 410])
async def test_a_phone_that_is_gone_is_dropped(
    world: World, receiver: Receiver, status: int
) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    receiver.answers = [status]
    lay_for(world, a_due(world))
    carry(world)
    lay_for(world, a_due(world, number=2))
    world.clock.let_pass(minutes=90)
    carry(world)
    assert len(receiver.arrived) == 1
    assert deliveries(world) == []


async def test_a_service_that_is_busy_is_asked_five_times_with_growing_waits(
    world: World, receiver: Receiver
) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    receiver.answers = [429, 500, 503, 502, 429, 500]
    lay_for(world, a_due(world))
    waited = []
    minutes = 0
    while minutes < 240:
        if carry(world):
            waited.append(minutes)
        world.clock.let_pass(minutes=1)
        minutes += 1
    assert waited == [0, 1, 6, 26, 86]
    assert [one.gave_up_at is not None for one in deliveries(world)] == [True]


async def test_another_refusal_is_not_asked_again(world: World, receiver: Receiver) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    receiver.answers = [400]
    lay_for(world, a_due(world))
    carry(world)
    world.clock.let_pass(hours=2)
    assert not carry(world)


async def test_nothing_is_followed_to_another_address(world: World, receiver: Receiver) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    receiver.answers = [307]
    lay_for(world, a_due(world))
    carry(world)
    assert [one.path for one in receiver.arrived] == ["/push/one"]


async def test_what_waits_through_the_night_comes_in_the_morning(
    world: World, receiver: Receiver
) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    world.clock.at("19:59")
    lay_for(world, a_due(world, until=world.clock() + timedelta(hours=20)))
    world.clock.at("20:01")
    assert not carry(world)
    world.clock.let_pass(hours=12)
    assert len(carry(world)) == 1


async def test_what_has_passed_in_the_night_wakes_nobody(world: World, receiver: Receiver) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    lay_for(world, a_due(world, until=world.clock() + timedelta(minutes=5)))
    world.clock.let_pass(minutes=6)
    carry(world)
    assert receiver.arrived == []
    assert [one.gave_up_at is not None for one in deliveries(world)] == [True]


async def test_what_was_seen_in_the_app_wakes_no_phone(world: World, receiver: Receiver) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    lay_for(world, a_due(world))
    [one] = await listed(world, "xiaoman")
    await made(await world.as_("xiaoman").put(f"{API}/reminders/{one['id']}/seen"))
    carry(world)
    assert receiver.arrived == []


async def test_a_try_that_another_one_has_overtaken_sends_and_writes_nothing(
    world: World, receiver: Receiver
) -> None:
    """A process that hung past its lease wakes up after its delivery was taken up again."""
    await subscribe(world, "xiaoman", receiver.phone())
    lay_for(world, a_due(world))
    receiver.answers = [503]
    [old] = carry(world)
    world.clock.let_pass(minutes=2)
    carry(world)
    courier_again(world, old.given)
    assert len(receiver.arrived) == 2
    assert [one.sent_at is not None for one in deliveries(world)] == [True]


def courier_again(world: World, given: tuple[str, ...]) -> None:
    courier = Courier(world.store, Post(local=True), origin="https://alongside.example.com")
    courier.settle(courier.carry(*given), *given)


async def test_the_last_phone_that_allowed_it_is_woken_whoever_shared_it(
    world: World, receiver: Receiver
) -> None:
    """Two people on one phone, and one of them of another company."""
    phone = receiver.phone()
    await subscribe(world, "stranger", phone, number=1)
    await subscribe(world, "xiaoman", phone, number=2)
    await subscribe(world, "qihang", phone, number=3)
    lay_for(world, a_due(world), a_due(world, "qihang"))
    carry(world)
    assert len(receiver.arrived) == 1


async def test_whoever_leaves_is_woken_no_more(world: World, receiver: Receiver) -> None:
    await subscribe(world, "xiaoman", receiver.phone())
    lay_for(world, a_due(world))
    for _ in range(2):
        left = await world.as_("xiaoman").delete(f"{PHONES}/{an_id(1)}")
        assert left.status_code == 204
    carry(world)
    assert receiver.arrived == []


FORMS = {
    "wecom": lambda told: told["text"]["content"],
    "dingtalk": lambda told: told["text"]["content"],
    "feishu": lambda told: told["content"]["text"],
}


@pytest.mark.parametrize("kind", FORMS)
async def test_a_group_hears_once_what_its_whole_team_is_told(
    world: World, receiver: Receiver, kind: str
) -> None:
    await robot(world, receiver, kind)
    team = world.team("gull").id
    told: dict[str, Any] = {
        "kind": EVENING,
        "path": "/evening",
        "params": {},
        "team_id": team,
        "origin_id": team,
    }
    lay_for(world, a_due(world, **told), a_due(world, "qihang", **told))
    carry(world)
    [arrived] = receiver.arrived
    words = FORMS[kind](json.loads(arrived.body))
    assert words == "并肩 · 晚上好，今晚的卡放好了，来一轮？\nhttps://alongside.example.com/evening"


async def test_a_group_hears_nothing_of_one_person_and_nothing_of_another_team(
    world: World, receiver: Receiver
) -> None:
    await robot(world, receiver, "wecom")
    team = world.team("lighthouse").id
    theirs: dict[str, Any] = {
        "kind": EVENING,
        "path": "/evening",
        "team_id": team,
        "origin_id": team,
    }
    lay_for(world, a_due(world), a_due(world, "dinglei", **theirs))
    carry(world)
    assert receiver.arrived == []


async def test_a_robot_that_answers_with_a_fault_is_asked_again(
    world: World, receiver: Receiver
) -> None:
    await robot(world, receiver, "wecom")
    team = world.team("gull").id
    told: dict[str, Any] = {"kind": EVENING, "path": "/evening", "team_id": team, "origin_id": team}
    receiver.body = b'{"errcode": 45009, "errmsg": "reach max api daily quota limit"}'
    lay_for(world, a_due(world, **told))
    carry(world)
    receiver.body = b'{"errcode": 0}'
    world.clock.let_pass(minutes=1)
    carry(world)
    world.clock.let_pass(hours=2)
    carry(world)
    assert len(receiver.arrived) == 2


async def test_neither_addresses_nor_titles_stand_in_the_log(
    world: World, receiver: Receiver
) -> None:
    phone = receiver.phone()
    await subscribe(world, "xiaoman", phone)
    receiver.answers = [500]
    lay_for(world, a_due(world))
    with capture_logs() as lines:
        carry(world)
        nobody = phone.address.replace(str(receiver.port), "9")
        given = phone.subscription() | {"endpoint": nobody}
        await made(await world.as_("xiaoman").put(f"{PHONES}/{an_id(1)}", json=given))
        world.clock.let_pass(minutes=1)
        carry(world)
    assert [line["event"] for line in lines if line["event"].startswith("delivery")]
    assert urlsplit(phone.address).path not in str(lines)
    assert "Review" not in str(lines)


async def robot(world: World, receiver: Receiver, kind: str) -> None:
    given = {
        "team_id": str(world.team("gull").id),
        "kind": kind,
        "address": receiver.at("/robot?key=0f1e2d3c"),
        "language": "zh-CN",
    }
    await made(await world.as_("hejing").put(f"{API}/robots/{an_id(9)}", json=given))
