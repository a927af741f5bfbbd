"""What a harvest is made of, for the mechanism that receives it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.help_requests.models import About, HarvestKind, HelpRequest
from api.visits.models import Visit


@dataclass(frozen=True)
class ToPlay:
    """A line to play again: whose, at which client, after which visit."""

    rep_id: UUID
    client_id: UUID
    visit_id: UUID
    day: date
    words: str


def to_play(db: Session, organisation_id: UUID, request_id: UUID) -> ToPlay | None:
    """None where it is no drill card, or is one no longer."""
    request = db.get(HelpRequest, (organisation_id, request_id))
    if request is None or request.harvest_kind != HarvestKind.DRILL:
        return None
    visit = visit_behind(db, request)
    if visit is None or request.harvest_words is None:
        return None
    return ToPlay(request.asker_id, visit.client_id, visit.id, visit.day, request.harvest_words)


def visit_behind(db: Session, request: HelpRequest) -> Visit | None:
    """The visit it was about, else the asker's last one at the client that took place."""
    if request.client_id is None:
        return None
    about = col(Visit.id) == request.about_id
    last = sa.and_(
        col(Visit.client_id) == request.client_id,
        col(Visit.rep_id) == request.asker_id,
        col(Visit.outcome).is_not(None),
    )
    return db.exec(
        select(Visit)
        .where(
            col(Visit.organisation_id) == request.organisation_id,
            col(Visit.deleted_at).is_(None),
            about if request.about_kind == About.VISIT else last,
        )
        .order_by(col(Visit.day).desc(), col(Visit.id).desc())
        .limit(1)
    ).first()
