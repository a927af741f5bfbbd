"""Saying beside somebody's word on a promise how one sees it oneself."""

from uuid import UUID

from sqlmodel import Session

from api.commitments import queries
from api.commitments.events import CommitmentSeenDifferently
from api.commitments.models import Commitment, CommitmentReply
from api.commitments.policy import check_is_side, check_may_reply
from api.commitments.queries import CommitmentView
from api.commitments.schemas import ReplyNew
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor


def reply(db: Session, actor: Actor, *, commitment_id: UUID, given: ReplyNew) -> CommitmentView:
    """One more sentence; the earlier ones and what they were said to stay. Arriving twice, it is one."""
    found = queries.find(db, actor, commitment_id)
    check_is_side(actor, found)
    if not _said_already(db, actor, found, given):
        outcome = check_may_reply(actor, found)
        said = CommitmentReply(
            organisation_id=actor.organisation_id,
            id=given.id or new_id(db),
            created_at=now(db),
            commitment_id=found.id,
            by_id=actor.person_id,
            said_to=outcome,
            words=given.words,
        )
        db.add(said)
        db.flush()
        fact = CommitmentSeenDifferently(found.id, found.owner_id, found.to_id, actor.person_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.views(db, found.organisation_id, [found])[0]


def _said_already(db: Session, actor: Actor, found: Commitment, given: ReplyNew) -> bool:
    known = db.get(CommitmentReply, (actor.organisation_id, given.id)) if given.id else None
    if known is None:
        return False
    if (known.commitment_id, known.by_id, known.words) != (found.id, actor.person_id, given.words):
        raise BornDifferently
    return True
