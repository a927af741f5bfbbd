"""A check-in put right: a plain edit until the evening closes, afterwards both versions side by side."""

from typing import Any

import pytest

from tests.builders.field import (
    API,
    add_client,
    amend,
    an_objection,
    check_in,
    check_in_of,
    contact_of,
    yuan,
)
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio


async def told(world: World, **other: Any) -> dict[str, Any]:
    """A check-in of 小满, as it was answered."""
    client = await add_client(world.as_("xiaoman"))
    answer = await check_in(world.as_("xiaoman"), client, **other)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_nobody_and_no_stranger_corrects_it(world: World) -> None:
    visit = await told(world)
    assert (await amend(world.anonymous, visit, note="x")).status_code == 401
    assert (await amend(world.as_("stranger"), visit, note="x")).status_code == 404
    assert (await amend(world.as_("qihang"), visit, note="x")).status_code == 404


async def test_the_manager_reads_it_and_does_not_rewrite_it(world: World) -> None:
    visit = await told(world)
    answer = await amend(world.as_("hejing"), visit, outcome="stalled")
    assert (answer.status_code, answer.json()["code"]) == (403, "only_the_rep")


async def test_until_the_evening_closes_an_edit_leaves_no_trace(world: World) -> None:
    visit = await told(world, note="太太管账", competitor="环贸网")
    world.clock.at("19:59")
    after = (await amend(world.as_("xiaoman"), visit, note="儿子管账", competitor=None)).json()
    assert (after["check_in"]["note"], after["check_in"]["competitor"]) == ("儿子管账", None)
    assert after["check_in"]["amendments"] == []
    assert after["version"] > visit["version"]


async def test_after_the_evening_closed_both_versions_stay(world: World) -> None:
    visit = await told(world)
    world.clock.at("20:01")
    change = {"outcome": "advanced", "next_step": "call_again", "next_on": "2026-03-27"}
    after = (await amend(world.as_("xiaoman"), visit, **change)).json()["check_in"]
    kept = {line["field"]: (line["before"], line["after"]) for line in after["amendments"]}
    assert kept == {
        "outcome": ("continued", "advanced"),
        "next_step": (None, "call_again"),
        "next_on": (None, "2026-03-27"),
    }
    assert {line["by"]["latin_name"] for line in after["amendments"]} == {"Lin Xiaoman"}


async def test_the_purpose_is_put_right_like_everything_else(world: World) -> None:
    visit = await told(world, purpose="follow_up")
    today = (await amend(world.as_("xiaoman"), visit, purpose="first")).json()
    assert (today["purpose"], today["check_in"]["purpose"]) == ("first", "first")
    assert today["check_in"]["amendments"] == []
    world.clock.let_pass(days=1)
    after = (await amend(world.as_("xiaoman"), today, purpose="close")).json()
    kept = [(one["field"], one["before"], one["after"]) for one in after["check_in"]["amendments"]]
    assert (after["purpose"], kept) == ("close", [("purpose", "first", "close")])


async def test_money_and_objections_are_kept_as_words(world: World) -> None:
    visit = await told(world, amount=yuan(100), objections=[an_objection(1, words="没效果")])
    world.clock.let_pass(days=1)
    change = {"amount": yuan(200), "objections": [an_objection(2, type_key="price")]}
    after = (await amend(world.as_("xiaoman"), visit, **change)).json()["check_in"]
    kept = {line["field"]: (line["before"], line["after"]) for line in after["amendments"]}
    assert kept == {
        "amount": ("10000 CNY", "20000 CNY"),
        "objections": ("noresult 没效果", "price"),
    }
    assert [heard["type_key"] for heard in after["objections"]] == ["price"]


async def test_other_objections_alone_are_a_new_version(world: World) -> None:
    """The clock stands still here: the version must grow all the same."""
    visit = await told(world, objections=[an_objection(1)])
    after = (await amend(world.as_("xiaoman"), visit, objections=[])).json()
    assert (after["check_in"]["objections"], after["version"]) == ([], visit["version"] + 1)


async def test_an_objection_keeps_its_id_when_its_words_are_mended(world: World) -> None:
    visit = await told(world, objections=[an_objection(1, words="没校果")])
    mended = an_objection(1, words="没效果")
    after = (await amend(world.as_("xiaoman"), visit, objections=[mended])).json()
    assert after["check_in"]["objections"] == [mended]


async def test_a_correction_whose_answer_was_lost_is_not_a_conflict(world: World) -> None:
    visit = await told(world)
    world.clock.let_pass(days=1)
    first = await amend(world.as_("xiaoman"), visit, note="太太管账")
    again = await amend(world.as_("xiaoman"), visit, note="太太管账")
    assert (again.status_code, again.json()) == (200, first.json())
    assert len(again.json()["check_in"]["amendments"]) == 1


async def test_two_different_corrections_of_one_version_do_not_overwrite(world: World) -> None:
    visit = await told(world)
    first = (await amend(world.as_("xiaoman"), visit, note="太太管账")).json()
    second = await amend(world.as_("xiaoman"), visit, note="儿子管账")
    assert (second.status_code, second.json()["current"]) == (412, first)


