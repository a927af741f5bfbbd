"""Nothing in the demo could not have been entered through the product itself."""

import json
import re
from collections import Counter
from datetime import datetime

import pytest

from api.clients.models import Client, ClientOwner, ClientSheet, Contact, missing
from api.clients.schemas import SheetNew
from api.commitments.models import Commitment
from api.deals.models import Deal, DealLine, DealState, Payment
from api.demo.ledger import words
from api.drills.deck.models import StoredCard
from api.drills.evenings.models import PersonsEvening
from api.drills.models import Drill, DrillPerson, Round, RoundLine, RoundTick
from api.drills.reality_checks.models import RealityCheck, RealityItem
from api.goals.models import Advice, CountedRow, Goal, GoalVersion, Reward
from api.kit.rows import Row
from api.people.models import MentorPair, Person
from api.playbook.models import AnswerUse
from api.shares.cases.models import Case, CasePart, CaseTag, CaseUse
from api.shares.interviews.models import InterviewSeat, PairInterview
from api.shares.models import Share, ShareFigure, SharePart, ShareTap
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryTerm
from api.visits.models import Outcome, Visit, VisitObjection, VisitState
from api.visits.policy import USUAL_REQUIREMENTS, check_says_enough, is_effective
from tests.demo.conftest import Demo, loading

RECORDS: list[type[Row]] = [
    AnswerUse,
    Advice,
    Client,
    ClientOwner,
    ClientSheet,
    Commitment,
    Contact,
    CountedRow,
    Deal,
    Drill,
    DrillPerson,
    Goal,
    GoalVersion,
    InterviewSeat,
    MentorPair,
    PairInterview,
    Payment,
    Person,
    PersonsEvening,
    RealityCheck,
    RealityItem,
    Reward,
    Rivalry,
    RivalrySide,
    RivalryTerm,
    Round,
    RoundLine,
    RoundTick,
    Share,
    SharePart,
    ShareFigure,
    ShareTap,
    Case,
    CasePart,
    CaseTag,
    CaseUse,
    StoredCard,
    Visit,
    VisitObjection,
]  # fmt: skip - a list to read across


def test_nothing_has_happened_after_the_demo_was_loaded(any_demo: Demo) -> None:
    loaded = loading(any_demo.today)
    later = [row for kind in RECORDS for row in any_demo.all(kind) if row.created_at > loaded]
    assert later == []
    checked_in = [visit for visit in any_demo.all(Visit) if visit.received_at is not None]
    assert all(visit.received_at <= loaded for visit in checked_in if visit.received_at)


def test_ids_are_of_version_7_and_carry_the_time_of_their_row(demo: Demo) -> None:
    for kind in RECORDS:
        for row in demo.all(kind):
            assert row.id.version == 7
            assert abs((row.id.int >> 80) / 1000 - row.created_at.timestamp()) < 1


def test_no_rep_visits_a_client_somebody_else_looked_after(any_demo: Demo) -> None:
    owned = {
        (one.client_id, one.owner_id): (one.created_at, one.owned_until)
        for one in any_demo.all(ClientOwner)
    }
    for visit in any_demo.all(Visit):
        begun, ended = owned[(visit.client_id, visit.rep_id)]
        assert begun <= visit.created_at
        assert ended is None or last_seen(visit) <= ended


def last_seen(visit: Visit) -> datetime:
    return visit.received_at or visit.created_at


def test_a_client_has_one_owner_today_and_it_is_the_one_of_its_row(demo: Demo) -> None:
    today = {one.client_id: one.owner_id for one in demo.all(ClientOwner) if not one.owned_until}
    assert today == {client.id: client.owner_id for client in demo.all(Client)}
    gone = {person.id for person in demo.all(Person) if person.disabled}
    assert not gone & set(today.values())


def test_every_check_in_says_enough_and_is_judged_by_the_rule(any_demo: Demo) -> None:
    heard = Counter(one.visit_id for one in any_demo.all(VisitObjection))
    for visit in any_demo.all(Visit):
        if visit.checked_in:
            check_says_enough(visit)
        judged = is_effective(visit, USUAL_REQUIREMENTS, objections=heard[visit.id])
        assert visit.effective == (visit.checked_in and judged)


def test_a_visit_hears_three_objections_at_most_and_meets_contacts_of_its_client(
    demo: Demo,
) -> None:
    assert max(Counter(one.visit_id for one in demo.all(VisitObjection)).values()) <= 3
    contacts = demo.by_id(Contact)
    for visit in demo.all(Visit):
        if visit.met_contact_id is not None:
            contact = contacts[visit.met_contact_id]
            assert (contact.client_id, contact.name) == (visit.client_id, visit.met_name)


def test_a_next_step_lies_ahead(demo: Demo) -> None:
    steps = [visit for visit in demo.all(Visit) if visit.next_on is not None]
    assert steps
    assert all(visit.next_on > visit.day for visit in steps if visit.next_on)


def test_a_rep_is_at_one_door_at_a_time(demo: Demo) -> None:
    stood = Counter(
        (visit.rep_id, visit.day, visit.planned_time)
        for visit in demo.all(Visit)
        if visit.planned and visit.state in (VisitState.PLANNED, VisitState.DONE)
    )
    assert max(stood.values()) == 1


def test_a_moved_visit_took_place_on_its_new_day(demo: Demo) -> None:
    visits = demo.by_id(Visit)
    moved = [visit for visit in visits.values() if visit.state == VisitState.MOVED]
    assert moved
    for visit in moved:
        new = visits[visit.moved_to_id] if visit.moved_to_id else visit
        assert (new.day, new.client_id) == (visit.moved_to, visit.client_id)
        assert new.day > visit.day
        assert visit.reason


