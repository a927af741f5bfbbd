"""How often something was learned, given, thanked for and kept; each count has its whole beside it, and none is added to another."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.models import Commitment, CommitmentOutcome
from api.goals import queries as goals
from api.goals.figures.policy import GoalState
from api.goals.models import Reward
from api.help_requests.models import HelpAnswer, Helped, HelpRequest
from api.people.models import Person
from api.people.policy import Actor
from api.playbook.models import Answer, AnswerUse
from api.shares.cases.models import Case, CaseUse
from api.shares.models import Share, ShareState, ShareTap, TapKind
from api.today.growth.queries import Days
from api.training.models import TrainingSession
from api.training.practice.models import AttendanceMark, SessionAttendance, SessionEvidence


@dataclass(frozen=True)
class Classes:
    came: int
    caught_up: int
    practised: int


@dataclass(frozen=True)
class Goals:
    met: int
    ended: int


@dataclass(frozen=True)
class Given:
    """What others got: `cases_used` and `answers_used` count visits of others, `worked` those where it met the objection."""

    shares: int
    cases: int
    cases_used: int
    cases_worked: int
    answers_used: int
    answers_worked: int


@dataclass(frozen=True)
class Thanks:
    for_shares: int
    for_goals: int
    for_help: int


@dataclass(frozen=True)
class Promises:
    """Of those settled in these weeks."""

    settled: int
    kept: int
    partly: int


@dataclass(frozen=True)
class Counted:
    classes: Classes
    given: Given
    thanks: Thanks


def counted(db: Session, whose: Person, days: Days) -> Counted:
    """Everything that is a number alone, in one statement."""
    parts = {**_classes(whose, days), **_given(whose, days), **_thanks(whose, days)}
    asked = sa.select(*(part.label(name) for name, part in parts.items()))
    told: dict[str, int] = dict(db.connection().execute(asked).mappings().one())

    def of(*names: str) -> list[int]:
        return [told[name] for name in names]

    return Counted(
        classes=Classes(*of("came", "caught_up", "practised")),
        given=Given(
            *of("shares", "cases"),
            *of("cases_used", "cases_worked", "answers_used", "answers_worked"),
        ),
        thanks=Thanks(*of("for_shares", "for_goals", "for_help")),
    )


def goals_met(db: Session, actor: Actor, whose: Person, days: Days) -> Goals:
    """Agreed goals whose period ended in these weeks, and how many of them reached what was agreed."""
    asked = {"since": days.first, "until": days.last}
    found = goals.agreed_within(db, actor, whose.id, **asked)
    ended = [
        one
        for one in found
        if one.last <= days.last
        and one.state in (GoalState.MET, GoalState.MISSED, GoalState.CLOSED)
    ]
    met = [one for one in ended if one.agreed and one.reached.value >= one.agreed.target]
    return Goals(len(met), len(ended))


def promises(db: Session, whose: Person, days: Days) -> tuple[Promises, Promises]:
    """Given by this person, and given to them."""
    by_me = (col(Commitment.owner_id) == whose.id).label("by_me")
    found = db.connection().execute(
        sa.select(by_me, col(Commitment.outcome), sa.func.count())
        .where(
            col(Commitment.organisation_id) == whose.organisation_id,
            sa.or_(col(Commitment.owner_id) == whose.id, col(Commitment.to_id) == whose.id),
            col(Commitment.deleted_at).is_(None),
            col(Commitment.outcome).is_not(None),
            col(Commitment.settled_at) >= days.since,
            col(Commitment.settled_at) < days.until,
        )
        .group_by(by_me, col(Commitment.outcome))
    )
    told = Counter({(bool(mine), str(outcome)): times for mine, outcome, times in found})
    return _promises(told, by_me=True), _promises(told, by_me=False)


def _promises(told: Counter[tuple[bool, str]], *, by_me: bool) -> Promises:
    times = {outcome: told[by_me, outcome] for outcome in CommitmentOutcome}
    kept, partly = times[CommitmentOutcome.KEPT], times[CommitmentOutcome.PARTLY]
    return Promises(sum(times.values()), kept, partly)


def _classes(whose: Person, days: Days) -> dict[str, Any]:
    def marked(mark: AttendanceMark) -> Any:
        session = _is(TrainingSession, SessionAttendance.session_id, SessionAttendance)
        mine = col(SessionAttendance.person_id) == whose.id
        on = col(TrainingSession.day).between(days.first, days.last)
        is_so = col(SessionAttendance.mark) == mark
        return _count(SessionAttendance, whose, mine, is_so, on, beside=(TrainingSession, session))

    practised = _count(
        SessionEvidence,
        whose,
        col(SessionEvidence.person_id) == whose.id,
        _within(SessionEvidence.confirmed_at, days),
    )
    return {
        "came": marked(AttendanceMark.CAME),
        "caught_up": marked(AttendanceMark.CAUGHT_UP),
        "practised": practised,
    }


def _given(whose: Person, days: Days) -> dict[str, Any]:
    told = col(Share.state) == ShareState.PUBLISHED
    told_by_me = (col(Share.author_id) == whose.id, told, _within(Share.told_at, days))
    my_cases = (col(Case.author_id) == whose.id, _within(Case.created_at, days))
    return {
        "shares": _count(Share, whose, *told_by_me),
        "cases": _count(Case, whose, *my_cases),
        **_used("cases", CaseUse, Case, CaseUse.case_id, whose, days),
        **_used("answers", AnswerUse, Answer, AnswerUse.answer_id, whose, days),
    }


def _used(name: str, use: Any, thing: Any, leads: Any, whose: Person, days: Days) -> dict[str, Any]:
    """Visits of others at which something of this person's was used."""
    joined = (thing, _is(thing, leads, use))
    by_others = (
        col(thing.author_id) == whose.id,
        col(use.by_id) != whose.id,
        col(use.day).between(days.first, days.last),
    )
    worked = col(use.result) == "worked"
    return {
        f"{name}_used": _count(use, whose, *by_others, beside=joined),
        f"{name}_worked": _count(use, whose, *by_others, worked, beside=joined),
    }


