"""What a team does with shares: tell one, put its words right, publish what was drafted, withdraw it."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.deals import queries as deals
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.files import Files
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.service import check_types
from api.shares import queries
from api.shares.cases import queries as cases
from api.shares.events import ShareChanged, ShareOffered, SharePublished, ShareWithdrawn
from api.shares.kpi_posts import service as kpi_posts
from api.shares.models import PARTS_OF, PartKey, Share, ShareKind, SharePart, ShareState
from api.shares.policy import (
    NothingWritten,
    NotPublished,
    OtherParts,
    TakenBack,
    ToldAlready,
    check_deal,
    check_end,
    check_is_author,
    team_to_tell,
)
from api.shares.queries import DetailView, ShareView, Wanted
from api.shares.schemas import PartToTell, PublicationNew, ShareChange, ShareNew
from api.shares.voice_notes import service as voice_notes
from api.shares.voice_notes.queries import notes_of


def shares(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[ShareView]:
    return queries.page(db, actor, wanted=wanted, asked=asked)


def share(db: Session, actor: Actor, *, share_id: UUID) -> DetailView:
    return view(db, actor, queries.find(db, actor, share_id))


def view(db: Session, actor: Actor, found: Share) -> DetailView:
    case_id = cases.of_share(db, actor.organisation_id, found.id)
    return queries.detail(db, actor, found, case_id=case_id)


def tell(db: Session, actor: Actor, *, given: ShareNew, birth: bytes, files: Files) -> DetailView:
    """Told to the team the actor works in today; a replay answers the stored one, whatever team that is now."""
    stored = db.get(Share, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        return _told_already(db, actor, stored, birth)
    team_id = team_to_tell(actor)
    check_types(db, actor.organisation_id, [given.type_key])
    _make_room(db, actor, given, files)
    told = born(
        db,
        actor.organisation_id,
        given_id=given.id,
        kind=given.kind,
        author_id=actor.person_id,
        team_id=team_id,
        words=given.words,
        type_key=given.type_key,
        origin_kind=given.origin.kind if given.origin else None,
        origin_id=given.origin.id if given.origin else None,
        deal_id=given.deal_id,
        week_of=given.week_of,
        birth_digest=birth,
    )
    _set_told(db, told, given.parts)
    if told.kind == ShareKind.KPI:
        kpi_posts.freeze(db, actor, told)
    _say_published(db, actor, told)
    return view(db, actor, told)


def change(
    db: Session, actor: Actor, *, share_id: UUID, given: ShareChange, version: int
) -> DetailView:
    """Put right when it is published; before, it becomes its author's own draft."""
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    check_version(found, version, current=view(db, actor, found))
    sent = changes(given)
    _write(db, found, sent)
    if found.published:
        fact = ShareChanged(found.id, tuple(sorted(sent)))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    else:
        found.state = ShareState.DRAFT
        db.flush()
    return view(db, actor, found)


def tell_drafted(db: Session, actor: Actor, *, share_id: UUID, given: PublicationNew) -> DetailView:
    """What was prompted or drafted is told, in the words its author sends; told again alike, it stands."""
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    if found.published:
        if not _stands(db, found, given):
            raise ToldAlready
        return view(db, actor, found)
    found.team_id = team_to_tell(actor)
    if found.deal_id is not None:
        # Whoever was asked for it may tell it, also when somebody else looks after the client by now.
        check_end(ShareKind(found.kind), deals.one(db, actor.organisation_id, found.deal_id))
    found.state, found.told_at = ShareState.PUBLISHED, now(db)
    _write(db, found, {"words": given.words, "parts": given.parts})
    _say_published(db, actor, found)
    return view(db, actor, found)


def withdraw(db: Session, actor: Actor, *, share_id: UUID, files: Files) -> None:
    """Its words and its sound go, and nobody reads it from now on; withdrawing twice is no fault.

    What was never published goes without a fact: nobody knew of it.
    """
    stored = db.get(Share, (actor.organisation_id, share_id))
    if stored is not None and stored.deleted_at is not None and stored.author_id == actor.person_id:
        return
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    was_told = found.published
    _forget(db, found, files)
    if was_told:
        publish(db, actor.organisation_id, ShareWithdrawn(found.id), by=actor.person_id)


