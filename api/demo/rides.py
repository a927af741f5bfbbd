"""Ride-along days as rows: asked for, prepared, noted on the way, summed up, and what became of it."""

from datetime import datetime, time, timedelta
from typing import Any

from api.commitments.models import (
    Commitment,
    CommitmentOrigin,
    CommitmentOutcome,
    Correction,
    EvidenceKind,
)
from api.demo.ladder import Climb
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, LEAVES_ON, Cast
from api.demo.ride_days import AHEAD, ASKS, FIRST_DAY, SHE_LED, RideDay, ride_days, today_with
from api.demo.visits import Told
from api.people.models import Person
from api.ride_alongs.debriefs.models import Acknowledgement, Debrief
from api.ride_alongs.field.models import CurbsideLine, Moment, Rescue, Tag, WhyRescued
from api.ride_alongs.ladder.policy import VISITS_BEFORE_UP
from api.ride_alongs.models import Leads, RideAlong, RideMove, RideVisit, Rung, RungChoice
from api.visits.models import VisitState

FOCUS = "objections"
OTHER_FOCUS = ("discovery", "presentation", "close", "opening")
LEADS = {Rung.TELL: Leads.MENTOR, Rung.SHOW: Leads.MENTOR}
KEPT = (
    CommitmentOutcome.KEPT,
    CommitmentOutcome.KEPT,
    CommitmentOutcome.KEPT,
    CommitmentOutcome.PARTLY,
)
DAY_BEGINS = time(7, 0)
"""Loaded in the night, this morning's visit was drawn together into it: nobody rode along then."""


