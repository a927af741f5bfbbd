"""Handing over a leaver's clients in one step."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.events import ClientsHandedOver
from api.clients.models import ClientOwner
from api.clients.policy import CannotOwnClients, NotYoursToHandOver
from api.kit.errors import NotFound
from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.clients.sent import CLIENT, CLIENTS, a_client, add, hand_over, path, version

pytestmark = pytest.mark.anyio


async def test_all_clients_move_in_one_step(world: World) -> None:
    await add(world, "xiaoman")
    await add(world, "xiaoman", id=str(an_id(3)), name="海鸣五金", contacts=[])
    moved = hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    assert set(moved) == {CLIENT, an_id(3)}
    assert (await world.as_("xiaoman").get(CLIENTS)).json()["items"] == []
    assert len((await world.as_("qihang").get(CLIENTS)).json()["items"]) == 2
    assert (await world.as_("qihang").get(path())).json()["version"] == 2


async def test_only_the_named_clients_move(world: World) -> None:
    await add(world, "xiaoman")
    await add(world, "xiaoman", id=str(an_id(3)), name="海鸣五金", contacts=[])
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang", only=[CLIENT])
    left = (await world.as_("xiaoman").get(CLIENTS)).json()["items"]
    assert [one["name"] for one in left] == ["海鸣五金"]


async def test_a_client_that_is_not_the_leavers_stops_the_whole_step(world: World) -> None:
    await add(world, "xiaoman")
    with pytest.raises(NotFound):
        hand_over(world, "hejing", leaving="xiaoman", taking="qihang", only=[CLIENT, an_id(3)])
    assert len((await world.as_("xiaoman").get(CLIENTS)).json()["items"]) == 1


@pytest.mark.parametrize("name", ["xiaoman", "hanxue", "zhaohui", "liqun", "sumin"])
async def test_only_their_manager_or_an_admin_hands_over(world: World, name: str) -> None:
    await add(world, "xiaoman")
    with pytest.raises(NotYoursToHandOver):
        hand_over(world, name, leaving="xiaoman", taking="qihang")


async def test_a_manager_does_not_give_to_another_team_but_an_admin_does(world: World) -> None:
    await add(world, "xiaoman")
    with pytest.raises(NotYoursToHandOver):
        hand_over(world, "hejing", leaving="xiaoman", taking="dinglei")
    assert hand_over(world, "admin", leaving="xiaoman", taking="dinglei") == [CLIENT]


async def test_a_manager_may_take_clients_over(world: World) -> None:
    await add(world, "xiaoman")
    assert hand_over(world, "hejing", leaving="xiaoman", taking="hejing") == [CLIENT]


async def test_those_who_do_not_sell_take_no_clients(world: World) -> None:
    await add(world, "xiaoman")
    with pytest.raises(CannotOwnClients):
        hand_over(world, "admin", leaving="xiaoman", taking="sumin")


async def test_what_was_handed_over_goes_back_also_to_somebody_who_has_left(world: World) -> None:
    await add(world, "xiaoman")
    gone = f"/api/v1/people/{world.id('xiaoman')}/disabled"
    await world.as_("hejing").put(gone, json={"reason": "Left"})
    moved = hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    assert hand_over(world, "hejing", leaving="qihang", taking="xiaoman", only=moved) == moved


async def test_nobody_who_has_left_takes_what_was_never_theirs(world: World) -> None:
    await add(world, "xiaoman")
    await add(world, "qihang", id=str(an_id(3)), name="海鸣五金", contacts=[])
    gone = f"/api/v1/people/{world.id('xiaoman')}/disabled"
    await world.as_("hejing").put(gone, json={"reason": "Left"})
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    for only in ([an_id(3)], [an_id(3), CLIENT], None):
        with pytest.raises(CannotOwnClients):
            hand_over(world, "hejing", leaving="qihang", taking="xiaoman", only=only)


async def test_people_of_another_organisation_are_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        hand_over(world, "admin", leaving="xiaoman", taking="stranger")
    with pytest.raises(NotFound):
        hand_over(world, "stranger_admin", leaving="xiaoman", taking="qihang")


async def test_a_former_owner_is_told_who_has_the_client_now(world: World) -> None:
    await add(world, "xiaoman")
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    change = {"industry": "五金"}
    former = await world.as_("xiaoman").patch(path(), json=change, headers=version(2))
    assert (former.status_code, former.json()["code"]) == (409, "client_moved")
    born = await world.as_("xiaoman").post(CLIENTS, json=a_client())
    assert born.json()["code"] == "client_moved"
    never = await world.as_("dinglei").patch(path(), json=change, headers=version(2))
    assert never.status_code == 404


async def test_a_former_owner_reads_it_no_more(world: World) -> None:
    await add(world, "xiaoman")
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    assert (await world.as_("xiaoman").get(path())).status_code == 404


async def test_the_history_of_owners_is_kept(world: World) -> None:
    await add(world, "xiaoman")
    world.clock.let_pass(hours=1)
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")
    world.clock.let_pass(hours=1)
    hand_over(world, "hejing", leaving="qihang", taking="xiaoman")

    def owners(db: Session) -> list[tuple[str, bool]]:
        rows = db.exec(select(ClientOwner).order_by(col(ClientOwner.created_at))).all()
        names = {world.id(name): name for name in ("xiaoman", "qihang")}
        return [(names[row.owner_id], row.owned_until is None) for row in rows]

    assert world.store.read_now(owners) == [
        ("xiaoman", False),
        ("qihang", False),
        ("xiaoman", True),
    ]
    assert (await world.as_("xiaoman").get(path())).status_code == 200


async def test_the_fact_says_who_and_which(world: World) -> None:
    await add(world, "xiaoman")
    hand_over(world, "hejing", leaving="xiaoman", taking="qihang")

    def newest(db: Session) -> EventRow | None:
        return db.exec(
            select(EventRow)
            .where(col(EventRow.topic) == ClientsHandedOver.topic)
            .order_by(sa.desc(col(EventRow.seq)))
        ).first()

    fact = world.store.read_now(newest)
    assert fact is not None
    assert fact.payload == {
        "from_id": str(world.id("xiaoman")),
        "to_id": str(world.id("qihang")),
        "client_ids": [str(CLIENT)],
    }
