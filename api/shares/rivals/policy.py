"""Who sees a PK, and what it may be about. Its rules are arithmetic on days and figures, to be tried without rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.goals.figures.policy import working_days
from api.goals.models import GoalKind, Metric
from api.kit.calendar import Calendar
from api.kit.errors import Conflict
from api.people.models import Person, Role
from api.people.policy import Actor
from api.shares.rivals.models import Rivalry

LONGEST = timedelta(days=30)
"""From the first day to the last: a month (domain.md §2.3)."""


class RivalsAreReps(Conflict):
    code = "rivals_are_reps"
    en = "A PK is between two reps, or a rep and the own last month. Cheer them on instead."
    zh = "PK赛是销售员之间的，或和自己的上个月比。你可以给他们加油。"


class NotATeamMate(Conflict):
    code = "rival_not_a_team_mate"
    en = "Choose somebody who sells in your team, or your own last month."
    zh = "请选同组的一位销售员，或选自己的上个月。"


class InAPk(Conflict):
    code = "in_a_pk"
    en = "You have a PK already, or proposed one. One at a time: let it end, or withdraw it first."
    zh = "你已经有一场PK赛，或提了一场。一次一场：等它结束，或先撤回。"


class StartsOnAWorkingDay(Conflict):
    code = "pk_starts_on_a_working_day"
    en = "A PK starts on a working day, today or later. Choose another first day."
    zh = "PK赛从工作日开始，今天或以后。请换一个开始的日子。"


class PkTooLong(Conflict):
    code = "pk_too_long"
    en = "A PK lasts a month at most. Choose an earlier last day."
    zh = "PK赛最长一个月，请把结束的日子提前。"


class ProcessOrAbilityNeeded(Conflict):
    code = "process_or_ability_needed"
    en = "Results are not in your own hands alone. Add visits, effective visits, decision-makers met or rounds."
    zh = "结果不全在自己手里。请加上拜访、有效拜访、新见到的决策人或子弹数。"


class HandicapForOneOfYou(Conflict):
    code = "handicap_for_one_of_you"
    en = "A handicap is added to one of the two. Choose which one."
    zh = "让分要加给你们两人中的一位，请选一位。"


class ForTheRivalToSay(Conflict):
    code = "for_the_rival_to_say"
    en = "You proposed this PK. It runs once the other one accepts it."
    zh = "这场PK赛是你提的，对方接受了才开始。"


class PkWithdrawn(Conflict):
    code = "pk_withdrawn"
    en = "This PK was withdrawn, and nothing of it is kept. Propose a new one if you both like."
    zh = "这场PK赛已经撤回，没有留下什么。还想比就重新提一场。"


class PkSettled(Conflict):
    code = "pk_settled"
    en = "This PK is settled and stays as both of you saw it."
    zh = "这场PK赛已经结束，结果保持两个人看到的样子。"


class PkOutcome(StrEnum):
    """For whoever reads: in more of the metrics more than the other, in as many, or in fewer."""

    MORE = "more"
    EVEN = "even"
    LESS = "less"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of PKs: the two, and nobody beside or above them."""
    me = actor.person_id
    return sa.and_(
        col(Rivalry.organisation_id) == actor.organisation_id,
        col(Rivalry.deleted_at).is_(None),
        sa.or_(col(Rivalry.proposed_by_id) == me, col(Rivalry.rival_id) == me),
    )


def on_the_wall_of(actor: Actor) -> sa.ColumnElement[bool]:
    """PKs of the team the actor works in; what of them is told is that they are, and until when."""
    return sa.and_(
        col(Rivalry.organisation_id) == actor.organisation_id,
        col(Rivalry.deleted_at).is_(None),
        col(Rivalry.team_id) == actor.team_id,
    )


def team_of(actor: Actor) -> UUID:
    """The team a rep sells in today; raises RivalsAreReps for everybody else."""
    if actor.role is not Role.REP or actor.team_id is None:
        raise RivalsAreReps
    return actor.team_id


def check_is_mate(actor: Actor, rival: Person) -> None:
    same_team = rival.team_id is not None and rival.team_id == actor.team_id
    if rival.id == actor.person_id or rival.role != Role.REP or rival.disabled or not same_team:
        raise NotATeamMate


def check_days(first: date, last: date, *, today: date, calendar: Calendar) -> None:
    if first < today or not calendar.is_working(first):
        raise StartsOnAWorkingDay
    if last - first > LONGEST:
        raise PkTooLong


def check_metrics(metrics: Iterable[Metric]) -> None:
    if all(metric.kind is GoalKind.RESULT for metric in metrics):
        raise ProcessOrAbilityNeeded


def days_before(first: date, last: date, calendar: Calendar) -> tuple[date, date]:
    """As many working days as the PK has, just before it: a holiday in either month favours nobody."""
    worked = working_days(calendar, first, last)
    return calendar.previous_working(first, steps=worked), calendar.previous_working(first)


@dataclass(frozen=True)
class Compared:
    """One metric of both sides, the handicap counted in."""

    mine: int
    theirs: int


def outcome(compared: Sequence[Compared]) -> PkOutcome:
    """By the number of metrics, and not by any sum of them: visits and money do not add up."""
    more = sum(one.mine > one.theirs for one in compared)
    less = sum(one.mine < one.theirs for one in compared)
    if more == less:
        return PkOutcome.EVEN
    return PkOutcome.MORE if more > less else PkOutcome.LESS
