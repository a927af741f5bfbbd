"""The voice notes that stand at the parts of a share, for whoever shows the share."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.origin import Origin
from api.media.models import Media
from api.shares.models import PARTS_OF, PartKey, Share, ShareKind

KIND_OF = {key: f"share.{key}" for key in PartKey}
"""What a recording belongs to; parts are written anew as a whole, so the share and the key name them."""
KEY_OF = {kind: key for key, kind in KIND_OF.items()}


@dataclass(frozen=True)
class PartVoiceNote:
    id: UUID
    seconds: int


def belonging_to(share: Share, key: PartKey) -> Origin:
    """What a recording says of itself when it is the voice note of this part."""
    return Origin(KIND_OF[key], share.id)


def notes_of(db: Session, share: Share) -> dict[PartKey, Media]:
    """One at most for each part, in no order; those taken away are not among them."""
    standing = (
        col(Media.organisation_id) == share.organisation_id,
        col(Media.of_id) == share.id,
        col(Media.of_kind).in_([KIND_OF[key] for key in PARTS_OF[ShareKind(share.kind)]]),
        col(Media.removed_at).is_(None),
    )
    found: Sequence[Media] = db.exec(select(Media).where(*standing)).all()
    return {KEY_OF[note.of_kind]: note for note in found}


def one_of(db: Session, share: Share, note_id: UUID) -> Media | None:
    """The recording of that id at some part of the share, also when it was taken away."""
    found = db.get(Media, (share.organisation_id, note_id))
    if found is None or found.of_id != share.id or found.of_kind not in KEY_OF:
        return None
    return found


def view(note: Media | None) -> PartVoiceNote | None:
    return None if note is None else PartVoiceNote(note.id, note.seconds)
