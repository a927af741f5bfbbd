"""A promise 承诺 from the talk it was given in to its outcome."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.commitments import queries
from api.commitments.models import Commitment, Correction
from api.commitments.owed.queries import owed_by
from api.commitments.policy import (
    CorrectionNeeded,
    DueInThePast,
    PromiseWithdrawn,
    TwoPeopleNeeded,
)
from api.commitments.service import Promised, withdraw_of
from api.kit.errors import BornDifferently, NotFound, Refused
from api.kit.events import EventRow
from api.kit.origin import Origin
from api.playbook.policy import SkillUnknown
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import (
    COMMITMENTS,
    REVIEW,
    THURSDAY,
    at,
    give,
    listed,
    move,
    read,
    reply,
    settle,
)

pytestmark = pytest.mark.anyio
ONE = at(1)
EVERY_ROUTE = [
    ("GET", COMMITMENTS),
    ("GET", ONE),
    ("PATCH", ONE),
    ("PUT", at(1, "/outcome")),
    ("PUT", at(1, "/due")),
    ("GET", at(1, "/evidence")),
    ("POST", at(1, "/replies")),
]


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("commitment."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("name", ["stranger_admin", "dinglei", "qihang", "liqun", "sumin", "admin"])
async def test_who_has_no_part_in_it_finds_nothing(world: World, name: str) -> None:
    give(world)
    version = {"If-Match": '"1"'}
    answers = [
        await world.as_(name).get(ONE),
        await world.as_(name).patch(ONE, json={"words": "别的"}, headers=version),
        await settle(world, name),
        await move(world, name, "2026-03-27"),
        await world.as_(name).get(at(1, "/evidence")),
        await reply(world, name),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6
    assert await listed(world, name) == []


@pytest.mark.parametrize("name", ["xiaoman", "hejing", "hanxue"])
async def test_both_sides_and_the_mentor_read_it(world: World, name: str) -> None:
    give(world)
    told = await read(world, name)
    assert (told["owner"]["given_name"], told["to"]["given_name"]) == ("小满", "静")
    assert (told["correction"], told["due"], told["outcome"]) == ("method", "2026-03-26", None)
    assert told["origin"] == {"kind": "review", "id": str(REVIEW.id)}


async def test_a_manager_reads_what_a_rep_of_the_team_promised_somebody_else(world: World) -> None:
    give(world, owner="xiaoman", to="hanxue")
    assert (await read(world, "hejing"))["to"]["given_name"] == "雪"


async def test_what_a_manager_promised_a_rep_is_not_read_by_the_others_of_the_team(
    world: World,
) -> None:
    give(world, owner="hejing", to="xiaoman", correction=None)
    assert await listed(world, "xiaoman") == [str(an_id(1))]
    assert await listed(world, "qihang") == []


async def test_a_look_from_outside_is_listed_to_the_owner_and_a_sides_own_is_not(
    world: World,
) -> None:
    give(world, 1, owner="xiaoman", to="hejing")
    give(world, 2, owner="xiaoman", to="hanxue")
    await read(world, "hejing", 1)
    await read(world, "hanxue", 2)
    log = "/api/v1/me/access-log"
    assert (await world.as_("xiaoman").get(log)).json()["items"] == []
    await read(world, "hejing", 2)
    [seen] = (await world.as_("xiaoman").get(log)).json()["items"]
    assert (seen["reader"]["given_name"], seen["kind"], seen["times"]) == ("静", "commitments", 1)


async def test_the_same_promise_given_twice_is_one_and_another_under_its_id_is_refused(
    world: World,
) -> None:
    give(world)
    give(world)
    assert len(await listed(world, "xiaoman")) == 1
    with pytest.raises(BornDifferently):
        give(world, words="别的")


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"correction": None}, CorrectionNeeded),
        ({"due": date(2026, 3, 23)}, DueInThePast),
        ({"skill_key": "flying"}, SkillUnknown),
        ({"to_id": an_id(77)}, NotFound),
        ({"owner_id": an_id(77)}, NotFound),
    ],
)
async def test_a_promise_that_nobody_could_keep_is_refused(
    world: World, other: dict[str, Any], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        give(world, **other)
    assert await listed(world, "xiaoman") == []


async def test_a_promise_is_given_to_somebody_else(world: World) -> None:
    with pytest.raises(TwoPeopleNeeded):
        give(world, owner="hejing", to="hejing")


async def test_a_person_of_another_organisation_can_neither_give_nor_be_given_one(
    world: World,
) -> None:
    stranger = world.id("stranger")
    with pytest.raises(NotFound):
        give(world, owner_id=stranger)
    with pytest.raises(NotFound):
        give(world, to_id=stranger)


async def test_a_talk_recorded_offline_is_measured_by_its_own_day(world: World) -> None:
    """Otherwise a debrief that arrives two days late is refused, and its words are stuck on the phone."""
    monday = datetime(2026, 3, 23, 10, 0, tzinfo=UTC)
    give(world, due=date(2026, 3, 23), given_at=monday)
    assert (await read(world, "xiaoman"))["due"] == "2026-03-23"
    with pytest.raises(DueInThePast):
        give(world, 2, due=date(2026, 3, 22), given_at=monday)


async def test_a_phone_that_runs_ahead_cannot_put_today_into_the_past(world: World) -> None:
    give(world, due=world.today, given_at=datetime(2026, 3, 30, 10, 0, tzinfo=UTC))
    assert await listed(world, "xiaoman") == [str(an_id(1))]


async def test_a_helpers_own_promise_needs_no_type(world: World) -> None:
    give(world, owner="hejing", to="xiaoman", correction=None)
    assert (await read(world, "xiaoman"))["correction"] is None


async def test_its_owner_puts_the_words_right_and_nobody_else_does(world: World) -> None:
    give(world)
    sent, version = {"how_seen": "周五一起看"}, {"If-Match": '"1"'}
    other = await world.as_("hejing").patch(ONE, json=sent, headers=version)
    assert code(other) == (403, "promise_words_not_yours")
    done = await world.as_("xiaoman").patch(ONE, json=sent, headers=version)
    assert (done.json()["how_seen"], done.json()["version"]) == ("周五一起看", 2)
    stale = await world.as_("xiaoman").patch(ONE, json=sent, headers=version)
    assert stale.status_code == 412
    await settle(world, "xiaoman")
    late = await world.as_("xiaoman").patch(ONE, json=sent, headers={"If-Match": '"3"'})
    assert code(late) == (409, "promise_settled")


@pytest.mark.parametrize("name", ["xiaoman", "hejing"])
async def test_either_side_settles_and_the_other_sees_who_did(world: World, name: str) -> None:
    give(world)
    told = (await settle(world, name)).json()
    assert (told["outcome"], told["evidence"]) == ("kept", None)
    assert told["settled_by"]["id"] == str(world.id(name))
    assert told["settled_at"] == "2026-03-24T02:00:00Z"


async def test_the_mentor_reads_and_does_not_settle(world: World) -> None:
    give(world)
    assert code(await settle(world, "hanxue")) == (403, "promise_not_yours")
    assert code(await move(world, "hanxue", "2026-03-27")) == (403, "promise_not_yours")


@pytest.mark.parametrize("outcome", ["partly", "not"])
async def test_what_was_not_wholly_kept_has_a_reason(world: World, outcome: str) -> None:
    give(world)
    assert code(await settle(world, "xiaoman", outcome=outcome)) == (409, "outcome_needs_reason")
    told = await settle(world, "xiaoman", outcome=outcome, reason="他不在")
    assert (told.json()["outcome"], told.json()["outcome_reason"]) == (outcome, "他不在")


async def test_an_outcome_that_arrives_twice_counts_once(world: World) -> None:
    give(world)
    first = await settle(world, "xiaoman")
    assert (await settle(world, "xiaoman")).json() == first.json()
    assert (await settle(world, "hejing")).json() == first.json()
    assert [topic for topic, _ in world.store.read_now(facts)].count("commitment.settled") == 1


async def test_who_settled_it_may_correct_it_and_the_other_side_may_not(world: World) -> None:
    give(world)
    await settle(world, "xiaoman")
    assert code(await settle(world, "hejing", outcome="not", reason="没看到")) == (
        409,
        "promise_settled",
    )
    again = await settle(world, "xiaoman", outcome="partly", reason="只问了一半")
    assert again.json()["outcome"] == "partly"


async def test_a_day_that_moves_keeps_where_it_came_from_and_why(world: World) -> None:
    give(world)
    await move(world, "xiaoman", "2026-03-27")
    told = (await move(world, "hejing", "2026-03-30", why="我那天不在")).json()
    days = [(one["from_day"], one["to_day"], one["why"]) for one in told["moves"]]
    assert told["due"] == "2026-03-30"
    assert days == [
        ("2026-03-26", "2026-03-27", "客户改到周五"),
        ("2026-03-27", "2026-03-30", "我那天不在"),
    ]
    assert [one["by"]["given_name"] for one in told["moves"]] == ["小满", "静"]


async def test_a_move_that_arrives_twice_moves_once_even_after_the_next(world: World) -> None:
    give(world)
    first = str(an_id(50))
    await move(world, "xiaoman", "2026-03-27", id=first)
    await move(world, "hejing", "2026-03-30")
    again = await move(world, "xiaoman", "2026-03-27", id=first)
    assert (again.json()["due"], len(again.json()["moves"])) == ("2026-03-30", 2)
    other = await move(world, "xiaoman", "2026-03-31", id=first)
    assert code(other) == (409, "born_differently")


async def test_a_day_moves_neither_into_the_past_nor_after_the_outcome(world: World) -> None:
    give(world)
    assert code(await move(world, "xiaoman", "2026-03-23")) == (409, "due_in_the_past")
    await settle(world, "hejing")
    assert code(await move(world, "xiaoman", "2026-03-27")) == (409, "promise_settled")


async def test_a_list_is_narrowed_by_its_filters(world: World) -> None:
    give(world, 1, due=date(2026, 3, 30))
    give(world, 2, due=date(2026, 3, 25), origin=Origin("ride_along", an_id(901)))
    give(world, 3, owner="hejing", to="xiaoman")
    await settle(world, "xiaoman", 3)
    mine, manager = str(world.id("xiaoman")), str(world.id("hejing"))
    one, two, three = (str(an_id(number)) for number in (1, 2, 3))
    assert await listed(world, "xiaoman", open="true") == [two, one]
    assert await listed(world, "xiaoman", open="false") == [three]
    assert await listed(world, "xiaoman", owner=mine) == [one, two]
    assert await listed(world, "xiaoman", to=mine) == [three]
    assert await listed(world, "hejing", owner=manager) == [three]
    assert await listed(world, "xiaoman", due_before="2026-03-26") == [two]
    assert await listed(world, "xiaoman", origin=[str(an_id(901)), str(an_id(902))]) == [two]


async def test_a_withdrawn_talk_takes_its_open_promises_and_leaves_the_settled(
    world: World,
) -> None:
    give(world, 1)
    give(world, 2)
    await settle(world, "xiaoman", 2)
    world.store.write_now(withdraw_of, world.actor("hejing"), origin=REVIEW)
    assert await listed(world, "xiaoman") == [str(an_id(2))]
    [gone] = world.store.read_now(
        lambda db: [
            (row.words, row.how_seen)
            for row in db.exec(select(Commitment).where(col(Commitment.deleted_at).is_not(None)))
        ]
    )
    assert gone == ("", "")
    with pytest.raises(PromiseWithdrawn):
        give(world, 1)


async def test_the_domains_above_read_what_a_talk_ended_with(world: World) -> None:
    give(world, 1, due=date(2026, 3, 30))
    give(world, 2, due=THURSDAY)
    give(world, 3, owner="hejing", to="xiaoman", origin=Origin("ride_along", REVIEW.id))
    company, rep = world.organisation.id, world.id("xiaoman")
    read_now = world.store.read_now
    of_talk = read_now(queries.of_origin, company, REVIEW)
    assert [view.id for view in of_talk] == [an_id(1), an_id(2)]
    waiting = read_now(queries.open_of, company, rep)
    assert [view.id for view in waiting] == [an_id(2), an_id(1)]
    assert read_now(queries.by_ids, company, [an_id(3), an_id(99)]).keys() == {an_id(3)}


async def test_what_is_owed_is_late_from_the_day_after(world: World) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None)

    def late() -> list[bool]:
        actor = world.actor("hejing")
        owed = world.store.read_now(owed_by, actor, actor.person_id, since=world.today)
        return [one.late for one in owed]

    world.clock.at("23:00", day=THURSDAY)
    assert late() == [False]
    world.clock.at("00:30", day=date(2026, 3, 27))
    assert late() == [True]
    await settle(world, "hejing")
    assert late() == [False]
    world.clock.let_pass(days=30)
    assert late() == []


async def test_facts_tell_of_it_and_hold_no_word_of_it(world: World) -> None:
    give(world)
    await move(world, "xiaoman", "2026-03-27", why="秘密的原因")
    await settle(world, "hejing", outcome="partly", reason="秘密的原因")
    told = world.store.read_now(facts)
    assert [topic for topic, _ in told] == [
        "commitment.made",
        "commitment.moved",
        "commitment.settled",
    ]
    assert told[0][1]["correction"] == "method"
    assert told[1][1]["to_day"] == "2026-03-27"
    assert told[2][1]["outcome"] == "partly"
    for word in ("秘密", "先问", "签到"):
        assert word not in str(told)


days = st.dates(date(2026, 3, 20), date(2026, 4, 10))


@settings(max_examples=60, deadline=None)
@given(due=days, words=st.text(min_size=1, max_size=20))
def test_two_promises_are_the_same_only_if_every_part_is(due: date, words: str) -> None:
    """The digest is all that tells a replay from another promise."""
    base = {
        "owner_id": an_id(1),
        "to_id": an_id(2),
        "words": "先问",
        "how_seen": "看签到",
        "due": THURSDAY,
        "origin": REVIEW,
        "correction": Correction.METHOD,
    }
    other = base | {"due": due, "words": words}
    same = Promised(**base).digest == Promised(**other).digest  # type: ignore[arg-type]  # one dict of many types
    assert same is (base == other)
