"""Beginning a share for somebody, and taking it away again when there is nothing to tell after all."""

from collections.abc import Mapping
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


def take_away(
    db: Session, actor: Actor, *, kind: ShareKind, deal_id: UUID, author_id: UUID
) -> None:
    """Nothing was signed after all. What its author has written into stays the author's."""
    found = queries.of_deal(db, actor.organisation_id, deal_id, author_id=author_id, kind=kind)
    if found is not None and found.deleted_at is None and found.state == ShareState.PROMPTED:
        shares.forget_parts(db, found)
        db.delete(found)
        db.flush()
