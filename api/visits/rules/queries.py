"""Reads of the rules of the effective visit."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.visits.models import EffectiveVisitRule
from api.visits.policy import USUAL_REQUIREMENTS
from api.visits.queries import NAME_OF_PERSON


@dataclass(frozen=True)
class RuleView:
    id: uuid.UUID
    requires: Sequence[str]
    applies_from: date
    by: PersonRef


def requirements_on(db: Session, organisation_id: uuid.UUID, day: date) -> Sequence[str]:
    """What the organisation asked of an effective visit on that day."""
    in_force = db.exec(
        select(col(EffectiveVisitRule.requires))
        .where(
            col(EffectiveVisitRule.organisation_id) == organisation_id,
            col(EffectiveVisitRule.applies_from) <= day,
        )
        .order_by(col(EffectiveVisitRule.applies_from).desc(), col(EffectiveVisitRule.id).desc())
        .limit(1)
    ).first()
    return USUAL_REQUIREMENTS if in_force is None else in_force


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RuleView]:
    """Every rule of the organisation, the latest first."""
    statement = _rules().where(col(EffectiveVisitRule.organisation_id) == actor.organisation_id)
    keys = [
        Key(col(EffectiveVisitRule.applies_from), "desc"),
        Key(col(EffectiveVisitRule.id), "desc"),
    ]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged([_rule(*row) for row in found.items], found.next_cursor)


def rule(db: Session, stored: EffectiveVisitRule) -> RuleView:
    it = (
        col(EffectiveVisitRule.organisation_id) == stored.organisation_id,
        col(EffectiveVisitRule.id) == stored.id,
    )
    return _rule(*db.exec(_rules().where(*it)).one())


def _rules() -> Any:
    return select(EffectiveVisitRule, *NAME_OF_PERSON).join(
        Person,
        sa.and_(
            col(Person.organisation_id) == col(EffectiveVisitRule.organisation_id),
            col(Person.id) == col(EffectiveVisitRule.by_id),
        ),
    )


def _rule(stored: EffectiveVisitRule, *name: Any) -> RuleView:
    return RuleView(stored.id, stored.requires, stored.applies_from, PersonRef(*name))
