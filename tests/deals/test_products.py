"""The product list: everybody reads it, an admin keeps it."""

from typing import Any

import pytest

from tests.builders.field import API, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
PRODUCTS = f"{API}/products"
VOYAGE: dict[str, Any] = {
    "id": str(an_id(1)),
    "key": "voyage",
    "name": {"zh": "远航版", "en": "Voyage"},
    "price": yuan(59_800),
}


async def test_nobody_reads_it_without_signing_in(world: World) -> None:
    assert (await world.anonymous.get(PRODUCTS)).status_code == 401
    assert (await world.anonymous.post(PRODUCTS, json=VOYAGE)).status_code == 401


async def test_a_stranger_neither_sees_nor_changes_our_products(world: World) -> None:
    await world.as_("admin").post(PRODUCTS, json=VOYAGE)
    other = world.as_("stranger_admin")
    assert (await other.get(PRODUCTS)).json()["items"] == []
    change = {"retired": True}
    answer = await other.patch(f"{PRODUCTS}/{an_id(1)}", json=change, headers={"If-Match": '"1"'})
    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["xiaoman", "hejing", "sumin", "liqun"])
async def test_everybody_reads_it_and_only_an_admin_keeps_it(world: World, name: str) -> None:
    made = await world.as_("admin").post(PRODUCTS, json=VOYAGE)
    assert (made.status_code, made.json()["retired"]) == (201, False)
    assert (await world.as_(name).get(PRODUCTS)).json()["items"] == [made.json()]
    assert (await world.as_(name).post(PRODUCTS, json=VOYAGE)).status_code == 403
    version = {"If-Match": made.headers["etag"]}
    answer = await world.as_(name).patch(
        f"{PRODUCTS}/{an_id(1)}", json={"retired": True}, headers=version
    )
    assert answer.status_code == 403


async def test_a_product_is_repriced_and_retired_by_version(world: World) -> None:
    admin = world.as_("admin")
    version = {"If-Match": (await admin.post(PRODUCTS, json=VOYAGE)).headers["etag"]}
    world.clock.let_pass(minutes=1)
    address = f"{PRODUCTS}/{an_id(1)}"
    assert (await admin.patch(address, json={"retired": True})).status_code == 428
    change = {"retired": True, "price": yuan(63_800)}
    after = (await admin.patch(address, json=change, headers=version)).json()
    assert (after["retired"], after["price"], after["name"]) == (
        True,
        yuan(63_800),
        VOYAGE["name"],
    )
    assert (await admin.patch(address, json=change, headers=version)).status_code == 412


async def test_a_key_stands_for_one_product(world: World) -> None:
    admin = world.as_("admin")
    first = await admin.post(PRODUCTS, json=VOYAGE)
    assert (await admin.post(PRODUCTS, json=VOYAGE)).json() == first.json()
    taken = await admin.post(PRODUCTS, json=VOYAGE | {"id": str(an_id(2))})
    assert (taken.status_code, taken.json()["code"]) == (409, "product_key_taken")
    other = await admin.post(PRODUCTS, json=VOYAGE | {"key": "flagship"})
    assert other.json()["code"] == "born_differently"


@pytest.mark.parametrize("change", [{"price": None}, {"name": None}, {"key": "other"}])
async def test_what_a_product_always_has_cannot_be_taken_out(
    world: World, change: dict[str, Any]
) -> None:
    admin = world.as_("admin")
    version = {"If-Match": (await admin.post(PRODUCTS, json=VOYAGE)).headers["etag"]}
    answer = await admin.patch(f"{PRODUCTS}/{an_id(1)}", json=change, headers=version)
    assert answer.status_code == 422
