"""Reads of the directory."""

import uuid
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.text import folded
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef, active, ref

State = Literal["active", "invited", "disabled"]


@dataclass(frozen=True)
class PersonCardView(PersonRef):
    """A line of the directory. Whether they have joined is told only to those who look after them."""

    role: str
    team_id: uuid.UUID | None
    newcomer: bool
    invitation_accepted: bool | None


@dataclass(frozen=True)
class Wanted:
    """What of the directory is asked for."""

    team: uuid.UUID | Literal["mine"] | None = None
    state: State = "active"
    q: str | None = None


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[PersonCardView]:
    """People by their Latin name; who has not joined or has left only for those who look after them."""
    statement = select(Person).where(
        col(Person.organisation_id) == actor.organisation_id, _in_state(actor, wanted.state)
    )
    if wanted.team is not None:
        team_id = actor.team_id if wanted.team == "mine" else wanted.team
        statement = statement.where(col(Person.team_id) == team_id)
    letters = folded(wanted.q or "").replace(" ", "")
    if letters:
        statement = statement.where(col(Person.found_by).contains(letters, autoescape=True))
    keys = [Key(col(Person.latin_name)), Key(col(Person.id))]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged([_card(actor, one) for one in found.items], found.next_cursor)


def _card(actor: Actor, person: Person) -> PersonCardView:
    return PersonCardView(
        **vars(ref(person)),
        role=person.role,
        team_id=person.team_id,
        newcomer=person.newcomer,
        invitation_accepted=person.invitation_accepted if actor.may_manage(person) else None,
    )


def _in_state(actor: Actor, state: State) -> sa.ColumnElement[bool]:
    if state == "active":
        return active()
    if state == "invited":
        waiting = sa.and_(active(), col(Person.password_hash).is_(None))
        return sa.and_(waiting, looked_after(actor))
    left = sa.and_(col(Person.disabled_at).is_not(None), col(Person.deleted_at).is_(None))
    return sa.and_(left, looked_after(actor))


def looked_after(actor: Actor) -> sa.ColumnElement[bool]:
    """`Actor.may_manage` as a condition: admins everybody, managers the reps of their own team."""
    if actor.role is Role.ADMIN:
        return sa.true()
    led = col(Person.team_id).in_(actor.led_team_ids)
    return sa.and_(led, col(Person.role) == Role.REP)
