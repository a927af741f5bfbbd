"""The month's evenings: boss cards, what came the day after, what comes back, and nobody who missed one in silence."""

from collections import Counter
from uuid import UUID

from sqlmodel import Session

from api.clients.models import Client
from api.demo.people import CAMP_DAYS, LEAVER
from api.drills.deck import service as deck
from api.drills.deck.models import CardKind, StoredCard
from api.drills.deck.policy import RETURNS_AFTER
from api.drills.evenings import service as evenings
from api.drills.evenings.models import ObligationKind, PersonsEvening
from api.drills.models import Drill, DrillPerson, Round, RoundLine
from api.drills.reality_checks.models import Expected, RealityCheck, RealityItem, Result
from api.drills.reality_checks.schemas import RealityItemNew
from api.drills.schemas import BossCardNew
from api.people.models import Person, Role
from api.playbook.models import Answer, AnswerUse
from api.shares.models import Share, ShareKind
from api.visits.models import Visit, VisitObjection, VisitState
from tests.demo.conftest import Demo
from tests.demo.test_stories import actor, client, newest_sheet, visits

LOGIN_OF_THE_FEVER = "xu.nian"


def test_every_round_has_a_boss_card_that_the_api_would_take(any_demo: Demo) -> None:
    for played in any_demo.all(Round):
        card = BossCardNew.model_validate(played.boss_card)
        assert card.moved_by
        hidden = {one.words for one in card.objections if one.hidden}
        sheet = newest_sheet(any_demo, played.client_id)
        assert sheet is not None
        assert len({one.words for one in card.objections}) == len(card.objections)
        assert len(hidden) <= 1


def test_a_boss_keeps_his_temper_from_round_to_round(demo: Demo) -> None:
    tempers = Counter(
        (played.client_id, played.boss_card["temper"])
        for played in demo.all(Round)
        if played.boss_card
    )
    clients = [client_id for client_id, _ in tempers]
    assert len(clients) == len(set(clients))
    assert len({temper for _, temper in tempers}) == 5


def test_every_rehearsed_visit_that_met_somebody_was_looked_back_on(any_demo: Demo) -> None:
    agreed = {one.round_id for one in any_demo.all(RoundLine)}
    rehearsed = {one.visit_id for one in any_demo.all(Round) if one.id in agreed and one.visit_id}
    done = {one.id for one in any_demo.all(Visit) if one.state == VisitState.DONE}
    assert {one.visit_id for one in any_demo.all(RealityCheck)} == rehearsed & done
    assert len(rehearsed & done) > 60


def test_every_item_is_one_the_api_would_take(any_demo: Demo) -> None:
    heard = {one.id for one in any_demo.all(VisitObjection)}
    names = RealityItemNew.model_fields
    for item in any_demo.all(RealityItem):
        RealityItemNew.model_validate({name: getattr(item, name) for name in names})
        assert item.objection_id is None or item.objection_id in heard


def test_of_hanxues_four_expected_objections_three_came(demo: Demo) -> None:
    """Story (c): "what we prepared last night, three of them came"."""
    [check] = [
        one for one in demo.all(RealityCheck) if one.client_id == client(demo, "鸿岳轴承").id
    ]
    items = [one for one in demo.all(RealityItem) if one.check_id == check.id]
    assert Counter(one.expected for one in items) == {Expected.LINE: 4}
    assert Counter(one.result for one in items) == {Result.ANSWERED: 3, Result.NOT_RAISED: 1}
    signed = next(one for one in visits(demo, "鸿岳轴承") if one.id == check.visit_id)
    assert signed.amount_minor == 198_000_00


def test_what_was_lost_comes_back_after_three_six_and_nine_working_days(any_demo: Demo) -> None:
    cards = [one for one in any_demo.all(StoredCard) if one.kind == CardKind.RETURNS]
    steps = Counter(one.origin_id for one in cards)
    assert set(steps.values()) == {len(RETURNS_AFTER)}
    heard = {one.id: one.visit_id for one in any_demo.all(VisitObjection)}
    for card in cards:
        assert heard[card.origin_id] == card.visit_id
        assert card.due_on > card.lost_on
    assert any(one.round_id for one in cards)
    assert any(one.due_on == any_demo.today for one in cards)


