"""The month's reviews: each week with everybody, every second week on a manager's coaching, and the month's end."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments.models import Commitment, CommitmentOrigin, CommitmentOutcome, Correction
from api.deals.models import Deal
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, WORKED, Month
from api.demo.people import LEAVER, LEAVES_ON, PARTS, REPS, Cast, Part
from api.demo.review_stories import FORGOT_HELP, look_back_at_the_money, talk_about_help
from api.flows.prepare_review import facts_for
from api.people.models import Person, Role
from api.people.policy import Actor
from api.reviews.models import Review, ReviewKind, ReviewMove
from api.reviews.policy import USUAL_MINUTES
from api.reviews.pre_reads.models import LinkKind, ReviewNote, ReviewSnapshot, Side
from api.reviews.pre_reads.service import LOOKS_BACK
from api.reviews.questions import queries as questions
from api.reviews.questions.models import QuestionKey
from api.reviews.series.models import ReviewSeries
from api.reviews.talks.models import ReviewAgreement, ReviewAnswer

WEEKLY_ON, COACHING_ON, MONTHLY_ON = (3, 8, 13, 18), (6, 16), 19
TEAM_ON, NEXT_TEAM_ON = (4, 9, 14, 19), 24
NEXT_ON, NEXT_COACHING_ON = 23, 26
LOOKED_BACK_AT = ("han.xue", 19_800_000)
"""Story (c): 198,000 signed, and the money late."""
LOOKS_BACK_AFTER = 2
MOVED = 8
"""Of seventy-one weekly reviews: the others are held on their day."""
MINUTES_TALKED = 26
PREPARES = ("zhou.qihang", TODAY)
"""Whose next review was moved to today, so that both sides find one to prepare."""
HOW_IT_WENT = (
    *[CommitmentOutcome.KEPT] * 6,
    CommitmentOutcome.PARTLY,
    CommitmentOutcome.PARTLY,
    CommitmentOutcome.NOT,
)


@dataclass
class Reviews:
    """Lays series and reviews into the ledger; what was promised is settled at the review after."""

    ledger: Ledger
    month: Month
    cast: Cast

    def hold(self) -> None:
        chance = seeded("reviews")
        moved = self._moved(chance)
        for part in REPS:
            self._weekly(part, moved, chance)
        region = self.cast.people["shen.liqun"]
        for part in PARTS:
            if part.role is Role.MANAGER:
                self._coaching(part, region, chance)
                self._team(part, seeded(f"team reviews of {part.login}"))
        self._deal(seeded("deal review"))

    def _moved(self, chance: Random) -> set[tuple[str, int]]:
        every = [(part.login, day) for part in REPS for day in WEEKLY_ON if _here(part, day)]
        return set(chance.sample(every, MOVED))

    def _weekly(self, part: Part, moved: set[tuple[str, int]], chance: Random) -> None:
        host, person = self.cast.manager_of(part), self.cast.people[part.login]
        series = self._series(
            ReviewKind.WEEKLY, host, person, WEEKLY_ON[0], ends=part.login == LEAVER
        )
        held: list[Review] = []
        for day in WEEKLY_ON:
            if _here(part, day):
                shift = 1 if (part.login, day) in moved else 0
                review = self._review(series, day, part, shift=shift)
                held.append(self._talk(review, day + shift, chance))
        self._settle(held, chance)
        if part.login == LEAVER:
            self._hand_over_promises(person)
            return
        monthly = self._series(ReviewKind.MONTH, host, person, MONTHLY_ON, ends=False)
        self._talk(self._review(monthly, MONTHLY_ON, part), MONTHLY_ON, chance)
        self._next(series, part)

    def _next(self, series: ReviewSeries, part: Part) -> None:
        """What stands in the calendar after today; one of them was moved to today."""
        login, day = PREPARES
        if part.login != login:
            self._review(series, NEXT_ON, part)
            return
        review = self._review(series, NEXT_ON, part, shift=day - NEXT_ON)
        moment = self.month.happened(TODAY, "09:20")
        review.prepared_at = review.updated_at = moment
        self._note(review, Side.PERSON, moment, seeded("to prepare"))

    def _coaching(self, part: Part, region: Person, chance: Random) -> None:
        series = self._series(
            ReviewKind.MANAGER, region, self.cast.people[part.login], COACHING_ON[0], ends=False
        )
        held = [self._talk(self._review(series, day, part), day, chance) for day in COACHING_ON]
        self._settle(held, chance)
        login, day = FORGOT_HELP
        if part.login == login:
            talk_about_help(self.ledger, held[COACHING_ON.index(day)])
        self._review(series, NEXT_COACHING_ON, part)

    def _team(self, part: Part, chance: Random) -> None:
        """Each week with the whole team; one of them promises, and taps beside the manager."""
        host = self.cast.people[part.login]
        reps = [one for one in REPS if one.team == part.team and one.login != LEAVER]
        series = self._series(ReviewKind.TEAM, host, None, TEAM_ON[0], ends=False)
        held = []
        for day in TEAM_ON:
            speaker = self.cast.people[chance.choice(reps).login]
            held.append(self._talk(self._review(series, day, part), day, chance, speaker.id))
        self._settle(held, chance)
        self._review(series, NEXT_TEAM_ON, part)

    def _deal(self, chance: Random) -> None:
        """复盘 of the month's largest order, taken two days after the signature."""
        login, amount = LOOKED_BACK_AT
        person = self.cast.people[login]
        deal = next(
            one
            for one in self.ledger.of(Deal)
            if (one.owner_id, one.amount_minor) == (person.id, amount) and one.signed_on
        )
        signed = self.month.days.index(deal.signed_on)
        day = min(signed + LOOKS_BACK_AFTER, WORKED - 1)
        review = self.ledger.add(
            Review,
            self.month.at(signed, "18:20"),
            kind=ReviewKind.DEAL,
            host_id=self.cast.manager_of(next(one for one in REPS if one.login == login)).id,
            person_id=person.id,
            deal_id=deal.id,
            day=self.month.days[day],
            starts="17:00",
            minutes=USUAL_MINUTES[ReviewKind.DEAL],
        )
        self._talk(review, day, chance)
        settled_at = self.month.at(min(day + LOOKS_BACK_AFTER, WORKED - 1), "16:40")
        look_back_at_the_money(self.ledger, self.month, review, settled_at=settled_at)

    def _series(
        self, kind: ReviewKind, host: Person, person: Person | None, day: int, *, ends: bool
    ) -> ReviewSeries:
        born = self.month.at(0, "08:50")
        left = {"ends_on": self.month.days[LEAVES_ON], "end_reason": "个人原因离职"} if ends else {}
        series = self.ledger.add(
            ReviewSeries,
            born,
            kind=kind,
            host_id=host.id,
            person_id=person.id if person else None,
            team_id=None if person else host.team_id,
            weekday=self.month.days[day].isoweekday(),
            starts="16:30" if person else "18:00",
            every_weeks=2 if kind is ReviewKind.MANAGER else 1,
            minutes=USUAL_MINUTES[kind],
            starts_on=self.month.days[0],
            birth_digest=b"",
            **left,
        )
        series.birth_digest = born_as(series.id)
        return series

    def _review(self, series: ReviewSeries, day: int, part: Part, *, shift: int = 0) -> Review:
        days = self.month.days
        mentor = self.cast.people[part.mentor].id if part.mentor else None
        review = self.ledger.add(
            Review,
            self.month.at(0, "08:50"),
            kind=series.kind,
            series_id=series.id,
            slot=days[day],
            host_id=series.host_id,
            person_id=series.person_id,
            team_id=series.team_id,
            mentor_id=mentor if series.kind == ReviewKind.WEEKLY else None,
            day=days[day + shift],
            starts=series.starts,
            minutes=series.minutes,
        )
        if shift:
            self._move(review, day, day + shift)
        return review

    def _move(self, review: Review, day: int, to_day: int) -> None:
        reason = seeded(f"moved {review.id}").choice(words("reviews")["reasons"])
        review.moved_from, review.move_reason = self.month.days[day], reason
        self.ledger.add(
            ReviewMove,
            self.month.at(min(day, to_day, WORKED - 1), "08:40"),
            review_id=review.id,
            by_id=review.host_id,
            from_day=self.month.days[day],
            from_starts=review.starts,
            to_day=self.month.days[to_day],
            to_starts=review.starts,
            reason=reason,
        )

    def _talk(
        self, review: Review, day: int, chance: Random, speaker_id: UUID | None = None
    ) -> Review:
        """Prepared in the morning, held in the afternoon, agreed on by each who promised; of a team it is `speaker_id`."""
        other_id = review.person_id or speaker_id or review.host_id
        prepared = self.month.at(day, "12:20")
        begun = self.month.at(day, review.starts, minutes=chance.randint(0, 4))
        ended = begun + timedelta(minutes=MINUTES_TALKED + chance.randint(-4, 6))
        review.prepared_at, review.started_at = prepared, begun
        review.agreed_at = review.updated_at = ended
        review.promises_version = 1
        for side in Side if review.person_id else (Side.HOST,):
            self._note(review, side, prepared, chance)
        self._answers(review, begun, chance)
        self._promises(review, other_id, ended, chance)
        for person_id in (review.host_id, other_id):
            self._tap(review, person_id, ended)
        return review

    def _note(self, review: Review, side: Side, moment: datetime, chance: Random) -> None:
        told, by_id = words("reviews"), review.host_id
        fields: tuple[str, ...] = ("praise", "question", "offer")
        if side is Side.PERSON:
            by_id, fields = review.person_id or review.host_id, ("wants", "stuck", "tried")
        said = {name: chance.choice(told[name]) for name in fields}
        self.ledger.add(ReviewNote, moment, review_id=review.id, by_id=by_id, side=side, **said)

    def _answers(self, review: Review, begun: datetime, chance: Random) -> None:
        form = questions.form_of(review.kind)
        for place, key in enumerate(key for key in QuestionKey if key.form == form):
            self.ledger.add(
                ReviewAnswer,
                begun + timedelta(minutes=4 * place + 3),
                review_id=review.id,
                key=key,
                asked=questions.view(key, None).text,
                words=chance.choice(words("reviews")["answers"][key]),
                by_id=review.host_id,
            )

    def _promises(self, review: Review, person_id: UUID, moment: datetime, chance: Random) -> None:
        """One to three of the person's, each typed, and one of the host's."""
        told = words("reviews")
        sides, seen = (person_id, review.host_id), told["how_seen"]
        for said, kind in self._mine(review, chance):
            self._promise(review, sides, moment, chance, (said, chance.choice(seen), kind))
        if review.deal_id is not None:
            said, how = told["deal_promise"]
            self._promise(review, sides, moment, chance, (said, how, Correction.METHOD))
        said, how = chance.choice(told["helps"])
        self._promise(review, sides[::-1], moment, chance, (said, how, None))

    def _mine(self, review: Review, chance: Random) -> Iterator[tuple[str, Correction]]:
        told = words("reviews")
        if review.kind == ReviewKind.MANAGER:
            yield chance.choice(told["coaching_promises"]), Correction.METHOD
        elif review.kind == ReviewKind.TEAM:
            yield chance.choice(told["team_promises"]), Correction.METHOD
        elif review.kind != ReviewKind.DEAL:
            for kind in chance.sample(list(Correction), chance.choice((1, 1, 2, 2, 3))):
                yield chance.choice(told["promises"][kind]), kind

    def _promise(
        self,
        review: Review,
        sides: tuple[UUID, UUID],
        moment: datetime,
        chance: Random,
        promised: tuple[str, str, Correction | None],
    ) -> None:
        """Of the first side to the second: what, how it will be seen, and of which kind."""
        (owner_id, to_id), (said, how_seen, correction) = sides, promised
        skill = chance.choice(("objections", "close", "discovery"))
        made = self.ledger.add(
            Commitment,
            moment,
            owner_id=owner_id,
            to_id=to_id,
            words=said,
            how_seen=how_seen,
            due=self.month.calendar.next_working(review.day, steps=_steps(review, correction)),
            correction=correction,
            skill_key=skill if correction is Correction.SKILL else None,
            origin_kind=CommitmentOrigin.REVIEW,
            origin_id=review.id,
            birth_digest=b"",
        )
        made.birth_digest = born_as(made.id)

    def _tap(self, review: Review, person_id: UUID | None, moment: datetime) -> None:
        self.ledger.add(
            ReviewAgreement,
            moment,
            review_id=review.id,
            person_id=person_id,
            recorded_by_id=person_id,
            promises_version=1,
            tapped_at=moment,
        )

    def _settle(self, held: list[Review], chance: Random) -> None:
        """The next review opens with kept and not kept; the last one's promises are still open."""
        by_review: dict[UUID, list[Commitment]] = {}
        for one in self.ledger.of(Commitment):
            by_review.setdefault(one.origin_id, []).append(one)
        for before, after in itertools.pairwise(held):
            moment = (after.started_at or after.created_at) + timedelta(minutes=2)
            for one in by_review[before.id]:
                one.outcome = chance.choice(HOW_IT_WENT)
                if one.outcome is not CommitmentOutcome.KEPT:
                    one.outcome_reason = chance.choice(words("reviews")["outcome_reasons"])
                one.settled_at = one.updated_at = moment
                one.settled_by_id = one.to_id
                one.version = 2

    def _hand_over_promises(self, leaver: Person) -> None:
        """Whoever leaves owes nothing and is owed nothing any more: his last talk settled what was open."""
        moment = self.month.at(LEAVES_ON, "17:40")
        for one in self.ledger.of(Commitment):
            if one.outcome is None and leaver.id in (one.owner_id, one.to_id):
                one.outcome = CommitmentOutcome.PARTLY
                one.outcome_reason = words("reviews")["handed_over"]
                one.settled_at = one.updated_at = moment
                one.settled_by_id = one.to_id
                one.version = 2


