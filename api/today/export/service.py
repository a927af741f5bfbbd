"""One archive of everything a person wrote and everything kept about them, with its recordings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sqlmodel import Session

from api.kit.attachments import ENDINGS
from api.kit.clock import now
from api.kit.files import Files
from api.media.models import Media
from api.people import queries as people
from api.people.policy import Actor
from api.today.export import queries

FORM = 1
IN_MEMORY = 4 * 2**20
"""Bytes of an archive that stay out of the disk."""


@dataclass(frozen=True)
class Recorded:
    """A recording as the archive names it, and where it lies."""

    name: str
    file: str


@dataclass(frozen=True)
class Record:
    document: dict[str, Any]
    recordings: list[Recorded]


def record(db: Session, actor: Actor) -> Record:
    """`document` has `form` 1, `taken_at`, `people` (id to name) and `rows` (table to its rows)."""
    rows = dict(queries.tables_of(db, actor))
    recordings = list(_recordings(db, actor, rows["media"]))
    names = people.refs(db, actor.organisation_id, queries.people_in(rows))
    document = {
        "form": FORM,
        "taken_at": now(db),
        "people": {str(one): f"{ref.family_name}{ref.given_name}" for one, ref in names.items()},
        "rows": rows,
    }
    return Record(document, recordings)


def archive(taken: Record, files: Files) -> IO[bytes]:
    """A ZIP with `record.json` and a folder of recordings, at its beginning."""
    made = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # whoever sends it closes it
    with ZipFile(made, "w", ZIP_DEFLATED) as put:
        told = json.dumps(taken.document, ensure_ascii=False, indent=1, default=_plain)
        put.writestr("record.json", told)
        for one in taken.recordings:
            content = files.content(one.file)
            if content is not None:
                put.writestr(one.name, content, ZIP_STORED)
    made.seek(0)
    return made


def _recordings(db: Session, actor: Actor, rows: list[dict[str, Any]]) -> Iterator[Recorded]:
    for row in rows:
        kept = db.get_one(Media, (actor.organisation_id, row["id"]))
        if kept.file is not None:
            row["recording"] = f"recordings/{kept.id}.{ENDINGS[kept.form]}"
            yield Recorded(row["recording"], kept.file)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
