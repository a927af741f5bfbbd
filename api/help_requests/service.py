"""What a sales team does with what is hard: ask, see, try it, close it. Nobody can refuse a request."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.clients import service as clients
from api.deals import queries as deals
from api.help_requests import policy, queries
from api.help_requests.events import HelpRaised, HelpSeen, HelpSolved, HelpStillNeeded, HelpTried
from api.help_requests.models import (
    About,
    Audience,
    Helped,
    HelpKept,
    HelpMissed,
    HelpRequest,
)
from api.help_requests.queries import HelpLine, HelpView, Wanted
from api.help_requests.schemas import HelpRequestNew
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.around import queries as around_them
from api.people.models import Person, Role, SightKind, Team
from api.people.policy import Actor
from api.people.service import seen
from api.visits import queries as visits


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[HelpLine]:
    """Requests the actor may read; those told to others are noted for their askers."""
    found = queries.page(db, actor, wanted=wanted, asked=asked)
    note_reading(db, actor, found.items)
    return found


def get(db: Session, actor: Actor, *, request_id: UUID) -> HelpView:
    found = queries.view(db, queries.find(db, actor, request_id))
    note_reading(db, actor, [found])
    return found


def ask(db: Session, actor: Actor, *, given: HelpRequestNew, birth: bytes) -> HelpView:
    """The promise begins when it arrives; the same request under the same id answers the stored one."""
    stored = db.get(HelpRequest, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        return _asked_already(db, actor, stored, birth)
    policy.check_audience(given.kind, given.audience)
    client_id = _client_of(db, actor, given)
    asker = db.get_one(Person, (actor.organisation_id, actor.person_id))
    helper_id = whom(db, actor, asker, given.audience)
    asked = HelpRequest(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        asker_id=asker.id,
        team_id=None if asker.role == Role.TRAINER else asker.team_id,
        kind=given.kind,
        about_kind=given.about.kind if given.about else None,
        about_id=given.about.id if given.about else None,
        client_id=client_id,
        words=given.words,
        needed=given.needed,
        wanted=given.wanted,
        audience=given.audience,
        helper_id=helper_id,
        happened_at=given.happened_at,
        raised_at=now(db),
        due_at=policy.due(actor, given.needed, received=now(db)),
        birth_digest=birth,
    )
    db.add(asked)
    db.flush()
    say_raised(db, asked)
    return queries.view(db, asked)


def see(db: Session, actor: Actor, *, request_id: UUID) -> HelpView:
    """The asker is told at once that somebody looks; seeing it twice changes nothing."""
    found = queries.hold(db, actor, request_id)
    policy.check_is_asked(actor, found)
    if found.seen_at is None:
        found.seen_at = found.updated_at = now(db)
        fact = HelpSeen(found.id, actor.person_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, found)


def try_out(db: Session, actor: Actor, *, request_id: UUID, still_stuck: bool) -> HelpView:
    """Tried; or still stuck, and then the helper owes another answer by a promise that begins now."""
    found = queries.hold(db, actor, request_id)
    policy.check_is_asker(actor, found)
    if still_stuck:
        _back_to_the_helper(db, actor, found)
    elif not queries.answered(db, found):
        raise policy.NothingToTry
    elif found.tried_at is None and found.solved_at is None:
        found.tried_at = found.updated_at = now(db)
        fact = HelpTried(found.id, found.asker_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, found)


def close(db: Session, actor: Actor, *, request_id: UUID, helped: Helped) -> HelpView:
    """Only the asker closes. Another word later takes the place of the first; the day it was closed stays."""
    found = queries.hold(db, actor, request_id)
    policy.check_is_asker(actor, found)
    if found.helped != helped:
        found.helped, found.updated_at = helped, now(db)
        found.solved_at = found.solved_at or now(db)
        fact = HelpSolved(found.id, found.asker_id, str(helped))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, found)


def whom(db: Session, actor: Actor, asker: Person, audience: Audience) -> UUID | None:
    """Who sits in that seat for the asker today; None for the team. Raises NobodyToAsk."""
    if audience == Audience.TEAM:
        if around_them.teammates(db, asker) == 0:
            raise policy.NobodyToAsk
        return None
    around = around_them.beside(db, asker, today=actor.today(db))
    above = around.manager or around.peer
    found = above if audience == Audience.MANAGER else around.mentor
    if found is None:
        raise policy.NobodyToAsk
    return found.id


def around_asker(db: Session, actor: Actor, request: HelpRequest) -> tuple[Person, policy.Around]:
    """The asker, and who stands near them today."""
    asker = db.get_one(Person, (request.organisation_id, request.asker_id))
    mentor = around_them.beside(db, asker, today=actor.today(db)).mentor
    team = db.get(Team, (asker.organisation_id, asker.team_id)) if asker.team_id else None
    line = {id_ for id_ in (asker.team_id, team.parent_id if team else None) if id_}
    return asker, policy.Around(mentor.id if mentor else None, line)


def say_raised(db: Session, asked: HelpRequest) -> None:
    fact = HelpRaised(asked.id, asked.asker_id, asked.helper_id, asked.due_at)
    publish(db, asked.organisation_id, fact, by=asked.asker_id)


def note_reading(db: Session, actor: Actor, found: Iterable[HelpLine]) -> None:
    """Whoever was not asked and reads it all the same is listed to the asker."""
    for one in found:
        told_to = {one.asker.id, one.helper.id if one.helper else None}
        asked = one.audience == Audience.TEAM and queries.is_of_asked_team(db, actor, one.team_id)
        if not asked and actor.person_id not in told_to:
            seen(db, actor, one.asker.id, SightKind.HELP_REQUESTS)


def _asked_already(db: Session, actor: Actor, stored: HelpRequest, birth: bytes) -> HelpView:
    if stored.asker_id != actor.person_id:
        # Whoever may not read it does not learn that it is there.
        queries.find(db, actor, stored.id)
    elif stored.deleted_at is not None:
        raise policy.HelpWithdrawnAlready
    same_birth(stored.birth_digest, birth)
    return queries.view(db, stored)


def _client_of(db: Session, actor: Actor, given: HelpRequestNew) -> UUID | None:
    """The client whose sheet goes along. What is asked about must be the asker's to see."""
    about = given.about
    if about is not None and about.kind == About.VISIT:
        return visits.find(db, actor, about.id).client_id
    if about is not None and about.kind == About.DEAL:
        return deals.find(db, actor, about.id).client_id
    client_id = about.id if about is not None and about.kind == About.CLIENT else given.client_id
    return None if client_id is None else clients.for_writing(db, actor, client_id).id


