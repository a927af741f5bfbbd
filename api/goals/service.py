"""What a rep and a manager do with a goal: propose it, agree, change it together, look at what it is made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.goals import queries
from api.goals.advice import queries as advice
from api.goals.advice.queries import AdviceView
from api.goals.events import GoalAgreed, GoalProposed
from api.goals.figures.policy import GoalState, days_of
from api.goals.figures.queries import FigureRow, rows_of
from api.goals.models import CountedKind, CountedRow, Goal, GoalKind, GoalVersion, Metric, Period
from api.goals.policy import (
    GoalThereAlready,
    NotWithin,
    ProposalChanged,
    ReasonNeeded,
    check_has_goals,
    check_is_side,
    check_other_side,
    check_runs,
    shares_advice,
)
from api.goals.queries import GoalView, Wanted, in_force, waiting
from api.goals.rewards import queries as rewards
from api.goals.rewards.queries import RewardView
from api.goals.schemas import GoalAgreementNew, GoalNew, GoalVersionNew
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen


@dataclass(frozen=True)
class Countable:
    """A row of a mechanism above that counts towards somebody on a day."""

    kind: CountedKind
    id: UUID
    person_id: UUID
    day: date
    opens_id: UUID | None


@dataclass(frozen=True)
class DetailView:
    """A goal with its history, its factors, the goals around it, and what stands beside it at its end."""

    goal: GoalView
    within: GoalView | None
    steps: list[GoalView]
    advice: AdviceView | None
    reward: RewardView | None

    def __getattr__(self, name: str) -> object:
        return getattr(self.goal, name)


@dataclass(frozen=True)
class NextWord:
    """Goals where the next word is the actor's: advice to give, advice to answer, a proposal to agree to."""

    advice: list[GoalView]
    answer: list[GoalView]
    agreement: list[GoalView]


@dataclass(frozen=True)
class Awaiting(NextWord):
    """A manager's goals by exception, and of one's own those that wait for a word."""

    off_track: list[GoalView]
    drifting: list[GoalView]
    reward: list[GoalView]


