"""The month's goals: agreed, missed with advice but one, thanked for; promises that came of it."""

from collections import Counter
from datetime import timedelta

from sqlmodel import Session

from api.commitments.models import Commitment, CommitmentOutcome, Correction
from api.drills.models import Round
from api.goals import queries
from api.goals.figures.policy import GoalState, advice_due
from api.goals.models import (
    Advice,
    AdviceKind,
    CountedKind,
    CountedRow,
    Goal,
    GoalVersion,
    Metric,
    Reward,
)
from api.goals.queries import GoalView, Wanted
from api.help_requests.models import Helped, HelpRequest
from api.kit.paging import PageAsked
from api.people.models import Person, Role
from api.people.policy import Actor, load_actor
from api.ride_alongs.ladder.models import RungMove
from api.today.promises import service as promises
from tests.demo.conftest import Demo


def actor(db: Session, person: Person) -> Actor:
    return load_actor(
        db,
        organisation_id=person.organisation_id,
        person_id=person.id,
        keys_issue=person.keys_issue,
    )


def goals_of(demo: Demo, login: str) -> list[GoalView]:
    person = demo.person(login)

    def read(db: Session) -> list[GoalView]:
        asked = PageAsked(limit=100)
        return list(queries.page(db, actor(db, person), wanted=Wanted(), asked=asked).items)

    return demo.store.read_now(read)


def of_team(demo: Demo) -> list[GoalView]:
    managers = [one.login for one in demo.all(Person) if one.role == Role.MANAGER]
    return [goal for login in managers for goal in goals_of(demo, login)]


def test_every_miss_has_advice_but_one_which_is_late(any_demo: Demo) -> None:
    missed = [one for one in of_team(any_demo) if one.advice_due is not None]
    assert [one.owner.given_name for one in missed] == ["一鸣"]
    due = missed[0].advice_due
    assert due is not None
    assert due < any_demo.today


def test_it_is_the_one_red_line_of_all_ledgers(any_demo: Demo) -> None:
    """Of whatever kind: three promises of the region once stood late beside it."""
    late = {}
    for login in ("he.jing", "ma.zhaohui", "du.xiaolan", "shen.liqun"):
        person = any_demo.person(login)

        def read(db: Session, of: Person = person) -> list[str]:
            ledger = promises.ledger(db, actor(db, of), person_id=of.id, asked=PageAsked(limit=100))
            return [str(one.kind) for one in ledger.owed if one.late and one.done_at is None]

        late[login] = any_demo.store.read_now(read)
    assert late == {"he.jing": [], "ma.zhaohui": ["advice"], "du.xiaolan": [], "shen.liqun": []}


def test_qihang_misses_the_second_week_is_advised_on_method_and_recovers(any_demo: Demo) -> None:
    advice = {one.goal_id: one for one in any_demo.all(Advice)}
    weeks = [one for one in goals_of(any_demo, "zhou.qihang") if one.period == "week"]
    weeks.sort(key=lambda one: one.first)
    missed = next(one for one in weeks if one.id in advice)
    assert advice[missed.id].kind == AdviceKind.METHOD
    after = next(one for one in weeks if one.first > missed.last)
    assert after.agreed is not None
    assert after.reached.value >= after.agreed.target


def test_most_weeks_are_reached_and_some_are_not(demo: Demo) -> None:
    ended = [one for one in of_team(demo) if one.last < demo.today]
    missed = len(demo.all(Advice)) + 1
    assert 60 <= len(ended) <= 70
    assert 0.15 <= missed / len(ended) <= 0.5


def test_a_goal_is_agreed_by_both_and_only_qinlans_waits(any_demo: Demo) -> None:
    versions = any_demo.all(GoalVersion)
    goals = any_demo.by_id(Goal)
    waits = [one for one in versions if one.agreed_at is None]
    assert {goals[one.goal_id].owner_id for one in waits} == {any_demo.person("qin.lan").id}
    people = any_demo.by_id(Person)
    for one in versions:
        assert one.proposed_by_id == goals[one.goal_id].owner_id
        if one.agreed_by_id is not None:
            assert people[one.agreed_by_id].role == Role.MANAGER


