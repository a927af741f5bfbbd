"""Whose part of a pre-read is whose, and on what a praise rests."""

from datetime import datetime

from api.kit.errors import Conflict, Forbidden
from api.people.policy import Actor
from api.reviews.models import Review
from api.reviews.pre_reads.models import Side


class NotYourPart(Forbidden):
    code = "pre_read_not_yours"
    en = "Each side writes its own part of the pre-read. Say yours in your own field."
    zh = "会前准备各写各的，请写你自己的那一份。"


class EvidenceUnknown(Conflict):
    code = "evidence_unknown"
    en = "The praise needs a record from this review's facts. Choose one of those listed."
    zh = "表扬要落在一条真实的记录上，请从这次的事实里选一条。"


class FactsFirst(Conflict):
    code = "review_facts_first"
    en = "Read the facts of this review first; your part rests on them."
    zh = "先看一遍这次的事实，再写你的这一份。"


def stands_from(actor: Actor, review: Review) -> datetime:
    """From the evening before on, when both get ready, the facts stand: earlier ones would be old ones at the talk."""
    evening = actor.calendar.previous_working(review.day)
    return actor.calendar.moment(evening, actor.settings.evening_opens)


def is_frozen(actor: Actor, review: Review, *, taken_at: datetime) -> bool:
    """Of a talk that has begun, what was taken as the two sat down stands."""
    stands = stands_from(actor, review)
    return review.closed or taken_at >= min(stands, review.started_at or stands)


def check_part(actor: Actor, review: Review, side: Side) -> None:
    """A team's review has no person, so it has the host's part only."""
    owner = review.host_id if side is Side.HOST else review.person_id
    if actor.person_id != owner:
        raise NotYourPart
