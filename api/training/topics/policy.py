"""Who reads a proposed topic, who votes, and who decides."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.training.topics.models import TopicProposal


class NotYoursToPropose(Forbidden):
    code = "topic_needs_a_team"
    en = "Topics are proposed by a team's reps and its manager. Plan a session instead."
    zh = "题目由团队的销售员和主管提出，你可以直接安排培训。"


class NotYoursToDecide(Forbidden):
    code = "topic_decided_by_trainer"
    en = "The trainer decides which topic comes when. Vote for it, or talk to them."
    zh = "什么时候讲由训练官决定。你可以投票，或找训练官谈谈。"


class TopicDecidedAlready(Conflict):
    code = "topic_decided"
    en = "This topic has been taken up. Propose another one."
    zh = "这个题目已经排上了，可以再提一个。"


class NoSessionFree(Conflict):
    code = "no_session_free"
    en = "This team has no coming session without a topic. Plan one, or choose a session yourself."
    zh = "这个团队接下来没有空着题目的培训。先安排一次，或自己选一次。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """A team reads its own, the trainer every team's."""
    own = sa.false() if actor.team_id is None else col(TopicProposal.team_id) == actor.team_id
    return sa.and_(
        col(TopicProposal.organisation_id) == actor.organisation_id,
        col(TopicProposal.deleted_at).is_(None),
        sa.true() if actor.role is Role.TRAINER else own,
    )


def team_of(actor: Actor) -> UUID:
    """The team for which the actor asks and votes; raises NotYoursToPropose."""
    if actor.role not in (Role.REP, Role.MANAGER) or actor.team_id is None:
        raise NotYoursToPropose
    return actor.team_id


def check_decides(actor: Actor) -> None:
    if actor.role is not Role.TRAINER:
        raise NotYoursToDecide