def _thanks(whose: Person, days: Days) -> dict[str, Any]:
    tapped = (
        col(Share.author_id) == whose.id,
        col(ShareTap.kind) == TapKind.THANKS,
        _within(ShareTap.created_at, days),
    )
    rewarded = (col(Reward.owner_id) == whose.id, _within(Reward.created_at, days))
    helped = (
        col(HelpRequest.helped) == Helped.YES,
        col(HelpRequest.asker_id) != whose.id,
        _within(HelpRequest.solved_at, days),
        _answered_by(whose),
    )
    share = (Share, _is(Share, ShareTap.share_id, ShareTap))
    return {
        "for_shares": _count(ShareTap, whose, *tapped, beside=share),
        "for_goals": _count(Reward, whose, *rewarded),
        "for_help": _count(HelpRequest, whose, *helped),
    }


def _answered_by(whose: Person) -> Any:
    return (
        sa.select(sa.literal(1))
        .where(
            col(HelpAnswer.organisation_id) == col(HelpRequest.organisation_id),
            col(HelpAnswer.request_id) == col(HelpRequest.id),
            col(HelpAnswer.by_id) == whose.id,
        )
        .exists()
    )


def _count(
    table: Any, whose: Person, *conditions: Any, beside: tuple[Any, Any] | None = None
) -> Any:
    asked = sa.select(sa.func.count()).select_from(table)
    if beside is not None:
        asked = asked.join(*beside)
    standing = [col(one.deleted_at).is_(None) for one in (table,) if hasattr(one, "deleted_at")]
    mine = col(table.organisation_id) == whose.organisation_id
    return asked.where(mine, *standing, *conditions).scalar_subquery()


def _within(moment: Any, days: Days) -> Any:
    return sa.and_(col(moment) >= days.since, col(moment) < days.until)


def _is(table: Any, leads: Any, of: Any) -> Any:
    return sa.and_(col(table.organisation_id) == col(of.organisation_id), col(table.id) == leads)
