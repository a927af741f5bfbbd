"""The month's training: each week a class for each team, two for the managers, and what was tried afterwards.

Told once all visits and rounds are stored, since what was tried is one of them, and what the field proposes is
computed as the product computes it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, TOMORROW, WORKED, Month
from api.demo.people import LEAVER, LEAVES_ON, PARTS
from api.demo.topics import Topics
from api.drills.models import Round
from api.people.models import Person, Role, Team, TeamKind
from api.people.policy import Actor
from api.training.models import LearningPoint, PracticeKind, TopicClass, Track, TrainingSession
from api.training.plans.models import PlannedTopic, PlanPeriod, TrainingPlan
from api.training.policy import USUAL_MINUTES
from api.training.practice.models import (
    AttendanceMark,
    EvidenceOrigin,
    SessionAttendance,
    SessionEvidence,
)
from api.training.series.models import TrainingSeries
from api.visits.models import Visit, VisitObjection, VisitState

STARTS = "17:00"
NEXT_CLASSES = 2
STILL_TO_COME = ("推广包怎么讲", "technical")
SHOWS_WITHIN = 5
"""Working days in which everybody of a closed class has tried it."""
MANAGERS_SHOW_WITHIN = 7
"""They sit in the rep's seat less often."""
MISSES, SHOWN_OF_THE_LAST = 0.08, 0.6


def teach(db: Session, organisation_id: UUID, month: Month) -> None:
    ledger = Ledger(organisation_id, area="training")
    school = School(db, ledger, month)
    school.teach()
    ledger.write(db, written=lambda _rows: None)


@dataclass(frozen=True)
class Try:
    """A visit or a round of somebody, in which they used what they had learned."""

    kind: EvidenceOrigin
    id: UUID
    at: datetime
    partner_id: UUID | None = None
    types: frozenset[str] = frozenset()


