"""One-time links to join and to choose a new password."""

from typing import Any

import httpx

from tests.builders.people import PASSWORD
from tests.builders.world import ADDRESS, World

OURS = {"X-Alongside": "1"}


def a_new_rep(world: World, **other: Any) -> dict[str, Any]:
    return {
        "login": "xin.ren",
        "family_name": "欧阳",
        "given_name": "新人",
        "role": "rep",
        "team_id": str(world.team("gull").id),
        "newcomer": True,
        "joined_on": "2026-03-24",
        **other,
    }


async def invited(world: World, by: str, person_id: str) -> dict[str, Any]:
    answer = await world.as_(by).post(f"/api/v1/people/{person_id}/invitation")
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def token_of(invitation: dict[str, Any]) -> str:
    return str(invitation["link"].partition("#")[2])


async def accepted(world: World, token: str, password: str = "chosen by me") -> httpx.Response:
    given = {"token": token, "password": password}
    return await world.device().post("/api/v1/invitations/accept", json=given)


async def test_a_newcomer_joins_by_a_link_from_the_manager(world: World) -> None:
    added = await world.as_("hejing").post("/api/v1/people", json=a_new_rep(world))
    invitation = await invited(world, "hejing", added.json()["id"])
    assert invitation["kind"] == "join"
    assert invitation["link"].startswith(f"{ADDRESS}/join#")
    assert invitation["expires_at"] == "2026-03-25T02:00:00Z"
    answer = await accepted(world, token_of(invitation))
    assert answer.status_code == 200
    bearer = {"authorization": f"Bearer {answer.json()['access_token']}"}
    me = (await world.anonymous.get("/api/v1/me", headers=bearer)).json()
    assert (me["latin_name"], me["newcomer"]) == ("Ouyang Xinren", True)
    given = {"login": "xin.ren", "password": "chosen by me"}
    assert (await world.device().post("/api/v1/sign-in", json=given)).status_code == 200


async def test_the_link_is_also_a_qr_code(world: World) -> None:
    invitation = await invited(world, "hejing", str(world.id("xiaoman")))
    assert invitation["qr_svg"].startswith("<svg")
    assert "script" not in invitation["qr_svg"]


async def test_before_choosing_a_password_one_sees_whom_the_link_is_for(world: World) -> None:
    token = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    seen = await world.anonymous.post("/api/v1/invitations/look", json={"token": token})
    told = seen.json()
    assert told["kind"] == "reset"
    assert told["organisation_name"] == "澜桥出海"
    assert (told["login"], told["latin_name"]) == ("lin.xiaoman", "Lin Xiaoman")


async def test_a_link_works_once(world: World) -> None:
    token = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    assert (await accepted(world, token)).status_code == 200
    again = await accepted(world, token, "somebody else's")
    assert (again.status_code, again.json()["code"]) == (404, "invitation_over")


async def test_a_link_lives_for_24_hours(world: World) -> None:
    token = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    world.clock.let_pass(hours=23, minutes=59)
    look = await world.anonymous.post("/api/v1/invitations/look", json={"token": token})
    assert look.status_code == 200
    world.clock.let_pass(minutes=1)
    assert (await accepted(world, token)).json()["code"] == "invitation_over"


async def test_a_newer_link_replaces_the_older(world: World) -> None:
    older = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    newer = token_of(await invited(world, "admin", str(world.id("xiaoman"))))
    assert (await accepted(world, older)).json()["code"] == "invitation_over"
    assert (await accepted(world, newer)).status_code == 200


async def test_a_reset_ends_every_sign_in_of_before(world: World) -> None:
    phone = world.device()
    given = {"login": "lin.xiaoman", "password": PASSWORD}
    signed_in = await phone.post("/api/v1/sign-in", json=given)
    bearer = {"authorization": f"Bearer {signed_in.json()['access_token']}"}
    token = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    await accepted(world, token)
    assert (await phone.get("/api/v1/me", headers=bearer)).status_code == 401
    assert (await phone.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401


async def test_a_link_for_somebody_who_left_is_over(world: World) -> None:
    person = str(world.id("xiaoman"))
    token = token_of(await invited(world, "hejing", person))
    where = f"/api/v1/people/{person}"
    await world.as_("hejing").put(f"{where}/disabled", json={"reason": "Left"})
    assert (await accepted(world, token)).json()["code"] == "invitation_over"
    refused = await world.as_("hejing").post(f"{where}/invitation")
    assert refused.json()["code"] == "person_disabled"


async def test_a_made_up_token_is_over(world: World) -> None:
    for token in ("x", "A" * 86, "A" * 200):
        assert (await accepted(world, token)).json()["code"] == "invitation_over"


async def test_the_secret_of_one_link_does_not_open_another(world: World) -> None:
    first = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    second = token_of(await invited(world, "hejing", str(world.id("qihang"))))
    # The first 32 bytes name the row (42 characters whole), the rest is the secret.
    mixed = second[:43] + first[43:]
    assert (await accepted(world, mixed)).json()["code"] == "invitation_over"


async def test_a_password_has_at_least_eight_characters(world: World) -> None:
    token = token_of(await invited(world, "hejing", str(world.id("xiaoman"))))
    short = await accepted(world, token, "seven77")
    assert short.status_code == 422
    assert short.json()["errors"][0]["pointer"] == "/password"
    assert (await accepted(world, token, "eight888")).status_code == 200


async def test_managers_invite_their_own_reps_and_nobody_else(world: World) -> None:
    manager = world.as_("hejing")
    outcomes = {
        name: (await manager.post(f"/api/v1/people/{world.id(name)}/invitation")).status_code
        for name in ("xiaoman", "hejing", "dinglei", "zhaohui", "admin", "stranger")
    }
    assert outcomes == {
        "xiaoman": 201,
        "hejing": 403,
        "dinglei": 404,
        "zhaohui": 404,
        "admin": 404,
        "stranger": 404,
    }