def freeze_facts(
    db: Session, organisation_id: UUID, month: Month, *, frozen: Callable[[float], None]
) -> None:
    """The snapshots, gathered as the product gathers them once all visits are stored; a praise rests on one of them.

    `frozen` is told of each review, as its share of all.
    """
    actor = Actor.method(db, organisation_id)
    chance = seeded("snapshots")
    ledger = Ledger(organisation_id, area="snapshots")
    mine = col(Review.organisation_id) == organisation_id
    prepared = select(Review).where(mine, col(Review.prepared_at).is_not(None))
    reviews = db.exec(prepared.order_by(col(Review.day), col(Review.id))).all()
    for review in reviews:
        moment = review.prepared_at or month.now
        until = month.calendar.today(moment)
        days = (until - LOOKS_BACK[ReviewKind(review.kind)], until)
        facts = facts_for(db, actor, review, days)
        ledger.add(
            ReviewSnapshot, moment, review_id=review.id, since=days[0], until=days[1], facts=facts
        )
        _rest_praise(db, review, facts, chance)
        frozen(1 / len(reviews))
    ledger.write(db, written=lambda _rows: None)


def _rest_praise(db: Session, review: Review, facts: list[dict[str, Any]], chance: Random) -> None:
    visits = [link for one in facts for link in one["links"] if link["kind"] == LinkKind.VISIT]
    note = db.exec(
        select(ReviewNote).where(
            col(ReviewNote.organisation_id) == review.organisation_id,
            col(ReviewNote.review_id) == review.id,
            col(ReviewNote.side) == Side.HOST,
        )
    ).first()
    if note is not None and visits:
        note.evidence_kind = LinkKind.VISIT
        note.evidence_id = UUID(chance.choice(visits)["id"])
        db.flush()


def _steps(review: Review, correction: Correction | None) -> int:
    """In working days: a host helps before the next review, the region within the week."""
    return 5 if correction or review.kind == ReviewKind.MANAGER else 3


def _here(part: Part, day: int) -> bool:
    return part.login != LEAVER or day <= LEAVES_ON
