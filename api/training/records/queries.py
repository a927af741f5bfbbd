"""A whole session as the reader may see it; some twelve statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from api.kit.origin import Origin
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.training import queries
from api.training.materials import queries as materials
from api.training.materials.queries import MaterialView
from api.training.models import LearningPoint, PracticeKind, TrainingSession
from api.training.policy import runs
from api.training.practice import queries as practice
from api.training.practice.policy import is_learner
from api.training.practice.queries import AttendanceView, EvidenceView
from api.training.queries import CardView
from api.training.topics.queries import StallView
from api.visits.heard import queries as heard

FOUR_WEEKS = timedelta(weeks=4)


@dataclass(frozen=True)
class WhyView:
    words: str | None
    count: int | None
    sentences: Sequence[str]
    origin: Origin | None


@dataclass(frozen=True)
class PracticeView:
    kind: PracticeKind
    type_key: str | None
    skill_key: str | None
    words: str | None
    due: date


@dataclass(frozen=True)
class StuckView:
    """The four weeks up to the class, its day included, and those after it."""

    before: StallView
    after: StallView


@dataclass(frozen=True)
class SessionView(CardView):
    """`runs` tells whether the reader decides; `missing` how many practices nobody has confirmed, for them alone."""

    series_id: UUID | None
    product_key: str | None
    why: WhyView
    learning_points: Sequence[LearningPoint]
    materials: Sequence[MaterialView]
    practice: PracticeView | None
    stuck: StuckView | None
    announced_at: datetime | None
    held_at: datetime | None
    closed_at: datetime | None
    runs: bool
    learns: bool
    missing: int | None
    attendance: Sequence[AttendanceView]
    evidence: Sequence[EvidenceView]
    version: int


def whole(db: Session, actor: Actor, session: TrainingSession) -> SessionView:
    """What was read of others is listed to them."""
    db.flush()
    mine = runs(actor, session)
    came = practice.attendance(db, actor, session, roster=mine)
    shown = practice.evidence(db, actor, session)
    owners = {one.person.id for one in came if one.mark} | {one.person.id for one in shown}
    for owner_id in sorted(owners):
        seen(db, actor, owner_id, SightKind.TRAINING)
    return SessionView(
        **vars(queries.card(db, actor, session)),
        series_id=session.series_id,
        product_key=session.product_key,
        why=WhyView(session.why, session.why_count, session.why_sentences, session.why_origin),
        learning_points=practice.points_of(db, session),
        materials=materials.of(db, session),
        practice=_practice(session),
        stuck=_stuck(db, session),
        announced_at=session.announced_at,
        held_at=session.held_at,
        closed_at=session.closed_at,
        runs=mine,
        learns=is_learner(actor, session),
        missing=practice.missing(db, session)[0] if mine else None,
        attendance=came,
        evidence=shown,
        version=session.version,
    )


def _practice(session: TrainingSession) -> PracticeView | None:
    if session.practice_kind is None or session.practice_due is None:
        return None
    return PracticeView(
        session.practice_kind,
        session.practice_type_key,
        session.practice_skill_key,
        session.practice_words,
        session.practice_due,
    )


def _stuck(db: Session, session: TrainingSession) -> StuckView | None:
    """Of the objection that is tried after a class of one team, once the class was held."""
    team_id, type_key = session.team_id, session.practice_type_key
    if team_id is None or type_key is None or session.held_at is None:
        return None
    day, one_day = session.day, timedelta(days=1)
    before, after = (
        StallView(*heard.stuck(db, session.organisation_id, team_id, type_key, since=a, until=b))
        for a, b in ((day - FOUR_WEEKS + one_day, day), (day + one_day, day + FOUR_WEEKS))
    )
    return StuckView(before, after)