class Rides:
    """What the month's ride-alongs leave in the ledger."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger = ledger
        self.month = month
        self.cast = cast
        self.chance = seeded("rides")
        self.climb = Climb(ledger, month)
        self.given = words("rides")

    def ride(self, told: list[Told]) -> None:
        days = ride_days(told)
        for number, one in enumerate(days):
            ride = self._agree(one, moved=number == len(days) // 2)
            self._go(ride, one)
            self._sum_up(ride, one, shared=number == 3)
        for login, day in AHEAD:
            ahead = today_with(told, login, day=day)
            self._go(self._agree(ahead, moved=False), ahead)
        self._asked_for()

    def _agree(self, one: RideDay, *, moved: bool) -> RideAlong:
        """Asked for two evenings before, accepted at once, prepared the evening before."""
        mentor, apprentice = self._two(one)
        asked = self.month.at(max(one.day - 2, 0), "18:10")
        if one.day < 2:
            asked -= timedelta(days=3)
        by_mentor = self.chance.random() < 0.6
        prepared = asked + timedelta(minutes=50)
        ride = self.ledger.add(
            RideAlong,
            asked,
            updated_at=prepared,
            mentor_id=mentor.id,
            apprentice_id=apprentice.id,
            asked_by_id=mentor.id if by_mentor else apprentice.id,
            announced_at=asked,
            day=self.month.days[one.day],
            wish=self.chance.choice(self.given["offers" if by_mentor else "wishes"]),
            accepted_at=asked + timedelta(minutes=25),
            focus_skill_key=FOCUS if one.apprentice.newcomer else self.chance.choice(OTHER_FOCUS),
            help_wanted=self.chance.choice(self.given["help_wanted"]),
            to_know=self.chance.choice(self.given["to_know"]),
            prepared_at=prepared,
            birth_digest=b"",
        )
        ride.birth_digest = born_as(ride.id)
        if moved:
            self._moved(ride, one, asked)
        return ride

    def _moved(self, ride: RideAlong, one: RideDay, asked: datetime) -> None:
        move = self.ledger.add(
            RideMove,
            asked + timedelta(minutes=10),
            ride_along_id=ride.id,
            by_id=ride.asked_by_id,
            from_day=self.month.days[one.day - 1],
            to_day=ride.day,
            why=self.given["moved"],
            birth_digest=b"",
        )
        move.birth_digest = born_as(move.id)

    def _go(self, ride: RideAlong, one: RideDay) -> None:
        """Each visit on its rung; what happened there is noted by the mentor, some of it by the apprentice."""
        rung = self.climb.rung_of(one.apprentice.login, str(ride.focus_skill_key))
        for number, visited in enumerate(one.visits):
            visit = visited.visit
            row = self.ledger.add(
                RideVisit,
                ride.prepared_at or ride.created_at,
                ride_along_id=ride.id,
                visit_id=visit.id,
            )
            visit.ride_along_id = ride.id
            if visit.happened_at is None or not self._by_day(visit.happened_at):
                continue
            if (one.apprentice.login, one.day) == FIRST_DAY and number >= VISITS_BEFORE_UP:
                rung = Rung.SHOW
            led = (visited.stop.known.client.name, visited.stop.day) in SHE_LED
            begun = visit.happened_at - timedelta(minutes=30)
            self._choose(row, ride, Rung.TELL_BACK if led else rung, begun)
            if visit.state is VisitState.DONE:
                self._note(ride, visited, begun)
            if led:
                self._rescued(ride, visited, begun)

    def _by_day(self, moment: datetime) -> bool:
        return self.month.calendar.wall(moment) >= DAY_BEGINS

    def _choose(self, row: RideVisit, ride: RideAlong, rung: Rung, at: datetime) -> None:
        choice = self.ledger.add(
            RungChoice,
            at,
            ride_visit_id=row.id,
            by_id=ride.mentor_id,
            at=at,
            rung=rung,
            leads=LEADS.get(rung, Leads.APPRENTICE),
            birth_digest=b"",
        )
        choice.birth_digest = born_as(choice.id)

    def _note(self, ride: RideAlong, visited: Told, begun: datetime) -> None:
        at, left = begun + timedelta(minutes=4), visited.visit.happened_at or begun
        said = [words_said for _, words_said in visited.stop.heard]
        told: list[tuple[Tag, str]] = [
            (Tag.OPENED, self.chance.choice(self.given["moments"]["opened"])),
            (Tag.ASKED, self.chance.choice(self.given["moments"]["asked"])),
            *((Tag.HEARD, sentence) for sentence in said),
            (Tag.ANSWERED, self.chance.choice(self.given["moments"]["answered"])),
        ]
        if visited.stop.outcome in ("advanced", "signed"):
            told.append((Tag.CLOSED, self.chance.choice(self.given["moments"]["closed"])))
        for tag, sentence in told:
            by = ride.apprentice_id if self.chance.random() < 0.15 else ride.mentor_id
            self._noted(Moment, ride, visited, min(at, left), by_id=by, tag=tag, words=sentence)
            at += timedelta(minutes=self.chance.randint(2, 6))
        if self.chance.random() < 0.4:
            line = self.chance.choice(self.given["curbside"])
            self._noted(CurbsideLine, ride, visited, at, by_id=ride.mentor_id, words=line)

    def _rescued(self, ride: RideAlong, visited: Told, begun: datetime) -> None:
        key, said = visited.stop.heard[0]
        told = {"why": WhyRescued.STUCK, "skill_key": FOCUS, "type_key": key, "said": said}
        at = begun + timedelta(minutes=17)
        self._noted(Rescue, ride, visited, at, by_id=ride.mentor_id, **told)

    def _noted(self, kind: Any, ride: RideAlong, visited: Told, at: datetime, **told: Any) -> None:
        at = min(at, self.month.now)
        row = self.ledger.add(
            kind,
            at,
            ride_along_id=ride.id,
            visit_id=visited.visit.id,
            at=at,
            birth_digest=b"",
            **told,
        )
        row.birth_digest = born_as(row.id)

    def _sum_up(self, ride: RideAlong, one: RideDay, *, shared: bool) -> None:
        """At the office at seven; agreed ten minutes later, once after a word of another opinion."""
        at = self.month.at(one.day, "19:00", minutes=self.chance.randint(0, 9))
        change = self.chance.choice(self.given["changes"])
        promise = self.chance.choice(self.given["promises"])
        due = self.month.days[min(one.day + 2, TODAY + 5)]
        if one.apprentice.login == LEAVER:
            due = min(due, self.month.days[LEAVES_ON])
        first, second = self.chance.sample(self.given["strengths"], 2)
        marks = [self.chance.choice((3, 3, 4, 4, 5, 2)) for _ in range(3)]
        written = self.ledger.add(
            Debrief,
            at,
            ride_along_id=ride.id,
            by_id=ride.mentor_id,
            written_at=at,
            well=self.chance.choice(self.given["well"]),
            stuck=self.chance.choice(self.given["stuck"]),
            strength_one=first,
            strength_two=second,
            change=change["words"],
            correction=Correction(change["kind"]),
            mark_preparation=marks[0],
            mark_script=marks[1],
            mark_result=marks[2],
            action=change["action"],
            action_due=due,
            action_seen=change["seen"],
            promise=promise,
            promise_due=due,
            birth_digest=b"",
        )
        written.birth_digest = born_as(written.id)
        agreed = at + timedelta(minutes=10)
        if shared:
            self._answer(ride, written, at + timedelta(minutes=4), agrees=False)
        self._answer(ride, written, agreed, agrees=True)
        ride.debriefed_at, ride.agreed_at, ride.updated_at = at, agreed, agreed
        ride.shared_at = agreed if shared else None
        ride.version = 3
        self._promise(ride, written, agreed)
        self.climb.after(ride, one, agreed)

    def _answer(self, ride: RideAlong, read: Debrief, at: datetime, *, agrees: bool) -> None:
        told = self.chance.choice(self.given["comments"]) if self.chance.random() < 0.4 else None
        answer = self.ledger.add(
            Acknowledgement,
            at,
            ride_along_id=ride.id,
            debrief_id=read.id,
            by_id=ride.apprentice_id,
            agrees=agrees,
            words=told if agrees else self.given["differs"],
            birth_digest=b"",
        )
        answer.birth_digest = born_as(answer.id)

    def _promise(self, ride: RideAlong, written: Debrief, at: datetime) -> None:
        """The apprentice's action and the mentor's promise; what was due is settled."""
        two = (ride.apprentice_id, ride.mentor_id)
        sides = (
            (two, written.action, written.action_due),
            (two[::-1], written.promise, written.promise_due),
        )
        for (owner, to), said, due in sides:
            made = self.ledger.add(
                Commitment,
                at,
                owner_id=owner,
                to_id=to,
                words=said,
                how_seen=written.action_seen,
                due=due,
                correction=written.correction,
                skill_key=ride.focus_skill_key,
                origin_kind=CommitmentOrigin.RIDE_ALONG,
                origin_id=ride.id,
                birth_digest=b"",
            )
            made.birth_digest = born_as(made.id)
            if made.due < self.month.today:
                self._settle(made, ride)
                if owner == ride.apprentice_id:
                    ride.followed_up_at = made.settled_at

    def _settle(self, made: Commitment, ride: RideAlong) -> None:
        made.outcome = self.chance.choice(KEPT)
        if made.outcome is not CommitmentOutcome.KEPT:
            made.outcome_reason = self.chance.choice(self.given["reasons"])
        made.evidence_kind, made.evidence_id = EvidenceKind.RIDE_ALONG, ride.id
        made.settled_by_id = made.to_id
        settled = self.month.calendar.moment(made.due, "19:35")
        made.settled_at = made.updated_at = settled
        made.version = 2

    def _asked_for(self) -> None:
        rep, manager, day = ASKS
        asked = min(self.month.at(TODAY, "08:40"), self.month.now)
        wish = self.ledger.add(
            RideAlong,
            asked,
            mentor_id=self.cast.people[manager].id,
            apprentice_id=self.cast.people[rep].id,
            asked_by_id=self.cast.people[rep].id,
            announced_at=asked,
            day=self.month.days[day],
            wish=self.given["wishes"][1],
            birth_digest=b"",
        )
        wish.birth_digest = born_as(wish.id)

    def _two(self, one: RideDay) -> tuple[Person, Person]:
        return self.cast.people[one.mentor], self.cast.people[one.apprentice.login]
