"""Noting on the way: moments, stepping in, a curbside line, what the apprentice saw, what to play again tonight.

A note arrives whenever the device finds a network, also after the debrief: what was noted is never lost.
"""

from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, Conflict, NotFound
from api.kit.events import publish
from api.kit.files import Files, name_of
from api.kit.rows import new_id
from api.kit.sound import Recording
from api.media import queries as recordings
from api.media import service as media
from api.media.models import Media
from api.people import queries as people
from api.people.policy import Actor
from api.playbook.queries import known_behaviours
from api.playbook.service import check_skills, check_types
from api.ride_alongs import queries as all_rides
from api.ride_alongs.events import ReplayAsked
from api.ride_alongs.field import queries
from api.ride_alongs.field.models import (
    CurbsideLine,
    Moment,
    Replay,
    ReplayOf,
    Rescue,
    Watched,
)
from api.ride_alongs.field.queries import CurbsideView, MomentView, belonging_to
from api.ride_alongs.field.schemas import (
    CurbsideNew,
    MomentNew,
    MomentWords,
    Noted,
    ReplayGiven,
    RescueNew,
    WatchedGiven,
)
from api.ride_alongs.models import RideAlong
from api.ride_alongs.policy import (
    OnlyTheMentor,
    OnlyTheTwo,
    check_accepted,
    check_is_apprentice,
    check_noted_on,
    check_rides,
    rides,
)
from api.ride_alongs.visits.service import go_together

N = TypeVar("N", Moment, Rescue, CurbsideLine)


class NothingToReplay(Conflict):
    code = "nothing_to_replay"
    en = "This was noted between two visits, so there is no client to play. Choose a moment at a client."
    zh = "这条记在两家客户之间，没有客户可以重演，请选在客户那里的片段。"


@dataclass(frozen=True)
class VoiceLineNew:
    """The sound of a curbside line."""

    id: UUID
    heard: Recording
    seconds: int

    def file_of(self, actor: Actor) -> str:
        return name_of(actor.organisation_id, self.id, self.heard.digest)


def note_moment(
    db: Session, actor: Actor, *, ride_id: UUID, given: MomentNew, birth: bytes
) -> MomentView:
    ride = _on_the_way(db, actor, ride_id)
    told = {"tag": given.tag, "words": given.words, "updated_at": now(db)}
    moment = _noted(db, actor, ride, Moment, given, birth, told)
    return _moment_view(db, moment)


def put_in_words(
    db: Session, actor: Actor, *, ride_id: UUID, moment_id: UUID, given: MomentWords
) -> MomentView:
    """By whoever noted it: one tap first, the words when there is a hand free."""
    ride = _on_the_way(db, actor, ride_id)
    moment = db.get(Moment, (actor.organisation_id, moment_id))
    if moment is None or moment.ride_along_id != ride.id:
        raise NotFound
    if moment.by_id != actor.person_id:
        raise OnlyTheTwo
    if moment.words != given.words:
        moment.words, moment.updated_at = given.words, now(db)
        db.flush()
    return _moment_view(db, moment)


def step_in(db: Session, actor: Actor, *, ride_id: UUID, given: RescueNew, birth: bytes) -> Rescue:
    """The mentor took over; only they ever read of it. No fact tells of it either."""
    ride = _on_the_way(db, actor, ride_id)
    if actor.person_id != ride.mentor_id:
        raise OnlyTheMentor
    check_types(db, actor.organisation_id, [given.type_key])
    check_skills(db, actor.organisation_id, [given.skill_key])
    told = given.model_dump(include={"why", "words", "type_key", "said"})
    told["skill_key"] = given.skill_key or ride.focus_skill_key
    return _noted(db, actor, ride, Rescue, given, birth, told)


def say_at_the_kerb(
    db: Session, actor: Actor, *, ride_id: UUID, given: CurbsideNew, birth: bytes
) -> CurbsideView:
    ride = _on_the_way(db, actor, ride_id)
    line = _noted(db, actor, ride, CurbsideLine, given, birth, {"words": given.words})
    return _line_view(db, line)


def check_may_speak(db: Session, actor: Actor, *, ride_id: UUID, line_id: UUID) -> None:
    """Asked before a byte is on the disk."""
    _own_line(db, actor, ride_id, line_id)


def keep_voice(
    db: Session, actor: Actor, *, ride_id: UUID, line_id: UUID, given: VoiceLineNew, files: Files
) -> CurbsideView:
    line = _own_line(db, actor, ride_id, line_id)
    media.keep(
        db,
        actor,
        media_id=given.id,
        of=belonging_to(line),
        heard=given.heard,
        seconds=given.seconds,
        files=files,
    )
    return _line_view(db, line)


def hear(db: Session, actor: Actor, *, ride_id: UUID, line_id: UUID, note_id: UUID) -> Media:
    """For the two who rode; for anybody else it is not there."""
    ride = all_rides.find(db, actor, ride_id)
    line = db.get(CurbsideLine, (actor.organisation_id, line_id))
    if line is None or line.ride_along_id != ride.id or not rides(actor, ride):
        raise NotFound
    note = recordings.belonging(db, actor.organisation_id, belonging_to(line), note_id)
    if note is None or note.removed_at is not None:
        raise NotFound
    return note


