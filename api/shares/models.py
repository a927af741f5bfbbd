"""Tables of shares: the share, its parts, the figures of a KPI post, and the thanks and nudges it got."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.goals.models import Metric
from api.kit.origin import Origin
from api.kit.rows import (
    ChangingRow,
    Minor,
    OptionalDocument,
    RecordId,
    Row,
    UtcTime,
    belongs,
    one_of,
    refers,
)


class ShareKind(StrEnum):
    """Tip 诀窍, deal share 签单分享, loss share 丢单复盘, KPI post 晒KPI."""

    TIP = "tip"
    DEAL = "deal"
    LOSS = "loss"
    KPI = "kpi"


class ShareState(StrEnum):
    """Prompted by the method, drafted by its author, published by its author; nothing publishes itself."""

    PROMPTED = "prompted"
    DRAFT = "draft"
    PUBLISHED = "published"


class PartKey(StrEnum):
    """The questions a share answers; `PARTS_OF` says which kind asks which."""

    FOUND = "found"
    FOLLOWED_UP = "followed_up"
    SIGNED = "signed"
    PROBLEMS = "problems"
    COLLECTION = "collection"
    WHY = "why"
    OTHERWISE = "otherwise"
    LESSON = "lesson"
    TARGET = "target"
    COMPLETION = "completion"
    SOLUTIONS = "solutions"


PARTS_OF: dict[ShareKind, tuple[PartKey, ...]] = {
    ShareKind.TIP: (),
    ShareKind.DEAL: (
        PartKey.FOUND,
        PartKey.FOLLOWED_UP,
        PartKey.SIGNED,
        PartKey.PROBLEMS,
        PartKey.COLLECTION,
    ),
    ShareKind.LOSS: (PartKey.WHY, PartKey.OTHERWISE, PartKey.LESSON),
    ShareKind.KPI: (
        PartKey.TARGET,
        PartKey.COMPLETION,
        PartKey.PROBLEMS,
        PartKey.SOLUTIONS,
    ),
}
"""In the order they are asked (domain.md §1, 19 and 23; the three questions of a loss are §2.3's)."""


class ShareOrigin(StrEnum):
    """What a share came from: a round of a drill, a visit, a moment of a ride-along, or a goal that was met."""

    ROUND = "round"
    VISIT = "visit"
    MOMENT = "moment"
    GOAL = "goal"


class TapKind(StrEnum):
    """Thanks 谢谢, or a nudge 拍一拍: sideways, by name, once each."""

    THANKS = "thanks"
    NUDGE = "nudge"


class Share(ChangingRow, table=True):
    """Told to the team its author worked in that day; a withdrawn one leaves a tombstone without words.

    `words` is the whole of a tip, and the headline of every other kind. Until it is published its author alone
    sees it; `told_at` is then when it was begun. `offered_at` says that its author lets trainers read it.
    `proof_visit_id` is the visit at which what was kept in a round moved the client.
    `drilled` is the share's own copy of the rounds before the signature: `{"rounds": 9, "bosses": {id: 6}}`.
    """

    __tablename__ = "shares"
    __table_args__ = (
        belongs(),
        refers("author_id", "people"),
        refers("team_id", "teams"),
        refers("deal_id", "deals"),
        refers("proof_visit_id", "visits"),
        one_of("kind", ShareKind),
        one_of("state", ShareState),
        one_of("origin_kind", ShareOrigin),
        sa.CheckConstraint("(origin_kind IS NULL) = (origin_id IS NULL)", name="origin_is_whole"),
        sa.CheckConstraint("(kind IN ('deal', 'loss')) = (deal_id IS NOT NULL)", name="of_a_deal"),
        sa.CheckConstraint("(kind = 'kpi') = (week_of IS NOT NULL)", name="of_a_week"),
        sa.CheckConstraint("offered_at IS NULL OR state = 'published'", name="offered"),
        sa.Index(None, "organisation_id", "team_id", "told_at", "id"),
        sa.Index(None, "organisation_id", "author_id", "told_at", "id"),
        sa.Index(None, "organisation_id", "deal_id"),
    )

    kind: ShareKind = Field(sa_type=sa.String(20))
    state: ShareState = Field(default=ShareState.PUBLISHED, sa_type=sa.String(20))
    author_id: UUID = Field(sa_type=RecordId)
    team_id: UUID = Field(sa_type=RecordId)
    words: str = Field(max_length=2000)
    type_key: str | None = Field(default=None, max_length=40)
    origin_kind: ShareOrigin | None = Field(default=None, sa_type=sa.String(20))
    origin_id: UUID | None = Field(default=None, sa_type=RecordId)
    deal_id: UUID | None = Field(default=None, sa_type=RecordId)
    proof_visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    week_of: date | None = Field(default=None)
    told_at: datetime = Field(sa_type=UtcTime)
    offered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    drilled: dict[str, Any] | None = Field(default=None, sa_type=OptionalDocument)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def origin(self) -> Origin | None:
        if self.origin_kind is None or self.origin_id is None:
            return None
        return Origin(self.origin_kind, self.origin_id)

    @property
    def published(self) -> bool:
        return self.state == ShareState.PUBLISHED


class SharePart(Row, table=True):
    """One part in its author's words; the parts are replaced as a whole, and what was not answered has no row.

    Without words it was said aloud: its recording stands in `media`, or is on its way.
    """

    __tablename__ = "share_parts"
    __table_args__ = (
        belongs(),
        refers("share_id", "shares", on_delete="CASCADE"),
        one_of("key", PartKey),
        sa.UniqueConstraint("organisation_id", "share_id", "key"),
    )

    share_id: UUID = Field(sa_type=RecordId)
    key: PartKey = Field(sa_type=sa.String(20))
    place: int
    words: str = Field(max_length=2000)


class ShareFigure(Row, table=True):
    """A figure of a KPI post as it stood when it was published: what both had agreed, and what was reached."""

    __tablename__ = "share_figures"
    __table_args__ = (
        belongs(),
        refers("share_id", "shares", on_delete="CASCADE"),
        refers("goal_id", "goals"),
        one_of("metric", Metric),
        sa.UniqueConstraint("organisation_id", "share_id", "goal_id"),
    )

    share_id: UUID = Field(sa_type=RecordId)
    goal_id: UUID = Field(sa_type=RecordId)
    place: int
    metric: Metric = Field(sa_type=sa.String(20))
    target: int = Field(sa_type=Minor)
    reached: int = Field(sa_type=Minor)
    currency: str | None = Field(default=None, max_length=3)


class ShareTap(Row, table=True):
    """Thanks or a nudge by one person, once each."""

    __tablename__ = "share_taps"
    __table_args__ = (
        belongs(),
        refers("share_id", "shares", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("kind", TapKind),
        sa.UniqueConstraint("organisation_id", "share_id", "by_id", "kind"),
    )

    share_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    kind: TapKind = Field(sa_type=sa.String(20))
