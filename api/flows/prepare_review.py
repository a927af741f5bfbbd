"""会前准备: before a review both see the same facts of goal, process, ability and help, each linked to its records.

From the method: in (auto) is what was meant and made, what clients said, what was drilled, where help was wanted
(domain.md §2.6, 47–51). No confidence and no score is among it, and a team's or a manager's facts name nobody. A
manager's are about the coaching: what was promised to the team and given, and never how one rep stands beside another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.commitments.models import CommitmentOutcome
from api.commitments.owed import queries as commitments
from api.commitments.owed.queries import THANKS, Owed
from api.deals import queries as deals
from api.deals.periods import queries as deal_periods
from api.deals.periods.queries import DealOfPeriod
from api.drills.periods import queries as drill_periods
from api.drills.reality_checks.queries import hit_rate
from api.goals import queries as goals
from api.goals.owed import queries as goals_owed
from api.goals.queries import GoalView
from api.help_requests.owed import queries as help_requests
from api.kit.events import on
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor
from api.reviews import queries as reviews
from api.reviews.events import ReviewOpened
from api.reviews.models import Review, ReviewKind
from api.reviews.pre_reads import service as pre_reads
from api.reviews.pre_reads.models import FactPart, LinkKind
from api.reviews.pre_reads.service import Fact, Link, fact, link
from api.ride_alongs import queries as ride_alongs
from api.ride_alongs.ladder import queries as ladder
from api.ride_alongs.ladder.policy import order_of
from api.ride_alongs.models import Rung
from api.ride_alongs.owed import queries as rides_owed
from api.training.practice import queries as practice
from api.visits.models import Outcome
from api.visits.periods import queries as visit_periods
from api.visits.periods.queries import SaidAt, VisitOfPeriod

MOST_TYPES = 5


@dataclass(frozen=True)
class About:
    """Of whom and of which days the facts tell; `client_id` when they are about one deal."""

    db: Session
    actor: Actor
    review: Review
    who: Sequence[UUID]
    since: date
    until: date
    client_id: UUID | None = None

    @property
    def days(self) -> dict[str, date]:
        return {"since": self.since, "until": self.until}

    @property
    def organisation_id(self) -> UUID:
        return self.actor.organisation_id

    @cached_property
    def visits(self) -> list[VisitOfPeriod]:
        """Process and help look at the same ones."""
        return visit_periods.visits_between(
            self.db, self.organisation_id, self.who, **self.days, client_id=self.client_id
        )


@on(ReviewOpened)
def prepare_review(db: Session, event: ReviewOpened, organisation_id: UUID) -> None:
    actor = Actor.method(db, organisation_id)
    review = reviews.one(db, organisation_id, event.review_id)
    days = pre_reads.days_of(db, actor, review)
    facts = facts_for(db, actor, review, days)
    pre_reads.keep_snapshot(db, actor, review_id=review.id, days=days, facts=facts)


def facts_for(db: Session, actor: Actor, review: Review, days: tuple[date, date]) -> list[Fact]:
    """What names somebody's visits is for those who may open them; a team and a region hear the figures."""
    about = _about(db, actor, review, days)
    facts = [one for gather in GATHERED[ReviewKind(review.kind)] for one in gather(about)]
    named = review.kind not in (ReviewKind.TEAM, ReviewKind.MANAGER)
    return facts if named else [{**one, "links": []} for one in facts]


def _about(db: Session, actor: Actor, review: Review, days: tuple[date, date]) -> About:
    who = [review.person_id] if review.person_id else _team(db, review)
    client_id = None
    if review.deal_id is not None:
        client_id = deals.one(db, actor.organisation_id, review.deal_id).client_id
    return About(db, actor, review, who, *days, client_id=client_id)


def _team(db: Session, review: Review) -> list[UUID]:
    if review.team_id is None:
        return []
    return people.reps_of(db, review.organisation_id, review.team_id)


def goals_and_what_is_short(about: About) -> list[Fact]:
    """How far each agreed goal is, then each factor that is short of the own period before."""
    found = goals.agreed_within(about.db, about.actor, about.who[0], **about.days)
    short = {
        one.what_helps.factor: one for one in found if one.what_helps and one.what_helps.factor
    }
    return [
        *map(_goal, found),
        *(
            fact(FactPart.GOAL, f"short_{factor}", short=True, links=[_to_goal(one)])
            for factor, one in short.items()
        ),
    ]


def signed_and_collected(about: About) -> list[Fact]:
    told: list[tuple[str, list[DealOfPeriod]]] = [
        (name, read(about.db, about.organisation_id, about.who, **about.days))
        for name, read in (
            ("signed", deal_periods.signed_between),
            ("collected", deal_periods.payments_between),
            ("lost", deal_periods.lost_between),
        )
    ]
    return [
        fact(FactPart.GOAL, name, figure=len(found), money=_sum(found), links=map(_deal, found))
        for name, found in told
        if found or name != "lost"
    ]