def _back_to_the_helper(db: Session, actor: Actor, found: HelpRequest) -> None:
    """Nothing changes while the first answer is still promised: its clock keeps running."""
    if found.owed:
        return
    keep_when_it_was_answered(db, found)
    if found.never_answered and found.solved_at is not None:
        keep_that_it_was_missed(db, found, ended_at=found.solved_at, handed_over=False)
    found.tried_at = found.solved_at = found.helped = found.answered_at = None
    found.due_at = policy.due(actor, found.needed, received=now(db))
    found.helper_due_at = None
    found.updated_at = now(db)
    fact = HelpStillNeeded(found.id, found.asker_id, found.helper_id, found.due_at)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def keep_when_it_was_answered(db: Session, found: HelpRequest) -> None:
    """On the ledger an answer that came late stays late, and whose it was, whatever comes after it."""
    if found.answered_at is None or found.helper_id is None or queries.is_kept(db, found):
        return
    kept = HelpKept(
        organisation_id=found.organisation_id,
        id=new_id(db),
        created_at=now(db),
        request_id=found.id,
        helper_id=found.helper_id,
        due_at=found.promised_by,
        answered_at=found.answered_at,
    )
    db.add(kept)


def keep_that_it_was_missed(
    db: Session, found: HelpRequest, *, ended_at: datetime, handed_over: bool
) -> None:
    """Whoever let the time pass keeps that on their ledger; a whole team that was asked let nothing pass."""
    if found.helper_id is None or ended_at <= found.promised_by:
        return
    missed = HelpMissed(
        organisation_id=found.organisation_id,
        id=new_id(db),
        created_at=now(db),
        request_id=found.id,
        helper_id=found.helper_id,
        due_at=found.promised_by,
        ended_at=ended_at,
        handed_over=handed_over,
    )
    db.add(missed)
