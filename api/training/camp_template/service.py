"""Keeping the camp's template: trainers and admins say what a day holds."""

from sqlmodel import Session

from api.kit.changes import changes, check_version
from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.kit.wire import Bilingual
from api.people.models import Role
from api.people.policy import Actor
from api.training.camp_template import queries
from api.training.camp_template.models import CampDimension, CampTemplateDay
from api.training.camp_template.queries import TemplateDayView, TemplateView
from api.training.camp_template.schemas import TemplateDayChange
from api.training.camps.models import CampLinkKind
from api.training.camps.policy import opener
from api.training.events import CampTemplateChanged


def template(db: Session, actor: Actor) -> TemplateView:
    return queries.template(db, actor.organisation_id)


def change_day(
    db: Session, actor: Actor, *, dimension: CampDimension, given: TemplateDayChange, version: int
) -> TemplateDayView:
    actor.needs(Role.TRAINER, Role.ADMIN)
    own = queries.own_days(db, actor.organisation_id).get(dimension)
    current = queries.view(dimension, own)
    check_version(current, version)
    sent = changes(given)
    if sent.get("case_id") is not None:
        opener(CampLinkKind.CASE)(db, actor, sent["case_id"])
    if own is None:
        own = CampTemplateDay(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            dimension=dimension,
            title=current.title,
            task=current.task,
            asked=current.asked,
        )
        db.add(own)
    for name, said in sent.items():
        setattr(own, name, said.model_dump() if isinstance(said, Bilingual) else said)
    own.updated_at = now(db)
    db.flush()
    fact = CampTemplateChanged(str(dimension))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(dimension, own)