def the_deal(about: About) -> list[Fact]:
    """What a deal review is about."""
    if about.review.deal_id is None:
        return []
    deal = deals.one(about.db, about.organisation_id, about.review.deal_id)
    found = {"amount_minor": deal.amount_minor, "currency": deal.currency}
    return [
        fact(
            FactPart.GOAL,
            f"deal_{deal.state}",
            money=found,
            links=[link(LinkKind.DEAL, deal.id, on=deal.signed_on or deal.lost_on)],
        )
    ]


def visits_and_what_was_said(about: About) -> list[Fact]:
    every = about.visits
    made = [one for one in every if one.made]
    effective = [one for one in made if one.effective]
    stalled = [one for one in made if one.outcome == Outcome.STALLED]
    said = visit_periods.said_between(
        about.db, about.organisation_id, about.who, **about.days, client_id=about.client_id
    )
    return [
        _visits("visits_made", made, of=len(every)),
        _visits("effective_visits", effective, of=len(made)),
        _visits("stalled_visits", stalled, of=len(made)),
        *_by_type(said),
    ]


def steps_overdue(about: About) -> list[Fact]:
    found = visit_periods.next_steps_overdue(
        about.db, about.organisation_id, about.who, today=about.until
    )
    return [_visits("next_steps_overdue", found)] if found else []


def evenings(about: About) -> list[Fact]:
    """Evenings and rounds are counted; how somebody played is not told."""
    found = drill_periods.evenings_between(
        about.db, about.organisation_id, about.who, **about.days, client_id=about.client_id
    )
    links = [link(LinkKind.DRILL, one.drill_id, on=one.day) for one in found]
    return [
        fact(FactPart.ABILITY, "evenings", figure=len(found), links=links),
        fact(FactPart.ABILITY, "rounds", figure=sum(one.rounds for one in found)),
    ]


def help_wanted(about: About) -> list[Fact]:
    asked = [one for one in about.visits if one.wants_help]
    return [_visits("help_wanted", asked, part=FactPart.HELP)]


def hits_of_the_team(about: About) -> list[Fact]:
    """How well the team knows its clients: which expected objections came (domain.md §5, 2)."""
    if about.review.team_id is None:
        return []
    rate = hit_rate(about.db, about.organisation_id, about.review.team_id, **about.days)
    return [fact(FactPart.ABILITY, "expected_that_came", figure=rate.came, of=rate.expected)]


def rungs_and_practice(about: About) -> list[Fact]:
    """Where somebody stands in each skill, who walked beside them, and what a class gave to try."""
    whose = about.db.get_one(Person, (about.organisation_id, about.who[0]))
    order, standings = order_of(about.actor), ladder.standings_of(about.db, whose)
    rides = ride_alongs.ridden_between(about.db, whose, **about.days)
    tried = practice.practised_between(about.db, whose, **about.days)
    links = [link(LinkKind.RIDE_ALONG, one.id, on=one.day) for one in rides]
    return [
        *(
            fact(
                FactPart.ABILITY,
                f"rung_{key}",
                figure=order.index(Rung(standings[key].rung)) + 1,
                of=len(order),
            )
            for key in sorted(standings)
        ),
        fact(FactPart.ABILITY, "ride_alongs", figure=len(rides), links=links),
        *([fact(FactPart.ABILITY, "practised", figure=tried.seen, of=tried.given)] * bool(tried)),
    ]


def reviews_held(about: About) -> list[Fact]:
    """A manager's coaching: what was held of what was meant, and what moved."""
    found = reviews.held_by(about.db, about.organisation_id, about.who[0], **about.days)
    held = [one for one in found if one.agreed_at is not None]
    moved = [one for one in found if one.moved_from is not None]
    skipped = [one for one in found if one.called_off_at is not None]
    return [
        fact(FactPart.PROCESS, "reviews_held", figure=len(held), of=len(found)),
        fact(FactPart.PROCESS, "reviews_moved", figure=len(moved)),
        fact(FactPart.PROCESS, "reviews_skipped", figure=len(skipped)),
    ]


def help_given(about: About) -> list[Fact]:
    """What a manager owed the team in help: answered in its time, or past it, an open one among them."""
    found = _owed(about, help_requests.owed_by)
    in_time = [one for one in found if one.done_at is not None and not one.late]
    late = [one for one in found if one.late]
    return [
        fact(FactPart.HELP, "help_in_time", figure=len(in_time), of=len(in_time) + len(late)),
        fact(FactPart.HELP, "help_late", figure=len(late)),
    ]


