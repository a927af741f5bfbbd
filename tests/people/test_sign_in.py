"""Signing in, staying signed in on a device, and ending it."""

import httpx
import pytest

from api.people.sign_in.service import FREE_TRIES_OF_A_LOGIN
from tests.builders.people import PASSWORD
from tests.builders.world import World

OURS = {"X-Alongside": "1"}
COOKIE = "alongside-refresh"


async def signed_in(
    world: World, login: str = "lin.xiaoman", password: str = PASSWORD
) -> httpx.AsyncClient:
    """A device on which somebody typed name and password."""
    device = world.device()
    answer = await device.post("/api/v1/sign-in", json={"login": login, "password": password})
    assert answer.status_code == 200, answer.text
    device.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    return device


async def try_to_sign_in(world: World, login: str, password: str) -> httpx.Response:
    return await world.device().post("/api/v1/sign-in", json={"login": login, "password": password})


def secret_of(device: httpx.AsyncClient) -> str:
    return str(device.cookies[COOKIE])


async def refreshed_with(world: World, secret: str) -> httpx.Response:
    cookie = {"cookie": f"{COOKIE}={secret}"}
    return await world.device().post("/api/v1/sign-in/refresh", headers={**OURS, **cookie})


async def test_a_rep_signs_in_and_is_known(world: World) -> None:
    device = await signed_in(world)
    me = await device.get("/api/v1/me")
    assert me.json()["latin_name"] == "Lin Xiaoman"


async def test_the_answer_says_who_it_is_and_how_long_the_token_lives(world: World) -> None:
    answer = await try_to_sign_in(world, "lin.xiaoman", PASSWORD)
    told = answer.json()
    assert told["token_type"] == "Bearer"
    assert told["expires_in"] == 600
    assert told["person"]["id"] == str(world.id("xiaoman"))


async def test_a_login_may_name_its_company(world: World) -> None:
    assert (await try_to_sign_in(world, "lin.xiaoman@lanbridge", PASSWORD)).status_code == 200


async def test_a_login_at_the_wrong_company_is_unknown(world: World) -> None:
    assert (await try_to_sign_in(world, "lin.xiaoman@otherside", PASSWORD)).status_code == 401


async def test_capitals_and_full_width_letters_are_the_same_login(world: World) -> None:
    assert (await try_to_sign_in(world, "Ｌin.Xiaoman", PASSWORD)).status_code == 200


async def test_a_bare_login_that_two_companies_know_means_nobody(world: World) -> None:
    admin = world.as_("stranger_admin")
    twin = {
        "login": "lin.xiaoman",
        "family_name": "林",
        "given_name": "小满",
        "role": "trainer",
        "joined_on": "2026-03-02",
    }
    assert (await admin.post("/api/v1/people", json=twin)).status_code == 201
    assert (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).status_code == 401
    assert (await try_to_sign_in(world, "lin.xiaoman@lanbridge", PASSWORD)).status_code == 200


async def test_the_cookie_cannot_be_read_by_a_page_and_stays_on_our_site(world: World) -> None:
    answer = await try_to_sign_in(world, "lin.xiaoman", PASSWORD)
    kept = answer.headers["set-cookie"]
    assert kept.startswith(f"{COOKIE}=")
    for wanted in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=2592000"):
        assert wanted in kept


async def test_behind_https_the_cookie_is_bound_to_our_host(world: World) -> None:
    secure = {"public_url": "https://alongside.example"}
    world.app.state.settings = world.app.state.settings.model_copy(update=secure)
    kept = (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).headers["set-cookie"]
    assert kept.startswith("__Host-alongside=")
    assert "Secure" in kept
    assert "Domain" not in kept


async def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(world: World) -> None:
    unknown = (await try_to_sign_in(world, "nobody.here", "not the password")).json()
    wrong = (await try_to_sign_in(world, "lin.xiaoman", "not the password")).json()
    assert unknown.pop("request_id") != wrong.pop("request_id")
    assert unknown == wrong
    assert wrong["code"] == "wrong_sign_in"


async def test_somebody_invited_but_without_password_gets_that_answer_too(world: World) -> None:
    new = {
        "login": "xin.ren",
        "family_name": "新",
        "given_name": "人",
        "role": "rep",
        "team_id": str(world.team("gull").id),
        "joined_on": "2026-03-24",
    }
    await world.as_("hejing").post("/api/v1/people", json=new)
    answer = await try_to_sign_in(world, "xin.ren", "")
    assert answer.status_code == 422
    answer = await try_to_sign_in(world, "xin.ren", "anything at all")
    assert answer.json()["code"] == "wrong_sign_in"