def offer(db: Session, actor: Actor, *, share_id: UUID, offered: bool) -> DetailView:
    """Its author lets trainers read it for the case library, or no longer."""
    found = queries.find(db, actor, share_id)
    check_is_author(actor, found)
    if not found.published:
        raise NotPublished
    if offered != (found.offered_at is not None):
        found.offered_at = now(db) if offered else None
        found.updated_at = now(db)
        db.flush()
        fact = ShareOffered(found.id, offered)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return view(db, actor, found)


def born(db: Session, organisation_id: UUID, *, given_id: UUID | None = None, **told: Any) -> Share:
    moment = now(db)
    made = Share(
        organisation_id=organisation_id,
        id=given_id or new_id(db),
        created_at=moment,
        updated_at=moment,
        told_at=moment,
        **told,
    )
    db.add(made)
    db.flush()
    return made


def set_parts(
    db: Session, found: Share, said: dict[PartKey, str], *, spoken: Collection[PartKey] = ()
) -> None:
    """They take the place of all that stood there; a part with a recording stays, with words or without."""
    asked = PARTS_OF[ShareKind(found.kind)]
    if not {*said, *spoken} <= set(asked):
        raise OtherParts
    aloud = {*spoken, *notes_of(db, found)}
    forget_parts(db, found)
    db.add_all(
        SharePart(
            organisation_id=found.organisation_id,
            id=new_id(db),
            created_at=now(db),
            share_id=found.id,
            key=key,
            place=place,
            words=said.get(key, ""),
        )
        for place, key in enumerate(asked)
        if said.get(key) or key in aloud
    )
    db.flush()


def _told_already(db: Session, actor: Actor, stored: Share, birth: bytes) -> DetailView:
    if stored.author_id != actor.person_id:
        # Whoever may not read it does not learn that it is there.
        queries.find(db, actor, stored.id)
    elif stored.deleted_at is not None:
        raise TakenBack
    same_birth(stored.birth_digest, birth)
    return view(db, actor, stored)


def _make_room(db: Session, actor: Actor, given: ShareNew, files: Files) -> None:
    """A deal is told once by its owner, and what the method had begun of it makes way."""
    if given.deal_id is None:
        return
    deal = deals.find(db, actor, given.deal_id)
    check_deal(actor, given.kind, deal)
    before = queries.of_deal(
        db, actor.organisation_id, deal.id, author_id=actor.person_id, kind=given.kind
    )
    if before is None or before.deleted_at is not None:
        return
    if before.published:
        raise ToldAlready
    _forget(db, before, files)


def _write(db: Session, found: Share, sent: dict[str, Any]) -> None:
    if "parts" in sent:
        _set_told(db, found, sent["parts"])
    if "words" in sent:
        found.words = sent["words"]
    found.updated_at = now(db)
    db.flush()
    if found.published and not (found.words if found.kind == ShareKind.TIP else _said(db, found)):
        raise NothingWritten


def _set_told(db: Session, found: Share, parts: Sequence[PartToTell]) -> None:
    spoken = [part.key for part in parts if part.spoken]
    set_parts(db, found, {part.key: part.words for part in parts}, spoken=spoken)


def _said(db: Session, found: Share) -> dict[PartKey, str]:
    return {PartKey(part.key): part.words for part in queries.parts_of(db, found)}


def _stands(db: Session, found: Share, given: PublicationNew) -> bool:
    """By its words alone: a recording comes and goes by itself."""
    written = {key: words for key, words in _said(db, found).items() if words}
    sent = {part.key: part.words for part in given.parts if part.words}
    return found.words == given.words and written == sent


def _forget(db: Session, found: Share, files: Files) -> None:
    voice_notes.remove_all(db, found, files=files)
    found.words, found.type_key, found.drilled = "", None, None
    found.deleted_at = found.updated_at = now(db)
    forget_parts(db, found)
    db.flush()


def forget_parts(db: Session, found: Share) -> None:
    db.exec(
        sa.delete(SharePart).where(
            col(SharePart.organisation_id) == found.organisation_id,
            col(SharePart.share_id) == found.id,
        )
    )


def _say_published(db: Session, actor: Actor, told: Share) -> None:
    fact = SharePublished(told.id, str(told.kind), told.author_id, told.team_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