async def test_a_correction_keeps_the_rules_of_a_check_in(world: World) -> None:
    visit = await told(world)
    for change, code in (
        ({"outcome": "advanced"}, "advanced_needs_next_step"),
        ({"outcome": "signed"}, "amount_needed"),
        ({"outcome": "nobody_met"}, "nobody_has_no_name"),
        ({"met_contact_id": str(an_id(9))}, "contact_elsewhere"),
        ({"objections": [an_objection(1, type_key="nosuch")]}, "objection_type_unknown"),
    ):
        assert (await amend(world.as_("xiaoman"), visit, **change)).json()["code"] == code
    assert (await world.as_("xiaoman").get(f"{API}/visits/{visit['id']}")).json() == visit


async def test_choosing_the_contact_afterwards_brings_name_and_part(world: World) -> None:
    visit = await told(world, met_name=None, met_role=None)
    after = (await amend(world.as_("xiaoman"), visit, met_contact_id=contact_of())).json()
    assert (after["check_in"]["met_name"], after["check_in"]["met_role"]) == ("吴建平", "boss")


async def test_nobody_met_after_all_changes_the_state(world: World) -> None:
    visit = await told(world)
    change: dict[str, Any] = {"outcome": "nobody_met", "met_name": None, "met_role": None}
    assert (await amend(world.as_("xiaoman"), visit, **change)).json()["state"] == "not_met"


@pytest.mark.parametrize("change", [{"outcome": None}, {"wants_help": None}, {"happened_at": "x"}])
async def test_what_a_check_in_always_says_cannot_be_taken_out(
    world: World, change: dict[str, Any]
) -> None:
    visit = await told(world)
    assert (await amend(world.as_("xiaoman"), visit, **change)).status_code == 422


async def test_a_plan_has_no_check_in_to_correct(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    plan = {"client_id": client, "day": "2026-03-25", "purpose": "first", "id": str(an_id(1))}
    await xiaoman.post(f"{API}/visits", json=plan)
    answer = await xiaoman.patch(
        check_in_of(an_id(1)), json={"note": "x"}, headers={"If-Match": '"1"'}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "not_checked_in")


async def test_signing_taken_back_opens_the_deal_again(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    opened = await xiaoman.post(f"{API}/deals", json={"client_id": client, "amount": yuan(300)})
    visit = (await check_in(xiaoman, client, outcome="signed", amount=yuan(298))).json()
    after = await amend(xiaoman, visit, outcome="continued")
    assert after.status_code == 200
    (deal,) = (await xiaoman.get(f"{API}/deals")).json()["items"]
    assert (deal["id"], deal["state"]) == (opened.json()["id"], "open")


async def test_another_amount_signed_changes_the_deal_it_signed(world: World) -> None:
    """Also when money has arrived, and when a newer deal is open: it is this visit's deal."""
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    visit = (await check_in(xiaoman, client, outcome="signed", amount=yuan(300))).json()
    (before,) = (await xiaoman.get(f"{API}/deals")).json()["items"]
    await check_in(xiaoman, client, visit=2, outcome="paid", amount=yuan(300))
    await xiaoman.post(f"{API}/deals", json={"client_id": client, "amount": yuan(900)})
    assert (await amend(xiaoman, visit, amount=yuan(500))).status_code == 200
    after = (await xiaoman.get(f"{API}/deals/{before['id']}")).json()
    assert (after["amount"], after["state"], after["collected"]) == (
        yuan(500),
        "signed",
        yuan(300),
    )
    states = [deal["state"] for deal in (await xiaoman.get(f"{API}/deals")).json()["items"]]
    assert sorted(states) == ["open", "signed"]


async def test_a_mended_payment_replaces_the_first_one(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await check_in(xiaoman, client, outcome="signed", amount=yuan(300))
    visit = (await check_in(xiaoman, client, visit=2, outcome="paid", amount=yuan(300))).json()
    await amend(xiaoman, visit, amount=yuan(30))
    (deal,) = (await xiaoman.get(f"{API}/deals")).json()["items"]
    assert (deal["state"], deal["collected"]) == ("signed", yuan(30))


async def test_paid_taken_back_forgets_the_deal_it_opened(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    visit = (await check_in(xiaoman, client, outcome="paid", amount=yuan(300))).json()
    await amend(xiaoman, visit, outcome="continued", amount=None)
    assert (await xiaoman.get(f"{API}/deals")).json()["items"] == []


async def test_a_signature_stays_once_other_money_has_arrived(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    visit = (await check_in(xiaoman, client, outcome="signed", amount=yuan(300))).json()
    await check_in(xiaoman, client, visit=2, outcome="paid", amount=yuan(30))
    answer = await amend(xiaoman, visit, outcome="continued")
    assert (answer.status_code, answer.json()["code"]) == (409, "deal_has_payments")
    unchanged = (await xiaoman.get(f"{API}/visits/{visit['id']}")).json()
    assert unchanged == visit


async def test_a_phone_clock_that_runs_ahead_keeps_no_evening_open(world: World) -> None:
    """A check-in "of 2036" was once open for silent edits every day until then."""
    visit = await told(world, happened_at="2036-03-24T02:00:00Z")
    world.clock.let_pass(days=1)
    after = (await amend(world.as_("xiaoman"), visit, note="第二天才改")).json()["check_in"]
    assert [line["field"] for line in after["amendments"]] == ["note"]
