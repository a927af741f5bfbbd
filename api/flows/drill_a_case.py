"""签单 → 分享 → 案例 → 演练: a case of the library is played tonight, at a client of one's own (domain.md §4, signed + paid)."""

from uuid import UUID

from sqlmodel import Session

from api.drills.deck import service as deck
from api.drills.deck.service import Replayed
from api.kit.events import on
from api.kit.origin import Origin
from api.people.policy import Actor
from api.shares.cases import queries as cases
from api.shares.events import CaseToPlay


@on(CaseToPlay)
def lay_into_tonights_deck(db: Session, fact: CaseToPlay, organisation_id: UUID) -> None:
    """What the library tells of that client is what the boss says; it names nobody."""
    told = cases.to_play(db, organisation_id, fact.case_id)
    if told is None:
        return
    actor = Actor.method(db, organisation_id)
    deck.replay(
        db,
        actor,
        replayed=Replayed(
            rep_id=fact.rep_id,
            client_id=fact.client_id,
            visit_id=None,
            day=actor.today(db),
            type_key=told.type_key,
            words=told.words,
            origin=Origin("case", fact.case_id),
            within_id=None,
        ),
    )
