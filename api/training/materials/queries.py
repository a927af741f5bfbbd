"""Reads of materials. Who may see the class is asked before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.media.models import Media
from api.media.queries import stands_at
from api.people import queries as people
from api.people.queries import PersonRef
from api.training.materials.models import MaterialKind, TrainingMaterial
from api.training.materials.policy import host_of
from api.training.models import TrainingSession

KIND = "material"


@dataclass(frozen=True)
class MaterialView:
    id: UUID
    kind: MaterialKind
    title: str
    address: str | None
    host: str | None
    form: str | None
    size: int | None
    added_by: PersonRef
    version: int


@dataclass(frozen=True)
class WholeMaterial(MaterialView):
    session_id: UUID
    body: str | None
    runs: bool


def belonging_to(material: TrainingMaterial) -> Origin:
    """What a file says of itself when it is this material's."""
    return Origin(KIND, material.id)


def of(db: Session, session: TrainingSession) -> list[MaterialView]:
    """Those that stand, in their order: two statements."""
    found = _with_files(db, session, col(TrainingMaterial.deleted_at).is_(None))
    names = people.refs(db, session.organisation_id, {one.added_by_id for one, _ in found})
    return [MaterialView(**_told(one, media, names)) for one, media in found]


def standing(db: Session, session: TrainingSession) -> list[TrainingMaterial]:
    return [one for one, _ in _with_files(db, session, col(TrainingMaterial.deleted_at).is_(None))]


def find(db: Session, session: TrainingSession, material_id: UUID) -> TrainingMaterial:
    """Of this class, also when it was taken away; raises NotFound."""
    found = db.get(TrainingMaterial, (session.organisation_id, material_id))
    if found is None or found.session_id != session.id:
        raise NotFound
    return found


def whole(
    db: Session, session: TrainingSession, material: TrainingMaterial, *, runs: bool
) -> WholeMaterial:
    db.flush()
    found = _with_files(db, session, col(TrainingMaterial.id) == material.id)
    names = people.refs(db, session.organisation_id, {material.added_by_id})
    told = _told(*found[0], names)
    return WholeMaterial(**told, session_id=session.id, body=material.body, runs=runs)


def _with_files(
    db: Session, session: TrainingSession, *wanted: sa.ColumnElement[bool]
) -> Sequence[tuple[TrainingMaterial, Media | None]]:
    at: Any = (col(TrainingMaterial.organisation_id), KIND, col(TrainingMaterial.id))
    return db.exec(
        select(TrainingMaterial, Media)
        .outerjoin(Media, stands_at(*at))
        .where(
            col(TrainingMaterial.organisation_id) == session.organisation_id,
            col(TrainingMaterial.session_id) == session.id,
            *wanted,
        )
        .order_by(col(TrainingMaterial.place), col(TrainingMaterial.id))
    ).all()


def _told(
    material: TrainingMaterial, media: Media | None, names: dict[UUID, PersonRef]
) -> dict[str, Any]:
    """An address whose words are gone leads nowhere any more."""
    host = host_of(material.address) if material.address else None
    return {
        "id": material.id,
        "kind": material.kind,
        "title": material.title,
        "address": material.address if host else None,
        "host": host,
        "form": media.form if media else None,
        "size": media.size if media else None,
        "added_by": names[material.added_by_id],
        "version": material.version,
    }
