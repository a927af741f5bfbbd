"""Reading somebody's forecast."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.goals.forecasts.queries import ForecastView, forecast
from api.kit.errors import NotFound
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen


def of_person(db: Session, actor: Actor, *, person_id: UUID, month: date | None) -> ForecastView:
    """For the rep, the mentor and the manager; another's look is listed to the rep."""
    person = db.get(Person, (actor.organisation_id, person_id))
    if person is None or not actor.may_see(person):
        raise NotFound
    seen(db, actor, person.id, SightKind.GOALS)
    return forecast(db, actor, person, month=month or actor.today(db))
