"""Whoever changes something leaves a fact: the events are the change feed, and a hole in it can never be filled.

Half of the routes once wrote none: a deal came to be, grew and went to somebody else without a word.
"""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.world import World
from tests.visibility.story import STORY, WITHOUT_SIGNING_IN
from tests.visibility.test_writes import of_the_world, remember, take

pytestmark = pytest.mark.anyio

SILENT = {
    "sign_in.open": "signing in changes nothing that others see",
    "sign_in.refresh": "signing in changes nothing that others see",
    "sign_in.end": "signing out changes nothing that others see",
    "invitations.look": "looks, and changes nothing",
    "people.invite": "a link for the eyes of one person; that they joined is a fact",
    "me.change_password": "of one person, and nobody else sees it",
    "reminders.see": "of one person, and nobody else sees it",
    "reminders.see_all": "of one person, and nobody else sees it",
    "reminders.choose": "of one person, and nobody else sees it",
    "push.subscribe": "of one person, and nobody else sees it",
    "push.leave": "of one person, and nobody else sees it",
    "drills.reflect": "only the person ever reads it",
    "ride_alongs.note_moment": "a note of the day, of the two who ride alone",
    "ride_alongs.put_moment_in_words": "a note of the day, of the two who ride alone",
    "ride_alongs.say_at_the_kerb": "a note of the day, of the two who ride alone",
    "ride_alongs.keep_voice_line": "a note of the day, of the two who ride alone",
    "ride_alongs.watch": "a note of the day, of the two who ride alone",
    "ride_alongs.unwatch": "a note of the day, of the two who ride alone",
    "topic_proposals.vote": "whose vote it is, is told to nobody",
    "topic_proposals.withdraw_vote": "whose vote it was, is told to nobody",
    "ride_alongs.step_in": "only the mentor ever reads it",
    "rivalries.propose": "of the two alone; a fact would be the trace that a withdrawn one must not leave",
    "rivalries.accept": "of the two alone; a fact would be the trace that a withdrawn one must not leave",
    "rivalries.announce": "of the two alone; a fact would be the trace that a withdrawn one must not leave",
    "rivalries.withdraw": "of the two alone; a fact would be the trace that a withdrawn one must not leave",
    "pulse.answer": "a fact has a moment and an actor, and would lead an answer back to a person",
    "tries.tell": "here not at this visit, which is of one person; how it went is a fact",
    "pair_interviews.fill": "only those who sit together read it",
}
NO_SENTENCE = re.compile(r"[\w.:+-]*", re.ASCII)


def facts(db: Session, *, after: int = 0) -> list[EventRow]:
    later = select(EventRow).where(col(EventRow.seq) > after).order_by(col(EventRow.seq))
    return list(db.exec(later))


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from strings(inner)
    if isinstance(part, str):
        yield part


async def walk(world: World) -> AsyncIterator[tuple[str, list[EventRow]]]:
    """Every step of the story with the facts it left."""
    known, told = await of_the_world(world), 0
    for step in STORY:
        done = await take(world, step, known, step.by)
        assert done.is_success, (step.operation, done.text)
        remember(known, step, done)
        new = world.store.read_now(facts, after=told)
        told += len(new)
        yield step.operation, new


async def test_every_change_leaves_a_fact_or_has_a_reason(world: World) -> None:
    silent = {operation async for operation, new in walk(world) if not new}
    walked = {step.operation for step in STORY}
    assert silent == SILENT.keys() & walked
    assert SILENT.keys() - walked == WITHOUT_SIGNING_IN.keys() - {"invitations.accept"}


async def test_taking_up_an_invitation_is_a_fact(world: World) -> None:
    manager = world.as_("hejing")
    team = str(world.team("gull").id)
    names = {"login": "he.shan", "family_name": "贺", "given_name": "山", "team_id": team}
    given = {**names, "role": "rep", "joined_on": "2026-03-02"}
    person = (await manager.post("/api/v1/people", json=given)).json()["id"]
    for topics in (["person.added", "person.joined"], ["person.added", "person.joined"]):
        invited = await manager.post(f"/api/v1/people/{person}/invitation")
        sent = {"token": invited.json()["link"].partition("#")[2], "password": "a way in, long"}
        accepted = await world.anonymous.post("/api/v1/invitations/accept", json=sent)
        assert accepted.is_success, accepted.text
        assert [fact.topic for fact in world.store.read_now(facts)] == topics


async def test_no_fact_carries_a_sentence(world: World) -> None:
    """Ids, days, keys and numbers; what somebody said stays where it was said."""
    said = [
        (fact.topic, text)
        async for _, new in walk(world)
        for fact in new
        for text in strings(fact.payload)
        if not NO_SENTENCE.fullmatch(text)
    ]
    assert said == []
