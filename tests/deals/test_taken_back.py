"""A corrected check-in takes back its own step, and leaves what the owner did by hand since."""

from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.field import API, add_client, amend, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
numbers = count(1)

sums = st.integers(min_value=0, max_value=300_000)
deals_of_a_client = st.lists(
    st.fixed_dictionaries(
        {"amount": sums.map(yuan)},
        optional={
            "grade": st.sampled_from(["A0", "A1", "B"]),
            "promise": sums.map(yuan),
            "expected_on": st.just("2026-04-01"),
            "quality_note": st.just("货款分两次"),
        },
    ),
    max_size=2,
)


async def deals(device: httpx.AsyncClient, client: str) -> list[dict[str, Any]]:
    """As a person reads them: whole, without their versions."""
    items = (await device.get(f"{API}/deals", params={"client": client})).json()["items"]
    return [{name: deal[name] for name in deal if name != "version"} for deal in items]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stored=deals_of_a_client, signed=st.lists(sums.filter(bool), min_size=1, max_size=3))
async def test_a_signature_taken_back_leaves_the_deals_as_they_were(
    world: World, stored: list[dict[str, Any]], signed: list[int]
) -> None:
    """The last amount signed once stayed on a deal that nobody had signed."""
    rep, number = world.as_("qihang"), next(numbers)
    client = await add_client(rep, 100_000 + number, contacts=[])
    for deal in stored:
        opened = await rep.post(f"{API}/deals", json={"client_id": client, **deal})
        assert opened.status_code == 201, opened.text
    before = await deals(rep, client)
    told = {"outcome": "signed", "amount": yuan(signed[0])}
    visit = (await check_in(rep, client, visit=500_000 + number, **told)).json()
    for whole in signed[1:]:
        visit = (await amend(rep, visit, amount=yuan(whole))).json()
    assert "signed" in {deal["state"] for deal in await deals(rep, client)}
    visit = (await amend(rep, visit, outcome="continued")).json()
    assert await deals(rep, client) == before
    for outcome in ("signed", "continued"):
        visit = (await amend(rep, visit, outcome=outcome)).json()
    assert await deals(rep, client) == before


async def change(device: httpx.AsyncClient, deal_id: str, **told: Any) -> None:
    deal = await device.get(f"{API}/deals/{deal_id}")
    version = {"If-Match": deal.headers["etag"]}
    answer = await device.patch(f"{API}/deals/{deal_id}", json=told, headers=version)
    assert answer.status_code == 200, answer.text


async def signed_at_a_visit(rep: httpx.AsyncClient, *, amount: int | None) -> dict[str, Any]:
    """A visit that signed for 298; `amount` is what the client's open deal was worth, if there was one."""
    client = await add_client(rep)
    if amount is not None:
        given = {"id": str(an_id(1)), "client_id": client, "amount": yuan(amount)}
        await rep.post(f"{API}/deals", json=given)
    visit: dict[str, Any] = (await check_in(rep, client, outcome="signed", amount=yuan(298))).json()
    return visit


async def test_an_amount_changed_by_hand_since_stays(world: World) -> None:
    rep = world.as_("xiaoman")
    visit = await signed_at_a_visit(rep, amount=300)
    await change(rep, str(an_id(1)), amount=yuan(310))
    await amend(rep, visit, outcome="continued")
    deal = (await rep.get(f"{API}/deals/{an_id(1)}")).json()
    assert (deal["state"], deal["amount"]) == ("open", yuan(310))


async def test_an_amount_corrected_with_the_signature_stays(world: World) -> None:
    rep = world.as_("xiaoman")
    visit = await signed_at_a_visit(rep, amount=300)
    told = {"signed_on": "2026-03-23", "amount": yuan(310)}
    await rep.put(f"{API}/deals/{an_id(1)}/signature", json=told)
    await amend(rep, visit, outcome="continued")
    deal = (await rep.get(f"{API}/deals/{an_id(1)}")).json()
    assert (deal["state"], deal["amount"]) == ("open", yuan(310))


async def test_a_grade_changed_by_hand_stays_and_the_amount_goes_back(world: World) -> None:
    rep = world.as_("xiaoman")
    visit = await signed_at_a_visit(rep, amount=300)
    await change(rep, str(an_id(1)), grade="A0")
    await amend(rep, visit, outcome="continued")
    deal = (await rep.get(f"{API}/deals/{an_id(1)}")).json()
    assert (deal["grade"], deal["amount"]) == ("A0", yuan(300))


async def test_a_deal_opened_by_the_check_in_stays_once_its_owner_has_worked_on_it(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    visit = await signed_at_a_visit(rep, amount=None)
    [opened] = (await rep.get(f"{API}/deals")).json()["items"]
    await change(rep, opened["id"], quality_note="先付一半")
    await amend(rep, visit, outcome="continued")
    [deal] = (await rep.get(f"{API}/deals")).json()["items"]
    assert (deal["state"], deal["amount"]) == ("open", yuan(298))
