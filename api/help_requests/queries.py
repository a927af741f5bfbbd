"""Reads of help requests: one statement for a page of any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.help_requests.answers.queries import AnswerView, HandOverView, thread_of
from api.help_requests.models import (
    About,
    Audience,
    HarvestKind,
    HelpAnswer,
    Helped,
    HelpKept,
    HelpKind,
    HelpRequest,
    HelpState,
    Needed,
    Offer,
    WantedHelp,
)
from api.help_requests.policy import of_asked_team, visible_to
from api.help_requests.voice_notes import queries as voice_notes
from api.help_requests.voice_notes.queries import HelpVoiceNote
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.media.models import Media
from api.people import queries as people
from api.people.models import Person, Role, Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.visits.models import Visit

Whose = Literal["mine", "for_me", "team"]


@dataclass(frozen=True)
class HelpLine:
    """A request as a line in a list; `team_id` is the team its asker worked in."""

    id: UUID
    asker: PersonRef
    team_id: UUID | None
    kind: HelpKind
    about: Origin | None
    client: ClientRef | None
    words: str | None
    voice_note: HelpVoiceNote | None
    needed: Needed
    wanted: WantedHelp | None
    audience: Audience
    helper: PersonRef | None
    happened_at: datetime
    raised_at: datetime
    due_at: datetime
    helper_due_at: datetime
    state: HelpState
    owed: bool
    late: bool
    version: int


@dataclass(frozen=True)
class HarvestView:
    kind: HarvestKind
    words: str
    by: PersonRef
    at: datetime


@dataclass(frozen=True)
class HelpView(HelpLine):
    """A request with what was said and who answered for whom."""

    seen_at: datetime | None
    answers: Sequence[AnswerView]
    hand_overs: Sequence[HandOverView]
    tried_at: datetime | None
    solved_at: datetime | None
    helped: Helped | None
    harvest: HarvestView | None


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to."""

    whose: Whose | None = None
    closed: bool = False
    owed: bool = False

    def conditions(self, actor: Actor) -> list[sa.ColumnElement[bool]]:
        solved = col(HelpRequest.solved_at)
        asked: list[sa.ColumnElement[bool]] = [
            solved.is_not(None) if self.closed else solved.is_(None)
        ]
        if self.owed:
            asked.append(owed())
        whose = {"mine": mine, "for_me": for_me, "team": of_team}
        return asked if self.whose is None else [*asked, whose[self.whose](actor)]


def kept_of_a_request() -> Any:
    """The answer that stands was noted already: it was somebody's before the request was handed over."""
    return sa.exists().where(
        col(HelpKept.organisation_id) == col(HelpRequest.organisation_id),
        col(HelpKept.request_id) == col(HelpRequest.id),
        col(HelpKept.answered_at) == col(HelpRequest.answered_at),
    )


def is_kept(db: Session, found: HelpRequest) -> bool:
    mine = (
        col(HelpRequest.organisation_id) == found.organisation_id,
        col(HelpRequest.id) == found.id,
    )
    return db.exec(select(HelpRequest.id).where(*mine, kept_of_a_request())).first() is not None


def owed() -> sa.ColumnElement[bool]:
    """`HelpRequest.owed` as a condition."""
    return sa.and_(col(HelpRequest.answered_at).is_(None), col(HelpRequest.solved_at).is_(None))


def mine(reader: Actor) -> sa.ColumnElement[bool]:
    return col(HelpRequest.asker_id) == reader.person_id


def for_me(reader: Actor) -> sa.ColumnElement[bool]:
    """Promised by the reader, or asked of the reader's team and taken by nobody yet."""
    to_the_team = sa.and_(
        col(HelpRequest.helper_id).is_(None),
        col(HelpRequest.asker_id) != reader.person_id,
        of_asked_team(reader),
    )
    return sa.or_(col(HelpRequest.helper_id) == reader.person_id, to_the_team)


def of_team(reader: Actor) -> sa.ColumnElement[bool]:
    """Of everybody else the reader may read, whoever was asked."""
    return col(HelpRequest.asker_id) != reader.person_id


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[HelpLine]:
    """Open ones by their promise, the earliest first; closed ones by when they were asked, the newest first."""
    statement = _with_beside().where(visible_to(actor), *wanted.conditions(actor))
    column: Any = HelpRequest.raised_at if wanted.closed else HelpRequest.due_at
    order: Literal["asc", "desc"] = "desc" if wanted.closed else "asc"
    keys = [Key(col(column), order), Key(col(HelpRequest.id), order)]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged([_line(db, row) for row in found.items], found.next_cursor)


def lines(
    db: Session, actor: Actor, *conditions: sa.ColumnElement[bool], most: int
) -> list[HelpLine]:
    """The actor's to read, the earliest promise first, in one statement; for screens that show a few."""
    asked = _with_beside().where(visible_to(actor), *conditions)
    earliest = asked.order_by(col(HelpRequest.due_at), col(HelpRequest.id)).limit(most)
    return [_line(db, row) for row in db.exec(earliest).all()]


def find(db: Session, actor: Actor, request_id: UUID) -> HelpRequest:
    """A request the actor may read; raises NotFound."""
    return _found(db, _visible(actor, request_id))


def hold(db: Session, actor: Actor, request_id: UUID) -> HelpRequest:
    """`find`, held until the end of the transaction, so that two who take it at once wait for each other."""
    return _found(db, _visible(actor, request_id).with_for_update(of=HelpRequest))


