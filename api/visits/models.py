"""Tables of visits. One row holds the plan and, after the visit, the check-in."""

import uuid
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import (
    ChangingRow,
    Document,
    Minor,
    RecordId,
    Row,
    UtcTime,
    belongs,
    one_of,
    refers,
)
from api.kit.wire import Money


class Purpose(StrEnum):
    """What the rep goes for: 初访, 跟进, 促单, 收款, 服务, 续签."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    COLLECT = "collect"
    SERVICE = "service"
    RENEW = "renew"


class VisitState(StrEnum):
    """`not_met` is a visit that was made and met nobody (空跑)."""

    PLANNED = "planned"
    DONE = "done"
    NOT_MET = "not_met"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What came of it; `advanced` needs a dated next step that the client takes part in."""

    ADVANCED = "advanced"
    CONTINUED = "continued"
    STALLED = "stalled"
    NOBODY_MET = "nobody_met"
    SIGNED = "signed"
    PAID = "paid"
    LOST = "lost"


class NextStep(StrEnum):
    SEE_ENQUIRIES = "see_enquiries"
    MEET_PARTNER = "meet_partner"
    SEND_MATERIAL = "send_material"
    CALL_AGAIN = "call_again"
    VISIT_AGAIN = "visit_again"
    OTHER = "other"


class MetRole(StrEnum):
    """The part in the decision of whom the rep met, as the rep judged it that day."""

    BOSS = "boss"
    INFLUENCER = "influencer"
    USER = "user"
    GATEKEEPER = "gatekeeper"
    UNKNOWN = "unknown"


class Requirement(StrEnum):
    """What an organisation may ask of a visit before it calls it effective (有效拜访)."""

    MET_DECIDER = "met_decider"
    MET_CONTACT = "met_contact"
    DATED_NEXT_STEP = "dated_next_step"
    OBJECTION_HEARD = "objection_heard"
    AMOUNT = "amount"


class Visit(ChangingRow, table=True):
    """A visit of one rep to one client on one day; everything from `happened_at` on is the check-in.

    `happened_at` is the phone's clock, `received_at` the server's. `birth_digest` is the plan as it was sent
    (or the move that made it), `check_in_digest` the check-in: equal ones arriving again change nothing.
    `ride_along_id` says on which ride-along it took place; ride-alongs lie above visits, so no key leads there.
    """

    __tablename__ = "visits"
    __table_args__ = (
        belongs(),
        refers("client_id", "clients"),
        refers("rep_id", "people"),
        refers("moved_to_id", "visits"),
        refers("met_contact_id", "contacts"),
        one_of("purpose", Purpose),
        one_of("state", VisitState),
        one_of("outcome", Outcome),
        one_of("next_step", NextStep),
        one_of("met_role", MetRole),
        sa.CheckConstraint("confidence_before BETWEEN 1 AND 3", name="confidence_before"),
        sa.CheckConstraint(
            "(state IN ('done', 'not_met')) = (outcome IS NOT NULL)", name="checked_in"
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (happened_at IS NULL) AND (outcome IS NULL) = (received_at IS NULL)",
            name="check_in_is_whole",
        ),
        sa.Index(None, "organisation_id", "rep_id", "day", "id"),
        sa.Index(None, "organisation_id", "client_id", "day", "id"),
        sa.Index(None, "organisation_id", "day", "id"),
    )

    client_id: uuid.UUID = Field(sa_type=RecordId)
    rep_id: uuid.UUID = Field(sa_type=RecordId)
    day: date
    planned: bool
    planned_time: str | None = Field(default=None, max_length=5)
    purpose: Purpose = Field(sa_type=sa.String(20))
    aim: str | None = Field(default=None, max_length=200)
    expected_minor: int | None = Field(default=None, sa_type=Minor)
    expected_currency: str | None = Field(default=None, max_length=3)
    state: VisitState = Field(sa_type=sa.String(20))
    moved_to: date | None = Field(default=None)
    moved_to_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    reason: str | None = Field(default=None, max_length=2000)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    happened_at: datetime | None = Field(default=None, sa_type=UtcTime)
    received_at: datetime | None = Field(default=None, sa_type=UtcTime)
    outcome: Outcome | None = Field(default=None, sa_type=sa.String(20))
    met_contact_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    met_name: str | None = Field(default=None, max_length=60)
    met_role: MetRole | None = Field(default=None, sa_type=sa.String(20))
    next_step: NextStep | None = Field(default=None, sa_type=sa.String(20))
    next_step_text: str | None = Field(default=None, max_length=200)
    next_on: date | None = Field(default=None)
    amount_minor: int | None = Field(default=None, sa_type=Minor)
    amount_currency: str | None = Field(default=None, max_length=3)
    competitor: str | None = Field(default=None, max_length=60)
    confidence_before: int | None = Field(default=None)
    note: str | None = Field(default=None, max_length=2000)
    wants_help: bool = Field(default=False)
    help_words: str | None = Field(default=None, max_length=2000)
    effective: bool = Field(default=False)
    late: bool = Field(default=False)
    ride_along_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    check_in_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def checked_in(self) -> bool:
        return self.outcome is not None

    @property
    def expected(self) -> Money | None:
        return _money(self.expected_minor, self.expected_currency)

    @expected.setter
    def expected(self, money: Money | None) -> None:
        self.expected_minor = None if money is None else money.amount_minor
        self.expected_currency = None if money is None else money.currency

    @property
    def amount(self) -> Money | None:
        return _money(self.amount_minor, self.amount_currency)

    @amount.setter
    def amount(self, money: Money | None) -> None:
        self.amount_minor = None if money is None else money.amount_minor
        self.amount_currency = None if money is None else money.currency


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None else Money(amount_minor=minor, currency=currency or "")


class VisitObjection(Row, table=True):
    """Something the client said against it (异议), in the client's own words; it is born on the phone."""

    __tablename__ = "visit_objections"
    __table_args__ = (
        belongs(),
        refers("visit_id", "visits", on_delete="CASCADE"),
        sa.CheckConstraint("type_key IS NOT NULL OR words IS NOT NULL", name="says_something"),
        sa.Index(None, "organisation_id", "visit_id", "place"),
    )

    visit_id: uuid.UUID = Field(sa_type=RecordId)
    place: int
    type_key: str | None = Field(default=None, max_length=40)
    words: str | None = Field(default=None, max_length=200)


class VisitAmendment(Row, table=True):
    """A change to a check-in made after its evening closed: what stood there before and after."""

    __tablename__ = "visit_amendments"
    __table_args__ = (
        belongs(),
        refers("visit_id", "visits", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "visit_id", "id"),
    )

    visit_id: uuid.UUID = Field(sa_type=RecordId)
    by_id: uuid.UUID = Field(sa_type=RecordId)
    field: str = Field(max_length=40)
    before: str | None = Field(default=None)
    after: str | None = Field(default=None)


class EffectiveVisitRule(Row, table=True):
    """What makes a visit effective from a day on; earlier visits keep the rule of their own day."""

    __tablename__ = "effective_visit_rules"
    __table_args__ = (
        belongs(),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "applies_from", "id"),
    )

    requires: list[str] = Field(sa_type=Document)
    applies_from: date
    by_id: uuid.UUID = Field(sa_type=RecordId)