def test_every_round_counts_once_for_the_reps_seat(demo: Demo) -> None:
    played = {one.id: one.rep_id for one in demo.all(Round)}
    counted = [one for one in demo.all(CountedRow) if one.kind == CountedKind.ROUND]
    assert {one.id: one.person_id for one in counted} == played


def test_a_newcomers_climb_and_a_mentors_help_are_goals_counted_by_rows(any_demo: Demo) -> None:
    goals = {one.metric: one for one in of_team(any_demo) if one.period == "month"}
    climb, teach = goals[Metric.RUNGS], goals[Metric.HELP_SOLVED]
    assert climb.owner.id == any_demo.person("lin.xiaoman").id
    assert teach.owner.id == any_demo.person("han.xue").id
    for goal in (climb, teach):
        assert goal.agreed is not None
        assert 0 <= goal.reached.value < goal.agreed.target
    moved = {one.id: one.day for one in any_demo.all(RungMove)}
    solved = {one.id for one in any_demo.all(HelpRequest) if one.helped == Helped.YES}
    counted = any_demo.all(CountedRow)
    assert {one.id: one.day for one in counted if one.kind == CountedKind.RUNG} == moved
    helped = {one.opens_id for one in counted if one.kind == CountedKind.HELP_SOLVED}
    assert helped == solved


def test_qinlans_goal_is_not_reached_by_the_yes_to_it(any_demo: Demo) -> None:
    [waits] = [one for one in goals_of(any_demo, "qin.lan") if one.proposed and not one.agreed]
    assert waits.proposed is not None
    assert waits.reached.value < waits.proposed.target


def test_advice_comes_in_time_and_its_answer_is_a_promise(any_demo: Demo) -> None:
    goals, promised = any_demo.by_id(Goal), any_demo.by_id(Commitment)
    calendar = any_demo.store.read_now(actor, any_demo.person("he.jing")).calendar
    for one in any_demo.all(Advice):
        goal = goals[one.goal_id]
        assert calendar.today(one.created_at) <= advice_due(calendar, goal.last_day)
        if one.answer is not None:
            assert one.commitment_id is not None
            assert promised[one.commitment_id].origin_id == one.id


def test_promises_after_advice_are_typed_and_most_that_are_due_were_kept(demo: Demo) -> None:
    all_of_them = [one for one in demo.all(Commitment) if one.origin_kind == "advice"]
    assert {one.correction for one in all_of_them} <= set(Correction)
    outcomes = Counter(one.outcome for one in all_of_them if one.due < demo.today)
    assert outcomes[None] == 0
    assert outcomes[CommitmentOutcome.KEPT] >= outcomes[CommitmentOutcome.PARTLY]


def test_xiaoman_has_one_promise_after_advice(any_demo: Demo) -> None:
    rep = any_demo.person("lin.xiaoman").id
    given = [one for one in any_demo.all(Commitment) if one.origin_kind == "advice"]
    open_ones = [one for one in given if one.owner_id == rep and not one.outcome]
    assert len(open_ones) == 1
    assert any_demo.today <= open_ones[0].due <= any_demo.today + timedelta(days=21)


def test_thanks_are_for_goals_that_were_reached(any_demo: Demo) -> None:
    goals = {one.id: one for one in of_team(any_demo)}
    rewards = any_demo.all(Reward)
    assert rewards
    for one in rewards:
        goal = goals[one.goal_id]
        assert goal.state is GoalState.CLOSED
        assert goal.agreed is not None
        assert goal.reached.value >= goal.agreed.target


def test_a_manager_has_some_goals_that_need_a_hand_and_not_all(demo: Demo) -> None:
    running = [one for one in of_team(demo) if one.last >= demo.today and one.agreed]
    troubled = [one for one in running if one.what_helps is not None]
    assert 1 <= len(troubled) < len(running)
    assert {one.metric for one in running} >= {Metric.COLLECTED, Metric.EFFECTIVE_VISITS}
