"""Reads of a team's morning: three statements, whatever the size of the team."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.goals.models import Reward
from api.goals.rewards import policy as rewards
from api.kit.rows import beside
from api.people.policy import Actor
from api.shares import policy as shares
from api.shares.models import Share, ShareTap, TapKind
from api.visits.kick_offs.models import KickOff
from api.visits.kick_offs.policy import told_to
from api.visits.models import Purpose, Visit, VisitState

MOST_TOPS = 60
MOST_THANKS = 30
GONE = (VisitState.MOVED, VisitState.CANCELLED)


@dataclass(frozen=True)
class TopRow:
    """What somebody told the team about a visit."""

    person_id: UUID
    visit_id: UUID
    client: ClientRef
    planned_time: str | None
    purpose: Purpose
    aim: str | None
    wants_company: bool


@dataclass
class ThanksRow:
    """Thanks to one person for one thing: a goal that was met, or a share."""

    to_id: UUID
    by_ids: list[UUID] = field(default_factory=list)
    share_id: UUID | None = None
    words: str = ""


def tops(db: Session, actor: Actor, *, day: date) -> list[TopRow]:
    """By the clock: in no other order."""
    found = db.exec(
        select(KickOff, Visit, col(Client.name))
        .join(Visit, beside(KickOff, Visit, col(Visit.id) == col(KickOff.visit_id)))
        .join(Client, beside(Visit, Client, col(Client.id) == col(Visit.client_id)))
        .where(
            told_to(actor),
            col(KickOff.day) == day,
            col(Visit.day) == day,
            col(Visit.state).not_in(GONE),
            col(Visit.deleted_at).is_(None),
        )
        .order_by(col(Visit.planned_time).nulls_last(), col(KickOff.id))
        .limit(MOST_TOPS)
    ).all()
    return [
        TopRow(
            person_id=told.person_id,
            visit_id=visit.id,
            client=ClientRef(visit.client_id, name),
            planned_time=visit.planned_time,
            purpose=Purpose(visit.purpose),
            aim=visit.aim,
            wants_company=told.wants_company,
        )
        for told, visit, name in found
    ]


def rewards_since(db: Session, actor: Actor, since: datetime) -> list[ThanksRow]:
    """What the team's managers said thanks for, with their reason."""
    found = db.exec(
        select(Reward)
        .where(
            rewards.visible_to(actor),
            col(Reward.team_id) == actor.team_id,
            col(Reward.created_at) >= since,
        )
        .order_by(col(Reward.created_at).desc(), col(Reward.id).desc())
        .limit(MOST_THANKS)
    ).all()
    return [ThanksRow(one.owner_id, [one.by_id], words=one.why) for one in found]


def thanked_shares_since(db: Session, actor: Actor, since: datetime) -> list[ThanksRow]:
    """What colleagues said thanks for, once for each share, the one thanked for last first."""
    found = db.exec(
        select(ShareTap, Share)
        .join(Share, beside(ShareTap, Share, col(Share.id) == col(ShareTap.share_id)))
        .where(
            shares.visible_to(actor),
            col(Share.team_id) == actor.team_id,
            col(ShareTap.kind) == TapKind.THANKS,
            col(ShareTap.created_at) >= since,
        )
        .order_by(col(ShareTap.created_at).desc(), col(ShareTap.id).desc())
        .limit(MOST_THANKS)
    ).all()
    by_share: dict[UUID, ThanksRow] = {}
    for tap, share in found:
        row = by_share.setdefault(
            share.id, ThanksRow(share.author_id, share_id=share.id, words=share.words)
        )
        row.by_ids.append(tap.by_id)
    return list(by_share.values())


def people_in(told: Sequence[TopRow], thanks: Sequence[ThanksRow]) -> list[UUID]:
    who = [one.person_id for one in told]
    return who + [person for one in thanks for person in (one.to_id, *one.by_ids)]
