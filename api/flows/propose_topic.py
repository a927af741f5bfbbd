"""同一个异议一周听到 N 次，或比以前更容易卡住，就成为下周的题目: what a team hears proposes what it learns next (domain.md §4).

Looked at once a day, over the last five working days and the five before them. What clients said goes along word for
word; their names and those of their people do not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.people import queries as people
from api.people.policy import Actor
from api.playbook import queries as playbook
from api.training.topics import service as topics
from api.training.topics.queries import StallView
from api.training.topics.service import MOST_SENTENCES, Heard
from api.visits.heard import queries as visits
from api.visits.heard.queries import HeardAt
from api.visits.models import Outcome

DAYS = 5
FEWEST, RISEN = 4, 0.2
"""Of fewer visits, or for less than a fifth more of them, nobody can say that it sticks more often than before."""
SOMEBODY = "○○"


def look_all(db: Session) -> None:
    """Every organisation, once a day; a demo lives in its one month, and its story is told where it is loaded."""
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo:
            look(db, actor, until=actor.today(db))


def look(db: Session, actor: Actor, *, until: date) -> None:
    """What each team heard in the five working days that end with `until`, or with the last one before it."""
    names = playbook.words_of_types(db, actor.organisation_id)
    for team_id in people.team_ids(db, actor.organisation_id):
        for heard in heard_by(db, actor, team_id, names=names, until=until):
            topics.propose_from_field(db, actor, heard=heard)


def heard_by(
    db: Session, actor: Actor, team_id: UUID, *, names: dict[str, dict[str, str]], until: date
) -> list[Heard]:
    """What one team heard often enough, or sticks at more than before, to be its topic."""
    calendar = actor.calendar
    last = until if calendar.is_working(until) else calendar.previous_working(until)
    since = calendar.previous_working(last, steps=DAYS - 1)
    earlier = calendar.previous_working(since, steps=DAYS)
    said = visits.by_team(db, actor.organisation_id, team_id, since=earlier, until=last)
    proposed = []
    for key, now in _by_type(one for one in said if one.day >= since).items():
        stalled_before = _stalled([one for one in said if one.day < since and one.type_key == key])
        stalled_now = _stalled(now)
        often = len(now) >= actor.settings.topic_heard
        if often or _sticks_more(stalled_before, stalled_now):
            proposed.append(
                Heard(
                    team_id=team_id,
                    type_key=key,
                    topic=names[key]["zh"],
                    count=len(now),
                    sentences=_sentences(db, actor.organisation_id, now),
                    stalled_before=stalled_before,
                    stalled_now=stalled_now,
                    until=last,
                )
            )
    return proposed


def _by_type(said: Iterable[HeardAt]) -> dict[str, list[HeardAt]]:
    found: dict[str, list[HeardAt]] = defaultdict(list)
    for one in said:
        if one.type_key is not None:
            found[one.type_key].append(one)
    return dict(sorted(found.items()))


def _stalled(said: Sequence[HeardAt]) -> StallView:
    """Visits, not mentions: a client who says it twice has stuck once."""
    outcomes = {one.visit_id: one.outcome for one in said}
    stuck = sum(outcome == Outcome.STALLED for outcome in outcomes.values())
    return StallView(stalled=stuck, of=len(outcomes))


def _sticks_more(before: StallView, now: StallView) -> bool:
    if min(before.of, now.of) < FEWEST:
        return False
    return now.stalled / now.of - before.stalled / before.of >= RISEN


def _sentences(db: Session, organisation_id: UUID, said: Sequence[HeardAt]) -> list[str]:
    """The latest first, each once."""
    spoken = [one for one in reversed(said) if one.words]
    contacts = clients.contacts_of(db, organisation_id, {one.client.id for one in spoken})
    masked: dict[str, None] = {}
    for one in spoken:
        people_there = [contact.name for contact in contacts.get(one.client.id, [])]
        named = [one.client.name, one.said_by or "", *people_there]
        masked[_masked(one.words or "", named)] = None
    return list(masked)[:MOST_SENTENCES]


def _masked(words: str, named: Iterable[str]) -> str:
    """The longest name first, so that no part of it is left standing."""
    spoken = sorted({name.strip() for name in named if len(name.strip()) > 1}, key=len)
    for name in reversed(spoken):
        words = re.sub(re.escape(name), SOMEBODY, words, flags=re.IGNORECASE)
    return words
