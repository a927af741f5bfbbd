"""Laying materials out for a class, in an order; changing them, taking them away and back."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.attachments import Attachment
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import Event, publish
from api.kit.files import Files, name_of
from api.media import queries as files_at
from api.media import service as media
from api.media.models import Media
from api.people.policy import Actor
from api.training import queries as classes
from api.training.events import (
    MaterialAdded,
    MaterialChanged,
    MaterialRemoved,
    MaterialReturned,
    MaterialsOrdered,
)
from api.training.materials import queries
from api.training.materials.models import MaterialKind, TrainingMaterial
from api.training.materials.policy import (
    BACK_WITHIN_DAYS,
    MOST,
    BodyOfText,
    MaterialGone,
    MaterialsFull,
)
from api.training.materials.queries import KIND, WholeMaterial, belonging_to
from api.training.materials.schemas import MaterialChange, MaterialNew, OrderGiven
from api.training.models import TrainingSession
from api.training.policy import check_runs, runs
from api.training.records.queries import SessionView
from api.training.records.queries import whole as whole_session


@dataclass(frozen=True)
class FileNew:
    """`title` is what people read; nothing of the file's own name reaches the disk."""

    id: UUID
    title: str
    arrived: Attachment

    def file_of(self, actor: Actor) -> str:
        return name_of(actor.organisation_id, self.id, self.arrived.digest)


def material(db: Session, actor: Actor, *, session_id: UUID, material_id: UUID) -> WholeMaterial:
    session, found = _seen(db, actor, session_id, material_id)
    return queries.whole(db, session, found, runs=runs(actor, session))


def file(db: Session, actor: Actor, *, session_id: UUID, material_id: UUID) -> tuple[Media, str]:
    """Where its bytes lie, and its title."""
    _session, found = _seen(db, actor, session_id, material_id)
    kept = files_at.standing(db, actor.organisation_id, belonging_to(found))
    if kept is None:
        raise NotFound
    return kept, found.title


def add(
    db: Session,
    actor: Actor,
    *,
    session_id: UUID,
    material_id: UUID,
    given: MaterialNew,
    birth: bytes,
) -> WholeMaterial:
    """A text or a link; the same one arriving again is answered as it stands, also when it was taken away."""
    session = _run(db, actor, session_id)
    stored = _stored(db, session, material_id, birth)
    if stored is None:
        stored = _lay(db, actor, session, material_id, given.kind, given.title, birth)
        stored.body, stored.address = given.body, given.address
        _begin(db, actor, stored)
    return queries.whole(db, session, stored, runs=True)


def check_may_add(db: Session, actor: Actor, *, session_id: UUID) -> None:
    """Asked before a byte is on the disk; raises NotFound or NotYourSession."""
    _run(db, actor, session_id)


def add_file(
    db: Session, actor: Actor, *, session_id: UUID, given: FileNew, files: Files
) -> WholeMaterial:
    """Its file lies on the disk already. Equal content under the same id answers the stored one."""
    session = _run(db, actor, session_id)
    stored = _stored(db, session, given.id, given.arrived.digest)
    if stored is None:
        digest, kind = given.arrived.digest, MaterialKind.FILE
        stored = _lay(db, actor, session, given.id, kind, given.title, digest)
        _begin(db, actor, stored)
    of, arrived = belonging_to(stored), given.arrived
    media.keep(db, actor, media_id=given.id, of=of, heard=arrived, seconds=0, files=files)
    return queries.whole(db, session, stored, runs=True)


def change(
    db: Session,
    actor: Actor,
    *,
    session_id: UUID,
    material_id: UUID,
    given: MaterialChange,
    version: int,
) -> WholeMaterial:
    session, found = _mine(db, actor, session_id, material_id)
    if found.deleted_at is not None:
        raise NotFound
    check_version(found, version, current=queries.whole(db, session, found, runs=True))
    sent = changes(given)
    if ("body" in sent and found.body is None) or ("address" in sent and found.address is None):
        raise BodyOfText
    for name, value in sent.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    _tell(db, actor, MaterialChanged(session.id, found.id, tuple(sorted(sent))))
    return queries.whole(db, session, found, runs=True)