@pytest.mark.parametrize("login", ["lin.xiaoman", "nobody.here"])
async def test_guessing_waits_longer_and_longer(world: World, login: str) -> None:
    waits = []
    for _ in range(FREE_TRIES_OF_A_LOGIN + 4):
        answer = await try_to_sign_in(world, login, "a guess")
        if answer.status_code == 429:
            waits.append(int(answer.headers["retry-after"]))
            world.clock.let_pass(seconds=waits[-1])
    assert waits == [1, 2, 4, 8][: len(waits)]
    assert len(waits) >= 2


async def test_the_right_password_waits_too_and_then_clears_the_count(world: World) -> None:
    for _ in range(FREE_TRIES_OF_A_LOGIN):
        await try_to_sign_in(world, "lin.xiaoman", "a guess")
    early = await try_to_sign_in(world, "lin.xiaoman", PASSWORD)
    assert early.status_code == 429
    assert early.json()["code"] == "too_many_tries"
    world.clock.let_pass(seconds=int(early.headers["retry-after"]))
    assert (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).status_code == 200
    assert (await try_to_sign_in(world, "lin.xiaoman", "a slip")).status_code == 401


async def test_guesses_at_one_name_do_not_lock_another(world: World) -> None:
    for _ in range(FREE_TRIES_OF_A_LOGIN + 1):
        await try_to_sign_in(world, "lin.xiaoman", "a guess")
    assert (await try_to_sign_in(world, "han.xue", PASSWORD)).status_code == 200


async def test_guesses_at_many_names_from_one_address_wait_as_well(world: World) -> None:
    answers = [
        (await try_to_sign_in(world, f"name{number}", "a guess")).status_code
        for number in range(62)
    ]
    assert answers[:60] == [401] * 60
    assert answers[-1] == 429


async def test_an_office_that_signs_in_is_not_slowed_down(world: World) -> None:
    for _ in range(70):
        assert (await try_to_sign_in(world, "han.xue", PASSWORD)).status_code == 200


async def test_an_access_token_ends_after_ten_minutes(world: World) -> None:
    rep = world.as_("xiaoman")
    world.clock.let_pass(minutes=9, seconds=59)
    assert (await rep.get("/api/v1/me")).status_code == 200
    world.clock.let_pass(seconds=1)
    late = await rep.get("/api/v1/me")
    assert late.status_code == 401
    assert late.headers["www-authenticate"] == "Bearer"


async def test_a_refresh_gives_a_new_token_and_another_secret(world: World) -> None:
    device = await signed_in(world)
    before = secret_of(device)
    world.clock.let_pass(minutes=11)
    answer = await device.post("/api/v1/sign-in/refresh", headers=OURS)
    device.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    assert (await device.get("/api/v1/me")).status_code == 200
    assert secret_of(device) != before


async def test_the_cookie_alone_is_not_enough_to_refresh_or_sign_out(world: World) -> None:
    device = await signed_in(world)
    for address in ("/api/v1/sign-in/refresh", "/api/v1/sign-out"):
        answer = await device.post(address)
        assert (answer.status_code, answer.json()["code"]) == (403, "header_needed")


async def test_a_phone_that_lost_the_answer_gets_the_same_successor(world: World) -> None:
    device = await signed_in(world)
    old = secret_of(device)
    first = await refreshed_with(world, old)
    world.clock.let_pass(seconds=30)
    again = await refreshed_with(world, old)
    assert again.status_code == 200
    assert again.cookies[COOKIE] == first.cookies[COOKIE]


async def test_an_old_secret_that_comes_back_ends_the_sign_in_for_everybody(world: World) -> None:
    device = await signed_in(world)
    stolen = secret_of(device)
    await device.post("/api/v1/sign-in/refresh", headers=OURS)
    world.clock.let_pass(seconds=31)
    assert (await refreshed_with(world, stolen)).status_code == 401
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401


async def test_a_secret_two_steps_old_ends_the_sign_in_even_within_the_grace(world: World) -> None:
    device = await signed_in(world)
    old = secret_of(device)
    await device.post("/api/v1/sign-in/refresh", headers=OURS)
    await device.post("/api/v1/sign-in/refresh", headers=OURS)
    assert (await refreshed_with(world, old)).status_code == 401
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401


