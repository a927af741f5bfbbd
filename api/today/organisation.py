"""The organisation at one look, as the screen of whoever keeps it begins: what needs a look, and what is decided.

It counts things, never what somebody did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.deals.models import Product
from api.people import queries as people
from api.people.directory.queries import looked_after
from api.people.models import CalendarDay, MentorPair, Person, Role, TeamKind
from api.people.policy import Actor
from api.people.queries import CalendarDayView, PersonRef, TeamView
from api.playbook.models import ObjectionType
from api.visits.rules import queries as rules

MOST_NAMED = 20
"""Of each kind that needs a look; the rest is found in the lists."""


@dataclass(frozen=True)
class NeedsLook:
    """What somebody may now do something about: for admins everywhere, for a manager in the own team."""

    teams_without_manager: Sequence[TeamView]
    not_joined: Sequence[PersonRef]
    newcomers_without_mentor: Sequence[PersonRef]
    leavers_with_clients: Sequence[PersonRef]


@dataclass(frozen=True)
class OrganisationDay:
    needs_look: NeedsLook
    people: int
    regions: int
    teams: int
    mentor_pairs: int
    products: int
    objection_types: int
    requires: Sequence[str]
    next_day: CalendarDayView | None


def organisation_day(db: Session, actor: Actor) -> OrganisationDay:
    """What everybody in the organisation may know, and of what needs a look only what the actor may mend."""
    every = people.teams(db, actor)
    teams = [team for team in every if team.kind == TeamKind.TEAM]
    without = [team for team in teams if team.manager is None]
    counted = _counted(db, actor)
    return OrganisationDay(
        needs_look=NeedsLook(
            teams_without_manager=without[:MOST_NAMED] if actor.role is Role.ADMIN else [],
            not_joined=_named(db, actor, people.active(), col(Person.password_hash).is_(None)),
            newcomers_without_mentor=_named(db, actor, people.active(), _alone(db, actor)),
            leavers_with_clients=_named(db, actor, *_left_behind()),
        ),
        people=counted.people,
        regions=len(every) - len(teams),
        teams=len(teams),
        mentor_pairs=counted.mentor_pairs,
        products=counted.products,
        objection_types=counted.objection_types,
        requires=rules.requirements_on(db, actor.organisation_id, actor.today(db)),
        next_day=_next_day(db, actor),
    )


def _named(db: Session, actor: Actor, *conditions: Any) -> list[PersonRef]:
    """People the actor looks after to whom the conditions apply, the longest here first."""
    found = db.exec(
        select(Person)
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            looked_after(actor),
            *conditions,
        )
        .order_by(col(Person.joined_on), col(Person.id))
        .limit(MOST_NAMED)
    ).all()
    return [people.ref(one) for one in found]


def _alone(db: Session, actor: Actor) -> Any:
    """A newcomer nobody walks beside, and nobody will."""
    paired = (
        sa.select(sa.literal(1))
        .where(
            col(MentorPair.organisation_id) == col(Person.organisation_id),
            col(MentorPair.apprentice_id) == col(Person.id),
            _not_over(db, actor),
        )
        .exists()
    )
    return sa.and_(col(Person.newcomer).is_(True), col(Person.role) == Role.REP, ~paired)


def _left_behind() -> tuple[Any, ...]:
    """Somebody who may sign in no more, and whose clients nobody has taken over."""
    clients = (
        sa.select(sa.literal(1))
        .where(
            col(Client.organisation_id) == col(Person.organisation_id),
            col(Client.owner_id) == col(Person.id),
            col(Client.deleted_at).is_(None),
        )
        .exists()
    )
    return col(Person.disabled_at).is_not(None), clients


def _not_over(db: Session, actor: Actor) -> Any:
    ends = col(MentorPair.ends_on)
    return sa.and_(
        col(MentorPair.deleted_at).is_(None), sa.or_(ends.is_(None), ends >= actor.today(db))
    )


def _counted(db: Session, actor: Actor) -> Any:
    """How many of each there are, in one statement."""

    def count(kind: Any, *conditions: Any) -> Any:
        mine = (col(kind.organisation_id) == actor.organisation_id, *conditions)
        return sa.select(sa.func.count()).select_from(kind).where(*mine).scalar_subquery()

    asked = sa.select(
        count(Person, people.active()).label("people"),
        count(MentorPair, _not_over(db, actor)).label("mentor_pairs"),
        count(Product, col(Product.retired).is_(False), col(Product.deleted_at).is_(None)).label(
            "products"
        ),
        count(ObjectionType, col(ObjectionType.retired).is_(False)).label("objection_types"),
    )
    return db.connection().execute(asked).one()


def _next_day(db: Session, actor: Actor) -> CalendarDayView | None:
    """The next day that the organisation itself made worked or free."""
    found = db.exec(
        select(CalendarDay)
        .where(
            col(CalendarDay.organisation_id) == actor.organisation_id,
            col(CalendarDay.day) >= actor.today(db),
        )
        .order_by(col(CalendarDay.day))
        .limit(1)
    ).first()
    return None if found is None else CalendarDayView(found.day, found.working, found.name)
