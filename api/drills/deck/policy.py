"""How an evening's cards are chosen. Pure: the same facts give the same deck on every database and phone, in whatever
order they are read.

Tomorrow's clients come first: big orders until they have their rounds (domain.md §4), then the others by time. Then the
clients whose objection of today is still open. Then what comes back from earlier evenings, at most two of them, those
at tomorrow's clients before the others (§5, idea 9).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from api.clients.queries import ClientRef
from api.drills.deck.models import CardOf, ReasonKind
from api.drills.policy import BIG_ORDER_ROUNDS
from api.drills.reality_checks.models import Result
from api.drills.reality_checks.queries import Answered
from api.kit.origin import Origin
from api.visits.heard.queries import Heard, HeardAt
from api.visits.queries import UNTIMED, VisitView

MOST_OLD = 2
"""Old objections an evening; the evening belongs to tomorrow's client."""
DUE_FOR = timedelta(days=7)
"""How long a card waits for an evening; then the next step has come, or it is history."""
RETURNS_AFTER = (3, 6, 9)
"""Working days after which a lost objection comes back: equal gaps, since growing ones show no gain (domain.md §6)."""
MOST_HEARD = 3
LOOKED_BACK = 9
"""Of so many mentions of a client, the newest, the open ones are found."""
VISIT = "visit"
RIDE_ALONG = "ride_along"
HELP_REQUEST = "help_request"
GOAL = "goal"
CASE = "case"
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Reason:
    """`origin` is where it came from; `step` is 3, 6 or 9 for what comes back.

    `id` is what the reason is: the visit, the objection heard, or the card that was laid into tonight's deck.
    """

    kind: ReasonKind
    id: UUID
    origin: Origin
    on: date
    at: datetime | None = None
    said_by: str | None = None
    type_key: str | None = None
    words: str | None = None
    step: int | None = None


@dataclass(frozen=True)
class Due:
    """A stored card that may be played tonight. `played` tells that it was, earlier this evening."""

    id: UUID
    objection_id: UUID
    client: ClientRef
    visit_id: UUID | None
    type_key: str | None
    words: str | None
    lost_on: date
    due_on: date
    step: int
    played: bool
    within_id: UUID | None = None
    origin_kind: str | None = None


@dataclass
class Chosen:
    """A card while the deck is put together; `rounds` are those played for its visit."""

    id: UUID
    of: CardOf
    client: ClientRef
    visit: VisitView | None = None
    rounds: int = 0
    reasons: list[Reason] = field(default_factory=list)


def choose(
    planned: Sequence[VisitView],
    heard: Iterable[HeardAt],
    due: Iterable[Due],
    *,
    big: Collection[UUID],
    rounds: Mapping[UUID, int],
    replays: Iterable[Due] = (),
) -> list[Chosen]:
    """The cards of an evening. `planned` are the next day's visits; `big` are those of big orders.

    `rounds` counts by visit what was played for it: until it was seen from both seats, a big order is the next thing.
    What somebody asked to replay after a ride-along comes before what only was heard: two people wanted it.
    """
    by_time = sorted(planned, key=lambda one: (one.planned_time or UNTIMED, one.id))
    cards = [_of_visit(one, rounds.get(one.id, 0), is_big=one.id in big) for one in by_time]
    cards.sort(key=lambda card: card.id not in big or card.rounds >= BIG_ORDER_ROUNDS)
    by_client: dict[UUID, Chosen] = {}
    for card in cards:
        by_client.setdefault(card.client.id, card)
    for again in sorted(replays, key=lambda one: (one.lost_on, one.id)):
        _card_at(cards, by_client, again.id, again.client).reasons.append(_replay(again))
    for said in sorted(heard, key=_when_said):
        _card_at(cards, by_client, said.id, said.client).reasons.append(_heard(said))
    for old in tonights_old(due, tomorrow={visit.client.id for visit in planned}):
        _card_at(cards, by_client, old.id, old.client).reasons.append(_returns(old))
    return cards