@pytest.mark.parametrize("secret", ["", "rubbish", "A" * 86, "é", "A" * 4000])
async def test_a_made_up_secret_is_refused(world: World, secret: str) -> None:
    cookie = {b"cookie": f"{COOKIE}={secret}".encode()}
    answer = await world.anonymous.post(
        "/api/v1/sign-in/refresh", headers={b"x-alongside": b"1", **cookie}
    )
    assert answer.status_code == 401


async def test_a_sign_in_nobody_used_for_a_month_is_over(world: World) -> None:
    device = await signed_in(world)
    world.clock.let_pass(days=29)
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 200
    world.clock.let_pass(days=30)
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401


async def test_signing_out_ends_this_device_and_no_other(world: World) -> None:
    phone, tablet = await signed_in(world), await signed_in(world)
    kept = secret_of(phone)
    answer = await phone.post("/api/v1/sign-out", headers=OURS)
    assert answer.status_code == 204
    assert COOKIE not in phone.cookies
    assert (await refreshed_with(world, kept)).status_code == 401
    assert (await tablet.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 200


async def test_signing_out_twice_is_no_fault(world: World) -> None:
    device = await signed_in(world)
    await device.post("/api/v1/sign-out", headers=OURS)
    assert (await device.post("/api/v1/sign-out", headers=OURS)).status_code == 204


async def test_a_disabled_person_is_out_at_once(world: World) -> None:
    device = await signed_in(world)
    left = {"reason": "Left the company"}
    where = f"/api/v1/people/{world.id('xiaoman')}/disabled"
    assert (await world.as_("hejing").put(where, json=left)).status_code == 200
    assert (await device.get("/api/v1/me")).status_code == 401
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401
    assert (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).status_code == 401


async def test_only_a_device_of_the_disabled_person_is_told_so(world: World) -> None:
    device, stranger = await signed_in(world), await signed_in(world)
    name, value = next(iter(stranger.cookies.items()))
    stranger.cookies.set(name, value[:-4] + "AAAA")
    where = f"/api/v1/people/{world.id('xiaoman')}/disabled"
    await world.as_("hejing").put(where, json={"reason": "Left the company"})
    told = [
        (await one.post("/api/v1/sign-in/refresh", headers=OURS)).json()["code"]
        for one in (device, device, stranger)
    ]
    assert told == ["let_out", "let_out", "sign_in_needed"]


async def test_a_person_let_in_again_must_sign_in_anew(world: World) -> None:
    device = await signed_in(world)
    manager, where = world.as_("hejing"), f"/api/v1/people/{world.id('xiaoman')}/disabled"
    await manager.put(where, json={"reason": "A mistake"})
    assert (await manager.delete(where)).json()["disabled"] is False
    assert (await device.get("/api/v1/me")).status_code == 401
    assert (await device.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401
    assert (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).status_code == 200


async def test_a_new_password_ends_every_other_device_and_keeps_this_one(world: World) -> None:
    phone, tablet = await signed_in(world), await signed_in(world)
    given = {"current": PASSWORD, "new": "another good one"}
    assert (await phone.put("/api/v1/me/password", json=given)).status_code == 204
    assert (await tablet.get("/api/v1/me")).status_code == 401
    assert (await tablet.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 401
    assert (await phone.post("/api/v1/sign-in/refresh", headers=OURS)).status_code == 200
    assert (await try_to_sign_in(world, "lin.xiaoman", "another good one")).status_code == 200
    assert (await try_to_sign_in(world, "lin.xiaoman", PASSWORD)).status_code == 401


async def test_a_new_password_needs_the_current_one(world: World) -> None:
    given = {"current": "not this one", "new": "another good one"}
    phone = await signed_in(world)
    answer = await phone.put("/api/v1/me/password", json=given)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_password")
    assert (await phone.get("/api/v1/me")).status_code == 200


async def test_the_current_password_cannot_be_guessed_from_an_open_phone(world: World) -> None:
    phone = await signed_in(world)
    given = {"current": "a guess", "new": "another good one"}
    answers = [
        (await phone.put("/api/v1/me/password", json=given)).status_code
        for _ in range(FREE_TRIES_OF_A_LOGIN + 1)
    ]
    assert answers[-1] == 429


async def test_no_secret_is_stored_as_it_is(world: World) -> None:
    """A stolen backup must not open anything."""
    device = await signed_in(world)
    secret = secret_of(device)
    stored = world.store.read_now(
        lambda db: [
            bytes(digest)
            for (digest,) in db.connection().exec_driver_sql("SELECT digest FROM refresh_tokens")
        ]
    )
    assert stored
    assert all(digest not in secret.encode() and len(digest) == 32 for digest in stored)