def test_no_newcomer_missed_an_evening_in_silence(demo: Demo) -> None:
    days = sorted({one.day for one in demo.all(Drill)})
    played = {
        (seat.person_id, demo.by_id(Drill)[seat.drill_id].day) for seat in demo.all(DrillPerson)
    }
    said = {(one.person_id, one.day) for one in demo.all(PersonsEvening) if one.postponed}
    worked = sorted({one.day for one in demo.all(Visit) if one.checked_in})[CAMP_DAYS:20]
    for person in demo.all(Person):
        if person.newcomer and person.login != LEAVER:
            evenings = {(person.id, day) for day in worked if day in days}
            assert evenings <= played | said


def test_what_stalled_twice_is_asked_once_and_at_a_client_of_tonights_deck(demo: Demo) -> None:
    reps = [one for one in demo.all(Person) if one.role == Role.REP and not one.disabled]
    asked = [stalled_tonight(demo, rep.login) for rep in reps]
    assert {len(of_one) for of_one in asked} == {0, 1}
    assert all(at in clients for of_one in asked for at, clients in of_one)


def stalled_tonight(demo: Demo, login: str) -> list[tuple[UUID | None, set[UUID]]]:
    """The client named by each such obligation of somebody, with the clients of their deck."""

    def read(db: Session) -> list[tuple[UUID | None, set[UUID]]]:
        one, rep = actor(demo, login), demo.person(login)
        asked = evenings.obligations(db, one, rep, day=demo.today)
        cards = deck.cards(db, one, day=one.calendar.next_working(demo.today), evening=demo.today)
        clients = {card.client.id for card in cards}
        stalled = [each for each in asked if each.kind is ObligationKind.STALLED_TWICE]
        return [(each.client.id if each.client else None, clients) for each in stalled]

    return demo.store.read_now(read)


def test_xunians_two_evenings_have_their_reason(any_demo: Demo) -> None:
    person = any_demo.person(LOGIN_OF_THE_FEVER).id
    said = [one for one in any_demo.all(PersonsEvening) if one.person_id == person]
    fever = [one for one in said if one.words and "孩子" in one.words]
    assert [one.reason for one in fever] == ["family"]
    last = sorted((one.day, one.words) for one in said if one.postponed)[-2:]
    assert len({day for day, _ in last}) == 2


def test_hanxue_waits_for_somebody_to_play_the_boss(any_demo: Demo) -> None:
    waiting = [one for one in any_demo.all(PersonsEvening) if one.wants_partner]
    assert [(one.person_id, one.day) for one in waiting] == [
        (any_demo.person("han.xue").id, any_demo.today)
    ]


def test_reflections_are_a_few_and_of_reps_alone(demo: Demo) -> None:
    people = demo.by_id(Person)
    wrote = [one for one in demo.all(PersonsEvening) if one.reflection]
    assert 20 <= len(wrote) <= 60
    assert {people[one.person_id].role for one in wrote} == {Role.REP}


def test_every_use_of_an_answer_has_its_visit_and_the_counts_are_the_reps_own_words(
    any_demo: Demo,
) -> None:
    checks = {one.visit_id: one.id for one in any_demo.all(RealityCheck)}
    told = {
        (one.check_id, one.answer_id)
        for one in any_demo.all(RealityItem)
        if one.answer_id and one.result != Result.NOT_RAISED
    }
    uses = any_demo.all(AnswerUse)
    assert {(checks[one.visit_id], one.answer_id) for one in uses} == told
    assert len(uses) > 40
    assert len({one.result for one in uses}) == 3


def test_an_answer_a_rep_found_is_used_only_after_it_was_found(any_demo: Demo) -> None:
    answers = any_demo.by_id(Answer)
    found = [one for one in answers.values() if one.author_id]
    assert len(found) == 12
    for use in any_demo.all(AnswerUse):
        answer = answers[use.answer_id]
        assert answer.author_id is None or answer.created_at <= use.created_at


def test_an_answer_or_two_is_due_for_a_look(any_demo: Demo) -> None:
    due = [one for one in any_demo.all(Answer) if one.check_on <= any_demo.today]
    assert 1 <= len(due) <= 4


def test_every_team_has_told_tips_and_no_client_is_named_in_them(any_demo: Demo) -> None:
    tips = [one for one in any_demo.all(Share) if one.kind == ShareKind.TIP]
    names = {one.name for one in any_demo.all(Client)}
    assert len({one.team_id for one in tips}) == 3
    assert not [one for one in tips for name in names if name in one.words]
