"""What the team would say afterwards of a drill; no words, no ticks, no verdict."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class DrillStarted(Event):
    """Two or three people sat down together."""

    topic: ClassVar[str] = "drill.started"

    drill_id: UUID
    people_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class RoundPlayed(Event):
    """One bullet was fired at one client."""

    topic: ClassVar[str] = "drill.round_played"

    drill_id: UUID
    round_id: UUID
    client_id: UUID
    visit_id: UUID | None
    rep_id: UUID
    boss_id: UUID


@dataclass(frozen=True)
class RoundCorrected(Event):
    """The rep of a round put the own words right; `fields` names which, and the words stay in the round."""

    topic: ClassVar[str] = "drill.round_corrected"

    drill_id: UUID
    round_id: UUID
    rep_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class DrillAcknowledged(Event):
    """Somebody saw what was recorded of them on another's phone."""

    topic: ClassVar[str] = "drill.acknowledged"

    drill_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class DrillWrapped(Event):
    """The evening is done."""

    topic: ClassVar[str] = "drill.wrapped"

    drill_id: UUID
    rounds: int


@dataclass(frozen=True)
class EveningPostponed(Event):
    """Somebody does not drill tonight, and said on which day instead; the reason stays with those who help."""

    topic: ClassVar[str] = "drill.evening_postponed"

    person_id: UUID
    day: date
    to_day: date


@dataclass(frozen=True)
class EveningTakenUpAgain(Event):
    """The evening that was postponed takes place after all."""

    topic: ClassVar[str] = "drill.evening_taken_up_again"

    person_id: UUID
    day: date


@dataclass(frozen=True)
class PartnerWished(Event):
    """Somebody waits for a partner for an evening."""

    topic: ClassVar[str] = "drill.partner_wished"

    person_id: UUID
    day: date


@dataclass(frozen=True)
class PartnerWishWithdrawn(Event):
    """They wait no longer, and an offer made to them is over."""

    topic: ClassVar[str] = "drill.partner_wish_withdrawn"

    person_id: UUID
    day: date


@dataclass(frozen=True)
class PartnerOfferTakenBack(Event):
    """Whoever offered does not come after all."""

    topic: ClassVar[str] = "drill.partner_offer_taken_back"

    person_id: UUID
    partner_id: UUID
    day: date


@dataclass(frozen=True)
class PartnerOffered(Event):
    """Somebody has a partner for an evening: they waited for one, or their mentor or manager offered."""

    topic: ClassVar[str] = "drill.partner_offered"

    person_id: UUID
    partner_id: UUID
    day: date


@dataclass(frozen=True)
class RealityChecked(Event):
    """After the visit the rep said what of the rehearsed really came; `answers` are (answer id, result) pairs."""

    topic: ClassVar[str] = "drill.reality_checked"

    visit_id: UUID
    client_id: UUID
    rep_id: UUID
    day: date
    answers: tuple[tuple[UUID, str], ...]
