"""The month's training is of the size of domain.md §9, and none of it breaks a rule of its own."""

from collections import Counter, defaultdict
from uuid import UUID

from api.clients.models import Client, Contact
from api.drills.models import Round
from api.people.models import Person
from api.training.models import LearningPoint, Track, TrainingSession
from api.training.practice.models import (
    AttendanceMark,
    EvidenceOrigin,
    SessionAttendance,
    SessionEvidence,
)
from api.training.topics.models import ProposedBy, TopicProposal, TopicVote
from api.visits.models import Visit, VisitObjection
from tests.demo.conftest import Demo


def weekly(demo: Demo) -> list[TrainingSession]:
    """Of the four weeks; the class that makes up for another is none of its week's."""
    return [
        one
        for one in demo.all(TrainingSession)
        if one.track == Track.PROFESSIONAL and one.day < demo.today and one.makes_up_id is None
    ]


def test_there_are_twelve_weekly_classes_and_two_for_managers(any_demo: Demo) -> None:
    assert len(weekly(any_demo)) == 12
    assert set(Counter(one.team_id for one in weekly(any_demo)).values()) == {4}
    management = [one for one in any_demo.all(TrainingSession) if one.track == Track.MANAGEMENT]
    assert len([one for one in management if one.held_at is not None]) == 2


def test_one_week_was_skipped_with_its_reason_and_made_up(any_demo: Demo) -> None:
    [skipped] = [one for one in any_demo.all(TrainingSession) if one.skipped_at is not None]
    assert skipped.skip_reason
    [made_up] = [one for one in any_demo.all(TrainingSession) if one.makes_up_id == skipped.id]
    assert made_up.held_at is not None
    assert made_up.topic == skipped.topic
    assert made_up.day > skipped.day


def test_each_closed_class_has_confirmed_practice_of_everybody_who_came(any_demo: Demo) -> None:
    people = any_demo.by_id(Person)
    seen = {
        (one.session_id, one.person_id)
        for one in any_demo.all(SessionEvidence)
        if one.confirmed_at is not None
    }
    came = defaultdict(set)
    for one in any_demo.all(SessionAttendance):
        if one.mark != AttendanceMark.MISSED:
            came[one.session_id].add(one.person_id)
    closed = [one for one in any_demo.all(TrainingSession) if one.closed_at is not None]
    assert len(closed) >= 8
    for session in closed:
        assert came[session.id]
        for person_id in came[session.id]:
            left = people[person_id].disabled_at
            gone = left is not None and session.closed_at is not None and left < session.closed_at
            assert gone or (session.id, person_id) in seen


def test_practice_is_ones_own_visit_or_round_after_the_class_and_seen_by_another(
    any_demo: Demo,
) -> None:
    visits, rounds = any_demo.by_id(Visit), any_demo.by_id(Round)
    sessions = any_demo.by_id(TrainingSession)
    for one in any_demo.all(SessionEvidence):
        held = sessions[one.session_id].held_at
        if one.origin_kind == EvidenceOrigin.VISIT:
            visit = visits[one.origin_id]
            tried = (visit.rep_id, visit.happened_at)
        else:
            played = rounds[one.origin_id]
            tried = (played.rep_id, played.started_at)
            assert one.partner_id == played.boss_id
        assert tried[0] == one.person_id
        assert held is not None
        assert tried[1] is not None
        assert held < tried[1]
        assert one.confirmed_by_id != one.person_id


def test_something_waits_to_be_confirmed_today(any_demo: Demo) -> None:
    open_still = {
        one.id
        for one in any_demo.all(TrainingSession)
        if one.held_at is not None and one.closed_at is None
    }
    waiting = [one for one in any_demo.all(SessionEvidence) if one.confirmed_at is None]
    assert waiting
    assert {one.session_id for one in waiting} <= open_still


def test_every_class_held_has_its_rules(any_demo: Demo) -> None:
    with_points = {one.session_id for one in any_demo.all(LearningPoint)}
    held = {one.id for one in any_demo.all(TrainingSession) if one.held_at is not None}
    assert held <= with_points


def test_traders_are_proposed_by_the_field_and_are_the_topic_of_week_three(
    any_demo: Demo,
) -> None:
    """Story (e), with the demo's own numbers: as many as were heard, and how many visits stuck."""
    worked = sorted({one.day for one in any_demo.all(Visit) if one.checked_in})
    people, visits = any_demo.by_id(Person), any_demo.by_id(Visit)
    heard: Counter[UUID] = Counter()
    for one in any_demo.all(VisitObjection):
        visit = visits[one.visit_id]
        team_id = people[visit.rep_id].team_id
        if one.type_key == "trader" and visit.day in worked[5:10] and team_id is not None:
            heard[team_id] += 1
    taken_up = [
        one
        for one in any_demo.all(TopicProposal)
        if one.type_key == "trader" and one.session_id is not None
    ]
    sessions = any_demo.by_id(TrainingSession)
    assert taken_up
    for topic in taken_up:
        session = sessions[topic.session_id] if topic.session_id else None
        assert session is not None
        assert session.day == worked[12]
        assert session.why_count == topic.heard == heard[topic.team_id]
        assert session.why_sentences == topic.sentences
        assert (topic.stalled_now or {"of": 0})["of"] > 0


def test_no_sentence_names_a_client_or_one_of_its_people(any_demo: Demo) -> None:
    names = [one.name for one in any_demo.all(Client)]
    names += [one.name for one in any_demo.all(Contact) if len(one.name) > 2]
    said = [said for one in any_demo.all(TopicProposal) for said in one.sentences]
    assert said
    assert [one for one in said if any(name in one for name in names)] == []


def test_people_ask_for_topics_and_nobody_votes_twice(demo: Demo) -> None:
    asked = [one for one in demo.all(TopicProposal) if one.proposed_by == ProposedBy.PERSON]
    assert len(asked) == 3
    votes = Counter((one.proposal_id, one.person_id) for one in demo.all(TopicVote))
    assert set(votes.values()) == {1}
    people, proposals = demo.by_id(Person), demo.by_id(TopicProposal)
    for one in demo.all(TopicVote):
        assert people[one.person_id].team_id == proposals[one.proposal_id].team_id
