"""What the deck says a client said: the newest that is still open comes first, the answered not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.drills.deck.policy import still_open
from api.drills.reality_checks.models import Result
from api.visits.heard.queries import Heard
from tests.builders.field import an_objection, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, STARTED, Evening, made


def heard(number: int, type_key: str | None = "noresult", *, visit: int = 70) -> Heard:
    return Heard(an_id(number), type_key, f"words {number}", an_id(visit), date(2026, 3, 24))


def test_what_was_answered_is_left_out_and_the_next_moves_up() -> None:
    said = [heard(one, f"type{one}") for one in range(1, 6)]
    left = still_open(said, {an_id(2): Result.ANSWERED, an_id(3): Result.PARTLY})
    assert [one.type_key for one in left] == ["type1", "type3", "type4"]


def test_an_answer_closes_what_was_said_of_the_kind_before_it_and_not_after() -> None:
    said = [heard(one, visit=70 + one) for one in (3, 2, 1)]
    assert still_open(said, {an_id(2): Result.ANSWERED}) == said[:1]


@given(st.lists(st.booleans(), min_size=1, max_size=3))
def test_of_two_of_a_kind_at_one_visit_the_one_not_answered_stays(answered: list[bool]) -> None:
    said = [heard(number) for number in range(len(answered))]
    results = {
        one.id: Result.ANSWERED if well else Result.NOT_ANSWERED
        for one, well in zip(said, answered, strict=True)
    }
    left = [one for one, well in zip(said, answered, strict=True) if not well]
    assert still_open(said, results) == left


def test_words_without_a_kind_are_closed_one_by_one() -> None:
    said = [heard(2, None), heard(1, None)]
    assert still_open(said, {an_id(2): Result.ANSWERED}) == [heard(1, None)]


@pytest.mark.anyio
async def test_a_card_no_longer_says_what_the_client_was_answered(world: World) -> None:
    evening = await Evening(world).begin()
    said = [an_objection(1, words="太贵了", type_key="price"), an_objection(2, words="没效果")]
    await check_in(evening.xiaoman, evening.client["id"], visit=70, objections=said)
    told = {"expected": "sheet", "objection_id": str(an_id(3002)), "type_key": "noresult"}
    answered = {"told_at": STARTED, "items": [{**told, "result": "answered"}]}
    await made(await evening.xiaoman.put(f"{API}/drills/reality-checks/{an_id(70)}", json=answered))
    [card] = (await made(await evening.xiaoman.get(f"{API}/drills/deck")))["items"]
    assert [one["words"] for one in card["heard"]] == ["太贵了"]
