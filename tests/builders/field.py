"""What a rep brings from the field, over the wire: clients, plans, check-ins, deals."""

import uuid
from typing import Any

import httpx

from tests.builders.people import an_id

MORNING = "2026-03-24T01:40:00Z"
"""Tuesday 09:40 in Shanghai, twenty minutes before the world's clock."""

API = "/api/v1"


async def add_client(device: httpx.AsyncClient, number: int = 1, **other: Any) -> str:
    """A client of whoever is signed in on `device`, with its boss as contact; answers its id."""
    born = {
        "id": str(an_id(1000 + number)),
        "name": f"暖屿灯饰{number}",
        "contacts": [{"id": str(an_id(2000 + number)), "name": "吴建平", "role": "boss"}],
    }
    answer = await device.post(f"{API}/clients", json=born | other)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def contact_of(number: int = 1) -> str:
    """The boss `add_client` gave to client `number`."""
    return str(an_id(2000 + number))


def a_plan(client_id: str, **other: Any) -> dict[str, Any]:
    return {"client_id": client_id, "day": "2026-03-25", "purpose": "follow_up"} | other


def a_check_in(client_id: str, **other: Any) -> dict[str, Any]:
    """A visit that met the boss and goes on; not advanced, not signed."""
    told = {
        "client_id": client_id,
        "purpose": "follow_up",
        "happened_at": MORNING,
        "outcome": "continued",
        "met_name": "吴建平",
        "met_role": "boss",
    }
    return told | other


def an_objection(number: int, **other: Any) -> dict[str, Any]:
    return {"id": str(an_id(3000 + number)), "type_key": "noresult"} | other


def yuan(whole: int) -> dict[str, Any]:
    """Money in whole yuan."""
    return {"amount_minor": whole * 100, "currency": "CNY"}


async def check_in(
    device: httpx.AsyncClient, client_id: str, *, visit: int = 1, **told: Any
) -> httpx.Response:
    """Checks in at the visit `an_id(visit)`; without a plan of that id the visit is unplanned."""
    return await device.put(check_in_of(an_id(visit)), json=a_check_in(client_id, **told))


def check_in_of(visit_id: uuid.UUID | str) -> str:
    return f"{API}/visits/{visit_id}/check-in"


async def amend(device: httpx.AsyncClient, visit: dict[str, Any], **told: Any) -> httpx.Response:
    """Corrects the check-in of a visit as it was last answered."""
    version = {"If-Match": f'"{visit["version"]}"'}
    return await device.patch(check_in_of(visit["id"]), json=told, headers=version)


async def hand_over(manager: httpx.AsyncClient, *, leaving: uuid.UUID, taking: uuid.UUID) -> Any:
    given = {"from_id": str(leaving), "to_id": str(taking)}
    answer = await manager.post(f"{API}/clients/hand-over", json=given)
    assert answer.status_code == 200, answer.text
    return answer.json()
