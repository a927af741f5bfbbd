"""What the team would say afterwards of a training; no topic, no reason, and no word of anybody's practice."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class TrainingSeriesKept(Event):
    """A series began, changed, or has an end."""

    topic: ClassVar[str] = "training.series_kept"

    series_id: UUID


@dataclass(frozen=True)
class TrainingPlanKept(Event):
    """A plan was written or changed."""

    topic: ClassVar[str] = "training.plan_kept"

    plan_id: UUID


@dataclass(frozen=True)
class SessionPlanned(Event):
    """A class stands in the calendar; `makes_up_id` names the skipped one it stands in for."""

    topic: ClassVar[str] = "training.session_planned"

    session_id: UUID
    track: str
    team_id: UUID | None
    day: date
    makes_up_id: UUID | None


@dataclass(frozen=True)
class SessionChanged(Event):
    """Its topic, reason, trainer, learning points or practice were written; `fields` names which."""

    topic: ClassVar[str] = "training.session_changed"

    session_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class SessionWithdrawn(Event):
    """Its series lies on other days now, or has ended, and nobody had touched this one."""

    topic: ClassVar[str] = "training.session_withdrawn"

    session_id: UUID


@dataclass(frozen=True)
class SessionAnnounced(Event):
    """The team knows what it will be about."""

    topic: ClassVar[str] = "training.session_announced"

    session_id: UUID
    team_id: UUID | None


@dataclass(frozen=True)
class SessionHeld(Event):
    """The class took place."""

    topic: ClassVar[str] = "training.session_held"

    session_id: UUID
    team_id: UUID | None
    day: date


@dataclass(frozen=True)
class SessionSkipped(Event):
    """It did not take place; the reason stays with it, and another day stands in."""

    topic: ClassVar[str] = "training.session_skipped"

    session_id: UUID
    made_up_by_id: UUID


@dataclass(frozen=True)
class MaterialAdded(Event):
    """A text, a file or a link was laid out for a class; `kind` says which."""

    topic: ClassVar[str] = "training.material_added"

    session_id: UUID
    material_id: UUID
    kind: str


@dataclass(frozen=True)
class MaterialChanged(Event):
    """Its title, body or address was written anew; `fields` names which."""

    topic: ClassVar[str] = "training.material_changed"

    session_id: UUID
    material_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class MaterialsOrdered(Event):
    """They stand in another order."""

    topic: ClassVar[str] = "training.materials_ordered"

    session_id: UUID


@dataclass(frozen=True)
class MaterialRemoved(Event):
    """It was taken away, and can be taken back for a day."""

    topic: ClassVar[str] = "training.material_removed"

    session_id: UUID
    material_id: UUID


@dataclass(frozen=True)
class MaterialReturned(Event):
    """Its removal was taken back."""

    topic: ClassVar[str] = "training.material_returned"

    session_id: UUID
    material_id: UUID


@dataclass(frozen=True)
class AttendanceMarked(Event):
    """Somebody was there, was missed, or has caught up."""

    topic: ClassVar[str] = "training.attendance_marked"

    session_id: UUID
    person_id: UUID
    mark: str


@dataclass(frozen=True)
class PracticeShown(Event):
    """A learner says where they tried it."""

    topic: ClassVar[str] = "training.practice_shown"

    session_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class PracticeConfirmed(Event):
    """Somebody who saw it says so."""

    topic: ClassVar[str] = "training.practice_confirmed"

    session_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class SessionClosed(Event):
    """Everybody who came has practised, and somebody has seen it."""

    topic: ClassVar[str] = "training.session_closed"

    session_id: UUID
    team_id: UUID | None


@dataclass(frozen=True)
class TopicProposed(Event):
    """A topic was wished for, by somebody of the team or by what the team hears."""

    topic: ClassVar[str] = "training.topic_proposed"

    proposal_id: UUID
    team_id: UUID
    proposed_by: str


@dataclass(frozen=True)
class TopicDecided(Event):
    """It becomes a session's topic, or comes later."""

    topic: ClassVar[str] = "training.topic_decided"

    proposal_id: UUID
    decision: str
    session_id: UUID | None


@dataclass(frozen=True)
class CertificationPlanned(Event):
    topic: ClassVar[str] = "certification.planned"

    certification_id: UUID
    person_id: UUID
    day: date


@dataclass(frozen=True)
class CertificationMoved(Event):
    topic: ClassVar[str] = "certification.moved"

    certification_id: UUID
    day: date


@dataclass(frozen=True)
class CertificationWithdrawn(Event):
    topic: ClassVar[str] = "certification.withdrawn"

    certification_id: UUID


@dataclass(frozen=True)
class CertificationMarked(Event):
    """One of the two has said what they saw."""

    topic: ClassVar[str] = "certification.marked"

    certification_id: UUID
    assessor_id: UUID


@dataclass(frozen=True)
class CertificationPassed(Event):
    """Both have marked, and every area holds."""

    topic: ClassVar[str] = "certification.passed"

    certification_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class CertificationNotYet(Event):
    """Both have marked; what does not hold yet is practised, and there is a next time."""

    topic: ClassVar[str] = "certification.not_yet"

    certification_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class CampTemplateChanged(Event):
    """The organisation says what a day of the newcomers' camp holds."""

    topic: ClassVar[str] = "camp_template.changed"

    dimension: str


@dataclass(frozen=True)
class CertificationTemplateChanged(Event):
    """The organisation says what the marks of an area look like, or which area has to hold with each."""

    topic: ClassVar[str] = "certification_template.changed"

    area: str


@dataclass(frozen=True)
class CampBegun(Event):
    """A newcomer has a camp, and its first day stands."""

    topic: ClassVar[str] = "camp.begun"

    camp_id: UUID
    person_id: UUID
    begins_on: date


@dataclass(frozen=True)
class CampMoved(Event):
    """The newcomer joins on another day, and nothing of the camp was done yet."""

    topic: ClassVar[str] = "camp.moved"

    camp_id: UUID
    begins_on: date


@dataclass(frozen=True)
class CampDayDone(Event):
    """A newcomer has handed in what a day asked for, on its day or later."""

    topic: ClassVar[str] = "camp.day_done"

    camp_id: UUID
    person_id: UUID
    dimension: str


@dataclass(frozen=True)
class CampShowPlanned(Event):
    """The ten minutes before the team have a day."""

    topic: ClassVar[str] = "camp.show_planned"

    camp_id: UUID
    person_id: UUID
    day: date


@dataclass(frozen=True)
class CampShowHeld(Event):
    """The newcomer has told the team; mentor or manager says so."""

    topic: ClassVar[str] = "camp.show_held"

    camp_id: UUID
    person_id: UUID


@dataclass(frozen=True)
class CampHandGiven(Event):
    """One of the two has tapped: newcomer or mentor."""

    topic: ClassVar[str] = "camp.hand_given"

    camp_id: UUID
    by_id: UUID


@dataclass(frozen=True)
class CampFinished(Event):
    """The show was held, and newcomer and mentor have shaken hands."""

    topic: ClassVar[str] = "camp.finished"

    camp_id: UUID
    person_id: UUID
    mentor_id: UUID