def order(db: Session, actor: Actor, *, session_id: UUID, given: OrderGiven) -> SessionView:
    session = _run(db, actor, session_id)
    there = queries.standing(db, session)
    wished = {one: place for place, one in enumerate(given.ids)}
    in_order = sorted(there, key=lambda one: wished.get(one.id, len(wished)))
    if in_order != there:
        for place, one in enumerate(in_order):
            one.place = place
        _tell(db, actor, MaterialsOrdered(session.id))
    return whole_session(db, actor, session)


def remove(db: Session, actor: Actor, *, session_id: UUID, material_id: UUID) -> None:
    """It can be taken back until its file goes, a day later."""
    session, found = _mine(db, actor, session_id, material_id)
    if found.deleted_at is None:
        found.deleted_at = found.updated_at = now(db)
        _tell(db, actor, MaterialRemoved(session.id, found.id))


def take_back(db: Session, actor: Actor, *, session_id: UUID, material_id: UUID) -> None:
    session, found = _mine(db, actor, session_id, material_id)
    if found.deleted_at is None:
        return
    kept = files_at.standing(db, actor.organisation_id, belonging_to(found))
    if found.kind == MaterialKind.FILE and kept is None:
        raise MaterialGone
    found.place = _room(db, session)
    found.deleted_at, found.updated_at = None, now(db)
    _tell(db, actor, MaterialReturned(session.id, found.id))


def go_along(db: Session, session: TrainingSession, stand_in: TrainingSession) -> None:
    """The class is skipped: what was laid out for it is read where it is made up."""
    for one in queries.standing(db, session):
        one.session_id = stand_in.id


def forget_removed(db: Session, *, files: Files) -> int:
    """Files of every organisation whose material was taken away for good; answers how many."""
    long_ago = now(db) - timedelta(days=BACK_WITHIN_DAYS)
    found = db.exec(
        select(Media)
        .join(
            TrainingMaterial,
            (col(TrainingMaterial.organisation_id) == col(Media.organisation_id))
            & (col(TrainingMaterial.id) == col(Media.of_id)),
        )
        .where(
            col(Media.of_kind) == KIND,
            col(Media.file).is_not(None),
            col(TrainingMaterial.deleted_at) < long_ago,
        )
    ).all()
    for one in found:
        media.remove(db, one, files=files)
    return len(found)


def _seen(
    db: Session, actor: Actor, session_id: UUID, material_id: UUID
) -> tuple[TrainingSession, TrainingMaterial]:
    """One that stands, of a class the actor may see; raises NotFound."""
    session = classes.find(db, actor, session_id)
    found = queries.find(db, session, material_id)
    if found.deleted_at is not None:
        raise NotFound
    return session, found


def _run(db: Session, actor: Actor, session_id: UUID) -> TrainingSession:
    session = classes.find(db, actor, session_id)
    check_runs(actor, session)
    return session


def _mine(
    db: Session, actor: Actor, session_id: UUID, material_id: UUID
) -> tuple[TrainingSession, TrainingMaterial]:
    session = _run(db, actor, session_id)
    return session, queries.find(db, session, material_id)


def _stored(
    db: Session, session: TrainingSession, material_id: UUID, birth: bytes
) -> TrainingMaterial | None:
    stored = db.get(TrainingMaterial, (session.organisation_id, material_id))
    if stored is None:
        return None
    if stored.session_id != session.id:
        raise BornDifferently
    same_birth(stored.birth_digest, birth)
    return stored


def _room(db: Session, session: TrainingSession) -> int:
    """The place after the last one; raises MaterialsFull."""
    there = queries.standing(db, session)
    if len(there) >= MOST:
        raise MaterialsFull(most=MOST)
    return max((one.place for one in there), default=-1) + 1


def _lay(
    db: Session,
    actor: Actor,
    session: TrainingSession,
    material_id: UUID,
    kind: MaterialKind,
    title: str,
    birth: bytes,
) -> TrainingMaterial:
    """The last of its class."""
    return TrainingMaterial(
        organisation_id=actor.organisation_id,
        id=material_id,
        created_at=now(db),
        updated_at=now(db),
        session_id=session.id,
        added_by_id=actor.person_id,
        kind=kind,
        place=_room(db, session),
        title=title,
        birth_digest=birth,
    )


def _begin(db: Session, actor: Actor, laid: TrainingMaterial) -> None:
    db.add(laid)
    db.flush()
    _tell(db, actor, MaterialAdded(laid.session_id, laid.id, str(laid.kind)))


def _tell(db: Session, actor: Actor, fact: Event) -> None:
    publish(db, actor.organisation_id, fact, by=actor.person_id)