def goals(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[GoalView]:
    """Goals the actor may read; those of others are noted for their owners."""
    found = queries.page(db, actor, wanted=wanted, asked=asked)
    for one in found.items:
        seen(db, actor, one.owner.id, SightKind.GOALS)
    return found


def goal(db: Session, actor: Actor, *, goal_id: UUID) -> DetailView:
    found, owner = queries.find(db, actor, goal_id)
    seen(db, actor, found.owner_id, SightKind.GOALS)
    return detail(db, actor, found, owner)


def rows(db: Session, actor: Actor, *, goal_id: UUID, asked: PageAsked) -> Paged[FigureRow]:
    """What the figure is made of."""
    found, _ = queries.find(db, actor, goal_id)
    seen(db, actor, found.owner_id, SightKind.GOALS)
    return rows_of(db, found, asked)


def awaiting(db: Session, actor: Actor) -> Awaiting:
    """What of the led team's goals needs the actor, and what of the own ones waits for an answer."""
    own_and_led = _own_and_led(db, actor)
    led = [one for one in own_and_led if one.owner.id != actor.person_id]
    shown = Awaiting(
        **vars(_next_word(db, actor, own_and_led)),
        off_track=[one for one in led if one.state == GoalState.OFF_TRACK],
        drifting=[one for one in led if one.state == GoalState.DRIFTING],
        reward=[one for one in led if one.state == GoalState.MET],
    )
    for part in vars(shown).values():
        for one in part:
            seen(db, actor, one.owner.id, SightKind.GOALS)
    return shown


def next_word(db: Session, actor: Actor) -> NextWord:
    """The same without what only drifts; opening one of them is what is listed to its owner."""
    return _next_word(db, actor, _own_and_led(db, actor))


def propose(db: Session, actor: Actor, *, given: GoalNew, birth: bytes) -> DetailView:
    """A goal for oneself or for a rep of one's team; it counts once the other side agrees."""
    owner = _owner(db, actor, given.owner_id)
    stored = db.get(Goal, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        if stored.owner_id != owner.id:
            raise BornDifferently
        same_birth(stored.birth_digest, birth)
        return detail(db, actor, stored, owner)
    check_is_side(actor, owner)
    check_has_goals(owner)
    first, last = days_of(given.period, given.day)
    check_runs(last, today=actor.today(db))
    _check_is_new(db, actor, given)
    _check_within(db, actor, given)
    made = Goal(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        owner_id=owner.id,
        period=given.period,
        first_day=first,
        last_day=last,
        metric=given.metric,
        currency=_currency(actor, given.metric),
        within_id=given.within_id,
        birth_digest=birth,
    )
    db.add(made)
    db.flush()
    first_version = GoalVersionNew(
        target=given.target, stretch=given.stretch, quality=given.quality
    )
    _add_version(db, actor, made, first_version, number=1, birth=birth)
    return detail(db, actor, made, owner)


def propose_change(
    db: Session, actor: Actor, *, goal_id: UUID, given: GoalVersionNew, birth: bytes
) -> DetailView:
    """Another amount, from either side; until the other agrees the old one is in force."""
    found, owner = queries.find(db, actor, goal_id)
    stored = db.get(GoalVersion, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        if stored.goal_id != found.id:
            raise BornDifferently
        same_birth(stored.birth_digest, birth)
        return detail(db, actor, found, owner)
    check_is_side(actor, owner)
    check_runs(found.last_day, today=actor.today(db))
    versions = queries.versions_of(db, found)
    if in_force(versions) is not None and not given.why:
        raise ReasonNeeded
    _add_version(db, actor, found, given, number=versions[0].number + 1, birth=birth)
    found.updated_at = now(db)
    db.flush()
    return detail(db, actor, found, owner)


def agree(db: Session, actor: Actor, *, goal_id: UUID, given: GoalAgreementNew) -> DetailView:
    """The other side says yes to the proposal it saw; said twice, it is agreed once."""
    found, owner = queries.find(db, actor, goal_id)
    check_is_side(actor, owner)
    versions = queries.versions_of(db, found)
    if any(one.id == given.version_id and one.agreed_at is not None for one in versions):
        return detail(db, actor, found, owner)
    proposed = waiting(versions)
    if proposed is None or proposed.id != given.version_id:
        raise ProposalChanged
    check_other_side(actor, owner, proposed)
    check_runs(found.last_day, today=actor.today(db))
    proposed.agreed_by_id, proposed.agreed_at = actor.person_id, now(db)
    found.updated_at = now(db)
    db.flush()
    fact = GoalAgreed(found.id, found.owner_id, str(found.metric), proposed.target)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return detail(db, actor, found, owner)


def count(db: Session, organisation_id: UUID, *, counted: Countable) -> None:
    """A row that was noted counts once, however often the flow is run."""
    if db.get(CountedRow, (organisation_id, counted.id)) is None:
        row = CountedRow(
            organisation_id=organisation_id,
            id=counted.id,
            created_at=now(db),
            kind=counted.kind,
            person_id=counted.person_id,
            day=counted.day,
            opens_id=counted.opens_id,
        )
        db.add(row)
        db.flush()


def uncount(db: Session, organisation_id: UUID, *, ids: Collection[UUID]) -> None:
    """What was noted turned out otherwise."""
    for id_ in ids:
        row = db.get(CountedRow, (organisation_id, id_))
        if row is not None:
            db.delete(row)
    db.flush()


def detail(db: Session, actor: Actor, found: Goal, owner: Person) -> DetailView:
    """The goal as both sides see it; its advice only for those two."""
    private = shares_advice(actor, owner)
    around = queries.around(db, actor, found)
    return DetailView(
        goal=queries.view(db, actor, found.id),
        within=next((one for one in around if one.id == found.within_id), None),
        steps=[one for one in around if one.within_id == found.id],
        advice=advice.of_goal(db, found) if private else None,
        reward=rewards.of_goal(db, found),
    )


def _owner(db: Session, actor: Actor, owner_id: UUID) -> Person:
    owner = db.get(Person, (actor.organisation_id, owner_id))
    if owner is None or not actor.may_see(owner):
        raise NotFound
    return owner


def _check_is_new(db: Session, actor: Actor, given: GoalNew) -> None:
    first, _ = days_of(given.period, given.day)
    there = select(col(Goal.id)).where(
        col(Goal.organisation_id) == actor.organisation_id,
        col(Goal.owner_id) == given.owner_id,
        col(Goal.metric) == given.metric,
        col(Goal.period) == given.period,
        col(Goal.first_day) == first,
    )
    if db.exec(there).first() is not None:
        raise GoalThereAlready


def _check_within(db: Session, actor: Actor, given: GoalNew) -> None:
    """A week belongs to each month it has a day in."""
    if given.within_id is None:
        return
    larger = db.get(Goal, (actor.organisation_id, given.within_id))
    if larger is None or larger.owner_id != given.owner_id:
        raise NotWithin
    longer = list(Period)
    first, last = days_of(given.period, given.day)
    holds = first <= larger.last_day and last >= larger.first_day
    if longer.index(Period(larger.period)) >= longer.index(given.period) or not holds:
        raise NotWithin


def _add_version(
    db: Session, actor: Actor, of: Goal, given: GoalVersionNew, *, number: int, birth: bytes
) -> None:
    version = GoalVersion(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        goal_id=of.id,
        number=number,
        target=given.target,
        stretch=given.stretch,
        quality=given.quality,
        why=given.why,
        proposed_by_id=actor.person_id,
        birth_digest=birth,
    )
    db.add(version)
    db.flush()
    fact = GoalProposed(of.id, of.owner_id, str(of.metric), given.target, actor.person_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _currency(actor: Actor, metric: Metric) -> str | None:
    """Results are in the organisation's currency; deals in another one are not counted into them."""
    return actor.settings.big_order.currency if metric.kind is GoalKind.RESULT else None


def _own_and_led(db: Session, actor: Actor) -> list[GoalView]:
    led = col(Person.team_id).in_(sorted(actor.led_team_ids))
    return queries.open_goals(db, actor, sa.or_(led, col(Person.id) == actor.person_id))


def _next_word(db: Session, actor: Actor, found: Sequence[GoalView]) -> NextWord:
    today, me = actor.today(db), actor.person_id
    missed = [one for one in found if one.state == GoalState.MISSED]
    return NextWord(
        advice=[one for one in missed if one.advice_due is not None and one.owner.id != me],
        answer=[one for one in missed if one.advice_due is None and one.owner.id == me],
        agreement=[one for one in found if _waits_for(me, one, today=today)],
    )


def _waits_for(person_id: UUID, one: GoalView, *, today: date) -> bool:
    """The owner agrees to what a manager proposed, and whoever leads the owner to what the owner did."""
    if one.proposed is None or one.last < today:
        return False
    by_owner = one.proposed.proposed_by_id == one.owner.id
    return by_owner != (person_id == one.owner.id)
