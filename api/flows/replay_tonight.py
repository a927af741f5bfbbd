"""发现的问题当晚就练: what happened on a ride-along is played again the same night (domain.md 46, §4)."""

from uuid import UUID

from sqlmodel import Session

from api.drills.deck import service as deck
from api.drills.deck.service import Replayed
from api.kit.events import on
from api.kit.origin import Origin
from api.people.policy import Actor
from api.ride_alongs.events import ReplayAsked
from api.ride_alongs.field import queries as field
from api.ride_alongs.field.models import ReplayOf


@on(ReplayAsked)
def lay_into_tonights_deck(db: Session, fact: ReplayAsked, organisation_id: UUID) -> None:
    """What the client said is read here and kept by the deck: the fact itself carries no word."""
    told = field.to_replay(db, organisation_id, of_kind=ReplayOf(fact.of_kind), of_id=fact.of_id)
    if told is None:
        return
    deck.replay(
        db,
        Actor.method(db, organisation_id),
        replayed=Replayed(
            rep_id=told.rep_id,
            client_id=told.client_id,
            visit_id=told.visit_id,
            day=told.day,
            type_key=told.type_key,
            words=told.words,
            origin=Origin(fact.of_kind, fact.of_id),
            within_id=fact.ride_along_id,
        ),
    )
