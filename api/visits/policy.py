"""Who may see and change a visit, what a check-in must say, and when a visit is effective."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.policy import Actor, personal
from api.visits.models import MetRole, Outcome, Requirement, Visit, VisitState

USUAL_REQUIREMENTS = (Requirement.MET_DECIDER, Requirement.DATED_NEXT_STEP)
DECIDERS = (MetRole.BOSS, MetRole.INFLUENCER)


class OnlyTheRep(Forbidden):
    code = "only_the_rep"
    en = "Only the rep of this visit can change it. Talk it over with them."
    zh = "只有拜访的本人能改这条记录，请和对方聊一聊。"


class AdvancedNeedsNextStep(Conflict):
    code = "advanced_needs_next_step"
    en = "Advanced means the client agreed a next step: choose it and its day, or say continued."
    zh = "“有推进”要有客户答应的下一步：请选下一步和日期，或改为“继续跟进”。"


class AmountNeeded(Conflict):
    code = "amount_needed"
    en = "Add the amount that was signed or paid."
    zh = "请补上签单或到账的金额。"


class NobodyHasNoName(Conflict):
    code = "nobody_has_no_name"
    en = "You chose nobody met: leave the contact empty, or choose another outcome."
    zh = "你选了“空跑”：请不要填见到的人，或换一个结果。"


class ContactElsewhere(Conflict):
    code = "contact_elsewhere"
    en = "This contact does not belong to this client. Choose again, or write the name."
    zh = "这位联系人不属于这家客户，请重新选择，或直接写名字。"


class NotCheckedIn(Conflict):
    code = "not_checked_in"
    en = "There is no check-in for this visit yet. Check in first."
    zh = "这次拜访还没有签到，请先签到。"


class NotPlannedAnyMore(Conflict):
    code = "not_planned_any_more"
    en = "This visit is no longer a plan: it is done, moved or cancelled. Plan a new one."
    zh = "这次拜访已经完成、改期或取消，请另排一次。"


class RuleBeginsInThePast(Conflict):
    code = "rule_begins_in_the_past"
    en = "A rule begins today or later, so that past visits keep theirs. Choose a later day."
    zh = "规则从今天或以后开始，过去的拜访不变，请选以后的日子。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """Visits the actor may see: the own ones, the apprentices', the own team's."""
    return sa.and_(
        col(Visit.organisation_id) == actor.organisation_id,
        col(Visit.deleted_at).is_(None),
        personal(actor, col(Visit.rep_id)),
    )


def check_is_rep(actor: Actor, visit: Visit) -> None:
    if visit.rep_id != actor.person_id:
        raise OnlyTheRep


def check_still_planned(visit: Visit) -> None:
    if visit.state != VisitState.PLANNED:
        raise NotPlannedAnyMore


def check_says_enough(visit: Visit) -> None:
    """The rules a check-in keeps, whether it arrives or is corrected."""
    if visit.outcome == Outcome.ADVANCED and (visit.next_step is None or visit.next_on is None):
        raise AdvancedNeedsNextStep
    if visit.outcome in (Outcome.SIGNED, Outcome.PAID) and not visit.amount_minor:
        raise AmountNeeded
    if visit.outcome == Outcome.NOBODY_MET and _met_somebody(visit):
        raise NobodyHasNoName


def is_effective(visit: Visit, requires: Iterable[str], *, objections: int) -> bool:
    """Whether the visit has everything the rule of its day asks for."""
    holds = {
        Requirement.MET_DECIDER: visit.met_role in DECIDERS,
        Requirement.MET_CONTACT: _met_somebody(visit),
        Requirement.DATED_NEXT_STEP: visit.next_step is not None and visit.next_on is not None,
        Requirement.OBJECTION_HEARD: objections > 0,
        Requirement.AMOUNT: visit.amount_minor is not None,
    }
    return all(holds[Requirement(wanted)] for wanted in requires)


def _met_somebody(visit: Visit) -> bool:
    return (
        visit.met_contact_id is not None or visit.met_name is not None or visit.met_role is not None
    )
