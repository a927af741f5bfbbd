"""纠正方向、调整方法、补充知识、习得技能: the one word that an answered advice ends in decides what waits for the rep next.

From the method (domain.md §1, 48 and §4): direction ⇒ goal or client mix is a question of the next review; method ⇒ a
case, and the way of the one rival; knowledge ⇒ the class about it, or the wish for one; skill ⇒ a drill plan, and the
focus of the next ride-along, which follows from the promise itself. What was written stays between the two.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.clients.models import Client
from api.commitments import queries as commitments
from api.commitments.models import Correction
from api.drills.deck import service as deck
from api.goals.advice import service as advice
from api.goals.events import AdviceAnswered
from api.goals.models import Goal, LeadKind
from api.kit.clock import now
from api.kit.events import on
from api.kit.origin import Origin
from api.people.models import Person
from api.people.policy import Actor, acting
from api.playbook import queries as playbook
from api.reviews.asks import service as asks
from api.reviews.asks.models import AskKey
from api.reviews.asks.service import Asked
from api.shares.cases import queries as cases
from api.shares.proposals.policy import Wanted, of_case, proposed
from api.shares.rivals import queries as rivals
from api.training import queries as training
from api.training.topics import service as topics
from api.visits.heard import queries as heard

GOAL = "goal"


@dataclass(frozen=True)
class Missed:
    """The goal an advice was about, and its rep."""

    db: Session
    actor: Actor
    goal: Goal
    rep: Person

    @property
    def organisation_id(self) -> UUID:
        return self.actor.organisation_id

    def leads_to(self, kind: LeadKind, record_id: UUID | None = None) -> None:
        advice.lead(self.db, self.goal, kind, record_id)


@on(AdviceAnswered)
def route_correction(db: Session, fact: AdviceAnswered, organisation_id: UUID) -> None:
    """By what the two agreed it is about; what a manager brings is the manager's own promise, and leads nowhere else."""
    promised = commitments.by_ids(db, organisation_id, [fact.commitment_id])
    correction = promised[fact.commitment_id].correction
    if correction is None:
        return
    missed = Missed(
        db,
        Actor.method(db, organisation_id),
        db.get_one(Goal, (organisation_id, fact.goal_id)),
        db.get_one(Person, (organisation_id, fact.owner_id)),
    )
    ROADS[Correction(correction)](missed)


def direction(missed: Missed) -> None:
    """Nobody changes a goal alone: both are asked in the review where they sit together."""
    asks.ask(
        missed.db,
        missed.actor,
        asked=Asked(
            AskKey.GOAL_OR_MIX,
            about=str(missed.goal.metric),
            on=missed.actor.today(missed.db),
            person_id=missed.rep.id,
            goal_id=missed.goal.id,
        ),
    )
    missed.leads_to(LeadKind.REVIEW_QUESTION)


def method(missed: Missed) -> None:
    """The case that the library itself would choose first, and the one rival who wrote what to learn."""
    db, rep = missed.db, acting(missed.db, missed.organisation_id, missed.rep.id)
    offered = [of_case(case, text) for case, text in cases.offered(db, rep)]
    for chosen in proposed(offered, what_stuck(missed), moment=now(db))[:1]:
        missed.leads_to(LeadKind.CASE, chosen.id)
    side = rivals.active_of(db, missed.organisation_id, missed.rep.id)
    if side is not None:
        missed.leads_to(LeadKind.RIVAL, side.rivalry_id)


def what_stuck(missed: Missed) -> Wanted:
    """What clients said where it stuck in these days, and the industry in which it stuck most."""
    said = heard.stalled(
        missed.db, missed.organisation_id, missed.rep.id, since=missed.goal.first_day
    )
    at = {one.client.id for one in said}
    found = (missed.db.get_one(Client, (missed.organisation_id, one)) for one in sorted(at))
    industries = Counter(client.industry for client in found if client.industry)
    most = max(sorted(industries), key=lambda one: industries[one], default=None)
    keys = frozenset(one.type_key for one in said if one.type_key)
    return Wanted(objections=keys, industry=most, words=frozenset())


def knowledge(missed: Missed) -> None:
    """The team's coming class about it; where none is planned, a wish that names nobody."""
    db, team_id = missed.db, missed.rep.team_id
    skill = advice.skill_of(db, missed.goal)
    if team_id is None:
        return
    today = missed.actor.today(db)
    session_id = skill and training.next_about(
        db, missed.organisation_id, team_id, skill, today=today
    )
    if session_id:
        missed.leads_to(LeadKind.SESSION, session_id)
        return
    names = dict(playbook.names_of_skills(db, missed.organisation_id))
    topic = names[skill]["zh"] if skill else TOPIC_OF_NO_SKILL
    wish = topics.propose_what_is_missing(
        db, missed.actor, team_id=team_id, topic=topic, skill_key=skill
    )
    missed.leads_to(LeadKind.TOPIC, wish.id)


def skill(missed: Missed) -> None:
    """Cards at equal gaps; the focus of the next ride-along is read from the promise, which names the skill."""
    origin = Origin(GOAL, missed.goal.id)
    laid = deck.plan(
        missed.db,
        missed.actor,
        rep_id=missed.rep.id,
        since=missed.goal.first_day,
        origin=origin,
    )
    if laid:
        missed.leads_to(LeadKind.DRILL_PLAN)
    if advice.skill_of(missed.db, missed.goal):
        missed.leads_to(LeadKind.RIDE_FOCUS)


TOPIC_OF_NO_SKILL = "把一周安排好 / Planning the week"
"""Of what no skill of the playbook is the name: days and their plan."""

ROADS: dict[Correction, Callable[[Missed], None]] = {
    Correction.DIRECTION: direction,
    Correction.METHOD: method,
    Correction.KNOWLEDGE: knowledge,
    Correction.SKILL: skill,
}
