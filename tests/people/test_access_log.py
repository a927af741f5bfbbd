"""Everybody sees who opened their records, and nobody else does."""

from typing import Any

from sqlmodel import Session

from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from tests.builders.world import World


def opened(db: Session, actor: Actor, owner_id: Any, kind: SightKind, *, times: int = 1) -> None:
    """What a service does when it reads somebody's record."""
    for _ in range(times):
        seen(db, actor, owner_id, kind)


async def log_of(world: World, name: str, **asked: str) -> dict[str, Any]:
    answer = await world.as_(name).get("/api/v1/me/access-log", params=asked)
    told: dict[str, Any] = answer.json()
    return told


async def test_a_reading_is_listed_to_the_owner_before_the_reader_has_the_answer(
    world: World,
) -> None:
    await world.store.read(opened, world.actor("hejing"), world.id("xiaoman"), SightKind.VISITS)
    [line] = (await log_of(world, "xiaoman"))["items"]
    assert line["reader"]["latin_name"] == "He Jing"
    assert (line["kind"], line["day"], line["times"]) == ("visits", "2026-03-24", 1)
    assert line["last_at"] == "2026-03-24T02:00:00Z"


async def test_a_reading_inside_a_write_is_listed_too(world: World) -> None:
    await world.store.write(opened, world.actor("hanxue"), world.id("xiaoman"), SightKind.DRILL)
    assert [line["kind"] for line in (await log_of(world, "xiaoman"))["items"]] == ["drill"]


async def test_reading_again_the_same_day_counts_up_in_one_line(world: World) -> None:
    reader, owner = world.actor("hejing"), world.id("xiaoman")
    await world.store.read(opened, reader, owner, SightKind.VISITS, times=3)
    world.clock.let_pass(hours=1)
    await world.store.read(opened, reader, owner, SightKind.VISITS)
    [line] = (await log_of(world, "xiaoman"))["items"]
    assert (line["times"], line["last_at"]) == (2, "2026-03-24T03:00:00Z")


async def test_the_day_is_the_local_day(world: World) -> None:
    reader, owner = world.actor("hejing"), world.id("xiaoman")
    world.clock.at("23:59")
    await world.store.read(opened, reader, owner, SightKind.VISITS)
    world.clock.let_pass(minutes=1)
    await world.store.read(opened, reader, owner, SightKind.VISITS)
    lines = (await log_of(world, "xiaoman"))["items"]
    assert [line["day"] for line in lines] == ["2026-03-25", "2026-03-24"]


async def test_reading_ones_own_record_is_nobodys_business(world: World) -> None:
    await world.store.read(opened, world.actor("xiaoman"), world.id("xiaoman"), SightKind.VISITS)
    assert (await log_of(world, "xiaoman"))["items"] == []


async def test_the_log_is_shown_to_its_owner_only(world: World) -> None:
    await world.store.read(opened, world.actor("hejing"), world.id("xiaoman"), SightKind.VISITS)
    for name in ("hejing", "hanxue", "admin", "stranger_admin"):
        assert (await log_of(world, name))["items"] == []


async def test_a_long_log_comes_in_pages_without_gap_or_double(world: World) -> None:
    for reader in ("hejing", "hanxue"):
        for kind in SightKind:
            await world.store.read(opened, world.actor(reader), world.id("xiaoman"), kind)
    lines, cursor = [], None
    for _ in range(len(SightKind)):
        page = await log_of(world, "xiaoman", limit="3", **({"cursor": cursor} if cursor else {}))
        lines += [line["id"] for line in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert cursor is None
    assert len(lines) == len(set(lines)) == 2 * len(SightKind)


async def test_a_failing_log_fails_the_reading(world: World) -> None:
    """An owner who does not exist cannot be told, so the reader gets nothing."""
    nobody = world.person("stranger").id
    raised = None
    try:
        await world.store.read(opened, world.actor("hejing"), nobody, SightKind.VISITS)
    except Exception as fault:  # noqa: BLE001  # which error the database gives is not the point
        raised = fault
    assert raised is not None