def test_nobody_goes_on_visiting_a_client_after_it_was_lost(demo: Demo) -> None:
    lost = {one.client_id: one.day for one in demo.all(Visit) if one.outcome == Outcome.LOST}
    later = [one for one in demo.all(Visit) if one.day > lost.get(one.client_id, one.day)]
    assert later
    assert {one.state for one in later} == {VisitState.CANCELLED}


def test_every_signature_was_told_by_a_check_in(demo: Demo) -> None:
    signing = {one.id: one for one in demo.all(Visit) if one.outcome == Outcome.SIGNED}
    by_visit = {deal.signed_by_visit_id: deal for deal in demo.all(Deal)} - {None: None}.keys()
    assert by_visit == signing.keys()
    for deal in demo.all(Deal):
        if deal.signed_by_visit_id is not None:
            visit = signing[deal.signed_by_visit_id]
            told = (deal.client_id, deal.amount_minor, deal.signed_on)
            assert told == (visit.client_id, visit.amount_minor, visit.day)


def test_money_is_where_the_deals_say(demo: Demo) -> None:
    arrived = Counter[object]()
    for payment in demo.all(Payment):
        arrived[payment.deal_id] += payment.amount_minor
    for deal in demo.all(Deal):
        assert (arrived[deal.id] == deal.amount_minor) == (deal.state == DealState.COLLECTED)
    paying = {visit.id for visit in demo.all(Visit) if visit.outcome == Outcome.PAID}
    assert {one.visit_id for one in demo.all(Payment)} - {None} == paying


def test_a_deal_is_the_sum_of_its_lines(demo: Demo) -> None:
    lines = Counter[object]()
    for line in demo.all(DealLine):
        lines[line.deal_id] += line.amount_minor
    assert all(lines[deal.id] == deal.amount_minor for deal in demo.all(Deal))


def test_every_sheet_could_have_been_sent_by_a_phone(demo: Demo) -> None:
    for sheet in demo.all(ClientSheet):
        SheetNew.model_validate(sheet.content)


def test_versions_of_a_sheet_follow_one_another_in_time(demo: Demo) -> None:
    written: dict[object, list[ClientSheet]] = {}
    for sheet in sorted(demo.all(ClientSheet), key=lambda one: one.number):
        written.setdefault(sheet.client_id, []).append(sheet)
    assert any(len(versions) > 1 for versions in written.values())
    for versions in written.values():
        assert [sheet.number for sheet in versions] == list(range(1, len(versions) + 1))
        assert [sheet.created_at for sheet in versions] == sorted(
            sheet.created_at for sheet in versions
        )


def test_every_round_is_played_from_a_sheet_with_four_answers(any_demo: Demo) -> None:
    sheets = any_demo.by_id(ClientSheet)
    for played in any_demo.all(Round):
        sheet = sheets[played.sheet_version_id]
        assert sheet.client_id == played.client_id
        assert missing(sheet.content) == []
        assert sheet.created_at < played.started_at


def test_the_seats_of_a_round_are_people_of_its_evening_and_one_knows_the_client(
    any_demo: Demo,
) -> None:
    people: dict[object, set[object]] = {}
    for seat in any_demo.all(DrillPerson):
        people.setdefault(seat.drill_id, set()).add(seat.person_id)
    owned = {(one.client_id, one.owner_id) for one in any_demo.all(ClientOwner)}
    for played in any_demo.all(Round):
        assert {played.rep_id, played.boss_id} == people[played.drill_id]
        assert any((played.client_id, one) in owned for one in people[played.drill_id])


def test_nobody_plays_twice_on_one_evening_or_after_leaving(any_demo: Demo) -> None:
    drills, people = any_demo.by_id(Drill), any_demo.by_id(Person)
    evenings = [(drills[one.drill_id], people[one.person_id]) for one in any_demo.all(DrillPerson)]
    assert max(Counter((drill.day, person.id) for drill, person in evenings).values()) == 1
    for drill, person in evenings:
        assert person.disabled_at is None or drill.started_at.date() <= person.disabled_at.date()


def test_a_round_played_for_a_visit_is_for_the_next_day_at_that_client(demo: Demo) -> None:
    visits, drills = demo.by_id(Visit), demo.by_id(Drill)
    played = [one for one in demo.all(Round) if one.visit_id is not None]
    assert len(played) > len(demo.all(Round)) / 2
    for one in played:
        visit = visits[one.visit_id] if one.visit_id else None
        assert visit is not None
        assert visit.client_id == one.client_id
        assert visit.day > drills[one.drill_id].day


def test_an_evening_is_over_before_the_quiet_hours(demo: Demo) -> None:
    for drill in demo.all(Drill):
        assert drill.wrapped_at is not None
        wall = (drill.wrapped_at.hour + 8, drill.wrapped_at.minute)
        assert (18, 30) < wall < (20, 0)


@pytest.mark.parametrize(
    "name", ["visits", "rides", "help", "goals", "reviews", "rivals", "sheets"]
)
def test_words_that_fall_on_any_day_name_no_weekday(name: str) -> None:
    """The month is laid on another weekday at each loading: "Tuesday" would stand under a Wednesday."""
    told = json.dumps(words(name), ensure_ascii=False)
    assert re.findall("(?:周|星期|礼拜)[一二三四五六日天]", told) == []
