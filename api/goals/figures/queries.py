"""The rows that figures are made of: one statement counts them for a page of goals, one more lists those of a goal."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.deals.models import Deal, Payment
from api.goals.figures.policy import Counts
from api.goals.models import CountedKind, CountedRow, Goal, Metric
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.wire import Money
from api.visits.models import MetRole, Visit, VisitState

HAPPENED = (VisitState.DONE, VisitState.NOT_MET)
"""A visit where nobody was met was made all the same."""

COUNTED = {
    Metric.ROUNDS_FIRED: (CountedKind.ROUND, "rounds"),
    Metric.RUNGS: (CountedKind.RUNG, "rungs"),
    Metric.HELP_SOLVED: (CountedKind.HELP_SOLVED, "help_solved"),
}
"""What flows note of mechanisms above, and as what it is counted."""


@dataclass(frozen=True)
class FigureRow:
    """One of the rows behind a figure, to be opened."""

    id: UUID
    kind: str
    day: date
    client: ClientRef | None
    amount: Money | None
    opens_id: UUID
    """What there is to open: the visit, the deal (also for a payment), the round, the move, or the request."""


class Figures:
    """Counts by person and day."""

    def __init__(self, rows: Collection[Any]) -> None:
        self._by_person: dict[UUID, list[tuple[date, str, int]]] = defaultdict(list)
        for row in rows:
            self._by_person[row.person_id].append((row.day, row.what, int(row.n)))

    def of(self, person_id: UUID, first: date, last: date, *, days: int) -> Counts:
        sums: dict[str, int] = defaultdict(int)
        for day, what, n in self._by_person.get(person_id, ()):
            if first <= day <= last:
                sums[what] += n
        return Counts(**sums, days=days)


def figures(
    db: Session,
    organisation_id: UUID,
    *,
    people: Collection[UUID],
    first: date,
    last: date,
    currency: str,
) -> Figures:
    """What these people's rows from `first` to `last` come to, by day, in one statement; money of `currency` only."""
    parts = [
        *_of_visits(organisation_id, people, first, last),
        *_of_deals(organisation_id, people, first, last, currency),
        *_of_payments(organisation_id, people, first, last, currency),
        *_of_counted(organisation_id, people, first, last),
    ]
    return Figures(db.connection().execute(sa.union_all(*parts)).all())


def rows_of(db: Session, goal: Goal, asked: PageAsked) -> Paged[FigureRow]:
    """The rows the figure of a goal is made of, the latest first."""
    sources = {Metric.COLLECTED: _payments} | dict.fromkeys(COUNTED, _counted)
    if goal.metric in (Metric.SIGNED, Metric.AVERAGE_ORDER):
        return _deals(db, goal, asked)
    return sources.get(Metric(goal.metric), _visits)(db, goal, asked)


def _of_visits(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date
) -> list[Any]:
    made = _visits_made(organisation_id, people, first, last)
    return [
        _count(Visit, Visit.rep_id, Visit.day, what, (*made, *more))
        for what, more in (
            ("visits", ()),
            ("effective", (col(Visit.effective).is_(True),)),
            ("new_kps", (_first_with_the_boss(),)),
        )
    ]


def _visits_made(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date
) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(Visit.organisation_id) == organisation_id,
        col(Visit.deleted_at).is_(None),
        col(Visit.state).in_(HAPPENED),
        col(Visit.rep_id).in_(people),
        col(Visit.day).between(first, last),
    )


def _first_with_the_boss() -> sa.ColumnElement[bool]:
    """The decision-maker (KP) of this client was met, and by nobody of ours on an earlier visit."""
    earlier = aliased(Visit)
    before = sa.or_(
        earlier.day < col(Visit.day),
        sa.and_(earlier.day == col(Visit.day), earlier.id < col(Visit.id)),  # type: ignore[arg-type]  # columns of an alias
    )
    known = (
        sa.select(earlier.id)  # type: ignore[call-overload]  # SQLModel types columns as values
        .where(
            earlier.organisation_id == col(Visit.organisation_id),
            earlier.client_id == col(Visit.client_id),
            earlier.met_role == MetRole.BOSS,
            earlier.deleted_at.is_(None),  # type: ignore[union-attr]  # a column of an alias
            before,
        )
        .exists()
    )
    return sa.and_(col(Visit.met_role) == MetRole.BOSS, sa.not_(known))


def _of_deals(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date, currency: str
) -> list[Any]:
    signed = (*_signed(organisation_id, people, first, last), col(Deal.currency) == currency)
    return [
        _count(Deal, Deal.owner_id, Deal.signed_on, "signed", signed),
        _count(Deal, Deal.owner_id, Deal.signed_on, "signed_minor", signed, Deal.amount_minor),
    ]


def _signed(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date
) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(Deal.organisation_id) == organisation_id,
        col(Deal.deleted_at).is_(None),
        col(Deal.owner_id).in_(people),
        col(Deal.signed_on).between(first, last),
    )


