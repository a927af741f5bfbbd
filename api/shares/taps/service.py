"""Saying thanks for a share, or giving its author a nudge."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.shares import queries
from api.shares import service as shares
from api.shares.events import ShareTapped
from api.shares.models import ShareTap, TapKind
from api.shares.queries import DetailView
from api.shares.taps.policy import check_tap


def tap(db: Session, actor: Actor, *, share_id: UUID, kind: TapKind) -> DetailView:
    """Tapped twice it is there once."""
    found = queries.find(db, actor, share_id)
    check_tap(actor, found)
    given = db.exec(
        select(ShareTap).where(
            col(ShareTap.organisation_id) == actor.organisation_id,
            col(ShareTap.share_id) == found.id,
            col(ShareTap.by_id) == actor.person_id,
            col(ShareTap.kind) == kind,
        )
    ).first()
    if given is None:
        made = ShareTap(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            share_id=found.id,
            by_id=actor.person_id,
            kind=kind,
        )
        db.add(made)
        db.flush()
        fact = ShareTapped(found.id, str(kind))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return shares.view(db, actor, found)
