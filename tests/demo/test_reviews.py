"""The month's reviews are of the size of domain.md §9, and none of them breaks a rule of its own."""

import re
from collections import Counter, defaultdict
from uuid import UUID

from api.commitments.models import Commitment, CommitmentOrigin
from api.deals.models import Deal
from api.people.models import Person, Role
from api.reviews.models import Review, ReviewKind
from api.reviews.pre_reads.models import ReviewNote, ReviewPreparation, ReviewSnapshot, Side
from api.reviews.series.models import ReviewSeries
from api.reviews.talks.models import ReviewAgreement, ReviewPromise
from tests.demo.conftest import Demo

MOST_OF_A_REP = 3


def held(demo: Demo, kind: ReviewKind | None = None) -> list[Review]:
    agreed = [one for one in demo.all(Review) if one.agreed_at is not None]
    return [one for one in agreed if kind is None or one.kind == kind]


def test_weekly_monthly_and_coaching_reviews_have_their_numbers(any_demo: Demo) -> None:
    weekly = held(any_demo, ReviewKind.WEEKLY)
    assert len(weekly) == 71
    assert Counter(one.moved_from is not None for one in weekly) == {False: 63, True: 8}
    assert len(held(any_demo, ReviewKind.MONTH)) == 17
    assert len(held(any_demo, ReviewKind.MANAGER)) == 6


def test_each_team_sits_down_every_week_and_the_largest_order_is_looked_back_at(
    any_demo: Demo,
) -> None:
    teams = Counter(one.team_id for one in held(any_demo, ReviewKind.TEAM))
    assert sorted(teams.values()) == [4, 4, 4]
    [deal_review] = held(any_demo, ReviewKind.DEAL)
    [deal] = [one for one in any_demo.all(Deal) if one.id == deal_review.deal_id]
    assert deal.amount_minor == 19_800_000
    assert deal_review.person_id == deal.owner_id == any_demo.person("han.xue").id
    assert deal.signed_on is not None
    assert deal.signed_on <= deal_review.day


def test_a_moved_review_has_its_reason_and_none_has_vanished(demo: Demo) -> None:
    assert all(one.move_reason for one in demo.all(Review) if one.moved_from is not None)
    assert all(one.called_off_at is None for one in demo.all(Review))


def test_each_review_held_ends_with_one_to_three_promises_of_the_person_and_one_of_the_host(
    any_demo: Demo,
) -> None:
    promised: dict[UUID, list[Commitment]] = defaultdict(list)
    for one in any_demo.all(Commitment):
        if one.origin_kind == CommitmentOrigin.REVIEW:
            promised[one.origin_id].append(one)
    for review in held(any_demo):
        mine = [one for one in promised[review.id] if one.owner_id != review.host_id]
        if review.person_id is not None:
            assert {one.owner_id for one in mine} == {review.person_id}
        hosts = [one for one in promised[review.id] if one.owner_id == review.host_id]
        assert 1 <= len(mine) <= MOST_OF_A_REP
        assert all(one.correction for one in mine)
        assert len(hosts) == 1


def test_promises_are_settled_on_both_sides_and_the_last_ones_are_open(demo: Demo) -> None:
    roles = {person.id: person.role for person in demo.all(Person)}
    settled = Counter(
        (roles[one.owner_id] == Role.REP, one.outcome is not None) for one in demo.all(Commitment)
    )
    assert (
        min(settled[by_rep, is_settled] for by_rep in (True, False) for is_settled in (True, False))
        > 5
    )


def test_every_review_held_has_its_facts_both_parts_and_two_taps_and_no_note_of_one_side(
    demo: Demo,
) -> None:
    frozen = {one.review_id for one in demo.all(ReviewSnapshot)}
    sides = {(one.review_id, one.side) for one in demo.all(ReviewNote)}
    taps = Counter(one.review_id for one in demo.all(ReviewAgreement))
    for review in held(demo):
        assert review.id in frozen
        written = set(Side) if review.person_id else {Side.HOST}
        assert {(review.id, side) for side in written} <= sides
        assert taps[review.id] == 2
    assert demo.all(ReviewPreparation) == []
    assert demo.all(ReviewPromise) == []


def test_a_praise_rests_on_a_record_of_its_snapshot(demo: Demo) -> None:
    links = {
        one.review_id: {link["id"] for fact in one.facts for link in fact["links"]}
        for one in demo.all(ReviewSnapshot)
    }
    praised = [one for one in demo.all(ReviewNote) if one.evidence_id is not None]
    assert praised
    assert all(str(one.evidence_id) in links[one.review_id] for one in praised)


def test_everybody_who_is_still_here_has_a_review_to_come_and_one_is_today(demo: Demo) -> None:
    to_come = [one for one in demo.all(Review) if one.agreed_at is None]
    sellers = (Role.REP, Role.MANAGER)
    here = {one.id for one in demo.all(Person) if one.role in sellers and not one.disabled}
    assert {one.person_id for one in to_come if one.kind != ReviewKind.TEAM} == here
    assert [one.person_id for one in to_come if one.day == demo.today] == [
        demo.person("zhou.qihang").id
    ]


def test_the_leavers_series_ended_with_a_reason(demo: Demo) -> None:
    ended = [one for one in demo.all(ReviewSeries) if one.ends_on is not None]
    assert [(one.person_id, bool(one.end_reason)) for one in ended] == [
        (demo.person("ding.lei").id, True)
    ]


def test_a_promise_names_no_weekday_since_the_month_happens_on_any(any_demo: Demo) -> None:
    """ "周二一起陪访" was due on a Friday."""
    promised = [
        one for one in any_demo.all(Commitment) if one.origin_kind == CommitmentOrigin.REVIEW
    ]
    assert [one.words for one in promised if re.search("周[一二三四五六日]", one.words)] == []


def test_each_tap_was_made_by_its_own_person(demo: Demo) -> None:
    taps = demo.all(ReviewAgreement)
    assert all(one.recorded_by_id == one.person_id for one in taps)
    promised = {(one.origin_id, one.owner_id) for one in demo.all(Commitment)}
    assert all((one.review_id, one.person_id) in promised for one in taps)


def test_who_has_left_owes_nothing_and_is_owed_nothing(demo: Demo) -> None:
    """丁磊 left in the third week, and a promise to him stood late in his manager's ledger."""
    left = demo.person("ding.lei").id
    theirs = [one for one in demo.all(Commitment) if left in (one.owner_id, one.to_id)]
    assert theirs
    assert all(one.outcome is not None for one in theirs)