def watch(
    db: Session,
    actor: Actor,
    *,
    ride_id: UUID,
    visit_id: UUID,
    behaviour_id: UUID,
    given: WatchedGiven,
) -> Watched:
    """The apprentice saw it done; ticked twice, it is seen once."""
    ride = _on_the_way(db, actor, ride_id)
    check_is_apprentice(actor, ride)
    if not known_behaviours(db, actor.organisation_id, [behaviour_id]):
        raise NotFound
    go_together(db, actor, ride, visit_id)
    known = _watched(db, ride, visit_id, behaviour_id)
    if known is not None:
        return known
    tick = Watched(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        ride_along_id=ride.id,
        visit_id=visit_id,
        by_id=actor.person_id,
        at=given.at,
        behaviour_id=behaviour_id,
    )
    db.add(tick)
    db.flush()
    return tick


def unwatch(
    db: Session, actor: Actor, *, ride_id: UUID, visit_id: UUID, behaviour_id: UUID
) -> None:
    ride = _on_the_way(db, actor, ride_id)
    check_is_apprentice(actor, ride)
    known = _watched(db, ride, visit_id, behaviour_id)
    if known is not None:
        db.delete(known)
        db.flush()


def replay(db: Session, actor: Actor, *, ride_id: UUID, of_id: UUID, given: ReplayGiven) -> None:
    """今晚重演: what happened at a client is played again tonight. Asked twice, it is one card."""
    ride = _on_the_way(db, actor, ride_id)
    if given.of_kind == ReplayOf.RESCUE and actor.person_id != ride.mentor_id:
        raise NotFound
    note = queries.noted_by_id(db, actor.organisation_id, of_kind=given.of_kind, of_id=of_id)
    if note is None or note.ride_along_id != ride.id:
        raise NotFound
    if note.visit_id is None:
        raise NothingToReplay
    if any(one.of_id == of_id for one in queries.replays_of(db, ride)):
        return
    db.add(
        Replay(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            ride_along_id=ride.id,
            by_id=actor.person_id,
            of_kind=given.of_kind,
            of_id=of_id,
        )
    )
    db.flush()
    fact = ReplayAsked(ride.id, str(given.of_kind), of_id, ride.apprentice_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _on_the_way(db: Session, actor: Actor, ride_id: UUID) -> RideAlong:
    ride = all_rides.find(db, actor, ride_id, hold=True)
    check_rides(actor, ride)
    check_accepted(ride)
    return ride


def _noted(
    db: Session,
    actor: Actor,
    ride: RideAlong,
    kind: type[N],
    given: Noted,
    birth: bytes,
    told: dict[str, Any],
) -> N:
    """A note under its own id; the same one again answers the stored one."""
    known = db.get(kind, (actor.organisation_id, given.id))
    if known is not None:
        if known.ride_along_id != ride.id:
            raise BornDifferently
        same_birth(known.birth_digest, birth)
        return known
    check_noted_on(actor.calendar.today(given.at), days=all_rides.days_of(db, ride))
    if given.visit_id is not None:
        go_together(db, actor, ride, given.visit_id)
    row = kind(
        **told,
        organisation_id=actor.organisation_id,
        id=given.id,
        created_at=now(db),
        ride_along_id=ride.id,
        visit_id=given.visit_id,
        by_id=actor.person_id,
        at=given.at,
        birth_digest=birth,
    )
    db.add(row)
    db.flush()
    return row


def _line(db: Session, actor: Actor, ride_id: UUID, line_id: UUID) -> CurbsideLine:
    ride = _on_the_way(db, actor, ride_id)
    line = db.get(CurbsideLine, (actor.organisation_id, line_id))
    if line is None or line.ride_along_id != ride.id:
        raise NotFound
    return line


def _own_line(db: Session, actor: Actor, ride_id: UUID, line_id: UUID) -> CurbsideLine:
    line = _line(db, actor, ride_id, line_id)
    if line.by_id != actor.person_id:
        raise OnlyTheTwo
    return line


def _watched(db: Session, ride: RideAlong, visit_id: UUID, behaviour_id: UUID) -> Watched | None:
    return db.exec(
        select(Watched).where(
            col(Watched.organisation_id) == ride.organisation_id,
            col(Watched.ride_along_id) == ride.id,
            col(Watched.visit_id) == visit_id,
            col(Watched.behaviour_id) == behaviour_id,
        )
    ).first()


def _moment_view(db: Session, moment: Moment) -> MomentView:
    names = people.refs(db, moment.organisation_id, [moment.by_id])
    return queries.moment_views([moment], names)[0]


def _line_view(db: Session, line: CurbsideLine) -> CurbsideView:
    names = people.refs(db, line.organisation_id, [line.by_id])
    return queries.curbside_views(db, [line], names)[0]