def beside_the_team(about: About) -> list[Fact]:
    """Days ridden of those promised, advice after a miss, and the evenings on which the manager played, too."""
    rides = _owed(about, rides_owed.owed_by)
    given = [one for one in rides if one.done_at is not None]
    missed = [one for one in rides if one.done_at is None and one.late]
    advice = _owed(about, goals_owed.owed_by)
    owed = [one for one in advice if one.done_at is None]
    late = [one for one in owed if one.late]
    sat_in = drill_periods.sat_in_between(
        about.db, about.organisation_id, about.who[0], **about.days
    )
    return [
        fact(FactPart.PROCESS, "rides_given", figure=len(given), of=len(given) + len(missed)),
        fact(FactPart.PROCESS, "advice_given", figure=len(advice) - len(owed)),
        fact(FactPart.PROCESS, "advice_owed", figure=len(owed)),
        fact(FactPart.PROCESS, "advice_late", figure=len(late)),
        fact(FactPart.ABILITY, "drills_sat_in", figure=sat_in),
    ]


def promises_of_the_manager(about: About) -> list[Fact]:
    """How the manager's own promises went; no rep's are among them."""
    settled = [one for one in _owed(about, commitments.owed_by) if one.outcome is not None]
    told = {one: sum(each.outcome == one for each in settled) for one in CommitmentOutcome}
    whole = {CommitmentOutcome.KEPT: len(settled)}
    return [
        fact(FactPart.PROCESS, f"promises_{one}", figure=number, of=whole.get(one))
        for one, number in told.items()
    ]


def _owed(about: About, ask: Callable[..., list[Owed]]) -> list[Owed]:
    """As the ledger has it: what is open, and what was done on these days; thanks are not owed."""
    found = ask(about.db, about.actor, about.who[0], since=about.since)
    return [one for one in found if one.kind != THANKS and _is_of(about, one)]


def _is_of(about: About, one: Owed) -> bool:
    return one.done_at is None or about.actor.calendar.today(one.done_at) <= about.until


Gather = Callable[[About], list[Fact]]
OF_A_TEAM: tuple[Gather, ...] = (
    signed_and_collected,
    visits_and_what_was_said,
    steps_overdue,
    evenings,
    help_wanted,
)
OF_ONE: tuple[Gather, ...] = (
    goals_and_what_is_short,
    signed_and_collected,
    visits_and_what_was_said,
    steps_overdue,
    evenings,
    rungs_and_practice,
    help_wanted,
)
OF_COACHING: tuple[Gather, ...] = (
    reviews_held,
    promises_of_the_manager,
    beside_the_team,
    help_given,
)
GATHERED: dict[ReviewKind, tuple[Gather, ...]] = {
    ReviewKind.WEEKLY: OF_ONE,
    ReviewKind.MONTH: OF_ONE,
    ReviewKind.TEAM: (*OF_A_TEAM, hits_of_the_team),
    ReviewKind.MANAGER: OF_COACHING,
    ReviewKind.DEAL: (the_deal, visits_and_what_was_said, evenings),
}


def _goal(one: GoalView) -> Fact:
    """An amount beside the target in the same smallest unit, or a count beside its target."""
    target = one.agreed.target if one.agreed else None
    told: dict[str, Any] = {"figure": one.reached.value}
    if one.currency is not None:
        told = {"money": {"amount_minor": one.reached.value, "currency": one.currency}}
    return fact(FactPart.GOAL, f"goal_{one.metric}", target=target, links=[_to_goal(one)], **told)


def _to_goal(one: GoalView) -> Link:
    return link(LinkKind.GOAL, one.id, on=one.last)


def _visits(
    key: str,
    found: Sequence[VisitOfPeriod | SaidAt],
    *,
    of: int | None = None,
    part: FactPart = FactPart.PROCESS,
    type_key: str | None = None,
) -> Fact:
    return fact(part, key, figure=len(found), of=of, type_key=type_key, links=map(_visit, found))


def _visit(one: VisitOfPeriod | SaidAt) -> Link:
    visit_id = one.visit_id if isinstance(one, SaidAt) else one.id
    return link(LinkKind.VISIT, visit_id, on=one.day, client=one.client)


def _deal(one: DealOfPeriod) -> Link:
    return link(LinkKind.DEAL, one.id, on=one.on, client=one.client)


def _by_type(said: Iterable[SaidAt]) -> list[Fact]:
    """What was heard most comes first; a client's words are read at the visit."""
    by_type: dict[str, list[SaidAt]] = defaultdict(list)
    for one in said:
        by_type[one.type_key].append(one)
    often = sorted(by_type.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:MOST_TYPES]
    return [_visits("objection", found, type_key=key) for key, found in often]


def _sum(found: Sequence[DealOfPeriod]) -> dict[str, Any] | None:
    """In the currency of the newest; another currency is told by its own deal."""
    if not found:
        return None
    currency = found[0].amount.currency
    minor = sum(one.amount.amount_minor for one in found if one.amount.currency == currency)
    return {"amount_minor": minor, "currency": currency}
