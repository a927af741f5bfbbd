"""Saying what became of a solved request."""

from uuid import UUID

from sqlmodel import Session

from api.help_requests import queries, service
from api.help_requests.events import HelpHarvested
from api.help_requests.harvests.policy import NothingToPlay, check_may_harvest, check_solved
from api.help_requests.harvests.queries import visit_behind
from api.help_requests.models import HarvestKind
from api.help_requests.queries import HelpView
from api.help_requests.schemas import HarvestChange
from api.kit.clock import now
from api.kit.events import publish
from api.people.models import Person
from api.people.policy import Actor


def harvest(db: Session, actor: Actor, *, request_id: UUID, given: HarvestChange) -> HelpView:
    """A drill card is laid by a flow; a case or a topic stands as a wish until somebody takes it up."""
    found = queries.hold(db, actor, request_id)
    asker = db.get_one(Person, (found.organisation_id, found.asker_id))
    check_may_harvest(actor, found, asker)
    check_solved(found)
    if given.kind is HarvestKind.DRILL and visit_behind(db, found) is None:
        raise NothingToPlay
    if (found.harvest_kind, found.harvest_words) != (given.kind, given.words):
        found.harvest_kind, found.harvest_words = given.kind, given.words
        found.harvest_by_id = actor.person_id
        found.harvested_at = found.updated_at = now(db)
        db.flush()
        fact = HelpHarvested(found.id, found.asker_id, str(given.kind))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    shown = queries.view(db, found)
    service.note_reading(db, actor, [shown])
    return shown
