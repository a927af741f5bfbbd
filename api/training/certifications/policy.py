"""Who plans a certification, who marks it, what passes, and who ever reads that it is not yet.

Reading: the rep, mentor and manager, the two assessors and whoever planned it. An assessor's marks are read by the
rep at once, and by the others once both have marked, so that neither leans on the other.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor, personal
from api.training.certification_template.models import CertificationArea
from api.training.certifications.models import (
    Certification,
    CertificationSeat,
    CertificationState,
)

ASSESSORS = 2
HOLDS = 3
"""Anchored as "does it alone" on the scale from 1 to 5."""
ASSESS = (Role.REP, Role.MANAGER, Role.REGIONAL_MANAGER, Role.TRAINER)

Marks = Mapping[str, int]


class NotYoursToCertify(Forbidden):
    code = "certification_not_yours_to_plan"
    en = "Mentor, manager or trainer plans a certification. Ask one of them."
    zh = "通关由师傅、主管或训练官来安排，请找其中一位。"


class NotForCertification(Conflict):
    code = "not_for_certification"
    en = "A certification is for a rep who works here now. Choose one of them."
    zh = "通关是给在职销售员的，请选一位。"


class NotAnAssessor(Conflict):
    code = "not_an_assessor"
    en = "Two different colleagues who work here now assess, and never the rep. Choose again."
    zh = "考官是两位不同的在职同事，不能是本人，请重选。"


class OnlyMentors(Conflict):
    code = "assessors_are_mentors"
    en = "At least one of the two is not the rep's mentor. Choose somebody else beside them."
    zh = "两位考官里至少有一位不是师傅，请另选一位。"


class CertificationOpen(Conflict):
    code = "certification_open"
    en = "A certification of this rep is planned already. Hold that one first, or take it back."
    zh = "这位销售员已经安排了一次通关，先把那次做完，或者撤回。"


class NotYoursToMark(Forbidden):
    code = "certification_not_yours_to_mark"
    en = "Only the two assessors mark it."
    zh = "只有两位考官能打分。"


class CertificationAhead(Conflict):
    code = "certification_ahead"
    en = "The day of this certification has not come yet. Mark it on the day itself or after."
    zh = "还没到通关那天，当天或之后再打分。"


class CertificationSettled(Conflict):
    code = "certification_settled"
    en = "Both have marked, so it stays as it is. Plan another one for a next time."
    zh = "两位都打过分了，结果保持原样。下一次请另外安排。"


class CertificationBegun(Conflict):
    code = "certification_begun"
    en = "One of the two has marked already. Let the other one mark, too."
    zh = "已经有一位打过分了，请让另一位也打完。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of certifications."""
    seat = sa.exists().where(
        col(CertificationSeat.organisation_id) == col(Certification.organisation_id),
        col(CertificationSeat.certification_id) == col(Certification.id),
        col(CertificationSeat.assessor_id) == actor.person_id,
    )
    return sa.and_(
        col(Certification.organisation_id) == actor.organisation_id,
        col(Certification.deleted_at).is_(None),
        sa.or_(
            personal(actor, col(Certification.person_id)),
            col(Certification.planned_by_id) == actor.person_id,
            seat,
        ),
    )


def may_plan(actor: Actor, person: Person) -> bool:
    leads = person.id in actor.apprentice_ids or actor.leads(person)
    return leads or actor.role is Role.TRAINER


def check_plan(actor: Actor, person: Person) -> None:
    if not may_plan(actor, person):
        raise NotYoursToCertify
    if person.role != Role.REP or person.disabled:
        raise NotForCertification


def check_assessors(
    person_id: UUID, assessors: Sequence[Person], *, mentor_ids: Collection[UUID]
) -> None:
    ids = {one.id for one in assessors}
    fit = all(one.role in ASSESS and not one.disabled for one in assessors)
    if len(ids) != ASSESSORS or person_id in ids or not fit:
        raise NotAnAssessor
    if ids <= set(mentor_ids):
        raise OnlyMentors


def check_day(certification: Certification, *, today: date) -> None:
    if certification.day > today:
        raise CertificationAhead


def passes(marks: Sequence[Marks], must_pass: CertificationArea) -> bool:
    """Every area holds on the average of the two, and the one that must be passed with each of them."""
    return not to_practise(marks) and all(one[must_pass] >= HOLDS for one in marks)


def to_practise(marks: Sequence[Marks]) -> list[CertificationArea]:
    """Areas that do not hold yet, in the order of a sale."""
    return [
        area for area in CertificationArea if sum(one[area] for one in marks) < HOLDS * len(marks)
    ]


def state_of(*, passed: bool | None, marked: int) -> CertificationState:
    if passed is not None:
        return CertificationState.PASSED if passed else CertificationState.NOT_YET
    return CertificationState.MARKING if marked else CertificationState.PLANNED
