"""同一类求助两周里多起来，就在 Review 里问、上课讲，或请大区定: what help is asked for more often has its answer (domain.md §4).

Looked at once a day over whole working days. It is counted by kind and never by whom, and what is personal stays out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.help_requests.models import HelpKind
from api.help_requests.rising import service as rising
from api.help_requests.rising.service import FEWEST, RisingDays, RisingView
from api.people import queries as people
from api.people.models import Role
from api.people.policy import Actor, acting
from api.reviews.asks import service as asks
from api.reviews.asks.models import AskKey
from api.reviews.asks.service import Asked
from api.training.topics import service as topics

TOPIC = "大家最近求助最多的知识 / What people ask help for most"


@dataclass(frozen=True)
class Rises:
    """A kind that a team asks for more often, with the one who leads the team."""

    db: Session
    actor: Actor
    team_id: UUID
    manager_id: UUID
    days: RisingDays
    kind: RisingView

    def asked(self, key: AskKey, **of_whom: UUID) -> Asked:
        return Asked(
            key,
            about=str(self.kind.kind),
            on=self.days.until,
            times=self.kind.times,
            since=self.days.since,
            **of_whom,
        )


def look_all(db: Session) -> None:
    """Every organisation, once a day; a demo lives in its one month, and its story is told where it is loaded."""
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo:
            look(db, actor)


def look(db: Session, actor: Actor) -> None:
    """As the manager of each team reads it; a team that nobody leads is looked at once somebody does."""
    teams = people.team_ids(db, actor.organisation_id)
    led = people.managers(db, actor.organisation_id, teams, roles=(Role.MANAGER,))
    for team_id, manager in sorted(led.items()):
        days = rising.rising(db, acting(db, actor.organisation_id, manager.id))
        for kind in days.kinds:
            if kind.rising and kind.kind in ANSWERED_BY:
                found = Rises(db, actor, team_id, manager.id, days, kind)
                ANSWERED_BY[HelpKind(kind.kind)](found)


def ask_the_team(rises: Rises) -> None:
    """A question of the team's next review."""
    asked = rises.asked(AskKey.HELP_RISING, team_id=rises.team_id)
    asks.ask(rises.db, rises.actor, asked=asked)


def wish_for_a_class(rises: Rises) -> None:
    """What nobody knows is a topic; the team is asked, too, what exactly it is."""
    ask_the_team(rises)
    topics.propose_what_is_missing(
        rises.db, rises.actor, team_id=rises.team_id, topic=TOPIC, skill_key=None
    )


def note_for_the_region(rises: Rises) -> None:
    """What only the region decides stands in its next review with the team's manager; a small number is not told."""
    asked = rises.asked(AskKey.POLICY_NOTE, person_id=rises.manager_id)
    small = asked.times is not None and asked.times < FEWEST
    asks.ask(rises.db, rises.actor, asked=asked.without_times() if small else asked)


ANSWERED_BY: dict[HelpKind, Callable[[Rises], None]] = {
    HelpKind.CLIENT: ask_the_team,
    HelpKind.KNOWLEDGE: wish_for_a_class,
    HelpKind.PRICE: note_for_the_region,
    HelpKind.RESOURCE: note_for_the_region,
}
