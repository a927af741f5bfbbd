"""Tables of help requests. The state is told by the rows: what was seen, said, tried and closed."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.commitments.models import Correction
from api.kit.origin import Origin
from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class HelpKind(StrEnum):
    """客户, 知识, 价格政策, 资源, 个人."""

    CLIENT = "client"
    KNOWLEDGE = "knowledge"
    PRICE = "price"
    RESOURCE = "resource"
    PERSONAL = "personal"


class About(StrEnum):
    """What somebody stood before when asking; a goal, a round or a KPI post is known here by its id alone."""

    VISIT = "visit"
    CLIENT = "client"
    DEAL = "deal"
    GOAL = "goal"
    ROUND = "round"
    SHARE = "share"


class Needed(StrEnum):
    """现在, 今晚, 这周: the promise is 15 minutes, the end of the evening, two working days."""

    NOW = "now"
    TONIGHT = "tonight"
    WEEK = "week"


class WantedHelp(StrEnum):
    """建议, 答案, 陪我去, 陪我练, 拍板."""

    ADVICE = "advice"
    ANSWER = "answer"
    RIDE_ALONG = "ride_along"
    DRILL = "drill"
    DECISION = "decision"


class Audience(StrEnum):
    MANAGER = "manager"
    MENTOR = "mentor"
    TEAM = "team"


class Helped(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class HelpState(StrEnum):
    """求助的状态. `joint` is answered with a ride or a drill together."""

    RAISED = "raised"
    SEEN = "seen"
    ANSWERED = "answered"
    JOINT = "joint"
    TRIED = "tried"
    SOLVED = "solved"


class Offer(StrEnum):
    """What a helper offers to do together."""

    NONE = "none"
    RIDE_ALONG = "ride_along"
    DRILL = "drill"


class HarvestKind(StrEnum):
    """演练, 案例, 主题: what became of it. A case and a topic are wishes until somebody takes them up."""

    DRILL = "drill"
    CASE = "case"
    TOPIC = "topic"


class HelpRequest(ChangingRow, table=True):
    """Asked by `asker_id`, promised by `helper_id`; without one the whole team is asked and nobody took it yet.

    `happened_at` is the phone's clock, `raised_at` the server's, from which `due_at` counts: nobody can answer what
    has not arrived. `answered_at` is when the promise in force was kept; still stuck, the promise begins anew.
    `helper_due_at` is the helper's own time where the request came to them after `due_at`.
    """

    __tablename__ = "help_requests"
    __table_args__ = (
        belongs(),
        refers("asker_id", "people"),
        refers("team_id", "teams"),
        refers("helper_id", "people"),
        refers("client_id", "clients"),
        refers("harvest_by_id", "people"),
        one_of("kind", HelpKind),
        one_of("about_kind", About),
        one_of("harvest_kind", HarvestKind),
        one_of("needed", Needed),
        one_of("wanted", WantedHelp),
        one_of("audience", Audience),
        one_of("helped", Helped),
        sa.CheckConstraint("(about_kind IS NULL) = (about_id IS NULL)", name="about_is_whole"),
        sa.CheckConstraint("(solved_at IS NULL) = (helped IS NULL)", name="outcome_is_whole"),
        sa.CheckConstraint("asker_id <> helper_id", name="two_people"),
        sa.CheckConstraint("helper_id IS NOT NULL OR audience = 'team'", name="somebody_is_asked"),
        sa.CheckConstraint("kind <> 'personal' OR audience <> 'team'", name="personal_to_one"),
        sa.CheckConstraint(
            "(harvest_kind IS NULL) = (harvest_words IS NULL) "
            "AND (harvest_kind IS NULL) = (harvest_by_id IS NULL) "
            "AND (harvest_kind IS NULL) = (harvested_at IS NULL)",
            name="harvest_is_whole",
        ),
        sa.CheckConstraint("kind <> 'personal' OR harvest_kind IS NULL", name="personal_stays"),
        sa.Index(None, "organisation_id", "asker_id", "due_at", "id"),
        sa.Index(None, "organisation_id", "helper_id", "due_at", "id"),
        sa.Index(None, "organisation_id", "team_id", "raised_at", "id"),
    )

    asker_id: UUID = Field(sa_type=RecordId)
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    kind: HelpKind = Field(sa_type=sa.String(20))
    about_kind: About | None = Field(default=None, sa_type=sa.String(20))
    about_id: UUID | None = Field(default=None, sa_type=RecordId)
    client_id: UUID | None = Field(default=None, sa_type=RecordId)
    words: str | None = Field(default=None, max_length=2000)
    needed: Needed = Field(sa_type=sa.String(20))
    wanted: WantedHelp | None = Field(default=None, sa_type=sa.String(20))
    audience: Audience = Field(sa_type=sa.String(20))
    helper_id: UUID | None = Field(default=None, sa_type=RecordId)
    happened_at: datetime = Field(sa_type=UtcTime)
    raised_at: datetime = Field(sa_type=UtcTime)
    due_at: datetime = Field(sa_type=UtcTime)
    helper_due_at: datetime | None = Field(default=None, sa_type=UtcTime)
    seen_at: datetime | None = Field(default=None, sa_type=UtcTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    tried_at: datetime | None = Field(default=None, sa_type=UtcTime)
    solved_at: datetime | None = Field(default=None, sa_type=UtcTime)
    helped: Helped | None = Field(default=None, sa_type=sa.String(20))
    harvest_kind: HarvestKind | None = Field(default=None, sa_type=sa.String(20))
    harvest_words: str | None = Field(default=None, max_length=200)
    harvest_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    harvested_at: datetime | None = Field(default=None, sa_type=UtcTime)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def about(self) -> Origin | None:
        if self.about_kind is None or self.about_id is None:
            return None
        return Origin(self.about_kind, self.about_id)

    @property
    def owed(self) -> bool:
        """Whether an answer is still promised."""
        return self.answered_at is None and self.solved_at is None

    @property
    def promised_by(self) -> datetime:
        """By when whoever has it answers; nobody is late for the time before it came to them."""
        return self.helper_due_at or self.due_at

    def late(self, moment: datetime) -> bool:
        """It is the helper who is late."""
        return self.owed and moment > self.promised_by

    @property
    def answered_late(self) -> bool:
        """The promise in force was kept after its time."""
        return self.answered_at is not None and self.answered_at > self.promised_by

    @property
    def never_answered(self) -> bool:
        """Its asker closed it after the time of the promise, and no answer has come since."""
        closed, answered = self.solved_at, self.answered_at
        return answered is None and closed is not None and closed > self.promised_by


class HelpKept(Row, table=True):
    """A promise that was kept before its asker was still stuck: the next one does not wipe out when."""

    __tablename__ = "help_kept"
    __table_args__ = (
        belongs(),
        refers("request_id", "help_requests", on_delete="CASCADE"),
        refers("helper_id", "people"),
        sa.Index(None, "organisation_id", "helper_id", "answered_at"),
    )

    request_id: UUID = Field(sa_type=RecordId)
    helper_id: UUID = Field(sa_type=RecordId)
    due_at: datetime = Field(sa_type=UtcTime)
    answered_at: datetime = Field(sa_type=UtcTime)

    @property
    def late(self) -> bool:
        return self.answered_at > self.due_at


class HelpMissed(Row, table=True):
    """A promise that was over its time unanswered when it ended for its helper: handed over, or asked anew.

    `ended_at` is when; what comes after it takes nothing of it away.
    """

    __tablename__ = "help_missed"
    __table_args__ = (
        belongs(),
        refers("request_id", "help_requests", on_delete="CASCADE"),
        refers("helper_id", "people"),
        sa.CheckConstraint("ended_at > due_at", name="was_late"),
        sa.Index(None, "organisation_id", "helper_id", "ended_at"),
    )

    request_id: UUID = Field(sa_type=RecordId)
    helper_id: UUID = Field(sa_type=RecordId)
    due_at: datetime = Field(sa_type=UtcTime)
    ended_at: datetime = Field(sa_type=UtcTime)
    handed_over: bool


class HelpAnswer(Row, table=True):
    """Something said to a request, by a helper or by the asker; helpers may offer to do it together on a day.

    `said_at` is the phone's clock, `created_at` the server's.
    """

    __tablename__ = "help_answers"
    __table_args__ = (
        belongs(),
        refers("request_id", "help_requests", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("offers", Offer),
        one_of("correction", Correction),
        sa.CheckConstraint("words IS NOT NULL OR offers <> 'none'", name="says_something"),
        sa.CheckConstraint("(offers = 'none') = (on_day IS NULL)", name="offer_has_its_day"),
        sa.Index(None, "organisation_id", "request_id", "created_at", "id"),
    )

    request_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    words: str | None = Field(default=None, max_length=2000)
    offers: Offer = Field(sa_type=sa.String(20))
    on_day: date | None = Field(default=None)
    correction: Correction | None = Field(default=None, sa_type=sa.String(20))
    said_at: datetime = Field(sa_type=UtcTime)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class HelpHandOver(Row, table=True):
    """Somebody else answers from now on; the clock of the first promise keeps running."""

    __tablename__ = "help_hand_overs"
    __table_args__ = (
        belongs(),
        refers("request_id", "help_requests", on_delete="CASCADE"),
        refers("from_id", "people"),
        refers("to_id", "people"),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "request_id", "created_at", "id"),
    )

    request_id: UUID = Field(sa_type=RecordId)
    from_id: UUID | None = Field(default=None, sa_type=RecordId)
    to_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    why: str | None = Field(default=None, max_length=2000)
