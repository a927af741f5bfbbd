"""What the teams told one another: deals won and lost, the week's KPI, tips, and the cases that came of them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from api.clients.models import Client
from api.deals.models import Deal
from api.demo.goals import Agreeing
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, Cast
from api.demo.playbook import Playbook
from api.demo.visits import Told
from api.drills.models import Drill, Round
from api.goals.models import Goal
from api.kit.text import spaced
from api.people.models import Person, Role
from api.playbook.models import UseResult
from api.shares.cases.models import Case, CasePart, CaseTag, CaseUse, Stage, TagKind
from api.shares.cases.policy import CHECKED_AGAIN_AFTER
from api.shares.models import (
    PARTS_OF,
    PartKey,
    Share,
    ShareFigure,
    ShareKind,
    SharePart,
    ShareTap,
    TapKind,
)
from api.visits.models import Visit, VisitObjection

DEALS, LOSSES, CASES, USES = 26, 9, 12, 30
THANKED = 0.6
Said = Mapping[PartKey, str]


class Sharing:
    """The shares of a month, grown out of its deals, goals and evenings."""

    def __init__(
        self, ledger: Ledger, month: Month, cast: Cast, playbook: Playbook, told: list[Told]
    ) -> None:
        self.ledger, self.month, self.cast = ledger, month, cast
        self.playbook = playbook
        self.chance = seeded("shares")
        self.said: dict[str, Any] = words("shares")
        # Each in turn, so that no two of the library are called alike.
        self.headlines = cycle(self.said["headlines"])
        self.clients = {one.id: one for one in ledger.of(Client)}
        self.visits = {one.visit.id: one.visit for one in told}
        self.numbers = {day: number for number, day in enumerate(month.days)}

    def tell(self, agreeing: Agreeing) -> None:
        deals = self._deals()
        lost = self._losses()
        self._weeks(agreeing)
        self._tips()
        self._curate([*deals, *lost])

    def _deals(self) -> list[Share]:
        """Those of the stories, and so many others; who signed it tells."""
        signed = [
            deal
            for deal in self.ledger.of(Deal)
            if deal.signed_by_visit_id is not None and self._number(deal.signed_on) < TODAY
        ]
        stories = [one for one in signed if self._client(one).name in self.said["stories"]]
        others = [one for one in signed if one not in stories]
        self.chance.shuffle(others)
        return [self._deal(one) for one in (stories + others)[:DEALS]]

    def _deal(self, deal: Deal) -> Share:
        visit = self.visits[_there(deal.signed_by_visit_id)]
        story = self.said["stories"].get(self._client(deal).name, {})
        heard = self._heard(deal)
        said = {
            PartKey(key): story.get(key) or self.chance.choice(self.said[key])
            for key in ("found", "followed_up", "signed", "collection")
        }
        said[PartKey.PROBLEMS] = "\n".join(
            f"“{one}” → {self.playbook.first(key)}" for key, one in heard
        )
        headline = story.get("headline") or next(self.headlines)
        share = self._share(
            ShareKind.DEAL,
            visit.rep_id,
            self._number(deal.signed_on),
            "19:24",
            words=headline,
            type_key=heard[-1][0] if heard else None,
            deal_id=deal.id,
            drilled=self._drilled(visit),
        )
        self._parts(share, said)
        self._thank(share)
        return share

    def _losses(self) -> list[Share]:
        lost = [
            deal
            for deal in self.ledger.of(Deal)
            if deal.lost_on is not None and self._number(deal.lost_on) < TODAY
        ]
        self.chance.shuffle(lost)
        return [self._loss(one) for one in lost[:LOSSES]]

    def _loss(self, deal: Deal) -> Share:
        heard = self._heard(deal)
        share = self._share(
            ShareKind.LOSS,
            deal.owner_id,
            self._number(deal.lost_on),
            "19:41",
            words=self.chance.choice(self.said["lost_headlines"]),
            type_key=heard[-1][0] if heard else None,
            deal_id=deal.id,
        )
        said = {
            PartKey.WHY: f"{deal.lost_reason}。",
            PartKey.OTHERWISE: self.chance.choice(self.said["otherwise"]),
            PartKey.LESSON: self.chance.choice(self.said["lesson"]),
        }
        self._parts(share, said)
        self._thank(share)
        return share

    def _weeks(self, agreeing: Agreeing) -> None:
        """On the last worked day of a week, beside the figures as they stood that evening; newcomers from their second on."""
        for part, week, goal, target, reached in agreeing.weeks_over():
            share = self._share(
                ShareKind.KPI,
                self.cast.people[part.login].id,
                week.days[-1],
                "18:50",
                words="",
                week_of=goal.first_day,
            )
            self._figure(share, goal, target, reached)
            said = {
                PartKey.PROBLEMS: self.chance.choice(self.said["problems"]),
                PartKey.SOLUTIONS: self.chance.choice(self.said["solutions"]),
            }
            self._parts(share, said)

    def _figure(self, share: Share, goal: Goal, target: int, reached: int) -> None:
        self.ledger.add(
            ShareFigure,
            share.created_at,
            share_id=share.id,
            goal_id=goal.id,
            place=0,
            metric=goal.metric,
            target=target,
            reached=reached,
            currency=goal.currency,
        )

    def _tips(self) -> None:
        for login, day, said, key in self.said["tips"]:
            author = self.cast.people[login].id
            self._share(ShareKind.TIP, author, day, "19:52", words=said, type_key=key)

    def _curate(self, shares: list[Share]) -> None:
        """The stories first, and what the one who left found: it stays with the team (f)."""
        left, told = self.cast.people[LEAVER].id, self.ledger.of(Share)
        tips = [one for one in told if one.author_id == left and one.kind == ShareKind.TIP]
        for share in [*tips, *shares][:CASES]:
            self._case(share)
        self._use()

    def _case(self, share: Share) -> None:
        curator = self._curator(share)
        moment = min(
            share.created_at + timedelta(days=2, hours=-3), self.month.happened(20, "09:05")
        )
        said = [one for one in self.ledger.of(SharePart) if one.share_id == share.id]
        told = next((one for one in self.ledger.of(Deal) if one.id == share.deal_id), None)
        tags = [
            (TagKind.OBJECTION, share.type_key),
            (TagKind.INDUSTRY, self._client(told).industry if told else None),
            (TagKind.STAGE, Stage.COLLECTING if "打款" in share.words else Stage.SIGNING),
        ]
        # A tip is one sentence: its lesson, under the same words.
        lessons = [(one.key, one.place, one.words) for one in said]
        lessons = lessons or [(PartKey.LESSON, 0, share.words)]
        case = self.ledger.add(
            Case,
            moment,
            share_id=share.id,
            kind=share.kind,
            author_id=share.author_id,
            curated_by_id=curator.id,
            owner_id=curator.id,
            title=share.words,
            searched="",
            check_on=self.month.calendar.today(moment) + CHECKED_AGAIN_AFTER,
            birth_digest=b"",
        )
        case.birth_digest = born_as(case.id)
        texts = [case.title, *(told for _, _, told in lessons), *(str(v) for _, v in tags if v)]
        case.searched = spaced("\n".join(texts))
        for key, place, words_ in lessons:
            part = {"key": key, "place": place, "words": words_}
            self.ledger.add(CasePart, moment, case_id=case.id, **part)
        for kind, value in tags:
            if value:
                self.ledger.add(CaseTag, moment, case_id=case.id, kind=kind, value=value)

    def _use(self) -> None:
        """By reps of every team, at visits after the case was there."""
        cases = self.ledger.of(Case)
        used: set[tuple[UUID, UUID]] = set()
        made = [one for one in self.visits.values() if one.checked_in and one.effective]
        self.chance.shuffle(made)
        for visit in made:
            case = self.chance.choice(cases)
            told_at = visit.received_at or visit.created_at
            late = told_at <= case.created_at or visit.rep_id == case.author_id
            if len(used) == USES or late or (case.id, visit.id) in used:
                continue
            used.add((case.id, visit.id))
            result = self.chance.choices(tuple(UseResult), weights=(6, 3, 1))[0]
            use = {"visit_id": visit.id, "by_id": visit.rep_id, "result": result}
            self.ledger.add(CaseUse, told_at, case_id=case.id, day=visit.day, **use)

    def _share(self, kind: ShareKind, author_id: UUID, day: int, wall: str, **told: Any) -> Share:
        author = next(one for one in self.cast.people.values() if one.id == author_id)
        # Apart by a second each, so that the newest is the same one on every machine.
        moment = self.month.at(day, wall) + timedelta(seconds=len(self.ledger.of(Share)))
        share = self.ledger.add(
            Share,
            moment,
            kind=kind,
            author_id=author_id,
            team_id=author.team_id,
            told_at=moment,
            birth_digest=b"",
            **told,
        )
        share.birth_digest = born_as(share.id)
        return share

    def _parts(self, share: Share, said: Said) -> None:
        for place, key in enumerate(PARTS_OF[ShareKind(share.kind)]):
            if said.get(key):
                part = {"key": key, "place": place, "words": said[key]}
                self.ledger.add(SharePart, share.created_at, share_id=share.id, **part)

    def _thank(self, share: Share) -> None:
        """By people of the same team, a while later."""
        for minutes, one in enumerate(self._team(share), start=4):
            if self.chance.random() < THANKED and one.id != share.author_id:
                moment = share.created_at + timedelta(minutes=minutes)
                tap = {"by_id": one.id, "kind": TapKind.THANKS}
                self.ledger.add(ShareTap, moment, share_id=share.id, **tap)

    def _team(self, share: Share) -> Iterator[Person]:
        for one in self.cast.people.values():
            gone = one.disabled_at is not None and one.disabled_at < share.created_at
            if one.team_id == share.team_id and not gone:
                yield one

    def _curator(self, share: Share) -> Person:
        leads = (one for one in self._team(share) if one.role == Role.MANAGER)
        return next(leads)

    def _heard(self, deal: Deal) -> list[tuple[str, str]]:
        """What the client said against it, each kind once, in the words it was said in."""
        ids = {one.id for one in self.visits.values() if one.client_id == deal.client_id}
        heard = [one for one in self.ledger.of(VisitObjection) if one.visit_id in ids]
        by_key = {one.type_key: one.words for one in heard if one.type_key and one.words}
        return list(by_key.items())[-3:]

    def _drilled(self, visit: Visit) -> dict[str, Any] | None:
        days = {one.id: one.day for one in self.ledger.of(Drill)}
        bosses: dict[str, int] = {}
        for one in self.ledger.of(Round):
            mine = one.rep_id == visit.rep_id and one.client_id == visit.client_id
            if mine and days[one.drill_id] <= visit.day:
                bosses[str(one.boss_id)] = bosses.get(str(one.boss_id), 0) + 1
        return {"rounds": sum(bosses.values()), "bosses": bosses} if bosses else None

    def _client(self, deal: Deal) -> Client:
        return self.clients[deal.client_id]

    def _number(self, day: date | None) -> int:
        """What happened before the month is out of the question for a share."""
        return self.numbers.get(day, TODAY) if day else TODAY


def _there(found: UUID | None) -> UUID:
    if found is None:
        raise LookupError("a deal that is told was signed at a visit")
    return found
