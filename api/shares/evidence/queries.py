"""Shares as evidence of a promise: those that its owner told the team."""

from sqlmodel import Session, col, select

from api.commitments.evidence.policy import MOST, Asked, Shown, shows
from api.commitments.models import EvidenceKind
from api.shares.models import Share, ShareState
from api.shares.policy import visible_to


@shows(EvidenceKind.SHARE)
def shares(db: Session, asked: Asked) -> list[Shown]:
    """By the day they were told; a client in them is named inside, where names are masked."""
    calendar = asked.readers[0].calendar
    narrowed = [] if asked.only is None else [col(Share.id) == asked.only]
    rows = db.exec(
        select(Share)
        .where(
            *(visible_to(reader) for reader in asked.readers),
            col(Share.author_id) == asked.owner_id,
            col(Share.state) == ShareState.PUBLISHED,
            col(Share.told_at) >= calendar.moment(asked.since, "00:00"),
            *narrowed,
        )
        .order_by(col(Share.told_at).desc(), col(Share.id).desc())
        .limit(MOST)
    ).all()
    return [
        Shown(EvidenceKind.SHARE, one.id, calendar.today(one.told_at), None, one.id) for one in rows
    ]
