"""Money arrives in a currency of ISO 4217 that is in use; what is stored stays readable when a list changes."""

from typing import Any

import pytest

from api.kit import currencies
from api.kit.wire import InputModel
from tests.builders.field import API, a_check_in, a_plan, add_client, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.contract.live import inputs, schema
from tests.contract.test_openapi import kinds_of

DOLLARS_OF_NOBODY = {"amount_minor": 100, "currency": "ABC"}
SENT_AT_THE_TOP = {"PaymentNew", "VisitNew", "ProductNew", "CheckInNew", "OrganisationChange"}


def addresses(client: str) -> dict[str, tuple[str, str, dict[str, Any], str]]:
    """An amount of each domain: how it is sent, and where it stands in what was sent."""
    name = {"zh": "远航版", "en": "Voyage"}
    line = {"product_id": str(an_id(1)), "amount": DOLLARS_OF_NOBODY}
    check_in = a_check_in(client, outcome="signed", amount=DOLLARS_OF_NOBODY)
    product = {"key": "voyage", "name": name, "price": DOLLARS_OF_NOBODY}
    return {
        "a product": ("POST", "products", product, "/price"),
        "a deal": ("POST", "deals", {"client_id": client, "amount": DOLLARS_OF_NOBODY}, "/amount"),
        "a deal's line": (
            "POST",
            "deals",
            {"client_id": client, "lines": [line]},
            "/lines/0/amount",
        ),
        "a plan": ("POST", "visits", a_plan(client, amount=DOLLARS_OF_NOBODY), "/amount"),
        "a check-in": ("PUT", f"visits/{an_id(1)}/check-in", check_in, "/amount"),
        "the big order": ("PATCH", "organisation", {"big_order": DOLLARS_OF_NOBODY}, "/big_order"),
    }


@pytest.mark.parametrize("what", addresses(""))
async def test_three_letters_that_are_no_currency_are_refused_at_their_place(
    world: World, what: str
) -> None:
    client = await add_client(world.as_("xiaoman"))
    method, path, body, place = addresses(client)[what]
    answer = await world.as_("xiaoman").request(
        method, f"{API}/{path}", json=body, headers={"if-match": '"1"'}
    )
    assert answer.status_code == 422, answer.text
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [f"{place}/currency"]


def test_every_shape_that_carries_money_is_an_input_that_looks_at_it() -> None:
    """The look is in `InputModel`, so a shape with money that is none would let anything pass."""
    carrying = {
        name
        for name in inputs()
        if any("Money" in str(kind) for kind in schema(name).get("properties", {}).values())
    }
    assert carrying >= SENT_AT_THE_TOP
    assert [name for name in carrying if not is_input(name)] == []


def is_input(name: str) -> bool:
    return name in {kind.__name__ for kind in kinds_of(InputModel)}


async def test_a_deal_in_a_currency_withdrawn_since_can_still_be_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    await rep.post(f"{API}/deals", json={"client_id": client, "amount": yuan(29_800)})
    monkeypatch.setattr(currencies, "CODES", currencies.CODES - {"CNY"})
    found = (await rep.get(f"{API}/deals")).json()["items"]
    assert [deal["amount"] for deal in found] == [yuan(29_800)]


def test_the_list_holds_codes_of_three_letters_and_those_of_our_customers() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in currencies.CODES)
    assert {"CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "VND"} <= currencies.CODES
    assert {"XXX", "XTS", "XAU", "BGN", "HRK", "DEM"} & currencies.CODES == set()
