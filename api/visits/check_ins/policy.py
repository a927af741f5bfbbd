"""What a correction of a check-in changes, and how both versions are told side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from api.kit.changes import changes
from api.kit.wire import Money
from api.visits.models import Outcome, Visit
from api.visits.schemas import CheckInChange, CheckInFields

TOLD = frozenset(CheckInFields.model_fields) - {"objections"} | {"purpose", "outcome", "wants_help"}
"""Fields of a check-in that are columns of the visit under the same name."""

MOVES_A_DEAL = (Outcome.SIGNED, Outcome.PAID)


@dataclass(frozen=True)
class DealStep:
    """Signed or paid, with the amount."""

    outcome: Outcome
    amount: Money


class Said(Protocol):
    """An objection, arriving or stored."""

    @property
    def id(self) -> UUID: ...
    @property
    def type_key(self) -> str | None: ...
    @property
    def words(self) -> str | None: ...


def differing(visit: Visit, heard: Sequence[Said], given: CheckInChange) -> dict[str, Any]:
    """The fields sent that are not yet as they were sent."""
    sent = changes(given)
    told = {name: sent[name] for name in TOLD & sent.keys() if sent[name] != getattr(visit, name)}
    if "objections" in sent and _plain(given.objections) != _plain(heard):
        told["objections"] = given.objections
    return told


def in_words(visit: Visit, heard: Sequence[Said]) -> dict[str, str | None]:
    """A whole check-in as text, field by field; money in its smallest unit."""
    told = {name: _word(getattr(visit, name)) for name in TOLD}
    said = "; ".join(" ".join(filter(None, (one.type_key, one.words))) for one in heard)
    return told | {"objections": said or None}


def deal_step(visit: Visit) -> DealStep | None:
    """What the check-in says about the client's deal, if it says anything."""
    if visit.outcome not in MOVES_A_DEAL or visit.amount is None:
        return None
    return DealStep(Outcome(visit.outcome), visit.amount)


def takes_back(before: DealStep | None, after: DealStep | None) -> bool:
    """Whether the earlier step must be undone. Another amount signed in the same currency changes the deal."""
    if before is None or before == after:
        return False
    if after is None or {before.outcome, after.outcome} != {Outcome.SIGNED}:
        return True
    return before.amount.currency != after.amount.currency


def _plain(heard: Sequence[Said]) -> list[tuple[UUID, str | None, str | None]]:
    return [(one.id, one.type_key, one.words) for one in heard]


def _word(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, Money):
        return f"{value.amount_minor} {value.currency}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
