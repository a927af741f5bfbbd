"""What a team does with shares: tell one, put its words right, withdraw it."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session

from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.service import check_types
from api.shares import queries
from api.shares.events import ShareChanged, SharePublished, ShareWithdrawn
from api.shares.models import Share, ShareKind
from api.shares.policy import TakenBack, check_is_author, team_to_tell
from api.shares.queries import ShareView
from api.shares.schemas import ShareChange, ShareNew


def shares(
    db: Session,
    actor: Actor,
    *,
    kind: ShareKind | None,
    author_id: UUID | None,
    origins: Collection[UUID] | None,
    asked: PageAsked,
) -> Paged[ShareView]:
    return queries.page(db, actor, kind=kind, author_id=author_id, origins=origins, asked=asked)


def share(db: Session, actor: Actor, *, share_id: UUID) -> ShareView:
    return _view(db, actor, queries.find(db, actor, share_id))


def tell(db: Session, actor: Actor, *, given: ShareNew, birth: bytes) -> ShareView:
    """Told to the team the actor works in today; a replay answers the stored one, whatever team that is now."""
    stored = db.get(Share, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        return _told_already(db, actor, stored, birth)
    team_id = team_to_tell(actor)
    check_types(db, actor.organisation_id, [given.type_key])
    told = Share(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=given.kind,
        author_id=actor.person_id,
        team_id=team_id,
        words=given.words,
        type_key=given.type_key,
        origin_kind=given.origin.kind if given.origin else None,
        origin_id=given.origin.id if given.origin else None,
        birth_digest=birth,
    )
    db.add(told)
    db.flush()
    fact = SharePublished(told.id, str(told.kind), told.author_id, told.team_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _view(db, actor, told)


def change(
    db: Session, actor: Actor, *, share_id: UUID, given: ShareChange, version: int
) -> ShareView:
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    check_version(found, version, current=_view(db, actor, found))
    sent = changes(given)
    for name, value in sent.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    db.flush()
    fact = ShareChanged(found.id, tuple(sorted(sent)))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _view(db, actor, found)


def withdraw(db: Session, actor: Actor, *, share_id: UUID) -> None:
    """Its words go, and nobody reads it from now on; withdrawing twice is no fault."""
    stored = db.get(Share, (actor.organisation_id, share_id))
    if stored is not None and stored.deleted_at is not None and stored.author_id == actor.person_id:
        return
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    found.words, found.type_key = "", None
    found.deleted_at = found.updated_at = now(db)
    db.flush()
    publish(db, actor.organisation_id, ShareWithdrawn(found.id), by=actor.person_id)


def _told_already(db: Session, actor: Actor, stored: Share, birth: bytes) -> ShareView:
    if stored.author_id != actor.person_id:
        # Whoever may not read it does not learn that it is there.
        queries.find(db, actor, stored.id)
    elif stored.deleted_at is not None:
        raise TakenBack
    same_birth(stored.birth_digest, birth)
    return _view(db, actor, stored)


def _view(db: Session, actor: Actor, found: Share) -> ShareView:
    return queries.views(db, actor, [found])[0]
