"""What the field proposed at the end of the second week, what became of it, and what teams wish for now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from api.demo.ledger import Ledger, born_as, words
from api.demo.month import TODAY, Month
from api.flows.propose_topic import heard_by
from api.people.models import Person, Team
from api.people.policy import Actor
from api.playbook import queries as playbook
from api.training.models import TopicClass, TrainingSession, WhyOrigin
from api.training.topics.models import Decision, ProposedBy, TopicProposal, TopicVote
from api.training.topics.service import Heard

WEEK_TWO_ENDS, DECIDED_ON = 9, 10


@dataclass
class Topics:
    """Story (e): "trader" is heard and sticks; in the third week it is the topic, with its own numbers."""

    db: Session
    ledger: Ledger
    month: Month
    actor: Actor
    people: dict[str, Person]

    def field_proposes(self, team: Team, session: TrainingSession, type_key: str) -> None:
        """All that the team heard often enough; one of it becomes this session's topic."""
        until = self.month.days[WEEK_TWO_ENDS]
        for heard in self._heard(team, until):
            proposed = self._proposal(heard)
            if heard.type_key == type_key:
                self._take_up(proposed, session)
            elif heard.type_key in words("training")["later"]:
                proposed.later_words = words("training")["later"][heard.type_key]
                self._decide(proposed, Decision.LATER)

    def wishes(self) -> None:
        """What is asked for these days; who votes is told to nobody."""
        for wish in words("training")["wishes"]:
            asked_at = self.month.at(TODAY - 2, "19:10")
            by = self.people[wish["login"]]
            asked = self.ledger.add(
                TopicProposal,
                asked_at,
                team_id=by.team_id,
                proposed_by=ProposedBy.PERSON,
                by_id=by.id,
                topic=wish["topic"],
                topic_class=TopicClass.BUSINESS,
                type_key=wish["type_key"],
                birth_digest=b"",
            )
            asked.birth_digest = born_as(asked.id)
            for login in (wish["login"], *wish["votes"]):
                self.ledger.add(
                    TopicVote, asked_at, proposal_id=asked.id, person_id=self.people[login].id
                )

    def _heard(self, team: Team, until: date) -> list[Heard]:
        names = playbook.words_of_types(self.db, self.ledger.organisation_id)
        return heard_by(self.db, self.actor, team.id, names=names, until=until)

    def _proposal(self, heard: Heard) -> TopicProposal:
        return self.ledger.add(
            TopicProposal,
            self.month.at(WEEK_TWO_ENDS, "20:30"),
            team_id=heard.team_id,
            proposed_by=ProposedBy.FIELD,
            topic=heard.topic,
            topic_class=TopicClass.BUSINESS,
            type_key=heard.type_key,
            heard=heard.count,
            sentences=list(heard.sentences),
            stalled_before=vars(heard.stalled_before),
            stalled_now=vars(heard.stalled_now),
            heard_until=heard.until,
        )

    def _take_up(self, proposed: TopicProposal, session: TrainingSession) -> None:
        proposed.session_id = session.id
        self._decide(proposed, Decision.ACCEPTED)
        told: dict[str, Any] = {
            "topic": proposed.topic,
            "topic_class": proposed.topic_class,
            "why_count": proposed.heard,
            "why_sentences": proposed.sentences,
            "why_origin_kind": WhyOrigin.TOPIC_PROPOSAL,
            "why_origin_id": proposed.id,
        }
        for name, value in told.items():
            setattr(session, name, value)

    def _decide(self, proposed: TopicProposal, decision: Decision) -> None:
        proposed.decision, proposed.version = decision, 2
        proposed.decided_at = proposed.updated_at = self.month.at(DECIDED_ON, "09:30")
        proposed.decided_by_id = self.people["su.min"].id
