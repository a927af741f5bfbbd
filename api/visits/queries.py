"""Reads of visits: a page costs three statements whatever its size; drills and today read through here."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import eq, ge, le
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client, Contact
from api.clients.queries import ClientRef
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.wire import Money
from api.media.models import Media
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.visits.models import (
    MetRole,
    NextStep,
    Outcome,
    Purpose,
    Visit,
    VisitAmendment,
    VisitObjection,
    VisitState,
)
from api.visits.policy import visible_to
from api.visits.voice_notes import queries as voice_notes
from api.visits.voice_notes.queries import VoiceNoteView

NAME_OF_PERSON: tuple[Any, ...] = (
    col(Person.id),
    col(Person.family_name),
    col(Person.given_name),
    col(Person.latin_name),
)
"""The columns of a PersonRef."""

UNTIMED = "24:00"
"""Visits without a time come after those of the day that have one."""


@dataclass(frozen=True)
class ObjectionView:
    id: uuid.UUID
    type_key: str | None
    words: str | None


@dataclass(frozen=True)
class AmendmentView:
    id: uuid.UUID
    at: datetime
    by: PersonRef
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class CheckInView:
    """What came of a visit."""

    happened_at: datetime
    received_at: datetime
    purpose: Purpose
    outcome: Outcome
    met_contact_id: uuid.UUID | None
    met_name: str | None
    met_role: MetRole | None
    next_step: NextStep | None
    next_step_text: str | None
    next_on: date | None
    amount: Money | None
    competitor: str | None
    confidence_before: int | None
    note: str | None
    wants_help: bool
    help_words: str | None
    voice_note: VoiceNoteView | None
    objections: Sequence[ObjectionView]
    effective: bool
    late: bool
    ride_id: uuid.UUID | None
    amendments: Sequence[AmendmentView]


@dataclass(frozen=True)
class VisitView:
    """A visit with its client, its rep and its check-in; `amount` is the order expected."""

    id: uuid.UUID
    client: ClientRef
    rep: PersonRef
    day: date
    planned_time: str | None
    purpose: Purpose
    aim: str | None
    amount: Money | None
    state: VisitState
    planned: bool
    check_in: CheckInView | None
    moved_to: date | None
    reason: str | None
    version: int


@dataclass(frozen=True)
class Wanted:
    """What a list of visits is narrowed to; `since` and `until` are days, both included."""

    since: date | None = None
    until: date | None = None
    rep_id: uuid.UUID | None = None
    client_id: uuid.UUID | None = None

    def conditions(self) -> list[Any]:
        asked = (
            (col(Visit.day), ge, self.since),
            (col(Visit.day), le, self.until),
            (col(Visit.rep_id), eq, self.rep_id),
            (col(Visit.client_id), eq, self.client_id),
        )
        return [compare(column, value) for column, compare, value in asked if value is not None]


def page(db: Session, actor: Actor, *, asked: PageAsked, wanted: Wanted) -> Paged[VisitView]:
    """Visits the actor may see, the latest day first."""
    statement = _with_names().where(visible_to(actor), *wanted.conditions())
    keys = [Key(col(Visit.day), "desc"), Key(col(Visit.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, found.items), found.next_cursor)


def find(db: Session, actor: Actor, visit_id: uuid.UUID) -> Visit:
    """A visit the actor may see; raises NotFound."""
    visit = db.exec(select(Visit).where(visible_to(actor), col(Visit.id) == visit_id)).first()
    if visit is None:
        raise NotFound
    return visit


def one(db: Session, organisation_id: uuid.UUID, visit_id: uuid.UUID) -> Visit:
    """A visit by its id, for the flows: nobody reads it."""
    return db.get_one(Visit, (organisation_id, visit_id))


def rep_and_client(
    db: Session, organisation_id: uuid.UUID, visit_id: uuid.UUID
) -> tuple[uuid.UUID, uuid.UUID]:
    """Whose visit it is and at whom; the caller answers for who may ask."""
    visit = db.get_one(Visit, (organisation_id, visit_id))
    return visit.rep_id, visit.client_id


def client_of(db: Session, organisation_id: uuid.UUID, visit_id: uuid.UUID) -> uuid.UUID | None:
    visit = db.get(Visit, (organisation_id, visit_id))
    return None if visit is None else visit.client_id


def rep_of(db: Session, organisation_id: uuid.UUID, visit_id: uuid.UUID) -> uuid.UUID | None:
    """Who was there, once it was told how it went."""
    visit = db.get(Visit, (organisation_id, visit_id))
    return visit.rep_id if visit is not None and visit.checked_in else None


def view(db: Session, visit: Visit) -> VisitView:
    """One visit as it stands after everything flushed so far."""
    db.flush()
    it = (col(Visit.organisation_id) == visit.organisation_id, col(Visit.id) == visit.id)
    return _views(db, db.exec(_with_names().where(*it)).all())[0]


def of_day(
    db: Session,
    condition: sa.ColumnElement[bool],
    person_ids: Collection[uuid.UUID] | None,
    day: date,
) -> list[VisitView]:
    """Visits of one day by planned time, in three statements; moved and cancelled ones are left out.

    `condition` is what the reader may see, such as `policy.visible_to(actor)`; `person_ids` narrows the
    reps, None leaves them all.
    """
    statement = _with_names().where(
        condition,
        col(Visit.day) == day,
        col(Visit.state).not_in([VisitState.MOVED, VisitState.CANCELLED]),
    )
    if person_ids is not None:
        statement = statement.where(col(Visit.rep_id).in_(sorted(person_ids)))
    by_time = sa.func.coalesce(col(Visit.planned_time), UNTIMED)
    return _views(db, db.exec(statement.order_by(by_time, col(Visit.id))).all())


def last_at(
    db: Session, condition: sa.ColumnElement[bool], client_id: uuid.UUID, *, most: int
) -> list[VisitView]:
    """The last visits at a client that took place, the latest first; `condition` is what the reader may see."""
    told = col(Visit.outcome).is_not(None)
    at_client = _with_names().where(condition, told, col(Visit.client_id) == client_id)
    latest = (col(Visit.day).desc(), col(Visit.happened_at).desc(), col(Visit.id).desc())
    return _views(db, db.exec(at_client.order_by(*latest).limit(most)).all())


def objections_of(db: Session, visit: Visit) -> list[ObjectionView]:
    return _objections(db, visit.organisation_id, [visit.id])[visit.id]


def contact_of(
    db: Session, organisation_id: uuid.UUID, *, client_id: uuid.UUID, contact_id: uuid.UUID
) -> Contact | None:
    """The contact when it belongs to this client."""
    contact = db.get(Contact, (organisation_id, contact_id))
    return contact if contact is not None and contact.client_id == client_id else None


def _with_names() -> Any:
    client = sa.and_(
        col(Client.organisation_id) == col(Visit.organisation_id),
        col(Client.id) == col(Visit.client_id),
    )
    return (
        select(Visit, Media, col(Client.name), *NAME_OF_PERSON)
        .join(Client, client)
        .join(Person, _person(Visit.rep_id, Visit))
        .outerjoin(Media, voice_notes.at_each_visit())
    )


def _person(column: Any, table: Any) -> Any:
    return sa.and_(Person.organisation_id == table.organisation_id, Person.id == column)


def _views(db: Session, found: Iterable[Any]) -> list[VisitView]:
    rows = list(found)
    ids = [row[0].id for row in rows if row[0].checked_in]
    if not ids:
        return [_view(visit, *name, check_in=None) for visit, _note, *name in rows]
    organisation_id = rows[0][0].organisation_id
    objections = _objections(db, organisation_id, ids)
    amendments = _amendments(db, organisation_id, ids)
    return [
        _view(
            visit,
            *name,
            check_in=_check_in(visit, note, objections[visit.id], amendments[visit.id]),
        )
        for visit, note, *name in rows
    ]


def _view(visit: Visit, client_name: str, *rep: Any, check_in: CheckInView | None) -> VisitView:
    return VisitView(
        id=visit.id,
        client=ClientRef(visit.client_id, client_name),
        rep=PersonRef(*rep),
        day=visit.day,
        planned_time=visit.planned_time,
        purpose=visit.purpose,
        aim=visit.aim,
        amount=visit.expected,
        state=visit.state,
        planned=visit.planned,
        check_in=check_in,
        moved_to=visit.moved_to,
        reason=visit.reason,
        version=visit.version,
    )


def _check_in(
    visit: Visit,
    note: Media | None,
    objections: Sequence[ObjectionView],
    amendments: Sequence[AmendmentView],
) -> CheckInView | None:
    if visit.outcome is None or visit.happened_at is None or visit.received_at is None:
        return None
    return CheckInView(
        happened_at=visit.happened_at,
        received_at=visit.received_at,
        purpose=visit.purpose,
        outcome=visit.outcome,
        met_contact_id=visit.met_contact_id,
        met_name=visit.met_name,
        met_role=visit.met_role,
        next_step=visit.next_step,
        next_step_text=visit.next_step_text,
        next_on=visit.next_on,
        amount=visit.amount,
        competitor=visit.competitor,
        confidence_before=visit.confidence_before,
        note=visit.note,
        wants_help=visit.wants_help,
        help_words=visit.help_words,
        voice_note=voice_notes.view(note),
        objections=objections,
        effective=visit.effective,
        late=visit.late,
        ride_id=visit.ride_along_id,
        amendments=amendments,
    )


def _objections(
    db: Session, organisation_id: uuid.UUID, visit_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, list[ObjectionView]]:
    rows = db.exec(
        select(
            col(VisitObjection.visit_id),
            col(VisitObjection.id),
            col(VisitObjection.type_key),
            col(VisitObjection.words),
        )
        .where(
            col(VisitObjection.organisation_id) == organisation_id,
            col(VisitObjection.visit_id).in_(visit_ids),
        )
        .order_by(col(VisitObjection.visit_id), col(VisitObjection.place))
    )
    by_visit: dict[uuid.UUID, list[ObjectionView]] = defaultdict(list)
    for visit_id, objection_id, type_key, words in rows:
        by_visit[visit_id].append(ObjectionView(objection_id, type_key, words))
    return by_visit


def _amendments(
    db: Session, organisation_id: uuid.UUID, visit_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, list[AmendmentView]]:
    statement: Any = select(VisitAmendment, *NAME_OF_PERSON).join(
        Person, _person(VisitAmendment.by_id, VisitAmendment)
    )
    rows = db.exec(
        statement.where(
            col(VisitAmendment.organisation_id) == organisation_id,
            col(VisitAmendment.visit_id).in_(visit_ids),
        ).order_by(col(VisitAmendment.visit_id), col(VisitAmendment.id))
    )
    by_visit: dict[uuid.UUID, list[AmendmentView]] = defaultdict(list)
    for made, *name in rows:
        by_visit[made.visit_id].append(
            AmendmentView(
                made.id, made.created_at, PersonRef(*name), made.field, made.before, made.after
            )
        )
    return by_visit
