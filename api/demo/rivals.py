"""The month's PKs: who picked whom, what was frozen at the end, what runs now, and one that was taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, Month
from api.demo.people import Cast
from api.goals.models import Metric
from api.shares.rivals import queries
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryTerm, Stake
from api.shares.rivals.policy import days_before
from api.shares.rivals.service import freeze


@dataclass(frozen=True)
class Planned:
    """By login and by the month's day numbers; without a rival it is with oneself."""

    by: str
    rival: str | None
    first: int
    last: int
    metrics: tuple[Metric, ...]
    stake: Stake | None = None
    handicap: int = 0
    told: bool = False
    withdrawn: bool = False
    proposed_only: bool = False


_PROCESS = (Metric.EFFECTIVE_VISITS, Metric.ROUNDS_FIRED)
PKS = (
    Planned("zhou.qihang", "qin.lan", 0, 4, (Metric.EFFECTIVE_VISITS,), Stake.TEA, told=True),
    Planned("song.jia", "lu.yiming", 2, 9, _PROCESS, Stake.SWAPS_RIDE, handicap=2),
    Planned("tang.ning", "ren.jia", 5, 14, (Metric.NEW_KPS, Metric.SIGNED), Stake.BOOK),
    # Taken back in the second week: of it there is a row without words, and nothing on the wall of
    # its team, where another PK stands.
    Planned("qin.lan", "jiang.yuan", 6, 15, (Metric.VISITS,), Stake.TEA, withdrawn=True),
    Planned("han.xue", "jiang.yuan", 10, 14, _PROCESS, Stake.HOSTS_SHARE, told=True),
    Planned("gu.chuan", None, 15, 24, (Metric.EFFECTIVE_VISITS, Metric.COLLECTED)),
    Planned(
        "lin.xiaoman",
        "xu.nian",
        18,
        24,
        (Metric.ROUNDS_FIRED, Metric.EFFECTIVE_VISITS),
        Stake.TEA,
        told=True,
    ),
    Planned("zhou.qihang", "han.xue", 22, 30, _PROCESS, Stake.BOOK, proposed_only=True),
)
"""Eight (domain.md §9). Nobody is in two at a time."""


@dataclass
class Rivals:
    ledger: Ledger
    month: Month
    cast: Cast

    def compete(self) -> None:
        chance = seeded("rivals")
        for planned in PKS:
            pk = self._pk(planned)
            if planned.withdrawn:
                continue
            own = str(words("rivals")["alone"])
            said = iter(chance.sample(words("rivals")["learn"], 2))
            for person_id in self._agreed(planned):
                self._side(pk, planned, person_id, next(said) if planned.rival else own)
            for metric in planned.metrics:
                self._term(pk, planned, metric)

    def _pk(self, planned: Planned) -> Rivalry:
        days, proposed = self.month.days, self._morning(planned, "08:20")
        accepted = None if planned.proposed_only else self._morning(planned, "08:40")
        before = days_before(days[planned.first], days[planned.last], self.month.calendar)
        before_first, before_last = (None, None) if planned.rival else before
        pk = self.ledger.add(
            Rivalry,
            proposed,
            proposed_by_id=self._id(planned.by),
            rival_id=self._id(planned.rival) if planned.rival else None,
            team_id=self.cast.people[planned.by].team_id,
            first_day=days[planned.first],
            last_day=days[planned.last],
            before_first=before_first,
            before_last=before_last,
            currency="CNY",
            stake=planned.stake,
            accepted_at=accepted,
            birth_digest=b"",
        )
        pk.birth_digest = born_as(pk.id)
        pk.updated_at = accepted or proposed
        self._end(pk, planned)
        return pk

    def _end(self, pk: Rivalry, planned: Planned) -> None:
        if planned.withdrawn:
            pk.deleted_at = pk.updated_at = self.month.at(planned.first + 2, "12:30")
            pk.stake = None
        elif planned.last < TODAY:
            # The server's first tidying after the last day.
            pk.settled_at = pk.updated_at = self.month.happened(planned.last + 1, "00:10")

    def _morning(self, planned: Planned, wall: str) -> datetime:
        """On the first day, or today for what is still to begin."""
        return self.month.happened(min(planned.first, TODAY), wall)

    def _agreed(self, planned: Planned) -> Sequence[UUID]:
        """Who has written the friendly card: the other one with the yes."""
        if planned.rival is None or planned.proposed_only:
            return [self._id(planned.by)]
        return [self._id(planned.by), self._id(planned.rival)]

    def _side(self, pk: Rivalry, planned: Planned, person_id: UUID, learn: str) -> None:
        self.ledger.add(
            RivalrySide,
            pk.created_at if person_id == pk.proposed_by_id else pk.accepted_at or pk.created_at,
            rivalry_id=pk.id,
            person_id=person_id,
            holds_id=None if pk.settled_at else person_id,
            learn=learn,
            tells_team=planned.told,
        )

    def _term(self, pk: Rivalry, planned: Planned, metric: Metric) -> None:
        helped = planned.handicap > 0 and metric is planned.metrics[0]
        self.ledger.add(
            RivalryTerm,
            pk.created_at,
            rivalry_id=pk.id,
            metric=metric,
            handicap=planned.handicap if helped else 0,
            handicap_for_id=pk.rival_id if helped else None,
        )

    def _id(self, login: str) -> UUID:
        return self.cast.people[login].id


def freeze_pks(db: Session, organisation_id: UUID) -> None:
    """The facts of what is over, counted from the rows that are written by now."""
    over = (col(Rivalry.organisation_id) == organisation_id, col(Rivalry.settled_at).is_not(None))
    for pk in db.exec(select(Rivalry).where(*over)):
        terms = queries.terms_of(db, pk)
        freeze(terms, queries.facts_of(db, pk, terms))
    db.flush()
