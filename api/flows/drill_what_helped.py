"""求助解决了,当晚就练: what helped somebody is played the same night, so that it stays (domain.md §2.7, harvested)."""

from uuid import UUID

from sqlmodel import Session

from api.drills.deck import service as deck
from api.drills.deck.service import Replayed
from api.help_requests.events import HelpHarvested
from api.help_requests.harvests import queries as harvests
from api.kit.events import on
from api.kit.origin import Origin
from api.people.policy import Actor


@on(HelpHarvested)
def drill_what_helped(db: Session, fact: HelpHarvested, organisation_id: UUID) -> None:
    """The words are read here and kept by the deck: the fact itself carries none."""
    told = harvests.to_play(db, organisation_id, fact.request_id)
    if told is None:
        return
    origin = Origin("help_request", fact.request_id)
    deck.replay(
        db,
        Actor.method(db, organisation_id),
        replayed=Replayed(
            rep_id=told.rep_id,
            client_id=told.client_id,
            visit_id=told.visit_id,
            day=told.day,
            type_key=None,
            words=told.words,
            origin=origin,
            within_id=None,
        ),
    )
