"""The month's goals: agreed on Mondays, some missed with advice and its step, the others thanked for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from api.commitments.models import (
    Commitment,
    CommitmentOrigin,
    CommitmentOutcome,
    Correction,
    EvidenceKind,
)
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, LEAVES_ON, REPS, Cast, Part
from api.drills.models import Drill, Round
from api.goals.figures.policy import days_of
from api.goals.models import (
    Advice,
    AdviceAnswer,
    AdviceKind,
    CountedKind,
    CountedRow,
    Goal,
    GoalVersion,
    Metric,
    Period,
    Reward,
)
from api.help_requests.models import HelpAnswer, Helped, HelpRequest
from api.ride_alongs.ladder.models import RungMove
from api.visits.models import Visit

A_WEEK = {Metric.EFFECTIVE_VISITS: 12, Metric.VISITS: 18, Metric.ROUNDS_FIRED: 4}
"""What a rep and the manager agree to for five working days."""
COLLECTED, STRETCH = 8_000_000, 10_000_000
"""In fen, for a month."""
WAITS = "qin.lan"
"""Her goal of this week is proposed and waits for 何静."""
STILL_TO_DO = 3
"""So much is left of it on the day on which he agrees."""
CLIMBS, TEACHES = "lin.xiaoman", "han.xue"
"""林小满 wants to climb her ladder this month, and her mentor to help so often that it helped."""
WITHOUT_ADVICE = ("lu.yiming", 12)
"""马朝晖 owes him advice, and it is late: the one miss of the month without."""
MISSED = {
    ("zhou.qihang", 7): "method",
    ("lin.xiaoman", 12): "skill",
    ("jiang.yuan", 12): "direction",
}
"""Who misses the week of that day, and what the advice is about."""
REACHES = ("zhou.qihang", LEAVER)
"""周启航 reaches what he agreed to in every week but that one; whoever leaves owes nothing and is owed no advice."""


@dataclass(frozen=True)
class Week:
    """A calendar week and the numbers of its days that were worked, and those to come."""

    monday: date
    sunday: date
    days: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.days[0]

    @property
    def over(self) -> bool:
        return self.days[-1] < TODAY


class Agreeing:
    """What was agreed, and how it ended."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger, self.month, self.cast = ledger, month, cast
        self.chance = seeded("goals")
        self.said = words("goals")
        self.done = self._done()
        self.months: dict[str, Goal] = {}

    def agree(self) -> None:
        self._count_rounds()
        self._count_rungs()
        self._count_help()
        for rep in REPS:
            if rep.login != LEAVER and not rep.newcomer:
                self.months[rep.login] = self._month(rep)
        for week in self._weeks():
            for rep in REPS:
                if _is_here(rep, week):
                    self._week(rep, week)
        self._of_ability(CLIMBS, Metric.RUNGS, least=2)
        self._of_ability(TEACHES, Metric.HELP_SOLVED, least=4)

    def weeks_over(self) -> Iterator[tuple[Part, Week, Goal, int, int]]:
        """What was agreed for each week that is over, and what was reached."""
        targets = {one.goal_id: one.target for one in self.ledger.of(GoalVersion)}
        goals = {
            (one.owner_id, one.first_day): one
            for one in self.ledger.of(Goal)
            if one.period == Period.WEEK and one.id in targets
        }
        for week in (one for one in self._weeks() if one.over):
            for part in REPS:
                goal = goals.get((self.cast.people[part.login].id, week.monday))
                if goal is not None:
                    reached = self._reached(part, Metric(goal.metric), week)
                    yield part, week, goal, targets[goal.id], reached

    def _count_rounds(self) -> None:
        days = {drill.id: drill.day for drill in self.ledger.of(Drill)}
        for played in self.ledger.of(Round):
            self.ledger.add(
                CountedRow,
                played.created_at,
                id=played.id,
                kind=CountedKind.ROUND,
                person_id=played.rep_id,
                day=days[played.drill_id],
            )
            self.done[played.rep_id, Metric.ROUNDS_FIRED, days[played.drill_id]] += 1

    def _count_rungs(self) -> None:
        for move in self.ledger.of(RungMove):
            day = move.day or self.month.today
            told = (move.id, CountedKind.RUNG, move.person_id, day, None)
            self._count(Metric.RUNGS, move.created_at, told)

    def _count_help(self) -> None:
        """To whoever answered, on the day on which the asker said that it helped."""
        solved = {one.id: one for one in self.ledger.of(HelpRequest) if one.helped == Helped.YES}
        for said in self.ledger.of(HelpAnswer):
            request = solved.get(said.request_id)
            if request is not None and request.solved_at is not None:
                day = self.month.calendar.today(request.solved_at)
                told = (said.id, CountedKind.HELP_SOLVED, said.by_id, day, request.id)
                self._count(Metric.HELP_SOLVED, said.created_at, told)

    def _count(
        self,
        metric: Metric,
        moment: datetime,
        told: tuple[UUID, CountedKind, UUID, date, UUID | None],
    ) -> None:
        id_, kind, person_id, day, opens_id = told
        row = {"id": id_, "kind": kind, "person_id": person_id, "day": day, "opens_id": opens_id}
        self.ledger.add(CountedRow, moment, **row)
        self.done[person_id, metric, day] += 1

    def _of_ability(self, login: str, metric: Metric, *, least: int) -> None:
        """Of the month that runs, and not reached on the day on which somebody looks."""
        rep = next(one for one in REPS if one.login == login)
        person = self.cast.people[login].id
        first, last = days_of(Period.MONTH, self.month.today)
        numbers = [number for number in range(TODAY + 1) if self.month.days[number] >= first]
        reached = sum(self.done[person, metric, self.month.days[number]] for number in numbers)
        goal = self._goal(rep, numbers[0], (Period.MONTH, first, last, metric))
        self._version(rep, goal, numbers[0], target=max(least, reached + 1))

    def _month(self, rep: Part) -> Goal:
        """Of the calendar month that runs; agreed on its first working day that the demo knows."""
        first, last = days_of(Period.MONTH, self.month.today)
        number = next(day for day in range(TODAY + 1) if self.month.days[day] >= first)
        terms = (Period.MONTH, first, last, Metric.COLLECTED)
        goal = self._goal(rep, number, terms, currency="CNY")
        self._version(rep, goal, number, target=COLLECTED, stretch=STRETCH)
        return goal

    def _week(self, rep: Part, week: Week) -> None:
        number = week.first
        metric = self._metric(rep, week)
        target = max(1, round(A_WEEK[metric] * len(week.days) / 5))
        reached = self._reached(rep, metric, week)
        if self._story(rep, week, [*MISSED, WITHOUT_ADVICE]):
            target = max(target, reached + 2)
        elif rep.login in REACHES and week.over:
            target = max(1, min(target, reached))
        terms = (Period.WEEK, week.monday, week.sunday, metric)
        goal = self._goal(rep, number, terms, within=self.months.get(rep.login))
        waits = rep.login == WAITS and not week.over
        if waits:
            target = max(target, reached + STILL_TO_DO)
        self._version(rep, goal, number, target=target, waits=waits)
        if week.over and reached < target:
            self._miss(rep, week, goal)
        elif week.over and reached >= target:
            self._thank(rep, week, goal)

    def _miss(self, rep: Part, week: Week, goal: Goal) -> None:
        """Advice on the first working day after; the answer the evening after that."""
        if self._story(rep, week, [WITHOUT_ADVICE]):
            return
        after = week.days[-1] + 1
        kind = self._kind(rep, week)
        drawn, ways = self.chance.choice(self.said["advice"][kind]), self.said["advice"][kind]
        told, step, how_seen = ways[0] if self._story(rep, week, MISSED) else drawn
        given = self.month.happened(after, "08:40")
        advice = self.ledger.add(
            Advice,
            given,
            goal_id=goal.id,
            by_id=self.cast.manager_of(rep).id,
            kind=AdviceKind(kind),
            words=told,
            step=step,
            how_seen=how_seen,
            step_due=self.month.days[after + 4],
            birth_digest=born_as(goal.id),
        )
        if after < TODAY:
            self._answer(rep, advice, after, may_differ=not self._story(rep, week, MISSED))

    def _answer(self, rep: Part, advice: Advice, day: int, *, may_differ: bool) -> None:
        differs = advice.kind == AdviceKind.METHOD and self.chance.random() < 0.25
        other = differs and may_differ
        cause, correction, step, how_seen = self.said["cause"]
        moment = self.month.at(day, "18:10")
        due = day + 9 if rep.login == "lin.xiaoman" else day + 4
        promise = self.ledger.add(
            Commitment,
            moment,
            owner_id=self.cast.people[rep.login].id,
            to_id=advice.by_id,
            words=step if other else advice.step,
            how_seen=how_seen if other else advice.how_seen,
            due=self.month.days[due],
            correction=Correction(correction if other else advice.kind),
            origin_kind=CommitmentOrigin.ADVICE,
            origin_id=advice.id,
            birth_digest=born_as(advice.id),
        )
        advice.answer = AdviceAnswer.OTHER_CAUSE if other else AdviceAnswer.AGREE
        advice.answer_words = cause if other else None
        advice.answered_at = advice.updated_at = moment
        advice.answer_digest, advice.commitment_id = born_as(promise.id), promise.id
        advice.version = 2
        if due < TODAY:
            self._settle(promise, due)

    def _settle(self, promise: Commitment, day: int) -> None:
        """Mostly kept, seen at a visit of that day."""
        kept = self.chance.random() < 0.75
        promise.outcome = CommitmentOutcome.KEPT if kept else CommitmentOutcome.PARTLY
        promise.outcome_reason = None if kept else self.chance.choice(self.said["reasons"])
        promise.settled_by_id = promise.owner_id
        promise.settled_at = promise.updated_at = self.month.at(day, "19:20")
        promise.version = 2
        seen = self._visit_of(promise.owner_id, promise.due)
        if kept and seen is not None:
            promise.evidence_kind, promise.evidence_id = EvidenceKind.VISIT, seen

    def _thank(self, rep: Part, week: Week, goal: Goal) -> None:
        """The week just over still waits for a word."""
        after = week.days[-1] + 1
        if after >= TODAY - 1:
            return
        self.ledger.add(
            Reward,
            self.month.at(after, "08:50"),
            goal_id=goal.id,
            owner_id=goal.owner_id,
            by_id=self.cast.manager_of(rep).id,
            team_id=self.cast.people[rep.login].team_id,
            why=self.chance.choice(self.said["thanks"]),
            birth_digest=born_as(goal.id),
        )

    def _goal(
        self,
        rep: Part,
        number: int,
        terms: tuple[Period, date, date, Metric],
        *,
        currency: str | None = None,
        within: Goal | None = None,
    ) -> Goal:
        period, first, last, metric = terms
        holds = within is not None and within.first_day <= last and first <= within.last_day
        goal = self.ledger.add(
            Goal,
            self._morning(number, "08:35"),
            owner_id=self.cast.people[rep.login].id,
            period=period,
            first_day=first,
            last_day=last,
            metric=metric,
            currency=currency,
            within_id=within.id if within is not None and holds else None,
            birth_digest=b"",
        )
        goal.birth_digest = born_as(goal.id)
        return goal

    def _version(
        self,
        rep: Part,
        goal: Goal,
        number: int,
        *,
        target: int,
        stretch: int | None = None,
        waits: bool = False,
    ) -> None:
        version = self.ledger.add(
            GoalVersion,
            self._morning(number, "08:35"),
            goal_id=goal.id,
            number=1,
            target=target,
            stretch=stretch,
            quality=self.chance.choice(self.said["quality"]) if stretch is None else None,
            proposed_by_id=goal.owner_id,
            birth_digest=born_as(goal.id),
        )
        if not waits:
            version.agreed_by_id = self.cast.manager_of(rep).id
            version.agreed_at = self._morning(number, "08:50")

    def _morning(self, number: int, wall: str) -> datetime:
        return self.month.happened(number, wall)

    def _weeks(self) -> Iterator[Week]:
        """Calendar weeks of the demo's month, to this one; the first may have begun before it."""
        known = self.month.days[: TODAY + 1]
        for monday in dict.fromkeys(day - timedelta(days=day.weekday()) for day in known):
            sunday = monday + timedelta(days=6)
            days = [number for number, day in enumerate(self.month.days) if monday <= day <= sunday]
            yield Week(monday, sunday, tuple(days))

    def _metric(self, rep: Part, week: Week) -> Metric:
        """Newcomers count bullets first, then doors."""
        if not rep.newcomer:
            return Metric.EFFECTIVE_VISITS
        return Metric.ROUNDS_FIRED if week.first < 10 else Metric.VISITS

    def _kind(self, rep: Part, week: Week) -> str:
        told = next(
            (
                kind
                for (login, day), kind in MISSED.items()
                if login == rep.login and day in week.days
            ),
            None,
        )
        return told or str(self.chance.choice(list(self.said["advice"])))

    def _story(self, rep: Part, week: Week, of: Iterable[tuple[str, int]]) -> bool:
        return any(login == rep.login and day in week.days for login, day in of)

    def _done(self) -> Counter[tuple[UUID, Metric, date]]:
        done: Counter[tuple[UUID, Metric, date]] = Counter()
        for visit in self.ledger.of(Visit):
            if visit.checked_in:
                done[visit.rep_id, Metric.VISITS, visit.day] += 1
                done[visit.rep_id, Metric.EFFECTIVE_VISITS, visit.day] += visit.effective
        return done

    def _reached(self, rep: Part, metric: Metric, week: Week) -> int:
        person = self.cast.people[rep.login].id
        return sum(self.done[person, metric, self.month.days[day]] for day in week.days)

    def _visit_of(self, person_id: UUID, day: date) -> UUID | None:
        return next(
            (
                one.id
                for one in self.ledger.of(Visit)
                if one.rep_id == person_id and one.day == day and one.effective
            ),
            None,
        )


def _is_here(rep: Part, week: Week) -> bool:
    """Newcomers agree to nothing in the week of their camp; whoever leaves, to nothing after the last whole week."""
    if rep.login == LEAVER and week.days[-1] > LEAVES_ON:
        return False
    return not rep.newcomer or week.first > 0