@dataclass
class School:
    """Lays series, classes, who came and what was tried into the ledger."""

    db: Session
    ledger: Ledger
    month: Month
    people: dict[str, Person] = field(init=False)
    tries: dict[UUID, list[Try]] = field(init=False)

    def __post_init__(self) -> None:
        mine = col(Person.organisation_id) == self.ledger.organisation_id
        self.people = {one.login: one for one in self.db.exec(select(Person).where(mine))}
        self.tries = _tries(self.db, self.ledger.organisation_id)

    def teach(self) -> None:
        chance = seeded("training")
        teams = self._teams()
        actor = Actor.method(self.db, self.ledger.organisation_id)
        topics = Topics(self.db, self.ledger, self.month, actor, self.people)
        for key, team in teams.items():
            series = self._series(team)
            for week in words("training")["weeks"]:
                self._week(series, key, team, week, topics, chance)
            for day in self._next_days(series):
                self._session(series, day, team)
        self._managers(chance)
        self._plan()
        topics.wishes()

    def _teams(self) -> dict[str, Team]:
        """By the key of the cast."""
        found = self.db.exec(
            select(Team).where(
                col(Team.organisation_id) == self.ledger.organisation_id,
                col(Team.kind) == TeamKind.TEAM,
            )
        ).all()
        keys = {self.people[one.login].team_id: one.team for one in PARTS if one.team}
        by_key = {keys[team.id] or "": team for team in found}
        return dict(sorted(by_key.items()))

    def _series(self, team: Team | None) -> TrainingSeries:
        day = words("training")["weeks" if team else "management"][0]["day"]
        series = self.ledger.add(
            TrainingSeries,
            self.month.at(0, "08:45"),
            track=Track.PROFESSIONAL if team else Track.MANAGEMENT,
            team_id=team.id if team else None,
            trainer_id=self.people["su.min"].id,
            weekday=self.month.days[day].isoweekday(),
            starts=STARTS,
            every_weeks=1 if team else 2,
            minutes=USUAL_MINUTES,
            starts_on=self.month.days[0],
            birth_digest=b"",
        )
        series.birth_digest = born_as(series.id)
        return series

    def _next_days(self, series: TrainingSeries) -> list[int]:
        """Numbers of the days after tomorrow on which a series lies: its weekday, whatever day it is today."""
        later = range(TOMORROW + 1, len(self.month.days))
        same = [day for day in later if self.month.days[day].isoweekday() == series.weekday]
        return same[:NEXT_CLASSES]

    def _plan(self) -> None:
        """The trainer's for every team: the topics of these weeks, and one that has no week yet."""
        weeks = [one for one in words("training")["weeks"] if one["topic"]]
        last = self.month.days[weeks[-1]["day"]]
        written = self.month.at(0, "08:50")
        plan = self.ledger.add(
            TrainingPlan,
            written,
            period=PlanPeriod.QUARTER,
            starts_on=last.replace(month=last.month - (last.month - 1) % 3, day=1),
            track=Track.PROFESSIONAL,
            by_id=self.people["su.min"].id,
            birth_digest=b"",
        )
        plan.birth_digest = born_as(plan.id)
        days = [self.month.days[one["day"]] for one in weeks]
        wished = [(one["topic"], one["topic_class"]) for one in weeks]
        for place, (topic, topic_class) in enumerate([*wished, STILL_TO_COME]):
            monday = (
                days[place] - timedelta(days=days[place].weekday()) if place < len(days) else None
            )
            self.ledger.add(
                PlannedTopic,
                written,
                plan_id=plan.id,
                place=place,
                topic=topic,
                topic_class=TopicClass(topic_class),
                skill_keys=[],
                product_keys=[],
                wish_week=monday,
            )

    def _week(
        self,
        series: TrainingSeries,
        key: str,
        team: Team,
        week: dict[str, Any],
        topics: Topics,
        chance: Any,
    ) -> None:
        day, skipped = week["day"], words("training")["skipped"]
        session = self._session(series, day, team)
        self._about(session, week)
        if not week["topic"]:
            topics.field_proposes(team, session, week["type_key"])
        if (key, day) == (skipped["team"], skipped["day"]):
            session = self._skip(session, skipped, week)
            day = skipped["to"]
        self._held(session, day)
        self._practise(session, day, week["type_key"], None)
        learners = [
            self.people[part.login]
            for part in PARTS
            if part.role is Role.REP and part.team == key
            if part.login != LEAVER or day <= LEAVES_ON
        ]
        self._came(session, day, learners, week["type_key"], chance)

    def _managers(self, chance: Any) -> None:
        series = self._series(None)
        managers = [self.people[one.login] for one in PARTS if one.role is Role.MANAGER]
        for class_ in words("training")["management"]:
            session = self._session(series, class_["day"], None)
            self._about(session, class_)
            self._held(session, class_["day"])
            self._practise(session, class_["day"], None, class_["practice"])
            within = MANAGERS_SHOW_WITHIN
            self._came(session, class_["day"], managers, None, chance, misses=0, within=within)

    def _session(
        self, series: TrainingSeries, day: int, team: Team | None, **other: Any
    ) -> TrainingSession:
        told = {"series_id": series.id, "slot": self.month.days[day]} | other
        return self.ledger.add(
            TrainingSession,
            self.month.at(0, "08:45"),
            track=series.track,
            team_id=team.id if team else None,
            trainer_id=series.trainer_id,
            day=self.month.days[day],
            starts=series.starts,
            minutes=series.minutes,
            **told,
        )

    def _about(self, session: TrainingSession, told: dict[str, Any]) -> None:
        if told["topic"]:
            session.topic, session.why = told["topic"], told["why"]
            session.topic_class = TopicClass(told["topic_class"])
            session.product_key = told.get("product_key")
        for place, point in enumerate(told["points"]):
            self.ledger.add(
                LearningPoint, session.created_at, session_id=session.id, place=place, **point
            )

    def _skip(
        self, session: TrainingSession, skipped: dict[str, Any], week: dict[str, Any]
    ) -> TrainingSession:
        """The week stays with its reason, and the same class is held on the other day."""
        session.skipped_at = session.updated_at = self.month.at(skipped["day"], "10:10")
        session.skip_reason = skipped["reason"]
        session.skipped_by_id, session.version = self.people["du.xiaolan"].id, 2
        made_up = self.ledger.add(
            TrainingSession,
            session.skipped_at,
            **session.model_dump(
                include={"track", "team_id", "trainer_id", "starts", "minutes", "topic"}
            ),
            topic_class=session.topic_class,
            product_key=session.product_key,
            why=session.why,
            day=self.month.days[skipped["to"]],
            makes_up_id=session.id,
        )
        for place, point in enumerate(week["points"]):
            self.ledger.add(
                LearningPoint, made_up.created_at, session_id=made_up.id, place=place, **point
            )
        return made_up

    def _held(self, session: TrainingSession, day: int) -> None:
        session.announced_at = self.month.at(day - 1, "17:30")
        session.held_at = session.updated_at = self.month.at(day, session.starts, minutes=3)
        session.held_by_id, session.version = session.trainer_id, 3

    def _practise(
        self, session: TrainingSession, day: int, type_key: str | None, said: str | None
    ) -> None:
        session.practice_kind = PracticeKind.FIELD if type_key else PracticeKind.DRILL
        session.practice_type_key, session.practice_words = type_key, said
        session.practice_skill_key = None if type_key or said else "collection"
        session.practice_due = self.month.days[day + SHOWS_WITHIN]

    def _came(
        self,
        session: TrainingSession,
        day: int,
        learners: list[Person],
        type_key: str | None,
        chance: Any,
        *,
        misses: float = MISSES,
        within: int = SHOWS_WITHIN,
    ) -> None:
        """Closed once everybody who was there has tried it; the last class is still practised."""
        closes = self.month.at(min(day + within + 1, WORKED - 1), "18:20")
        is_last = day + within + 1 >= TODAY
        waiting = False
        for person in learners:
            self._mark(session, day, person, missed=chance.random() < misses, chance=chance)
            until = self.month.now if is_last else closes - timedelta(hours=1)
            found = self._try_of(person, session, until, type_key)
            leaves = person.login == LEAVER
            if found is None or (is_last and chance.random() > SHOWN_OF_THE_LAST):
                waiting = waiting or not leaves
                continue
            self._show(session, person, found, chance, seen=not is_last)
        if not waiting and not is_last:
            session.closed_at = session.updated_at = closes
            session.closed_by_id, session.version = session.trainer_id, 4

    def _mark(
        self, session: TrainingSession, day: int, person: Person, *, missed: bool, chance: Any
    ) -> None:
        made_up = {}
        if missed:
            on = self.month.days[day + 1]
            made_up = {"reason": chance.choice(words("training")["missed"]), "make_up_day": on}
        self.ledger.add(
            SessionAttendance,
            self.month.at(day, session.starts, minutes=5),
            session_id=session.id,
            person_id=person.id,
            by_id=session.trainer_id,
            mark=AttendanceMark.CAUGHT_UP if missed else AttendanceMark.CAME,
            **made_up,
        )

    def _try_of(
        self, person: Person, session: TrainingSession, until: datetime, type_key: str | None
    ) -> Try | None:
        """Where it was met with the very objection, if anywhere; else the next try of their own."""
        began = session.held_at or session.created_at
        mine = [one for one in self.tries.get(person.id, []) if began < one.at < until]
        met = [one for one in mine if type_key in one.types]
        return next(iter(met or mine), None)

    def _show(
        self, session: TrainingSession, person: Person, found: Try, chance: Any, *, seen: bool
    ) -> None:
        said = "tried_at_visit" if found.kind is EvidenceOrigin.VISIT else "tried_in_round"
        moment = min(found.at + timedelta(minutes=chance.randint(20, 50)), self.month.now)
        shown = self.ledger.add(
            SessionEvidence,
            moment,
            session_id=session.id,
            person_id=person.id,
            origin_kind=found.kind,
            origin_id=found.id,
            partner_id=found.partner_id,
            words=chance.choice(words("training")[said]),
            birth_digest=b"",
        )
        shown.birth_digest = born_as(shown.id)
        if seen:
            shown.confirmed_at = shown.updated_at = moment + timedelta(minutes=12)
            shown.confirmed_by_id = found.partner_id or self._beside(person)
            shown.version = 2

    def _beside(self, person: Person) -> UUID:
        """The mentor of a newcomer, else the manager."""
        part = next(one for one in PARTS if one.login == person.login)
        manager = next(
            one.login for one in PARTS if one.role is Role.MANAGER and one.team == part.team
        )
        return self.people[part.mentor or manager].id


def _tries(db: Session, organisation_id: UUID) -> dict[UUID, list[Try]]:
    """Everybody's visits and rounds, by time."""
    said: dict[UUID, set[str]] = {}
    mine = col(VisitObjection.organisation_id) == organisation_id
    for one in db.exec(select(VisitObjection).where(mine)):
        said.setdefault(one.visit_id, set()).add(one.type_key or "")
    found: dict[UUID, list[Try]] = {}
    for visit in db.exec(
        select(Visit).where(
            col(Visit.organisation_id) == organisation_id, col(Visit.state) == VisitState.DONE
        )
    ):
        if visit.happened_at is not None:
            types = frozenset(said.get(visit.id, set()))
            tried = Try(EvidenceOrigin.VISIT, visit.id, visit.happened_at, types=types)
            found.setdefault(visit.rep_id, []).append(tried)
    for played in db.exec(select(Round).where(col(Round.organisation_id) == organisation_id)):
        tried = Try(EvidenceOrigin.ROUND, played.id, played.started_at, played.boss_id)
        found.setdefault(played.rep_id, []).append(tried)
    for tries in found.values():
        tries.sort(key=lambda one: (one.at, one.id))
    return found
