"""A check-in that asks for help is a request of its rep, and follows what the check-in says later."""

import hashlib
from uuid import UUID

from sqlmodel import Session

from api.help_requests import policy, queries
from api.help_requests import service as help_requests
from api.help_requests.events import HelpWithdrawn
from api.help_requests.models import About, Audience, HelpKind, HelpRequest, Needed
from api.kit.clock import now
from api.kit.events import publish
from api.people.around import queries as around_them
from api.people.models import Person
from api.people.policy import Actor
from api.visits.models import Visit


def follow_check_in(db: Session, method: Actor, *, visit_id: UUID) -> None:
    """Raises, withdraws or leaves the request of a visit, so that any number of replays end in one."""
    visit = db.get_one(Visit, (method.organisation_id, visit_id))
    stored = db.get(HelpRequest, (method.organisation_id, id_of(visit_id)))
    if visit.wants_help and stored is None:
        if not _asks_already(db, visit):
            _raise(db, method, visit)
    elif visit.wants_help and stored is not None and stored.deleted_at is not None:
        stored.deleted_at, stored.updated_at = None, now(db)
        stored.raised_at, stored.helper_due_at = now(db), None
        stored.due_at = policy.due(method, Needed(stored.needed), received=now(db))
        help_requests.say_raised(db, stored)
    elif not visit.wants_help and stored is not None:
        _withdraw(db, stored)


def id_of(visit_id: UUID) -> UUID:
    """The id of the request that a check-in makes: a UUIDv7 of the visit's moment, the same at every replay."""
    told = hashlib.sha256(b"help request of visit " + visit_id.bytes).digest()
    moment, rest = visit_id.bytes[:6], bytearray(told[:10])
    rest[0] = 0x70 | rest[0] & 0x0F
    rest[2] = 0x80 | rest[2] & 0x3F
    return UUID(bytes=moment + bytes(rest))


def _asks_already(db: Session, visit: Visit) -> bool:
    """The rep has asked about this visit in words of their own."""
    asked = queries.of_visit(db, visit.organisation_id, visit.id)
    return any(one.deleted_at is None and one.asker_id == visit.rep_id for one in asked)


def _raise(db: Session, method: Actor, visit: Visit) -> None:
    """For tonight, from the manager; the visit says in whose words."""
    rep = db.get_one(Person, (visit.organisation_id, visit.rep_id))
    found = _first_asked(db, method, rep)
    if found is None:
        return
    audience, helper_id = found
    raised = HelpRequest(
        organisation_id=visit.organisation_id,
        id=id_of(visit.id),
        created_at=now(db),
        updated_at=now(db),
        asker_id=rep.id,
        team_id=rep.team_id,
        kind=HelpKind.CLIENT,
        about_kind=About.VISIT,
        about_id=visit.id,
        client_id=visit.client_id,
        needed=Needed.TONIGHT,
        audience=audience,
        helper_id=helper_id,
        happened_at=visit.happened_at or now(db),
        raised_at=now(db),
        due_at=policy.due(method, Needed.TONIGHT, received=now(db)),
    )
    db.add(raised)
    db.flush()
    help_requests.say_raised(db, raised)


def _first_asked(db: Session, method: Actor, rep: Person) -> tuple[Audience, UUID | None] | None:
    """A rep without a manager asks the mentor, one without either the team; None where nobody would read it."""
    around = around_them.beside(db, rep, today=method.today(db))
    if around.manager is not None:
        return Audience.MANAGER, around.manager.id
    if around.mentor is not None:
        return Audience.MENTOR, around.mentor.id
    return (Audience.TEAM, None) if around_them.teammates(db, rep) else None


def _withdraw(db: Session, stored: HelpRequest) -> None:
    """Once somebody has answered or it was closed, it stays; the rep closes it then."""
    if stored.deleted_at is not None or not stored.owed:
        return
    help_requests.keep_that_it_was_missed(db, stored, ended_at=now(db), handed_over=False)
    stored.deleted_at = stored.updated_at = now(db)
    db.flush()
    publish(db, stored.organisation_id, HelpWithdrawn(stored.id), by=stored.asker_id)
