"""The month's help requests: their number and mix, promises that bind helpers, and the one that was forgotten."""

from collections import Counter

from api.commitments.models import Commitment, CommitmentOrigin
from api.demo.help_requests import MIX
from api.help_requests.models import (
    Audience,
    HelpAnswer,
    HelpHandOver,
    HelpKind,
    HelpRequest,
    Offer,
)
from api.help_requests.owed.queries import owed_by
from api.people.models import Person, Role
from api.visits.models import Visit
from tests.demo.conftest import Demo, loading
from tests.demo.test_stories import actor


def test_requests_are_in_their_band_and_have_their_mix(any_demo: Demo) -> None:
    requests = any_demo.all(HelpRequest)
    assert 40 <= len(requests) <= 57
    counted = Counter(one.kind for one in requests)
    for kind, share in MIX.items():
        assert abs(100 * counted[kind] / len(requests) - share) <= 3, kind


def test_every_wish_of_a_check_in_is_a_request_of_its_rep(any_demo: Demo) -> None:
    asked = {one.about_id: one for one in any_demo.all(HelpRequest)}
    wishes = [visit for visit in any_demo.all(Visit) if visit.wants_help]
    assert len(wishes) >= 6
    assert {asked[visit.id].asker_id for visit in wishes} == {one.rep_id for one in wishes}


def test_nobody_helps_themselves_and_what_is_personal_is_asked_of_one(any_demo: Demo) -> None:
    for one in any_demo.all(HelpRequest):
        assert one.helper_id != one.asker_id
        assert one.kind != HelpKind.PERSONAL or one.audience != Audience.TEAM
        assert one.raised_at <= one.due_at


def test_nothing_was_answered_after_the_demo_was_loaded(any_demo: Demo) -> None:
    latest = max(one.said_at for one in any_demo.all(HelpAnswer))
    assert latest <= loading(any_demo.today)


def test_what_was_asked_before_today_is_answered_and_today_somebody_waits_for_each_manager(
    any_demo: Demo,
) -> None:
    open_ones = [one for one in any_demo.all(HelpRequest) if one.owed]
    assert {any_demo.by_id(Visit)[one.about_id].day for one in open_ones if one.about_id} == {
        any_demo.today
    }
    asked = {one.helper_id for one in open_ones}
    for login in ("he.jing", "ma.zhaohui", "du.xiaolan"):
        assert any_demo.person(login).id in asked, login


def test_ma_zhaohui_forgot_one_for_three_days_and_is_in_time_since(demo: Demo) -> None:
    """Story (d)."""
    zhaohui = demo.person("ma.zhaohui")
    late = [
        one for one in demo.all(HelpRequest) if one.answered_at and one.answered_at > one.due_at
    ]
    assert [one.helper_id for one in late] == [zhaohui.id]
    [forgotten] = late
    assert forgotten.answered_at is not None
    assert (forgotten.answered_at.date() - forgotten.due_at.date()).days >= 3
    since = forgotten.due_at.date()
    lines = demo.store.read_now(owed_by, actor(demo, "ma.zhaohui"), zhaohui.id, since=since)
    [told] = [line for line in lines if line.late]
    assert (told.id, told.due) == (forgotten.id, forgotten.due_at)
    assert told.done_at == forgotten.answered_at


def test_what_was_offered_is_a_promise_of_who_offered_it(any_demo: Demo) -> None:
    offered = [one for one in any_demo.all(HelpAnswer) if one.offers != Offer.NONE]
    promised = {
        (one.origin_id, one.owner_id, one.due)
        for one in any_demo.all(Commitment)
        if one.origin_kind == CommitmentOrigin.HELP_REQUEST
    }
    assert offered
    assert {(one.request_id, one.by_id, one.on_day) for one in offered} == promised


def test_some_are_handed_over_to_a_teammate(demo: Demo) -> None:
    moved, people = demo.all(HelpHandOver), demo.by_id(Person)
    assert moved
    assert {people[one.to_id].role for one in moved} == {Role.REP}
