"""Setting up a company, and what its admins change: settings, working calendar, teams."""

import re
import uuid
from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any
from zoneinfo import available_timezones

import sqlalchemy as sa
from sqlmodel import Session, col

from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people import events, queries
from api.people.models import CalendarDay, Organisation, Role, Team, TeamKind
from api.people.policy import (
    USUAL_SETTINGS,
    Actor,
    EveningUpsideDown,
    SlugNotFree,
    WrongTeam,
    ZoneUnknown,
)
from api.people.schemas import CalendarDayGiven, OrganisationChange, TeamChange, TeamNew

SLUG = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
KEPT_AS_COLUMNS = {"name", "zone", "country", "week"}


def organisation_add(
    db: Session,
    *,
    slug: str,
    name: str,
    zone: str = "Asia/Shanghai",
    country: str = "CN",
    settings: Mapping[str, Any] | None = None,
    demo: bool = False,
) -> Organisation:
    """A company with a five-day week and the usual settings, save those given; command line and demo begin here."""
    if not SLUG.match(slug) or queries.organisation_by_slug(db, slug) is not None:
        raise SlugNotFree
    check_zone(zone)
    company = Organisation(
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        slug=slug,
        name=name,
        zone=zone,
        country=country,
        week=[1, 2, 3, 4, 5],
        settings={**USUAL_SETTINGS, **(settings or {})},
        demo=demo,
    )
    db.add(company)
    db.flush()
    return company


def check_zone(zone: str) -> None:
    if zone not in available_timezones():
        raise ZoneUnknown(zone=zone)


def change_organisation(
    db: Session, actor: Actor, *, given: OrganisationChange, version: int
) -> SimpleNamespace:
    actor.needs(Role.ADMIN)
    company = db.get_one(Organisation, actor.organisation_id)
    check_version(company, version, current=queries.laid_flat(company))
    sent = given.model_dump(mode="json", include=set(changes(given)))
    settings = {**company.settings, **{n: sent[n] for n in sent.keys() - KEPT_AS_COLUMNS}}
    if settings["evening_opens"] >= settings["evening_closes"]:
        raise EveningUpsideDown
    company.settings = settings
    for name in KEPT_AS_COLUMNS & sent.keys():
        setattr(company, name, sorted(set(sent[name])) if name == "week" else sent[name])
    company.updated_at = now(db)
    db.flush()
    publish(db, company.id, events.OrganisationChanged(), by=actor.person_id)
    return queries.laid_flat(company)


def set_day(
    db: Session, actor: Actor, *, day: date, given: CalendarDayGiven
) -> queries.CalendarDayView:
    """Makes one day worked or free, whatever the week and the public holidays say (调休)."""
    actor.needs(Role.ADMIN)
    _forget_day(db, actor, day)
    row = CalendarDay(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        day=day,
        working=given.working,
        name=given.name,
    )
    db.add(row)
    db.flush()
    publish(db, actor.organisation_id, events.OrganisationChanged(), by=actor.person_id)
    return queries.CalendarDayView(day, given.working, given.name)


def clear_day(db: Session, actor: Actor, *, day: date) -> None:
    """Lets the week and the public holidays decide again."""
    actor.needs(Role.ADMIN)
    _forget_day(db, actor, day)
    publish(db, actor.organisation_id, events.OrganisationChanged(), by=actor.person_id)


def add_team(
    db: Session, actor: Actor, *, given: TeamNew, birth: bytes | None = None
) -> queries.TeamView:
    actor.needs(Role.ADMIN)
    stored = db.get(Team, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        same_birth(stored.birth_digest, birth or b"")
        return queries.team_views(db, actor, [stored])[0]
    _ask_region(db, actor, TeamKind(given.kind), given.parent_id)
    team = Team(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=TeamKind(given.kind),
        name_zh=given.name.zh,
        name_en=given.name.en,
        parent_id=given.parent_id,
        birth_digest=birth,
    )
    db.add(team)
    db.flush()
    publish(db, actor.organisation_id, events.TeamAdded(team.id), by=actor.person_id)
    return queries.team_views(db, actor, [team])[0]


def change_team(
    db: Session, actor: Actor, *, team_id: uuid.UUID, given: TeamChange, version: int
) -> queries.TeamView:
    actor.needs(Role.ADMIN)
    team = db.get(Team, (actor.organisation_id, team_id))
    if team is None or team.deleted_at is not None:
        raise NotFound
    check_version(team, version, current=queries.team_views(db, actor, [team])[0])
    sent = changes(given)
    if "name" in sent:
        team.name_zh, team.name_en = given.name.zh, given.name.en
    if "parent_id" in sent:
        _ask_region(db, actor, team.kind, given.parent_id)
        team.parent_id = given.parent_id
    team.updated_at = now(db)
    db.flush()
    publish(db, actor.organisation_id, events.TeamChanged(team.id), by=actor.person_id)
    return queries.team_views(db, actor, [team])[0]


def _ask_region(db: Session, actor: Actor, kind: TeamKind, parent_id: uuid.UUID | None) -> None:
    """Two levels only, so that the tree can have no knot."""
    if parent_id is None:
        return
    parent = db.get(Team, (actor.organisation_id, parent_id))
    if kind == TeamKind.REGION or parent is None or parent.kind != TeamKind.REGION:
        raise WrongTeam


def _forget_day(db: Session, actor: Actor, day: date) -> None:
    db.exec(
        sa.delete(CalendarDay).where(
            col(CalendarDay.organisation_id) == actor.organisation_id, col(CalendarDay.day) == day
        )
    )