def line(db: Session, request: HelpRequest) -> HelpLine:
    """One request as it stands after everything flushed so far, in one statement."""
    db.flush()
    it = (
        col(HelpRequest.organisation_id) == request.organisation_id,
        col(HelpRequest.id) == request.id,
    )
    return _line(db, db.exec(_with_beside().where(*it)).one())


def view(db: Session, request: HelpRequest) -> HelpView:
    """The same with its thread."""
    said = thread_of(db, request)
    return HelpView(
        **vars(line(db, request)),
        seen_at=request.seen_at,
        answers=said.answers,
        hand_overs=said.hand_overs,
        tried_at=request.tried_at,
        solved_at=request.solved_at,
        helped=request.helped,
        harvest=_harvest(db, request),
    )


def answered(db: Session, request: HelpRequest) -> bool:
    """Whether a helper ever said something to it."""
    said = select(col(HelpAnswer.id)).where(
        col(HelpAnswer.organisation_id) == request.organisation_id,
        col(HelpAnswer.request_id) == request.id,
        col(HelpAnswer.by_id) != request.asker_id,
    )
    return db.exec(said.limit(1)).first() is not None


def of_visit(db: Session, organisation_id: UUID, visit_id: UUID) -> Sequence[HelpRequest]:
    """Requests about a visit, withdrawn ones too."""
    return db.exec(
        select(HelpRequest).where(
            col(HelpRequest.organisation_id) == organisation_id,
            col(HelpRequest.about_kind) == About.VISIT,
            col(HelpRequest.about_id) == visit_id,
        )
    ).all()


def state_of(request: HelpRequest, offered: Offer | None) -> HelpState:
    """`offered` is what the last answer of a helper offers; None while nobody has answered."""
    if request.solved_at is not None:
        return HelpState.SOLVED
    if request.tried_at is not None:
        return HelpState.TRIED
    if offered is not None:
        return HelpState.ANSWERED if offered == Offer.NONE else HelpState.JOINT
    return HelpState.RAISED if request.seen_at is None else HelpState.SEEN


def is_of_asked_team(db: Session, reader: Actor, team_id: UUID | None) -> bool:
    """`policy.of_asked_team` of one request; a manager belongs to the own region, too."""
    if team_id is None:
        return reader.role is Role.REGIONAL_MANAGER
    if team_id == reader.team_id or reader.role is not Role.MANAGER:
        return team_id == reader.team_id
    own = db.get(Team, (reader.organisation_id, reader.team_id))
    return own is not None and own.parent_id == team_id


def _harvest(db: Session, request: HelpRequest) -> HarvestView | None:
    who, kind, at = request.harvest_by_id, request.harvest_kind, request.harvested_at
    if who is None or kind is None or at is None:
        return None
    by = people.refs(db, request.organisation_id, [who])[who]
    return HarvestView(kind, str(request.harvest_words), by, at)


def _visible(actor: Actor, request_id: UUID) -> Any:
    return select(HelpRequest).where(visible_to(actor), col(HelpRequest.id) == request_id)


def _found(db: Session, statement: Any) -> HelpRequest:
    found: HelpRequest | None = db.exec(statement).first()
    if found is None:
        raise NotFound
    return found


def _with_beside() -> Any:
    """Requests with all that a line shows of them: names, client, voice note, the check-in's words, the last offer."""
    asker: Any = aliased(Person)
    helper: Any = aliased(Person)
    about_visit = col(HelpRequest.about_kind) == About.VISIT
    shown: tuple[Any, ...] = (Media, col(Client.name), col(Visit.help_words), _last_offer())
    return (
        sa.select(HelpRequest, asker, helper, *shown)
        .join(asker, _beside(asker, HelpRequest.asker_id))
        .outerjoin(helper, _beside(helper, HelpRequest.helper_id))
        .outerjoin(Client, _beside(Client, HelpRequest.client_id))
        .outerjoin(Visit, sa.and_(_beside(Visit, HelpRequest.about_id), about_visit))
        .outerjoin(Media, voice_notes.at_each_request())
    )


def _beside(other: Any, id_column: Any) -> Any:
    """A join that stays inside the organisation."""
    return sa.and_(other.organisation_id == HelpRequest.organisation_id, other.id == id_column)


def _last_offer() -> Any:
    return (
        sa.select(col(HelpAnswer.offers))
        .where(
            col(HelpAnswer.organisation_id) == col(HelpRequest.organisation_id),
            col(HelpAnswer.request_id) == col(HelpRequest.id),
            col(HelpAnswer.by_id) != col(HelpRequest.asker_id),
        )
        .order_by(col(HelpAnswer.created_at).desc(), col(HelpAnswer.id).desc())
        .limit(1)
        .scalar_subquery()
    )


def _line(db: Session, row: Any) -> HelpLine:
    request, asker, helper, note, client_name, visit_words, offered = row
    return HelpLine(
        id=request.id,
        asker=people.ref(asker),
        team_id=request.team_id,
        kind=request.kind,
        about=request.about,
        client=ClientRef(request.client_id, client_name) if request.client_id else None,
        words=request.words or visit_words,
        voice_note=voice_notes.view(note),
        needed=request.needed,
        wanted=request.wanted,
        audience=request.audience,
        helper=people.ref(helper) if helper else None,
        happened_at=request.happened_at,
        raised_at=request.raised_at,
        due_at=request.due_at,
        helper_due_at=request.promised_by,
        state=state_of(request, offered),
        owed=request.owed,
        late=request.late(now(db)),
        version=request.version,
    )
