"""昨晚保持的那句，今天客户动了: what a drill kept and the next day proved is offered as a tip (domain.md §4).

The rep alone sees what was begun; once it is told, the team reads at which visit it held and who sat there as the boss.
"""

from uuid import UUID

from sqlmodel import Session

from api.drills.periods import queries as drills
from api.kit.events import on
from api.people.policy import Actor
from api.shares.prompts import service as prompts
from api.shares.prompts.service import Kept
from api.visits import queries as visits
from api.visits.events import CheckInAmended, VisitCheckedIn
from api.visits.models import Outcome

MOVED = (Outcome.ADVANCED, Outcome.SIGNED, Outcome.PAID)


@on(VisitCheckedIn)
def offer_the_tip(db: Session, fact: VisitCheckedIn, organisation_id: UUID) -> None:
    if fact.outcome in MOVED:
        offer(db, organisation_id, fact.visit_id)


@on(CheckInAmended)
def follow_the_correction(db: Session, fact: CheckInAmended, organisation_id: UUID) -> None:
    """A client who did not move after all has proved nothing; what its author has written stays the author's."""
    if fact.outcome in MOVED:
        offer(db, organisation_id, fact.visit_id)
    else:
        prompts.take_proof_away(db, organisation_id, visit_id=fact.visit_id)


def offer(db: Session, organisation_id: UUID, visit_id: UUID) -> bool:
    """Whether something had been kept at this client the evening before."""
    actor = Actor.method(db, organisation_id)
    visit = visits.one(db, organisation_id, visit_id)
    kept = drills.last_kept(
        db,
        organisation_id,
        rep_id=visit.rep_id,
        client_id=visit.client_id,
        since=actor.calendar.previous_working(visit.day),
        before=visit.day,
    )
    if kept is None or not kept.keep:
        return False
    proved = Kept(kept.id, kept.rep_id, kept.boss_id, kept.keep, visit_id)
    prompts.prompt_tip(db, organisation_id, kept=proved)
    return True
