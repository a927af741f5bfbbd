"""Telling the team about a visit of the morning, and taking it back."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.visits import service as visits
from api.visits.events import KickOffTakenBack, KickOffTold
from api.visits.kick_offs.models import KickOff
from api.visits.kick_offs.policy import check_day, team_to_tell
from api.visits.kick_offs.schemas import KickOffNew
from api.visits.policy import check_still_planned


def tell(db: Session, actor: Actor, *, day: date, given: KickOffNew) -> KickOff:
    """Told again it takes the place of what was told; told alike, nothing changes."""
    visit = visits.own(db, actor, given.visit_id)
    team_id = team_to_tell(actor)
    check_day(visit, day, today=actor.today(db))
    told = _of(db, actor, day)
    if told is not None and _says(told, team_id, given):
        return told
    check_still_planned(visit)
    if told is None:
        told = KickOff(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            person_id=actor.person_id,
            day=day,
            team_id=team_id,
            visit_id=visit.id,
            wants_company=given.wants_company,
        )
    told.team_id, told.visit_id, told.updated_at = team_id, visit.id, now(db)
    told.wants_company = given.wants_company
    db.add(told)
    fact = KickOffTold(visit.id, actor.person_id, team_id, day, given.wants_company)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return told


def take_back(db: Session, actor: Actor, *, day: date) -> None:
    """Nothing is left of it; what was never told is taken back, too."""
    told = _of(db, actor, day)
    if told is None:
        return
    db.delete(told)
    fact = KickOffTakenBack(actor.person_id, told.team_id, day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _of(db: Session, actor: Actor, day: date) -> KickOff | None:
    return db.exec(
        select(KickOff).where(
            col(KickOff.organisation_id) == actor.organisation_id,
            col(KickOff.person_id) == actor.person_id,
            col(KickOff.day) == day,
        )
    ).first()


def _says(told: KickOff, team_id: UUID, given: KickOffNew) -> bool:
    said = (told.team_id, told.visit_id, told.wants_company)
    return said == (team_id, given.visit_id, given.wants_company)
