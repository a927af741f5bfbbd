"""Beginning a share for somebody, and taking it away again when there is nothing to tell after all."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from api.deals.models import Deal
from api.people.models import Person, Spoken
from api.people.policy import Actor
from api.shares import queries
from api.shares import service as shares
from api.shares.models import ShareKind, ShareOrigin, ShareState
from api.shares.prompts.policy import Story, begun


def prompt(
    db: Session,
    actor: Actor,
    *,
    kind: ShareKind,
    deal: Deal,
    author: Person,
    story: Story,
    language: Spoken,
    rounds: Mapping[UUID, int],
    type_key: str | None,
    visit_id: UUID | None,
) -> None:
    """Its author alone sees it. One who was asked once, or has told of it already, is not asked again."""
    before = queries.of_deal(db, actor.organisation_id, deal.id, author_id=author.id, kind=kind)
    if before is not None or author.team_id is None:
        return
    fired = sum(rounds.values())
    bosses = {str(boss): count for boss, count in rounds.items()}
    made = shares.born(
        db,
        actor.organisation_id,
        kind=kind,
        state=ShareState.PROMPTED,
        author_id=author.id,
        team_id=author.team_id,
        words="",
        type_key=type_key,
        origin_kind=ShareOrigin.VISIT if visit_id else None,
        origin_id=visit_id,
        deal_id=deal.id,
        drilled={"rounds": fired, "bosses": bosses} if fired else None,
    )
    shares.set_parts(db, made, begun(kind, story, language))


@dataclass(frozen=True)
class Kept:
    """What a round kept, who sat there as the boss, and the visit at which it held."""

    round_id: UUID
    rep_id: UUID
    boss_id: UUID
    words: str
    visit_id: UUID


def prompt_tip(db: Session, organisation_id: UUID, *, kept: Kept) -> None:
    """Begun with the rep's own line; of a round whose line was told already nothing is asked."""
    author = db.get_one(Person, (organisation_id, kept.rep_id))
    origins = {"author_id": author.id, "origin_id": kept.round_id}
    if author.team_id is None or queries.begun_of(db, organisation_id, **origins):
        return
    shares.born(
        db,
        organisation_id,
        kind=ShareKind.TIP,
        state=ShareState.PROMPTED,
        author_id=author.id,
        team_id=author.team_id,
        words=kept.words,
        origin_kind=ShareOrigin.ROUND,
        origin_id=kept.round_id,
        proof_visit_id=kept.visit_id,
        drilled={"rounds": 1, "bosses": {str(kept.boss_id): 1}},
        birth_digest=_digest(kept.round_id),
    )


def prompt_how(
    db: Session, organisation_id: UUID, *, goal_id: UUID, author_id: UUID, team_id: UUID
) -> None:
    """An empty page with its reason: how it was done only its author knows."""
    if queries.begun_of(db, organisation_id, author_id=author_id, origin_id=goal_id):
        return
    shares.born(
        db,
        organisation_id,
        kind=ShareKind.TIP,
        state=ShareState.PROMPTED,
        author_id=author_id,
        team_id=team_id,
        words="",
        origin_kind=ShareOrigin.GOAL,
        origin_id=goal_id,
        birth_digest=_digest(goal_id),
    )


def _digest(origin_id: UUID) -> bytes:
    """A tip has one; of what no phone has sent it is that of its reason."""
    return sha256(origin_id.bytes).digest()


def take_proof_away(db: Session, organisation_id: UUID, *, visit_id: UUID) -> None:
    """The client did not move there after all."""
    for found in queries.proved_by(db, organisation_id, visit_id):
        if found.state == ShareState.PROMPTED:
            db.delete(found)
        else:
            found.proof_visit_id = None
    db.flush()


def take_away(
    db: Session, actor: Actor, *, kind: ShareKind, deal_id: UUID, author_id: UUID
) -> None:
    """Nothing was signed after all. What its author has written into stays the author's."""
    found = queries.of_deal(db, actor.organisation_id, deal_id, author_id=author_id, kind=kind)
    if found is not None and found.deleted_at is None and found.state == ShareState.PROMPTED:
        shares.forget_parts(db, found)
        db.delete(found)
        db.flush()
