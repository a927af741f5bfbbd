"""Wishing for a topic, voting for one, and deciding which comes when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.service import check_skills, check_types
from api.training import queries as sessions
from api.training.events import TopicDecided, TopicProposed
from api.training.models import TopicClass, TrainingSession, WhyOrigin
from api.training.policy import check_before
from api.training.service import take_topic
from api.training.topics import queries
from api.training.topics.models import Decision, ProposedBy, TopicProposal, TopicVote
from api.training.topics.policy import (
    NoSessionFree,
    TopicDecidedAlready,
    check_decides,
    team_of,
)
from api.training.topics.queries import StallView, TopicView
from api.training.topics.schemas import DecisionGiven, TopicNew

MOST_SENTENCES = 5
AGAIN_AFTER = timedelta(days=7)
"""What became a topic is not proposed again from the very days that proposed it."""
MISSING_FOR = timedelta(days=14)
"""As long as the days tell of it by which a kind of help was seen to rise."""


@dataclass(frozen=True)
class Heard:
    """What a team heard of one objection in its last five working days; the sentences name no client."""

    team_id: UUID
    type_key: str
    topic: str
    count: int
    sentences: Sequence[str]
    stalled_before: StallView
    stalled_now: StallView
    until: date


def topics(
    db: Session, actor: Actor, *, is_open: bool | None, asked: PageAsked
) -> Paged[TopicView]:
    return queries.page(db, actor, is_open=is_open, asked=asked)


def propose(db: Session, actor: Actor, *, given: TopicNew, birth: bytes) -> TopicView:
    """A wish of somebody of the team, who votes for it with that."""
    stored = db.get(TopicProposal, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        found = queries.find(db, actor, stored.id)
        same_birth(found.birth_digest, birth)
        return queries.view(db, actor, found)
    team_id = team_of(actor)
    check_types(db, actor.organisation_id, [given.type_key])
    check_skills(db, actor.organisation_id, [given.skill_key])
    proposed = TopicProposal(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        team_id=team_id,
        proposed_by=ProposedBy.PERSON,
        by_id=actor.person_id,
        **given.model_dump(exclude={"id"}),
        birth_digest=birth,
    )
    _proposed(db, actor, proposed)
    _vote(db, actor, proposed)
    return queries.view(db, actor, proposed)


def propose_from_field(db: Session, actor: Actor, *, heard: Heard) -> TopicProposal | None:
    """What a team hears often, or sticks at more than before; one open proposal for a team and type.

    The open one follows what is heard since. None when those very days have become a topic already.
    """
    since = heard.until - AGAIN_AFTER
    stored = queries.from_field(
        db, actor.organisation_id, team_id=heard.team_id, type_key=heard.type_key, since=since
    )
    if stored is not None and stored.session_id is not None:
        return None
    if stored is not None:
        for name, value in _of_field(heard).items():
            setattr(stored, name, value)
        stored.updated_at = now(db)
        db.flush()
        return stored
    proposed = TopicProposal(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        team_id=heard.team_id,
        proposed_by=ProposedBy.FIELD,
        topic=heard.topic,
        topic_class=TopicClass.BUSINESS,
        type_key=heard.type_key,
        **_of_field(heard),
    )
    _proposed(db, actor, proposed)
    return proposed


def propose_what_is_missing(
    db: Session, actor: Actor, *, team_id: UUID, topic: str, skill_key: str | None
) -> TopicProposal:
    """What people of a team want to know, with nobody's name; the same wish stays one for two weeks, or while open."""
    since = now(db) - MISSING_FOR
    stored = queries.from_method(
        db, actor.organisation_id, team_id=team_id, topic=topic, since=since
    )
    if stored is not None:
        return stored
    proposed = TopicProposal(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        team_id=team_id,
        proposed_by=ProposedBy.METHOD,
        topic=topic,
        topic_class=TopicClass.BUSINESS,
        skill_key=skill_key,
    )
    _proposed(db, actor, proposed)
    return proposed


def vote(db: Session, actor: Actor, *, proposal_id: UUID) -> TopicView:
    """One vote each; a second one changes nothing."""
    found = queries.find(db, actor, proposal_id)
    team_of(actor)
    if queries.vote_of(db, actor, found) is None:
        _check_undecided(found)
        _vote(db, actor, found)
    return queries.view(db, actor, found)


def withdraw_vote(db: Session, actor: Actor, *, proposal_id: UUID) -> TopicView:
    found = queries.find(db, actor, proposal_id)
    team_of(actor)
    given = queries.vote_of(db, actor, found)
    if given is not None:
        _check_undecided(found)
        db.delete(given)
    return queries.view(db, actor, found)


def decide(db: Session, actor: Actor, *, proposal_id: UUID, given: DecisionGiven) -> TopicView:
    """Taken up by a session, or later with a word; what comes later may still be taken up."""
    found = queries.find(db, actor, proposal_id)
    check_decides(actor)
    if _decided_so(found, given):
        return queries.view(db, actor, found)
    _check_undecided(found)
    if given.decision is Decision.ACCEPTED:
        session = _session_for(db, actor, found, given)
        take_topic(db, actor, session, topic=_topic_of(found))
        found.session_id = session.id
    found.decision, found.decided_at = given.decision, now(db)
    found.decided_by_id, found.later_words = actor.person_id, given.words
    found.updated_at = now(db)
    fact = TopicDecided(found.id, str(given.decision), found.session_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, found)


def _session_for(
    db: Session, actor: Actor, found: TopicProposal, given: DecisionGiven
) -> TrainingSession:
    if given.session_id is not None:
        chosen = sessions.find(db, actor, given.session_id)
        check_before(chosen)
        return chosen
    free = sessions.next_without_topic(
        db, actor.organisation_id, found.team_id, today=actor.today(db)
    )
    if free is None:
        raise NoSessionFree
    return free


def _topic_of(found: TopicProposal) -> dict[str, Any]:
    return {
        "topic": found.topic,
        "topic_class": found.topic_class,
        "why": found.words,
        "why_count": found.heard,
        "why_sentences": list(found.sentences),
        "why_origin_kind": WhyOrigin.TOPIC_PROPOSAL,
        "why_origin_id": found.id,
    }


def _of_field(heard: Heard) -> dict[str, Any]:
    return {
        "heard": heard.count,
        "sentences": list(heard.sentences)[:MOST_SENTENCES],
        "stalled_before": vars(heard.stalled_before),
        "stalled_now": vars(heard.stalled_now),
        "heard_until": heard.until,
    }


def _check_undecided(found: TopicProposal) -> None:
    if found.session_id is not None:
        raise TopicDecidedAlready


def _decided_so(found: TopicProposal, given: DecisionGiven) -> bool:
    if found.decision != given.decision or found.later_words != given.words:
        return False
    return given.session_id is None or given.session_id == found.session_id


def _proposed(db: Session, actor: Actor, proposed: TopicProposal) -> None:
    db.add(proposed)
    db.flush()
    fact = TopicProposed(proposed.id, proposed.team_id, str(proposed.proposed_by))
    by = proposed.by_id
    publish(db, actor.organisation_id, fact, by=by)


def _vote(db: Session, actor: Actor, found: TopicProposal) -> None:
    db.add(
        TopicVote(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            proposal_id=found.id,
            person_id=actor.person_id,
        )
    )
    db.flush()
