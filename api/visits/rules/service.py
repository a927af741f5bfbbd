"""Setting the rule of the effective visit, and holding a visit against the rule of its day."""

from sqlmodel import Session

from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.models import Role
from api.people.policy import Actor
from api.visits import policy
from api.visits.events import EffectiveVisitRuleAdded
from api.visits.models import EffectiveVisitRule, Visit
from api.visits.rules import queries
from api.visits.rules.queries import RuleView
from api.visits.schemas import RuleNew


def judge(db: Session, visit: Visit, *, objections: int) -> None:
    """Sets whether the visit is effective, by the rule in force on its day."""
    requires = queries.requirements_on(db, visit.organisation_id, visit.day)
    visit.effective = policy.is_effective(visit, requires, objections=objections)


def add(db: Session, actor: Actor, *, given: RuleNew) -> RuleView:
    """What makes a visit effective from a day on; visits already checked in keep what they were."""
    actor.needs(Role.ADMIN)
    if given.applies_from < actor.today(db):
        raise policy.RuleBeginsInThePast
    made = EffectiveVisitRule(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        requires=list(given.requires),
        applies_from=given.applies_from,
        by_id=actor.person_id,
    )
    db.add(made)
    db.flush()
    fact = EffectiveVisitRuleAdded(made.id, tuple(made.requires), made.applies_from)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.rule(db, made)
