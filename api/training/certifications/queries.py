"""Reads of certifications: three statements for a page of any size."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import MentorPair, Person
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef
from api.training.certification_template.models import CertificationArea
from api.training.certification_template.queries import Anchors, proposal
from api.training.certifications.models import (
    Certification,
    CertificationSeat,
    CertificationState,
)
from api.training.certifications.policy import Marks, state_of, to_practise, visible_to


@dataclass(frozen=True)
class SeatView:
    assessor: PersonRef
    marked: bool
    marks: Marks | None
    strong: str | None
    next: str | None


@dataclass(frozen=True)
class CardView:
    id: UUID
    person: PersonRef
    day: date
    must_pass: CertificationArea
    state: CertificationState
    assessors: Sequence[PersonRef]
    waits_for_me: bool


@dataclass(frozen=True)
class CertificationView(CardView):
    planned_by: PersonRef
    anchors: Anchors
    to_practise: Sequence[CertificationArea]
    seats: Sequence[SeatView]
    version: int


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[CardView]:
    """The latest day first."""
    keys = [Key(col(Certification.day), "desc"), Key(col(Certification.id), "desc")]
    found = page_of(db, select(Certification).where(visible_to(actor)), keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, certification_id: UUID) -> Certification:
    asked = select(Certification).where(
        visible_to(actor), col(Certification.id) == certification_id
    )
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, found: Certification) -> CertificationView:
    db.flush()
    seats = seats_of(db, found.organisation_id, [found.id])[found.id]
    named = (found.person_id, found.planned_by_id, *(seat.assessor_id for seat in seats))
    names = people.refs(db, found.organisation_id, named)
    settled = found.settled_at is not None
    open_to = [settled or actor.person_id in (found.person_id, seat.assessor_id) for seat in seats]
    return CertificationView(
        **_card(actor, found, seats, names, today=actor.today(db)),
        planned_by=names[found.planned_by_id],
        anchors=found.anchors or proposal(),
        to_practise=to_practise([seat.marks for seat in seats if seat.marks]) if settled else [],
        seats=[_seat(seat, names, read=read) for seat, read in zip(seats, open_to, strict=True)],
        version=found.version,
    )


def open_of(db: Session, organisation_id: UUID, person_id: UUID) -> Certification | None:
    """The one that is not settled."""
    return db.exec(
        select(Certification).where(
            col(Certification.organisation_id) == organisation_id,
            col(Certification.person_id) == person_id,
            col(Certification.settled_at).is_(None),
            col(Certification.deleted_at).is_(None),
        )
    ).first()


def seats_of(
    db: Session, organisation_id: UUID, ids: Collection[UUID]
) -> dict[UUID, list[CertificationSeat]]:
    found = db.exec(
        select(CertificationSeat)
        .where(
            col(CertificationSeat.organisation_id) == organisation_id,
            col(CertificationSeat.certification_id).in_(sorted(ids)),
        )
        .order_by(col(CertificationSeat.id))
    )
    by_certification: dict[UUID, list[CertificationSeat]] = defaultdict(list)
    for seat in found:
        by_certification[seat.certification_id].append(seat)
    return by_certification


def colleagues(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> Sequence[Person]:
    """Of these ids those who are people of the organisation."""
    return db.exec(
        select(Person).where(
            col(Person.organisation_id) == organisation_id,
            col(Person.id).in_(sorted(ids)),
            col(Person.deleted_at).is_(None),
        )
    ).all()


def mentors_of(db: Session, organisation_id: UUID, person_id: UUID, *, on: date) -> Sequence[UUID]:
    """Whose apprentice somebody is on a day."""
    return db.exec(
        select(col(MentorPair.mentor_id)).where(
            col(MentorPair.organisation_id) == organisation_id,
            col(MentorPair.apprentice_id) == person_id,
            pair_counts_on(on),
        )
    ).all()


def _cards(db: Session, actor: Actor, rows: Sequence[Certification]) -> list[CardView]:
    seats = seats_of(db, actor.organisation_id, {row.id for row in rows}) if rows else {}
    named = {row.person_id for row in rows}
    named |= {seat.assessor_id for some in seats.values() for seat in some}
    names = people.refs(db, actor.organisation_id, named)
    today = actor.today(db)
    return [CardView(**_card(actor, row, seats[row.id], names, today=today)) for row in rows]


def _card(
    actor: Actor,
    row: Certification,
    seats: Sequence[CertificationSeat],
    names: Mapping[UUID, PersonRef],
    *,
    today: date,
) -> dict[str, Any]:
    marked = {seat.assessor_id for seat in seats if seat.marks is not None}
    mine = {seat.assessor_id for seat in seats} & {actor.person_id}
    has_come = row.day <= today
    return {
        "id": row.id,
        "person": names[row.person_id],
        "day": row.day,
        "must_pass": CertificationArea(row.must_pass),
        "state": state_of(passed=row.passed, marked=len(marked)),
        "assessors": [names[seat.assessor_id] for seat in seats],
        "waits_for_me": has_come and bool(mine - marked),
    }


def _seat(seat: CertificationSeat, names: Mapping[UUID, PersonRef], *, read: bool) -> SeatView:
    told = (seat.marks, seat.strong, seat.next) if read else (None, None, None)
    return SeatView(names[seat.assessor_id], seat.marked_at is not None, *told)