def _of_payments(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date, currency: str
) -> list[Any]:
    arrived = (*_arrived(organisation_id, people, first, last), col(Deal.currency) == currency)
    counted = [
        _count(Payment, Deal.owner_id, Payment.received_on, "payments", arrived),
        _count(
            Payment,
            Deal.owner_id,
            Payment.received_on,
            "collected_minor",
            arrived,
            Payment.amount_minor,
        ),
    ]
    return [one.select_from(_payments_with_deals()) for one in counted]


def _arrived(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date
) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(Payment.organisation_id) == organisation_id,
        col(Payment.deleted_at).is_(None),
        col(Deal.owner_id).in_(people),
        col(Payment.received_on).between(first, last),
    )


def _payments_with_deals() -> Any:
    same = sa.and_(
        col(Deal.organisation_id) == col(Payment.organisation_id),
        col(Deal.id) == col(Payment.deal_id),
    )
    return sa.join(Payment.__table__, Deal.__table__, same)  # type: ignore[attr-defined]  # SQLModel adds __table__


def _of_counted(
    organisation_id: UUID, people: Collection[UUID], first: date, last: date
) -> list[Any]:
    return [
        _count(
            CountedRow,
            CountedRow.person_id,
            CountedRow.day,
            what,
            _noted(organisation_id, kind, people, first, last),
        )
        for kind, what in COUNTED.values()
    ]


def _noted(
    organisation_id: UUID, kind: CountedKind, people: Collection[UUID], first: date, last: date
) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(CountedRow.organisation_id) == organisation_id,
        col(CountedRow.kind) == kind,
        col(CountedRow.person_id).in_(people),
        col(CountedRow.day).between(first, last),
    )


def _count(
    _of: Any, person: Any, day: Any, what: str, which: Collection[Any], summed: Any = None
) -> Any:
    n = sa.func.count() if summed is None else sa.func.sum(col(summed))
    columns: Any = (
        col(person).label("person_id"),
        col(day).label("day"),
        sa.literal(what).label("what"),
    )
    counted = sa.select(*columns, sa.cast(n, sa.BigInteger).label("n"))
    return counted.where(*which).group_by(col(person), col(day))


def _visits(db: Session, goal: Goal, asked: PageAsked) -> Paged[FigureRow]:
    more: dict[Metric, sa.ColumnElement[bool]] = {
        Metric.EFFECTIVE_VISITS: col(Visit.effective).is_(True),
        Metric.NEW_KPS: _first_with_the_boss(),
    }
    made = _visits_made(goal.organisation_id, [goal.owner_id], goal.first_day, goal.last_day)
    statement = select(Visit, Client).join(Client, _client_of(Visit)).where(*made)
    if goal.metric in more:
        statement = statement.where(more[Metric(goal.metric)])
    keys = [Key(col(Visit.day), "desc"), Key(col(Visit.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    shown = [
        FigureRow(one.id, "visit", one.day, _ref(client), None, one.id)
        for one, client in found.items
    ]
    return Paged(shown, found.next_cursor)


def _deals(db: Session, goal: Goal, asked: PageAsked) -> Paged[FigureRow]:
    signed = _signed(goal.organisation_id, [goal.owner_id], goal.first_day, goal.last_day)
    statement = select(Deal, Client).join(Client, _client_of(Deal)).where(*signed)
    statement = statement.where(col(Deal.currency) == goal.currency)
    keys = [Key(col(Deal.signed_on), "desc"), Key(col(Deal.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    shown = [
        FigureRow(one.id, "deal", one.signed_on, _ref(client), one.amount, one.id)
        for one, client in found.items
    ]
    return Paged(shown, found.next_cursor)


def _payments(db: Session, goal: Goal, asked: PageAsked) -> Paged[FigureRow]:
    arrived = _arrived(goal.organisation_id, [goal.owner_id], goal.first_day, goal.last_day)
    statement = (
        select(Payment, Deal, Client)
        .select_from(_payments_with_deals())
        .join(Client, _client_of(Deal))
        .where(*arrived, col(Deal.currency) == goal.currency)
    )
    keys = [Key(col(Payment.received_on), "desc"), Key(col(Payment.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    shown = [
        FigureRow(
            paid.id,
            "payment",
            paid.received_on,
            _ref(client),
            Money(amount_minor=paid.amount_minor, currency=deal.currency),
            deal.id,
        )
        for paid, deal, client in found.items
    ]
    return Paged(shown, found.next_cursor)


def _counted(db: Session, goal: Goal, asked: PageAsked) -> Paged[FigureRow]:
    kind, _ = COUNTED[Metric(goal.metric)]
    noted = _noted(goal.organisation_id, kind, [goal.owner_id], goal.first_day, goal.last_day)
    keys = [Key(col(CountedRow.day), "desc"), Key(col(CountedRow.id), "desc")]
    found = page_of(db, select(CountedRow).where(*noted), keys=keys, asked=asked)
    shown = [
        FigureRow(one.id, str(kind), one.day, None, None, one.opens_id or one.id)
        for one in found.items
    ]
    return Paged(shown, found.next_cursor)


def _client_of(table: type[Visit] | type[Deal]) -> Any:
    return sa.and_(
        col(Client.organisation_id) == col(table.organisation_id),
        col(Client.id) == col(table.client_id),
    )


def _ref(client: Client) -> ClientRef:
    return ClientRef(client.id, client.name)
