"""The month's help requests 求助: who asked, who promised, what was answered, and whether it helped."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from api.commitments.models import Commitment, CommitmentOrigin, Correction
from api.commitments.models import CommitmentOutcome as Kept
from api.demo.ledger import Ledger, born_as, dealt, seeded, words
from api.demo.month import TODAY, WORKED, Month
from api.demo.people import CAMP_DAYS, LEAVER, LEAVES_ON, REPS, Cast, Part
from api.demo.visits import Told
from api.help_requests import policy
from api.help_requests.answers.service import TOGETHER
from api.help_requests.from_visits.service import id_of
from api.help_requests.models import (
    About,
    Audience,
    HarvestKind,
    HelpAnswer,
    Helped,
    HelpHandOver,
    HelpKind,
    HelpRequest,
    Needed,
    Offer,
    WantedHelp,
)
from api.people.models import Person, Role
from api.people.policy import NOBODY, USUAL_SETTINGS, Actor, OrganisationSettings
from api.visits.models import Visit, VisitState

REQUESTS = 49
MIX: dict[HelpKind, float] = {
    HelpKind.CLIENT: 40,
    HelpKind.KNOWLEDGE: 20,
    HelpKind.PRICE: 20,
    HelpKind.RESOURCE: 12,
    HelpKind.PERSONAL: 8,
}
NEEDED = {Needed.NOW: 22, Needed.TONIGHT: 48, Needed.WEEK: 30}
HELPED = {Helped.YES: 64, Helped.PARTLY: 27, Helped.NO: 9}
WISHES = {
    HelpKind.CLIENT: (WantedHelp.ADVICE, WantedHelp.RIDE_ALONG, WantedHelp.DRILL, None),
    HelpKind.KNOWLEDGE: (WantedHelp.ANSWER, WantedHelp.ANSWER, None),
    HelpKind.PRICE: (WantedHelp.DECISION, WantedHelp.DECISION, None),
    HelpKind.RESOURCE: (None, WantedHelp.ANSWER),
    HelpKind.PERSONAL: (None, WantedHelp.ADVICE),
}
CORRECTIONS = {
    HelpKind.CLIENT: Correction.METHOD,
    HelpKind.KNOWLEDGE: Correction.KNOWLEDGE,
    HelpKind.PRICE: Correction.DIRECTION,
    HelpKind.RESOURCE: None,
    HelpKind.PERSONAL: None,
}
FORGOTTEN = ("song.jia", 11, 14)
"""Story (d): 马朝晖 promised an answer for the evening of one day and gave it three working days later."""


@dataclass(frozen=True)
class Asked:
    """A request in the making: the day by its number, and what the words say."""

    request: HelpRequest
    day: int
    answer: str


class Helping:
    """Writes the month's requests in the order in which they were asked."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger = ledger
        self.month = month
        self.cast = cast
        self.chance = seeded("help requests")
        self.hours = Actor(
            organisation_id=ledger.organisation_id,
            person_id=NOBODY,
            role=Role.METHOD,
            team_id=None,
            led_team_ids=frozenset(),
            apprentice_ids=frozenset(),
            calendar=month.calendar,
            settings=OrganisationSettings.of(USUAL_SETTINGS),
        )

    def help_each_other(self, told: list[Told]) -> None:
        from_visits = [one for one in told if one.visit.wants_help]
        for one in from_visits:
            self._settle(self._from_visit(one))
        self._forget_one()
        kinds = self._kinds_left(len(from_visits))
        days = sorted(self.chance.randrange(1, WORKED) for _ in kinds)
        for kind, day in zip(kinds, days, strict=True):
            self._settle(self._ask(kind, day, told))
        self._harvest_one()

    def _kinds_left(self, from_visits: int) -> list[HelpKind]:
        """The mix of the whole month, without what the check-ins and the story ask."""
        hand: list[HelpKind] = dealt(self.chance, MIX, REQUESTS)
        for kind in (*[HelpKind.CLIENT] * from_visits, HelpKind.PRICE):
            hand.remove(kind)
        return hand

    def _from_visit(self, one: Told) -> Asked:
        visit, rep = one.visit, _part(one.stop.rep)
        received = visit.received_at or self.month.now
        request = self._request(
            rep,
            received,
            kind=HelpKind.CLIENT,
            needed=Needed.TONIGHT,
            audience=Audience.MANAGER,
            helper=self.cast.manager_of(rep),
            happened_at=visit.happened_at,
            visit=visit,
        )
        request.id, request.birth_digest = id_of(visit.id), None
        answers = words("help")["to_check_ins"]
        usual = self._words(HelpKind.CLIENT)["answer"]
        return Asked(request, one.stop.day, answers.get(visit.help_words, usual))

    def _ask(self, kind: HelpKind, day: int, told: list[Told]) -> Asked:
        rep = self.chance.choice([part for part in REPS if _is_here(part, day)])
        visits = [
            one.visit
            for one in told
            if one.stop.rep == rep.login and one.stop.day == day
            if one.visit.state is VisitState.DONE and not one.visit.wants_help
        ]
        at_client = kind in (HelpKind.CLIENT, HelpKind.PRICE) or self.chance.random() < 0.3
        visit = self.chance.choice(visits) if visits and at_client else None
        received = visit.received_at if visit and visit.received_at else self._some_time(day)
        audience = self._audience(kind, rep)
        said = self._words(kind)
        request = self._request(
            rep,
            received,
            kind=kind,
            needed=self.chance.choices(list(NEEDED), list(NEEDED.values()))[0],
            audience=audience,
            helper=self._helper(rep, audience),
            happened_at=received - timedelta(seconds=self.chance.randint(1, 40)),
            visit=visit,
        )
        request.words, request.wanted = said["asks"], self.chance.choice(WISHES[kind])
        return Asked(request, day, said["answer"])

    def _request(
        self,
        rep: Part,
        received: datetime,
        *,
        needed: Needed,
        helper: Person | None,
        visit: Visit | None,
        **told: Any,
    ) -> HelpRequest:
        asker = self.cast.people[rep.login]
        request = self.ledger.add(
            HelpRequest,
            received,
            asker_id=asker.id,
            team_id=asker.team_id,
            about_kind=About.VISIT if visit else None,
            about_id=visit.id if visit else None,
            client_id=visit.client_id if visit else None,
            needed=needed,
            helper_id=helper.id if helper else None,
            raised_at=received,
            due_at=policy.due(self.hours, needed, received=received),
            **told,
        )
        request.birth_digest = born_as(request.id)
        return request

    def _settle(self, asked: Asked) -> None:
        """What was asked before today is answered and closed; what was asked today waits."""
        if asked.day == TODAY:
            return
        request, chance = asked.request, self.chance
        taken = request.helper_id or self._teammate(request)
        if request.helper_id is None:
            self._hand_over(request, to=taken, moment=self._soon(request, share=0.3))
        elif chance.random() < 0.1 and request.kind != HelpKind.PERSONAL:
            taken = self._teammate(request)
            moment = self._soon(request, share=0.3)
            self._hand_over(request, to=taken, moment=moment, why=words("help")["handed"])
        said = self._soon(request, share=chance.uniform(0.35, 0.95))
        request.seen_at = self._soon(request, share=0.32)
        self._answer(request, taken, said, asked.answer, offer=self._offer(request))
        self._close(request, said)

    def _close(self, request: HelpRequest, said: datetime) -> None:
        """Tried the next day; once in a while still stuck, and then together."""
        tried = self.month.calendar.moment(self._next(said), "17:10")
        if tried > self.month.now:
            return
        request.tried_at = request.updated_at = tried
        closed = self.month.calendar.moment(self._next(said), "19:25")
        if closed > self.month.now:
            return
        request.solved_at = request.updated_at = closed
        request.helped = self.chance.choices(list(HELPED), list(HELPED.values()))[0]

    def _answer(
        self,
        request: HelpRequest,
        by: UUID,
        moment: datetime,
        said: str,
        *,
        offer: Offer = Offer.NONE,
    ) -> None:
        on_day = None if offer is Offer.NONE else self._next(moment)
        correction = CORRECTIONS[HelpKind(request.kind)]
        answer = self.ledger.add(
            HelpAnswer,
            moment,
            request_id=request.id,
            by_id=by,
            words=said,
            offers=offer,
            on_day=on_day,
            correction=correction,
            said_at=moment,
            birth_digest=b"",
        )
        answer.birth_digest = born_as(answer.id)
        request.answered_at = request.updated_at = moment
        request.version += 2
        if on_day is not None:
            self._promise(request, by, moment, offer, on_day, correction or Correction.SKILL)

    def _promise(
        self,
        request: HelpRequest,
        by: UUID,
        moment: datetime,
        offer: Offer,
        on_day: date,
        correction: Correction,
    ) -> None:
        """What is done together is a promise of the helper, kept once its day is over."""
        said, how_seen = TOGETHER[offer]
        made = self.ledger.add(
            Commitment,
            moment,
            owner_id=by,
            to_id=request.asker_id,
            words=said,
            how_seen=how_seen,
            due=on_day,
            correction=correction,
            client_id=request.client_id,
            origin_kind=CommitmentOrigin.HELP_REQUEST,
            origin_id=request.id,
            birth_digest=b"",
        )
        made.birth_digest = born_as(made.id)
        over = self.month.calendar.moment(on_day, "19:20")
        if over <= self.month.now:
            made.outcome, made.settled_at, made.settled_by_id = Kept.KEPT, over, request.asker_id
            made.updated_at, made.version = over, 2

    def _hand_over(
        self, request: HelpRequest, *, to: UUID, moment: datetime, why: str | None = None
    ) -> None:
        self.ledger.add(
            HelpHandOver,
            moment,
            request_id=request.id,
            from_id=request.helper_id,
            to_id=to,
            by_id=request.helper_id or to,
            why=why,
        )
        request.helper_id, request.version = to, request.version + 1

    def _forget_one(self) -> None:
        login, asked_on, answered_on = FORGOTTEN
        rep, said = _part(login), words("help")
        manager = self.cast.manager_of(rep)
        received = self.month.at(asked_on, "16:40")
        request = self._request(
            rep,
            received,
            kind=HelpKind.PRICE,
            needed=Needed.TONIGHT,
            audience=Audience.MANAGER,
            helper=manager,
            happened_at=received,
            visit=None,
        )
        request.words, request.wanted = said["late_asks"], WantedHelp.DECISION
        moment = self.month.at(answered_on, "09:05")
        request.seen_at = moment
        self._answer(request, manager.id, moment, said["late"])
        self._close(request, moment)

    def _harvest_one(self) -> None:
        """何静 makes a topic of the price question that helped first, the evening it was closed."""
        manager = self.cast.people["he.jing"]
        request = next(
            one
            for one in sorted(self.ledger.of(HelpRequest), key=lambda one: one.raised_at)
            if one.kind == HelpKind.PRICE and one.solved_at and one.team_id == manager.team_id
        )
        harvested = (request.solved_at or self.month.now) + timedelta(minutes=9)
        request.harvest_kind, request.harvest_words = HarvestKind.TOPIC, words("help")["harvest"]
        request.harvest_by_id, request.harvested_at = manager.id, harvested
        request.updated_at, request.version = harvested, request.version + 1

    def _audience(self, kind: HelpKind, rep: Part) -> Audience:
        if rep.newcomer and self.chance.random() < 0.6:
            return Audience.MENTOR
        to_team = kind is not HelpKind.PERSONAL and self.chance.random() < 0.12
        return Audience.TEAM if to_team else Audience.MANAGER

    def _helper(self, rep: Part, audience: Audience) -> Person | None:
        if audience is Audience.TEAM:
            return None
        if audience is Audience.MENTOR:
            return self.cast.people[rep.mentor or ""]
        return self.cast.manager_of(rep)

    def _teammate(self, request: HelpRequest) -> UUID:
        """An experienced rep of the asker's team who does not have it already."""
        team = [
            self.cast.people[part.login]
            for part in REPS
            if not part.newcomer and self.cast.people[part.login].team_id == request.team_id
        ]
        free = [one.id for one in team if one.id not in (request.asker_id, request.helper_id)]
        return self.chance.choice(free)

    def _offer(self, request: HelpRequest) -> Offer:
        wished = {WantedHelp.RIDE_ALONG: Offer.RIDE_ALONG, WantedHelp.DRILL: Offer.DRILL}
        return wished.get(request.wanted, Offer.NONE) if request.wanted else Offer.NONE

    def _words(self, kind: HelpKind) -> dict[str, str]:
        said: dict[str, str] = self.chance.choice(words("help")[kind])
        return said

    def _some_time(self, day: int) -> datetime:
        return self.month.at(day, "09:20", minutes=self.chance.randint(0, 500))

    def _soon(self, request: HelpRequest, *, share: float) -> datetime:
        """Within the promise, and not after the demo was loaded."""
        end = min(request.due_at, self.month.now)
        return request.raised_at + (end - request.raised_at) * share

    def _next(self, moment: datetime) -> date:
        calendar = self.month.calendar
        return calendar.next_working(calendar.today(moment))


def _part(login: str) -> Part:
    return next(part for part in REPS if part.login == login)


def _is_here(part: Part, day: int) -> bool:
    """Newcomers ask from their camp's end on; who has left asks no more."""
    gone = part.login == LEAVER and day >= LEAVES_ON - 1
    return not gone and (not part.newcomer or day >= CAMP_DAYS)
