"""Who may want to try what, and who reads of it: whoever tries, and whoever told it."""

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.shares.cases.models import Case
from api.shares.models import Share
from api.shares.tries.models import Try


class TriesAreReps(Forbidden):
    code = "tries_are_reps"
    en = "Whoever visits clients tries it. Say thanks instead."
    zh = "要拜访客户的人才能去试，你可以说声谢谢。"


class OwnIdea(Conflict):
    code = "try_of_own"
    en = "You told this yourself. Others try it, and you hear how it went."
    zh = "这是你自己讲的，别人去试，你会知道结果。"


class TryTakenBack(Conflict):
    code = "try_taken_back"
    en = "You took this back. Tap “I will try this” again."
    zh = "这条你已经收回了，想试就再点一次“我来试”。"


class TriedAlready(Conflict):
    code = "tried_already"
    en = "You told how this went. To try it again, tap “I will try this” once more."
    zh = "这条你已经说过结果了，想再试就再点一次“我来试”。"


class TryThere(Conflict):
    code = "try_there_already"
    en = "You want to try this already. Choose another client there."
    zh = "这条你已经在试了，可以在那里换一家客户。"


class TryAtThatClient(Conflict):
    code = "try_at_another_client"
    en = "You wanted to try this at another client. Choose that client's visit, or change the client first."
    zh = "你说的是在另一家客户试。选那家的拜访，或先把客户换过来。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of what somebody tries: it is their own."""
    return sa.and_(
        col(Try.organisation_id) == actor.organisation_id,
        col(Try.deleted_at).is_(None),
        col(Try.by_id) == actor.person_id,
    )


def told_by(actor: Actor) -> sa.ColumnElement[bool]:
    """What others try of what the actor told; the joined share or case says whose it is."""
    return sa.and_(
        col(Try.organisation_id) == actor.organisation_id,
        col(Try.deleted_at).is_(None),
        sa.func.coalesce(col(Share.author_id), col(Case.author_id)) == actor.person_id,
    )


def check_may_try(actor: Actor, told: Share | Case) -> None:
    if actor.role is not Role.REP:
        raise TriesAreReps
    if told.author_id == actor.person_id:
        raise OwnIdea
