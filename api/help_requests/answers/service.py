"""Answering a request, and handing it over. Whoever may read it may answer; nobody can refuse."""

import uuid
from uuid import UUID

from sqlmodel import Session

from api.help_requests import policy, queries
from api.help_requests import service as help_requests
from api.help_requests.events import HelpAnswered, HelpHandedOver
from api.help_requests.models import HelpAnswer, HelpHandOver, HelpRequest, Offer
from api.help_requests.queries import HelpView
from api.help_requests.schemas import HelpAnswerNew, HelperChange
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor


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
    said = HelpAnswer(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        request_id=found.id,
        by_id=actor.person_id,
        words=given.words,
        offers=given.offers,
        on_day=given.on_day,
        birth_digest=birth,
    )
    db.add(said)
    if actor.person_id != found.asker_id:
        _keep_promise(db, actor, found, said)
    return queries.view(db, found)


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
    asker, around = help_requests.beside_asker(db, actor, found)
    policy.check_may_help(found, asker, to, around)
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
    """The promise keeps its time; whoever has it now has not seen it yet, unless they took it."""
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
