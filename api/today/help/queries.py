"""Reads beside a help request: its client as far as the reader may know it, and who else could help."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients import policy as client_rules
from api.clients.models import Client
from api.help_requests.models import HelpKind
from api.help_requests.queries import HelpView
from api.people import queries as people
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef
from api.visits import policy as visit_rules
from api.visits import queries as visits
from api.visits.models import Visit
from api.visits.queries import VisitView

MOST_VISITS = 3
MOST_HELPERS = 30


@dataclass(frozen=True)
class CouldHelp:
    person: PersonRef
    role: Role
    mentor: bool


def client_beside(db: Session, actor: Actor, asked: HelpView) -> Client | None:
    """The helper sees the client that was asked about; anybody else, if it is theirs to see."""
    if asked.client is None:
        return None
    seen = client_rules.visible_to(actor)
    if _is_helper(actor, asked):
        mine = col(Client.organisation_id) == actor.organisation_id
        seen = sa.and_(mine, col(Client.deleted_at).is_(None))
    return db.exec(select(Client).where(seen, col(Client.id) == asked.client.id)).first()


def visits_beside(db: Session, actor: Actor, asked: HelpView, client_id: UUID) -> list[VisitView]:
    """The last ones at that client; for a helper from elsewhere those of the asker."""
    seen = visit_rules.visible_to(actor)
    if _is_helper(actor, asked):
        askers = sa.and_(
            col(Visit.organisation_id) == actor.organisation_id,
            col(Visit.rep_id) == asked.asker.id,
            col(Visit.deleted_at).is_(None),
        )
        seen = sa.or_(seen, askers)
    return visits.last_at(db, seen, client_id, most=MOST_VISITS)


def could_help(db: Session, actor: Actor, asked: HelpView) -> list[CouldHelp]:
    """To whom it may be handed over: the mentor, those who lead or train, the asker's team, of a region its managers;
    in one statement."""
    mentors = sa.select(col(MentorPair.mentor_id)).where(
        col(MentorPair.organisation_id) == actor.organisation_id,
        col(MentorPair.apprentice_id) == asked.asker.id,
        pair_counts_on(actor.today(db)),
    )
    above = sa.select(col(Team.parent_id)).where(
        col(Team.organisation_id) == actor.organisation_id, col(Team.id) == asked.team_id
    )
    is_mentor = col(Person.id).in_(mentors)
    near = sa.or_(
        _beside_whom_nobody_leads(actor, asked),
        col(Person.team_id) == asked.team_id,
        col(Person.team_id).in_(above),
        is_mentor,
    )
    if asked.kind == HelpKind.PERSONAL:
        near = sa.and_(near, sa.or_(col(Person.role) != Role.REP, is_mentor))
    first = sa.case((is_mentor, 1), (col(Person.role) == Role.REP, 2), else_=0)
    helper_id = asked.helper.id if asked.helper else asked.asker.id
    found = db.execute(
        sa.select(Person, is_mentor)
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.id).not_in([asked.asker.id, helper_id]),
            col(Person.role) != Role.ADMIN,
            people.active(),
            near,
        )
        .order_by(first, col(Person.latin_name), col(Person.id))
        .limit(MOST_HELPERS)
    ).all()
    return [CouldHelp(people.ref(one), Role(one.role), mentor) for one, mentor in found]


def _beside_whom_nobody_leads(reader: Actor, asked: HelpView) -> sa.ColumnElement[bool]:
    """Of a region its managers; of a region or a trainer whoever leads or trains elsewhere.

    None of them is of the asker's own line: something personal reaches them by the asker's word alone.
    """
    same = col(Team.organisation_id) == reader.organisation_id
    below = sa.select(col(Team.id)).where(same, col(Team.parent_id) == asked.team_id)
    of_region = sa.and_(col(Team.id) == asked.team_id, col(Team.parent_id).is_(None))
    at_the_top = sa.or_(sa.literal(asked.team_id is None), sa.exists().where(same, of_region))
    own_word = asked.kind != HelpKind.PERSONAL or asked.asker.id == reader.person_id
    return sa.and_(
        sa.literal(own_word),
        sa.or_(
            sa.and_(col(Person.role) == Role.MANAGER, col(Person.team_id).in_(below)),
            sa.and_(col(Person.role).in_([Role.REGIONAL_MANAGER, Role.TRAINER]), at_the_top),
        ),
    )


def _is_helper(actor: Actor, asked: HelpView) -> bool:
    return asked.helper is not None and asked.helper.id == actor.person_id
