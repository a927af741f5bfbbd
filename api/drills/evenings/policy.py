"""What asks to be played, who may be suggested, and what a postponement needs. Pure where it can be.

An obligation warns; nothing here blocks a round.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from api.clients.queries import ClientRef
from api.drills.deck.policy import Chosen
from api.drills.evenings.models import ObligationKind, Why
from api.kit.errors import Conflict
from api.kit.origin import Origin
from api.people.models import Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.visits.heard.queries import HeardAt

STALLS = 2
STALLED_WITHIN = 10
"""Working days; what stalled longer ago is for a review, not for tonight."""
MOST_SUGGESTED = 5
LATEST_ARRIVAL = timedelta(days=14)
"""How long an evening's record may wait on a phone."""


class PostponeToLater(Conflict):
    code = "postpone_to_later"
    en = "Choose a later day than this evening."
    zh = "请选今晚之后的日子。"


class NotThatEvening(Conflict):
    code = "not_that_evening"
    en = "This evening is too far away. Choose today or one of the last two weeks."
    zh = "这个晚上隔得太远了，请选今天或最近两周。"


class NoPartnerWanted(Conflict):
    code = "no_partner_wanted"
    en = "They wait for nobody any more. Ask them before you come."
    zh = "对方已经不等搭档了，去之前先问一声。"


class PartnerFound(Conflict):
    code = "partner_found"
    en = "Somebody else has already offered to play. Ask whether a third one helps."
    zh = "已经有人说要来陪练了，问问要不要第三个人。"


@dataclass(frozen=True)
class Hours:
    """When an evening is open, and whether it is quiet now."""

    opens_at: datetime
    closes_at: datetime
    open: bool
    quiet: bool


@dataclass(frozen=True)
class Obligation:
    """Something that asks for a round tonight; `met` once it was played. `client` is whose card can be played for it."""

    kind: ObligationKind
    origin: Origin
    type_key: str | None
    met: bool
    client: ClientRef | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody near, with what the suggestion needs to know."""

    person: PersonRef
    role: Role
    newcomer: bool
    strong: bool
    here: bool
    waits: bool
    last_time: bool
    mentor: bool = False
    apprentice: bool = False


@dataclass(frozen=True)
class Suggested:
    person: PersonRef
    why: Why


def hours(actor: Actor, day: date, *, moment: datetime) -> Hours:
    """Of the evening of `day` by the organisation's settings; a demo's is always open and never quiet."""
    settings, calendar = actor.settings, actor.calendar
    opens_at = calendar.moment(day, settings.evening_opens)
    closes_at = calendar.moment(day, settings.evening_closes)
    wall = calendar.wall(moment)
    late = wall >= settings.evening_closes or wall < settings.quiet_until
    return Hours(
        opens_at=opens_at,
        closes_at=closes_at,
        open=actor.demo or (calendar.is_working(day) and opens_at <= moment < closes_at),
        quiet=late and not actor.demo,
    )


def check_evening(day: date, *, today: date) -> None:
    """An evening of today, or one whose record was late; tomorrow's by an early clock."""
    if not today - LATEST_ARRIVAL <= day <= today + timedelta(days=1):
        raise NotThatEvening


def check_offer(day: date, *, today: date) -> None:
    """An offer may lie ahead, for the evening to which somebody has postponed."""
    if day < today - LATEST_ARRIVAL:
        raise NotThatEvening


def check_later(day: date, to_day: date) -> None:
    if to_day <= day:
        raise PostponeToLater


def stalled_twice(stalled: Iterable[HeardAt], answered: Mapping[str, date]) -> list[HeardAt]:
    """With which objection two visits stalled and none was answered since: one mention a visit, the newest first.

    Of several such types only the one that stalled last is told: an evening that asks for everything asks for nothing.
    """
    visits: dict[str, dict[UUID, HeardAt]] = {}
    for said in stalled:
        if said.type_key is None or answered.get(said.type_key, date.min) > said.day:
            continue
        visits.setdefault(said.type_key, {}).setdefault(said.visit_id, said)
    twice = [
        sorted(of_type.values(), key=_when, reverse=True)
        for of_type in visits.values()
        if len(of_type) >= STALLS
    ]
    return max(twice, key=lambda told: _when(told[0]), default=[])


def card_for(
    stalled: Sequence[HeardAt], cards: Sequence[Chosen], *, expecting: Collection[UUID]
) -> Chosen | None:
    """Where tonight what stalled can be played: at a client who said it, else where it is known or expected, else first.

    `expecting` are the clients whose sheet expects it. Any boss can say any sentence, so one card is enough.
    """
    known = {one.type_key for one in stalled}
    said = [card for one in stalled for card in cards if card.client.id == one.client.id]
    due = [card for card in cards if any(one.type_key in known for one in card.reasons)]
    expected = [card for card in cards if card.client.id in expecting]
    return next(iter([*said, *due, *expected, *cards]), None)


def suggest(candidates: Sequence[Candidate], *, newcomer: bool, strong: bool) -> list[Suggested]:
    """Partners for tonight, the best first; never forced. The pair of last time is left out while there is another."""
    here = [one for one in candidates if one.here]
    others = [one for one in here if not one.last_time] or here
    told = [Suggested(one.person, _why(one, newcomer=newcomer, strong=strong)) for one in others]
    order = list(Why)
    return sorted(told, key=lambda one: (order.index(one.why), one.person.latin_name))[
        :MOST_SUGGESTED
    ]


def _when(said: HeardAt) -> tuple[date, UUID]:
    return said.day, said.id


def _why(one: Candidate, *, newcomer: bool, strong: bool) -> Why:
    """A newcomer learns from somebody strong, and the other way round."""
    told: Collection[tuple[bool, Why]] = (
        (one.waits, Why.WAITS),
        (one.mentor, Why.MENTOR),
        (one.apprentice, Why.APPRENTICE),
        (newcomer and one.strong, Why.STRONG),
        (strong and one.newcomer, Why.NEWCOMER),
        (one.role is not Role.REP, Why.MANAGER),
    )
    return next((why for holds, why in told if holds), Why.TEAM)
