"""Keeping the certification's template: trainers and admins say what a mark looks like."""

from sqlmodel import Session

from api.kit.changes import changes, check_version
from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.models import Role
from api.people.policy import Actor
from api.training.certification_template import queries
from api.training.certification_template.models import (
    CertificationArea,
    CertificationTemplateArea,
)
from api.training.certification_template.queries import (
    CertificationTemplateView,
    TemplateAreaView,
)
from api.training.certification_template.schemas import TemplateAreaChange
from api.training.events import CertificationTemplateChanged


def template(db: Session, actor: Actor) -> CertificationTemplateView:
    return queries.template(db, actor.organisation_id)


def change_area(
    db: Session,
    actor: Actor,
    *,
    area: CertificationArea,
    given: TemplateAreaChange,
    version: int,
) -> TemplateAreaView:
    """The area that has to hold with each gives that up when another one takes it over."""
    actor.needs(Role.TRAINER, Role.ADMIN)
    own = queries.own_areas(db, actor.organisation_id)
    current = queries.view(area, own)
    check_version(current, version)
    changed = own.get(area)
    if changed is None:
        changed = own[area] = _row(db, actor, current)
    sent = changes(given)
    if "anchors" in sent:
        changed.anchors = [one.model_dump() for one in given.anchors]
    if "must_pass" in sent:
        for row in own.values():
            row.must_pass = row is changed
    changed.updated_at = now(db)
    db.add(changed)
    db.flush()
    fact = CertificationTemplateChanged(str(area))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(area, own)


def _row(db: Session, actor: Actor, current: TemplateAreaView) -> CertificationTemplateArea:
    return CertificationTemplateArea(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        area=current.area,
        anchors=current.anchors,
    )