def tonights_old(due: Iterable[Due], *, tomorrow: Collection[UUID]) -> list[Due]:
    """Which of what comes back is played tonight, what was lost last before the others.

    A later step takes the place of an earlier one that nobody played. A card played already keeps its place.
    """
    latest: dict[UUID, Due] = {}
    for one in sorted(due, key=lambda card: card.step):
        latest[one.objection_id] = one
    ordered = sorted(
        latest.values(),
        key=lambda one: (
            not one.played,
            one.client.id not in tomorrow,
            -one.due_on.toordinal(),
            -one.lost_on.toordinal(),
            one.id,
        ),
    )
    return ordered[:MOST_OLD]


def still_open(said: Iterable[Heard], results: Mapping[UUID, Result]) -> list[Heard]:
    """What a client said and nobody has answered, as far as we were told; the newest first, as given.

    What was answered the last time it came is closed, with all that was said of the kind at visits before.
    """
    left: list[Heard] = []
    closed: dict[str | None, UUID] = {}
    for one in said:
        if results.get(one.id) == Result.ANSWERED:
            closed.setdefault(one.type_key, one.visit_id)
        elif one.type_key is None or closed.get(one.type_key, one.visit_id) == one.visit_id:
            left.append(one)
    return left[:MOST_HEARD]


def settled_by(type_key: str | None, lost: datetime, answers: Iterable[Answered]) -> UUID | None:
    """The visit that keeps away what was lost: the first after it at which the client was answered.

    Two of a kind may be heard at one visit, so the visit itself settles nothing that was lost there.
    """
    return next(
        (one.visit_id for one in answers if one.type_key == type_key and one.at > lost), None
    )


def _card_at(
    cards: list[Chosen], by_client: dict[UUID, Chosen], own_id: UUID, client: ClientRef
) -> Chosen:
    """The card of this client, or a new one: a client is played once for everything he said."""
    known = by_client.get(client.id)
    if known is None:
        known = by_client[client.id] = Chosen(own_id, CardOf.OBJECTION, client)
        cards.append(known)
    return known


def _when_said(said: HeardAt) -> tuple[date, datetime, UUID, int]:
    return said.day, said.happened_at or NEVER, said.visit_id, said.place


def _of_visit(visit: VisitView, rounds: int, *, is_big: bool) -> Chosen:
    origin = Origin(VISIT, visit.id)
    reasons = [Reason(ReasonKind.TOMORROW, visit.id, origin, visit.day)]
    if is_big:
        reasons.append(Reason(ReasonKind.BIG_ORDER, visit.id, origin, visit.day))
    return Chosen(visit.id, CardOf.VISIT, visit.client, visit, rounds, reasons)


def _heard(said: HeardAt) -> Reason:
    return Reason(
        kind=ReasonKind.HEARD_TODAY,
        id=said.id,
        origin=Origin(VISIT, said.visit_id),
        on=said.day,
        at=said.happened_at,
        said_by=said.said_by,
        type_key=said.type_key,
        words=said.words,
    )


def _returns(old: Due) -> Reason:
    return Reason(
        kind=ReasonKind.RETURNS,
        id=old.id,
        origin=_at_visit(old),
        on=old.lost_on,
        type_key=old.type_key,
        words=old.words,
        step=old.step,
    )


def _replay(again: Due) -> Reason:
    """Its origin is the ride-along where both read what was noted, the request in which it was found, or the case."""
    origin = Origin(RIDE_ALONG, again.within_id) if again.within_id else _at_visit(again)
    if again.origin_kind in (HELP_REQUEST, GOAL, CASE):
        origin = Origin(again.origin_kind, again.objection_id)
    return Reason(
        kind=ReasonKind.REPLAY,
        id=again.id,
        origin=origin,
        on=again.lost_on,
        type_key=again.type_key,
        words=again.words,
    )


def _at_visit(one: Due) -> Origin:
    """Where it was said; what was said at no visit came from what it is a card of."""
    if one.visit_id is None:
        return Origin(one.origin_kind or CASE, one.objection_id)
    return Origin(VISIT, one.visit_id)
