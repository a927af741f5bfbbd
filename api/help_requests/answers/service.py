"""Answering a request, and handing it over. Whoever may read it may answer; nobody can refuse."""

import uuid
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.commitments.models import CommitmentOrigin, Correction
from api.commitments.policy import check_due
from api.commitments.service import Promised, promise
from api.help_requests import policy, queries
from api.help_requests import service as help_requests
from api.help_requests.events import HelpAnswered, HelpHandedOver, TogetherOffered
from api.help_requests.models import HelpAnswer, HelpHandOver, HelpKind, HelpRequest, Offer
from api.help_requests.queries import HelpView
from api.help_requests.schemas import HelpAnswerNew, HelperChange
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.origin import Origin
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor, acting

TOGETHER = {
    Offer.RIDE_ALONG: ("陪你去一次 · Come along once", "那天一起去了 · We went together that day"),
    Offer.DRILL: ("陪你练一次 · Drill it with you", "那天一起练了 · We drilled it that day"),
}
"""What is promised, and how both will see it, in both languages of the product."""


def answer(
    db: Session, actor: Actor, *, request_id: UUID, given: HelpAnswerNew, birth: bytes
) -> HelpView:
    """A helper's word keeps the promise, also after the request was closed; the asker's word adds to the thread."""
    found = queries.hold(db, actor, request_id)
    stored = db.get(HelpAnswer, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        if stored.request_id != found.id:
            raise BornDifferently
        same_birth(stored.birth_digest, birth)
        return queries.view(db, found)
    if actor.person_id == found.asker_id and given.offers is not Offer.NONE:
        raise policy.OffersAreOfHelpers
    if actor.person_id == found.asker_id and given.correction is not None:
        raise policy.CorrectionsAreOfHelpers
    said = HelpAnswer(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        request_id=found.id,
        by_id=actor.person_id,
        words=given.words,
        offers=given.offers,
        on_day=given.on_day,
        correction=given.correction,
        said_at=min(given.said_at or now(db), now(db)),
        birth_digest=birth,
    )
    db.add(said)
    if actor.person_id != found.asker_id:
        _keep_promise(db, actor, found, said)
        _offer_together(db, actor, found, said)
    return queries.view(db, found)


def promise_together(db: Session, organisation_id: UUID, *, answer_id: UUID) -> None:
    """What was offered is a promise of the helper; the answer's own words stay in the request.

    A flow asks for it where an offered ride-along could not become a day of its own.
    """
    said = db.get_one(HelpAnswer, (organisation_id, answer_id))
    found = db.get_one(HelpRequest, (organisation_id, said.request_id))
    if said.on_day is not None:
        helper = acting(db, organisation_id, said.by_id)
        promise(db, helper, given=_promised(found, said, said.on_day))


def hand_over(db: Session, actor: Actor, *, request_id: UUID, given: HelperChange) -> HelpView:
    """To somebody else, or to oneself. Who has it already keeps it, so that a replay changes nothing."""
    found = queries.hold(db, actor, request_id)
    if found.helper_id == given.helper_id:
        return queries.view(db, found)
    _check_free(db, actor, found, to_id=given.helper_id)
    policy.check_may_hand_over(actor, found, to_id=given.helper_id)
    to = db.get(Person, (actor.organisation_id, given.helper_id))
    if to is None:
        raise NotFound
    asker, around = help_requests.around_asker(db, actor, found)
    policy.check_may_help(actor, found, asker, to, around)
    _give(db, actor, found, to_id=to.id, why=given.why)
    return queries.view(db, found)


def _keep_promise(db: Session, actor: Actor, found: HelpRequest, said: HelpAnswer) -> None:
    """The first to answer a whole team has taken the request."""
    if found.helper_id is None:
        _give(db, actor, found, to_id=actor.person_id, why=None)
    found.seen_at = found.seen_at or now(db)
    found.answered_at = found.answered_at or now(db)
    # Another answer begins another try.
    found.tried_at = None
    found.updated_at = now(db)
    fact = HelpAnswered(found.id, found.asker_id, actor.person_id, str(said.offers))
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _offer_together(db: Session, actor: Actor, found: HelpRequest, said: HelpAnswer) -> None:
    """A drill together is a promise of the helper; a ride-along becomes a day of its own, which the asker accepts."""
    if said.on_day is None:
        return
    check_due(said.on_day, today=actor.calendar.today(said.said_at))
    if said.offers == Offer.DRILL:
        promise(db, actor, given=_promised(found, said, said.on_day))
    offered = TogetherOffered(
        request_id=found.id,
        answer_id=said.id,
        asker_id=found.asker_id,
        by_id=actor.person_id,
        offers=str(said.offers),
        on_day=said.on_day,
    )
    publish(db, actor.organisation_id, offered, by=actor.person_id)


def _promised(found: HelpRequest, said: HelpAnswer, on_day: date) -> Promised:
    words, how_seen = TOGETHER[Offer(said.offers)]
    personal = found.kind == HelpKind.PERSONAL
    return Promised(
        owner_id=said.by_id,
        to_id=found.asker_id,
        words=words,
        how_seen=how_seen,
        due=on_day,
        origin=Origin(CommitmentOrigin.HELP_REQUEST, found.id),
        correction=said.correction or Correction.SKILL,
        client_id=None if personal else found.client_id,
        given_at=said.said_at,
    )


def _check_free(db: Session, actor: Actor, found: HelpRequest, *, to_id: UUID) -> None:
    """Of two who take a request of the team at once, the second is told who has it."""
    chooses = actor.person_id in (found.asker_id, found.helper_id)
    if found.helper_id is not None and not chooses and to_id == actor.person_id:
        if actor.leads(db.get_one(Person, (found.organisation_id, found.asker_id))):
            return
        helper = people.refs(db, actor.organisation_id, [found.helper_id])[found.helper_id]
        name = f"{helper.family_name}{helper.given_name}"
        raise policy.TakenAlready(name=name, latin_name=helper.latin_name)


def _give(
    db: Session, actor: Actor, found: HelpRequest, *, to_id: uuid.UUID, why: str | None
) -> None:
    """The promise keeps its time; whoever has it now has not seen it yet, unless they took it.

    Once that time is over it stays with whoever let it pass, and the next one promises the same length anew.
    """
    help_requests.keep_when_it_was_answered(db, found)
    if found.answered_at is None and now(db) > found.promised_by:
        help_requests.keep_that_it_was_missed(db, found, ended_at=now(db), handed_over=True)
        found.helper_due_at = policy.due(actor, found.needed, received=now(db))
    moved = HelpHandOver(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        request_id=found.id,
        from_id=found.helper_id,
        to_id=to_id,
        by_id=actor.person_id,
        why=why,
    )
    db.add(moved)
    found.helper_id, found.updated_at = to_id, now(db)
    found.seen_at = now(db) if to_id == actor.person_id else None
    fact = HelpHandedOver(found.id, moved.from_id, to_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
