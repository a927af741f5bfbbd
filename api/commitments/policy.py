"""Who reads a promise: both sides, the owner's mentor, and the manager of the owner's team.

A region counts them, trainer and admin read none; what a helper owes the team is `GET /people/{id}/promises`.
"""

from datetime import date

import sqlalchemy as sa
from sqlmodel import col

from api.commitments.models import Commitment, CommitmentOutcome, Correction
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor, personal


class NotYourPromise(Forbidden):
    code = "promise_not_yours"
    en = "Only the two who agreed on this promise change it. Talk to one of them."
    zh = "只有约定的两个人能改这个承诺，跟其中一位说说。"


class NotYourWords(Forbidden):
    code = "promise_words_not_yours"
    en = "These are the words of whoever gave the promise. Tell them what you would change."
    zh = "这是承诺人自己的话，想改什么就告诉对方。"


class CorrectionNeeded(Conflict):
    code = "correction_needed"
    en = "Say what this promise is about: direction, method, knowledge or skill."
    zh = "选一下这个承诺是关于方向、方法、知识还是技能。"


class DueInThePast(Conflict):
    code = "due_in_the_past"
    en = "This day is over. Choose today or a later day."
    zh = "这一天已经过了，请选今天或以后的日子。"


class OutcomeNeedsReason(Conflict):
    code = "outcome_needs_reason"
    en = "Say in a few words what stood in the way, so that you two can talk about it."
    zh = "写一句是什么挡住了，你们好一起聊。"


class SettledAlready(Conflict):
    code = "promise_settled"
    en = "This promise has been settled. Open it to see how, and by whom."
    zh = "这个承诺已经有结果了，打开看看是谁记的、怎么样。"


class NotSettledYet(Conflict):
    code = "promise_not_settled"
    en = "Nobody has said yet how it went. Say it yourself."
    zh = "还没有人说后来怎么样，你可以直接来说。"


class SaidByYou(Conflict):
    code = "outcome_said_by_you"
    en = "You said how it went. Correct it there, and the other sees it."
    zh = "结果是你自己记的，直接改那里，对方看得到。"


class PromiseWithdrawn(Conflict):
    code = "promise_withdrawn"
    en = "This promise was withdrawn with the talk it came from. Give a new one."
    zh = "这个承诺已随那次谈话一起撤回了，请重新约定。"


class TwoPeopleNeeded(Conflict):
    code = "two_people_needed"
    en = "A promise is given to somebody else. Choose to whom."
    zh = "承诺是给另一个人的，请选一位。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of promises; withdrawn ones are seen by nobody."""
    return sa.and_(
        col(Commitment.organisation_id) == actor.organisation_id,
        col(Commitment.deleted_at).is_(None),
        sa.or_(col(Commitment.to_id) == actor.person_id, personal(actor, col(Commitment.owner_id))),
    )


def check_is_side(actor: Actor, commitment: Commitment) -> None:
    if actor.person_id not in commitment.sides:
        raise NotYourPromise


def check_is_owner(actor: Actor, commitment: Commitment) -> None:
    if actor.person_id != commitment.owner_id:
        raise NotYourWords


def check_open(commitment: Commitment) -> None:
    if commitment.settled:
        raise SettledAlready


def check_may_reply(actor: Actor, commitment: Commitment) -> CommitmentOutcome:
    """The side whose word it was not; answers what it says something to."""
    if commitment.outcome is None:
        raise NotSettledYet
    if commitment.settled_by_id == actor.person_id:
        raise SaidByYou
    return commitment.outcome


def check_due(due: date, *, today: date) -> None:
    if due < today:
        raise DueInThePast


def check_correction(owner: Person, correction: Correction | None) -> None:
    """A rep's promise is typed, since the type decides the next step; a helper's own may go without."""
    if owner.role == Role.REP and correction is None:
        raise CorrectionNeeded


def check_reason(outcome: CommitmentOutcome, reason: str | None) -> None:
    if outcome is not CommitmentOutcome.KEPT and not reason:
        raise OutcomeNeedsReason
