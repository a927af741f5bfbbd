"""The day after the evenings: what of the rehearsed came at the visit, and what comes back to a later evening."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from api.demo.ledger import Ledger, born_as, seeded
from api.demo.month import Month
from api.demo.visits import Told
from api.drills.deck.models import CardKind, StoredCard
from api.drills.deck.policy import RETURNS_AFTER, settled_by
from api.drills.deck.service import LOSES, ORIGIN
from api.drills.models import Drill, Round, RoundLine
from api.drills.reality_checks.models import Expected, RealityCheck, RealityItem, Result
from api.drills.reality_checks.queries import Answered
from api.visits.models import Outcome, Visit, VisitObjection, VisitState

SAYS_HOW_SURE = 0.9
CONFIDENCES = (1, 2, 2, 2, 3, 3)
HOW_IT_WENT = {
    Outcome.ADVANCED: (Result.ANSWERED, Result.ANSWERED, Result.ANSWERED, Result.PARTLY),
    Outcome.SIGNED: (Result.ANSWERED,),
    Outcome.PAID: (Result.ANSWERED,),
    Outcome.CONTINUED: (Result.ANSWERED, Result.PARTLY, Result.PARTLY, Result.NOT_ANSWERED),
    Outcome.STALLED: (Result.PARTLY, Result.NOT_ANSWERED, Result.NOT_ANSWERED),
    Outcome.LOST: (Result.NOT_ANSWERED,),
}


@dataclass
class Afterwards:
    """Reads what visits and evenings have left in the ledger, and writes what follows from it."""

    ledger: Ledger
    month: Month
    results: dict[UUID, Result] = field(default_factory=dict)
    told_at: dict[UUID, datetime] = field(default_factory=dict)
    answered: dict[tuple[UUID, UUID], list[Answered]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def look_back(self, told: list[Told]) -> None:
        """A reality check for every visit that was rehearsed, in the order of the visits."""
        chance = seeded("reality")
        lines, heard = self._lines(), self._heard()
        for one in sorted(told, key=lambda one: (one.visit.day, one.stop.wall)):
            rehearsed = lines.get(one.visit.id)
            if rehearsed is None:
                continue
            if chance.random() < SAYS_HOW_SURE and one.visit.confidence_before is None:
                one.visit.confidence_before = chance.choice(CONFIDENCES)
            if one.visit.state is VisitState.DONE:
                self._check(one.visit, rehearsed, heard.get(one.visit.id, []))

    def bring_back(self, told: list[Told]) -> None:
        """What was lost comes back after three, six and nine working days; a round at the client plays it."""
        heard = self._heard()
        rounds = self._rounds()
        for one in told:
            for said in heard.get(one.visit.id, []):
                result = self.results.get(said.id)
                lost = (
                    one.visit.outcome in LOSES if result is None else result == Result.NOT_ANSWERED
                )
                if lost:
                    self._returns(one.visit, said, rounds)

    def _check(self, visit: Visit, rehearsed: list[RoundLine], heard: list[VisitObjection]) -> None:
        moment = self._told_at(visit)
        check = self.ledger.add(
            RealityCheck,
            moment,
            visit_id=visit.id,
            client_id=visit.client_id,
            rep_id=visit.rep_id,
            day=visit.day,
            told_at=moment,
            birth_digest=b"",
        )
        check.birth_digest = born_as(check.id)
        open_still = list(heard)
        items: list[dict[str, Any]] = []
        for line in rehearsed:
            came = next((said for said in open_still if said.type_key == line.type_key), None)
            if came is not None:
                open_still.remove(came)
            items.append(self._item(visit, came, line))
        items += [self._item(visit, said, None) for said in open_still]
        for place, item in enumerate(items):
            self.ledger.add(RealityItem, moment, check_id=check.id, place=place, **item)

    def _item(
        self, visit: Visit, came: VisitObjection | None, line: RoundLine | None
    ) -> dict[str, Any]:
        result = Result.NOT_RAISED if came is None else self._went(visit, came)
        if came is not None:
            self.results[came.id] = result
        return {
            "expected": Expected.NOWHERE if line is None else Expected.LINE,
            "expected_id": None if line is None else line.id,
            "objection_id": None if came is None else came.id,
            "type_key": came.type_key if came is not None else line and line.type_key,
            "words": came.words if came is not None else line and line.words,
            "answer_id": None if line is None else line.answer_id,
            "result": result,
        }

    def _went(self, visit: Visit, came: VisitObjection) -> Result:
        went = HOW_IT_WENT[Outcome(visit.outcome or "")]
        result = seeded(f"how it went {came.id}").choice(went)
        if (
            result is Result.ANSWERED
            and came.type_key is not None
            and visit.happened_at is not None
        ):
            answer = Answered(came.type_key, visit.id, visit.happened_at)
            self.answered[visit.rep_id, visit.client_id].append(answer)
            self.told_at[visit.id] = self._told_at(visit)
        return result

    def _returns(
        self, visit: Visit, said: VisitObjection, rounds: dict[UUID, list[tuple[date, Round]]]
    ) -> None:
        answers = sorted(self.answered[visit.rep_id, visit.client_id], key=lambda one: one.at)
        by = settled_by(said.type_key, visit.happened_at or visit.created_at, answers)
        for step in RETURNS_AFTER:
            due_on = self.month.calendar.next_working(visit.day, steps=step)
            card = self.ledger.add(
                StoredCard,
                self._told_at(visit),
                rep_id=visit.rep_id,
                client_id=visit.client_id,
                visit_id=visit.id,
                kind=CardKind.RETURNS,
                type_key=said.type_key,
                words=said.words,
                lost_on=visit.day,
                due_on=due_on,
                step=step,
                origin_kind=ORIGIN,
                origin_id=said.id,
            )
            if by is not None:
                card.settled_by_id, card.settled_at = by, self.told_at[by]
            elif (played := _first_after(rounds.get(visit.client_id, []), due_on)) is not None:
                card.round_id = played.id

    def _told_at(self, visit: Visit) -> datetime:
        """Twenty seconds after the check-in has arrived."""
        moment = (visit.received_at or visit.created_at) + timedelta(seconds=20)
        return min(moment, self.month.now)

    def _lines(self) -> dict[UUID, list[RoundLine]]:
        """By visit, what was agreed for it."""
        for_visit = {one.id: one.visit_id for one in self.ledger.of(Round)}
        found: dict[UUID, list[RoundLine]] = defaultdict(list)
        for line in self.ledger.of(RoundLine):
            visit_id = for_visit[line.round_id]
            if visit_id is not None:
                found[visit_id].append(line)
        return found

    def _heard(self) -> dict[UUID, list[VisitObjection]]:
        found: dict[UUID, list[VisitObjection]] = defaultdict(list)
        for said in self.ledger.of(VisitObjection):
            found[said.visit_id].append(said)
        return found

    def _rounds(self) -> dict[UUID, list[tuple[date, Round]]]:
        days = {drill.id: drill.day for drill in self.ledger.of(Drill)}
        found: dict[UUID, list[tuple[date, Round]]] = defaultdict(list)
        for one in self.ledger.of(Round):
            found[one.client_id].append((days[one.drill_id], one))
        return found


def _first_after(rounds: Iterable[tuple[date, Round]], due_on: date) -> Round | None:
    return next((played for day, played in rounds if day >= due_on), None)
