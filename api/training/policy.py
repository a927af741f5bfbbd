"""Who sees a session, who runs it, and what its state allows.

A session is its team's, and a management session all managers'; the trainer reads and decides everywhere, a manager
for the own team, and whoever gives a class runs that class. What somebody practised is read in `practice/policy.py`.
"""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.training.models import Track, TrainingSession
from api.training.practice.models import SessionEvidence

USUAL_MINUTES = 75
LEADERS = (Role.MANAGER, Role.REGIONAL_MANAGER)


class NotYourSession(Forbidden):
    code = "session_not_yours"
    en = "The trainer or the team's manager decides that. Tell them what you would change."
    zh = "这要由训练官或主管来定，想改什么就告诉他们。"


class NobodyToTrain(Forbidden):
    code = "nobody_to_train"
    en = "The trainer plans training, and a manager for the own team. Propose a topic instead."
    zh = "培训由训练官安排，主管安排自己团队的。你可以提一个题目。"


class SessionDayOver(Conflict):
    code = "session_day_over"
    en = "This day is over. Choose today or a later day."
    zh = "这一天已经过了，请选今天或以后的日子。"


class SessionOver(Conflict):
    code = "session_over"
    en = "This session is closed or was skipped. What comes next belongs to another one."
    zh = "这次培训已经结束或跳过了，接下来的留给下一次。"


class SessionHeldAlready(Conflict):
    code = "session_held"
    en = "This session was held already, so what it was about stays as it was."
    zh = "这次培训已经上过了，内容不能再改。"


class TopicNeeded(Conflict):
    code = "session_topic_needed"
    en = "Say first what it is about: a topic and its class."
    zh = "先写好讲什么：题目和类别。"


class NotYetItsDay(Conflict):
    code = "session_not_yet"
    en = "Its day has not come yet. Mark it as held on the day itself or after."
    zh = "还没到这一天，当天或之后再标记已上课。"


class HoldItFirst(Conflict):
    code = "session_not_held"
    en = "This session has not been held yet. Mark it as held first."
    zh = "这次培训还没上，先标记已上课。"


def of_the_team(actor: Actor, team_id: object, track: object) -> sa.ColumnElement[bool]:
    """What a team, all managers, or the trainer read of a table with these two columns."""
    if actor.role is Role.TRAINER:
        return sa.true()
    parts: list[sa.ColumnElement[bool]] = [sa.false()]
    if actor.team_id is not None:
        parts.append(col(team_id) == actor.team_id)
    if actor.role in LEADERS:
        parts.append(col(track) == Track.MANAGEMENT)
    return sa.or_(*parts)


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of sessions, and of all that belongs to one."""
    shown_to_me = (
        sa.select(col(SessionEvidence.id))
        .where(
            col(SessionEvidence.organisation_id) == actor.organisation_id,
            col(SessionEvidence.session_id) == col(TrainingSession.id),
            sa.or_(
                col(SessionEvidence.partner_id) == actor.person_id,
                col(SessionEvidence.person_id).in_(
                    [actor.person_id, *sorted(actor.apprentice_ids)]
                ),
            ),
        )
        .exists()
    )
    return sa.and_(
        col(TrainingSession.organisation_id) == actor.organisation_id,
        col(TrainingSession.deleted_at).is_(None),
        sa.or_(
            of_the_team(actor, TrainingSession.team_id, TrainingSession.track),
            col(TrainingSession.trainer_id) == actor.person_id,
            shown_to_me,
        ),
    )


def decides(actor: Actor, team_id: UUID | None) -> bool:
    """The trainer everywhere, a manager for the own team."""
    return actor.role is Role.TRAINER or team_id in actor.led_team_ids


def runs(actor: Actor, session: TrainingSession) -> bool:
    return decides(actor, session.team_id) or session.trainer_id == actor.person_id


def check_runs(actor: Actor, session: TrainingSession) -> None:
    if not runs(actor, session):
        raise NotYourSession


def team_to_train(actor: Actor, track: Track, team_id: UUID | None) -> UUID | None:
    """Whose training the actor plans; raises NobodyToTrain."""
    if track is Track.MANAGEMENT:
        if actor.role is not Role.TRAINER:
            raise NobodyToTrain
        return None
    wanted = team_id or (actor.team_id if actor.role is Role.MANAGER else None)
    if wanted is None or not decides(actor, wanted):
        raise NobodyToTrain
    return wanted


def check_day(day: date, *, today: date) -> None:
    if day < today:
        raise SessionDayOver


def check_open(session: TrainingSession) -> None:
    if session.over:
        raise SessionOver


def check_before(session: TrainingSession) -> None:
    """Still to be held."""
    check_open(session)
    if session.held_at is not None:
        raise SessionHeldAlready


def check_held(session: TrainingSession) -> None:
    check_open(session)
    if session.held_at is None:
        raise HoldItFirst
