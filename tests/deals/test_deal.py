"""A deal from open to collected or lost, by its owner's hand."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.builders.field import API, add_client, hand_over, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
DEALS = f"{API}/deals"
DEAL = f"{DEALS}/{an_id(1)}"


async def open_deal(device: httpx.AsyncClient, *, number: int = 1, **other: Any) -> httpx.Response:
    client = other.pop("client_id", None) or await add_client(device, number)
    given = {"id": str(an_id(number)), "client_id": client, "amount": yuan(59_800)}
    return await device.post(DEALS, json=given | other)


async def add_product(world: World, number: int, price: int) -> str:
    given = {
        "id": str(an_id(50 + number)),
        "key": f"product-{number}",
        "name": {"zh": f"产品{number}", "en": f"Product {number}"},
        "price": yuan(price),
    }
    return str((await world.as_("admin").post(f"{API}/products", json=given)).json()["id"])


async def sign(device: httpx.AsyncClient, **other: Any) -> httpx.Response:
    return await device.put(f"{DEAL}/signature", json={"signed_on": "2026-03-24"} | other)


async def pay(device: httpx.AsyncClient, whole: int, **other: Any) -> httpx.Response:
    given = {"amount": yuan(whole), "received_on": "2026-03-24"}
    return await device.post(f"{DEAL}/payments", json=given | other)


async def test_nobody_reads_or_changes_a_deal_without_signing_in(world: World) -> None:
    nobody = world.anonymous
    answers = [
        await nobody.get(DEALS),
        await nobody.post(DEALS, json={}),
        await nobody.get(DEAL),
        await nobody.patch(DEAL, json={}),
        await sign(nobody),
        await nobody.put(f"{DEAL}/loss", json={}),
        await pay(nobody, 1),
    ]
    assert {answer.status_code for answer in answers} == {401}


@pytest.mark.parametrize("name", ["stranger", "stranger_manager", "stranger_admin"])
async def test_a_stranger_finds_no_deal_of_ours(world: World, name: str) -> None:
    await open_deal(world.as_("xiaoman"))
    device = world.as_(name)
    version = {"If-Match": '"1"'}
    answers = [
        await device.get(DEAL),
        await device.patch(DEAL, json={"quality_note": "x"}, headers=version),
        await sign(device),
        await device.put(f"{DEAL}/loss", json={"lost_on": "2026-03-24", "reason": "x"}),
        await pay(device, 1),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert (await device.get(DEALS)).json()["items"] == []


@pytest.mark.parametrize(
    ("reader", "status"),
    [
        ("xiaoman", 200),
        ("hanxue", 200),
        ("hejing", 200),
        ("qihang", 404),
        ("zhaohui", 404),
        ("liqun", 404),
        ("sumin", 404),
        ("admin", 404),
    ],
)
async def test_a_deal_is_read_by_its_owner_the_mentor_and_the_manager(
    world: World, reader: str, status: int
) -> None:
    await open_deal(world.as_("xiaoman"))
    assert (await world.as_(reader).get(DEAL)).status_code == status
    listed = (await world.as_(reader).get(DEALS)).json()["items"]
    assert len(listed) == (1 if status == 200 else 0)


async def test_only_the_owner_works_on_a_deal(world: World) -> None:
    deal = (await open_deal(world.as_("xiaoman"))).json()
    manager = world.as_("hejing")
    version = {"If-Match": '"1"'}
    answers = [
        await manager.patch(DEAL, json={"quality_note": "x"}, headers=version),
        await sign(manager),
        await manager.put(f"{DEAL}/loss", json={"lost_on": "2026-03-24", "reason": "x"}),
        await pay(manager, 1),
        await manager.post(DEALS, json={"client_id": deal["client"]["id"], "amount": yuan(1)}),
    ]
    assert {answer.json()["code"] for answer in answers} == {"only_the_owner"}


async def test_a_deal_is_opened_once_however_often_it_is_sent(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    first = await open_deal(xiaoman, client_id=client, grade="A1", promise=yuan(50_000))
    again = await open_deal(xiaoman, client_id=client, grade="A1", promise=yuan(50_000))
    assert (first.status_code, again.json()) == (201, first.json())
    assert (first.json()["grade"], first.json()["promise"]) == ("A1", yuan(50_000))
    other = await open_deal(xiaoman, client_id=client)
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_the_amount_of_a_deal_is_the_sum_of_its_lines(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    starter, voyage = await add_product(world, 1, 29_800), await add_product(world, 2, 59_800)
    lines = [
        {"product_id": voyage, "amount": yuan(55_000)},
        {"product_id": starter, "amount": yuan(29_800)},
    ]
    made = await open_deal(xiaoman, lines=lines, amount=None)
    assert made.json()["amount"] == yuan(84_800)
    assert [line["name"]["en"] for line in made.json()["lines"]] == ["Product 2", "Product 1"]
    version = {"If-Match": made.headers["etag"]}
    after = (await xiaoman.patch(DEAL, json={"lines": lines[:1]}, headers=version)).json()
    assert (after["amount"], len(after["lines"])) == (yuan(55_000), 1)


async def test_a_product_of_another_list_is_refused(world: World) -> None:
    lines = [{"product_id": str(an_id(99)), "amount": yuan(1)}]
    answer = await open_deal(world.as_("xiaoman"), lines=lines)
    assert (answer.status_code, answer.json()["code"]) == (409, "product_unknown")
    assert (await world.as_("xiaoman").get(DEALS)).json()["items"] == []


async def test_a_deal_changes_by_merge_patch_and_version(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    made = await open_deal(xiaoman, grade="B", expected_on="2026-04-10")
    version = {"If-Match": made.headers["etag"]}
    change = {"grade": "A1", "expected_on": None, "promise": yuan(40_000)}
    assert (await xiaoman.patch(DEAL, json=change)).status_code == 428
    after = (await xiaoman.patch(DEAL, json=change, headers=version)).json()
    assert (after["grade"], after["expected_on"], after["promise"], after["amount"]) == (
        "A1",
        None,
        yuan(40_000),
        yuan(59_800),
    )
    stale = await xiaoman.patch(DEAL, json={"grade": "C"}, headers=version)
    assert (stale.status_code, stale.json()["current"]) == (412, after)


async def test_signed_then_paid_in_two_parts_is_collected(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    signed = (await sign(xiaoman, amount=yuan(50_000))).json()
    assert (signed["state"], signed["signed_on"], signed["amount"]) == (
        "signed",
        "2026-03-24",
        yuan(50_000),
    )
    part = (await pay(xiaoman, 20_000)).json()
    assert (part["state"], part["collected"]) == ("signed", yuan(20_000))
    whole = (await pay(xiaoman, 30_000)).json()
    assert (whole["state"], whole["collected"], len(whole["payments"])) == (
        "collected",
        yuan(50_000),
        2,
    )


async def test_a_larger_amount_makes_a_collected_deal_wait_for_money_again(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman)
    paid = await pay(xiaoman, 59_800)
    version = {"If-Match": paid.headers["etag"]}
    after = await xiaoman.patch(DEAL, json={"amount": yuan(98_000)}, headers=version)
    assert (paid.json()["state"], after.json()["state"]) == ("collected", "signed")


async def test_the_same_payment_twice_is_one_payment(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman)
    first = await pay(xiaoman, 100, id=str(an_id(7)))
    again = await pay(xiaoman, 100, id=str(an_id(7)))
    other = await pay(xiaoman, 200, id=str(an_id(7)))
    assert again.json() == first.json()
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_payments_that_arrive_at_the_same_moment_are_all_counted(world: World) -> None:
    """Each one alone sees a deal still short of money; together they are the whole of it."""
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman, amount=yuan(6_000))
    answers = await asyncio.gather(*(pay(xiaoman, 1_000) for _ in range(6)))
    assert [answer.status_code for answer in answers] == [201] * 6
    deal = (await xiaoman.get(DEAL)).json()
    assert (deal["state"], deal["collected"], len(deal["payments"])) == (
        "collected",
        yuan(6_000),
        6,
    )


async def test_money_before_the_signature_is_refused(world: World) -> None:
    await open_deal(world.as_("xiaoman"))
    answer = await pay(world.as_("xiaoman"), 100)
    assert (answer.status_code, answer.json()["code"]) == (409, "deal_not_signed")


async def test_a_lost_deal_keeps_its_reason_and_is_closed(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    loss = {"lost_on": "2026-03-24", "reason": "续了展会"}
    lost = await xiaoman.put(f"{DEAL}/loss", json=loss)
    assert (lost.json()["state"], lost.json()["lost_reason"]) == ("lost", "续了展会")
    assert (await sign(xiaoman)).json()["code"] == "deal_is_closed"
    assert (await pay(xiaoman, 1)).json()["code"] == "deal_not_signed"


async def test_a_deal_with_money_is_not_lost(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman)
    await pay(xiaoman, 100)
    loss = {"lost_on": "2026-03-24", "reason": "x"}
    answer = await xiaoman.put(f"{DEAL}/loss", json=loss)
    assert (answer.status_code, answer.json()["code"]) == (409, "deal_has_payments")


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"amount": None}, 422, "invalid"),
        ({"promise": {"amount_minor": 1, "currency": "USD"}}, 409, "one_currency"),
        ({"grade": "Z9"}, 409, "grade_unknown"),
        ({"amount": {"amount_minor": -1, "currency": "CNY"}}, 422, "invalid"),
        ({"rank": 1}, 422, "invalid"),
    ],
)
async def test_a_deal_that_cannot_be_is_refused(
    world: World, given: dict[str, Any], status: int, code: str
) -> None:
    answer = await open_deal(world.as_("xiaoman"), **given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_more_money_than_can_be_counted_is_refused(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman)
    most = {"amount_minor": 10**15, "currency": "CNY"}
    assert (await pay(xiaoman, 0, amount=most)).status_code == 201
    answer = await pay(xiaoman, 0, amount=most)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_much_money")


async def test_deals_are_narrowed_by_client_state_and_owner(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    first = (await open_deal(xiaoman)).json()
    await open_deal(xiaoman, number=2)
    await sign(xiaoman)

    async def ids(**asked: str) -> list[str]:
        return [deal["id"] for deal in (await xiaoman.get(DEALS, params=asked)).json()["items"]]

    assert await ids() == [str(an_id(2)), str(an_id(1))]
    assert await ids(client=first["client"]["id"]) == [str(an_id(1))]
    assert await ids(state="open") == [str(an_id(2))]
    assert await ids(owner=str(world.id("qihang"))) == []


async def test_a_collected_deal_stays_with_who_brought_it_in(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await open_deal(xiaoman)
    await sign(xiaoman)
    await pay(xiaoman, 59_800)
    await open_deal(xiaoman, number=2)
    leaving, taking = world.id("xiaoman"), world.id("qihang")
    moved = await hand_over(world.as_("hejing"), leaving=leaving, taking=taking)
    assert moved["moved_deals"] == 1
    kept = (await xiaoman.get(DEALS)).json()["items"]
    assert [deal["state"] for deal in kept] == ["collected"]
    (theirs,) = (await world.as_("qihang").get(DEALS)).json()["items"]
    assert theirs["owner"]["latin_name"] == "Zhou Qihang"
