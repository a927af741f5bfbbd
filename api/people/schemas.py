"""The wire shapes of people, teams, sign-in, mentor pairs and the organisation."""

from datetime import date, datetime
from typing import Annotated, Generic, Literal, TypeVar
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from api.kit.calendar import knows_holidays_of
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Bilingual,
    Day,
    InputModel,
    Line,
    Money,
    ReadModel,
    WallTime,
    Word,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.models import SightKind

T = TypeVar("T")
RoleName = Literal["rep", "manager", "regional_manager", "trainer", "admin"]
Language = Annotated[
    Literal["zh-CN", "en"] | None,
    Field(description="Null is the language of the phone, which `Accept-Language` names."),
]


def _known_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise Unfit(
            "Not a time zone of the IANA list, such as Asia/Shanghai.",
            "不是 IANA 时区，例如 Asia/Shanghai。",
        )
    return zone


def _known_country(country: str) -> str:
    if country and not knows_holidays_of(country):
        raise Unfit(
            "No public holidays are known for this country; leave it empty.",
            "没有这个国家的公共假日，请留空。",
        )
    return country


Login = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,58}$", to_lower=True),
    Field(description="Before the @ of the sign-in name.", examples=["lin.xiaoman"]),
]
Password = Annotated[str, StringConstraints(min_length=8, max_length=200)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]
Zone = Annotated[
    str,
    StringConstraints(max_length=60),
    AfterValidator(_known_zone),
    Field(examples=["Asia/Shanghai"]),
]
Country = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Z]{2})?$"),
    AfterValidator(_known_country),
    Field(examples=["CN"]),
]
Weekday = Annotated[int, Field(ge=1, le=7)]


class PersonRef(ReadModel):
    """Somebody by name, as other records show them."""

    id: UUID
    family_name: str = Field(examples=["林"])
    given_name: str = Field(examples=["小满"])
    latin_name: str = Field(examples=["Lin Xiaoman"])


class PersonCard(PersonRef):
    """A line of the directory, open to the whole organisation."""

    role: RoleName
    team_id: UUID | None
    newcomer: bool
    invitation_accepted: bool | None = Field(
        description="False until they have opened their link and chosen a password; null for whom you do not look after."
    )


class PersonRead(PersonCard):
    """Somebody with what only they, their manager and an admin see."""

    organisation_id: UUID
    login: str = Field(examples=["lin.xiaoman"])
    language: Language
    joined_on: date
    disabled: bool
    version: int


class PersonNew(InputModel):
    """A new person; they sign in once they have opened their invitation."""

    model_config = example(
        login="lin.xiaoman",
        family_name="林",
        given_name="小满",
        role="rep",
        team_id=AN_ID,
        newcomer=True,
        joined_on="2026-11-02",
    )

    id: UUID | None = None
    login: Login
    family_name: Word = Field(examples=["林"])
    given_name: Word = Field(examples=["小满"])
    latin_name: Word | None = Field(None, description="Made from the name's pinyin when left out.")
    role: RoleName
    team_id: UUID | None = None
    newcomer: bool = False
    joined_on: Day
    language: Language = None


class PersonChange(InputModel):
    """Login, role and team are an admin's to change; the rest also the manager's."""

    model_config = example(newcomer=False)

    login: Login = Field(default_factory=unsent)
    family_name: Word = Field(default_factory=unsent)
    given_name: Word = Field(default_factory=unsent)
    latin_name: Word = Field(default_factory=unsent)
    role: RoleName = Field(default_factory=unsent)
    team_id: UUID | None = None
    newcomer: bool = Field(default_factory=unsent)
    joined_on: Day = Field(default_factory=unsent)
    language: Language = None


class Disabling(InputModel):
    """Why somebody can no longer sign in; shown to admins and the manager only."""

    model_config = example(reason="Left the company")

    reason: Line = Field(examples=["Left the company"])


class SignInGiven(InputModel):
    """`login` is the name, with `@slug` of the company when there are several."""

    model_config = example(login="lin.xiaoman@lanbridge", password="eight letters or more")  # noqa: S106  # an example

    login: Annotated[str, StringConstraints(min_length=1, max_length=120)] = Field(
        examples=["lin.xiaoman", "lin.xiaoman@lanbridge"]
    )
    password: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class SignedIn(ReadModel):
    """Send `access_token` as a bearer; the refresh token is in an HttpOnly cookie."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="Seconds the access token lives.", examples=[600])
    person: PersonRead


class PasswordChange(InputModel):
    model_config = example(current="what I typed until now", new="eight letters or more")

    current: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    new: Password


class InvitationRead(ReadModel):
    """A link that works once, for 24 hours; a newer one replaces it."""

    link: str = Field(examples=["https://alongside.example/join#AbC"])
    qr_svg: str = Field(description="The link as a QR code, an SVG document.")
    expires_at: datetime
    kind: Literal["join", "reset"]


class InvitationToken(InputModel):
    model_config = example(token="AbCdEf0123456789")  # noqa: S106  # an example

    token: Token


class InvitationLook(ReadModel):
    """Whom an invitation is for."""

    kind: Literal["join", "reset"]
    organisation_name: str
    login: str
    family_name: str
    given_name: str
    latin_name: str
    expires_at: datetime


class InvitationAccepted(InputModel):
    model_config = example(token="AbCdEf0123456789", password="eight letters or more")  # noqa: S106  # an example

    token: Token
    password: Password


class TeamRead(ReadModel):
    """A region, or a team within one; `manager` is the active manager whose team it is."""

    id: UUID
    name: Bilingual
    kind: Literal["region", "team"]
    parent_id: UUID | None
    manager: PersonRef | None
    version: int


class TeamNew(InputModel):
    model_config = example(name={"zh": "海鸥", "en": "Gull"}, kind="team", parent_id=AN_ID)

    id: UUID | None = None
    name: Bilingual
    kind: Literal["region", "team"]
    parent_id: UUID | None = Field(None, description="The region a team belongs to.")


class TeamChange(InputModel):
    model_config = example(name={"zh": "信天翁", "en": "Albatross"})

    name: Bilingual = Field(default_factory=unsent)
    parent_id: UUID | None = None


class TeamRef(ReadModel):
    id: UUID
    name: Bilingual


class MentorPairRead(ReadModel):
    """Mentor and apprentice; the pair counts on both days it names and between them."""

    id: UUID
    mentor: PersonRef
    apprentice: PersonRef
    starts_on: date
    ends_on: date | None
    version: int


class MentorPairNew(InputModel):
    model_config = example(mentor_id=AN_ID, apprentice_id=ANOTHER_ID, starts_on="2026-11-24")

    id: UUID | None = None
    mentor_id: UUID
    apprentice_id: UUID
    starts_on: Day


class MentorPairEnd(InputModel):
    model_config = example(ends_on="2027-02-26")

    ends_on: Day = Field(description="The last day the pair counts.")


class Grade(InputModel):
    """How near a client is to signing; `probability` in per cent weighs the forecast."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,9}$")] = Field(examples=["A1"])
    label: Bilingual
    meaning: Bilingual
    probability: Annotated[int, Field(ge=0, le=100)]


Rung = Literal["tell", "show", "tell_back", "do"]


def _each_rung_once(rungs: list[Rung]) -> list[Rung]:
    if len(set(rungs)) < len(rungs):
        raise Unfit("The ladder holds each of the four rungs once.", "四个阶段各出现一次。")
    return rungs


def _each_key_once(grades: list[Grade]) -> list[Grade]:
    if len({grade.key for grade in grades}) < len(grades):
        raise Unfit("Each grade has a key of its own.", "每个等级要有自己的代号。")
    return grades


class OrganisationCard(ReadModel):
    """The organisation as everybody in it needs it. Times are its local wall-clock times."""

    id: UUID
    slug: str = Field(examples=["lanbridge"])
    name: str = Field(examples=["澜桥出海 Lanbridge"])
    zone: str = Field(examples=["Asia/Shanghai"])
    demo: bool
    evening_opens: WallTime
    evening_closes: WallTime
    quiet_until: WallTime
    round_minutes: int
    big_order: Money
    grades: list[Grade]
    rungs: list[Rung] = Field(
        description="The order of the ladder (我说你听 → 我做你看 → 你说我听 → 你做我看)."
    )
    topic_heard: int = Field(
        description="So often in five working days an objection is heard in a team before it is proposed as a topic."
    )


class OrganisationRead(OrganisationCard):
    country: str = Field(description="Whose public holidays hold; empty for none.", examples=["CN"])
    week: list[int] = Field(description="ISO weekdays that are worked, 1 = Monday.")
    version: int


class OrganisationChange(InputModel):
    """What is absent stays; a list replaces the whole list."""

    model_config = example(evening_opens="18:30", evening_closes="20:00", round_minutes=6)

    name: Word = Field(default_factory=unsent)
    zone: Zone = Field(default_factory=unsent)
    country: Country = Field(default_factory=unsent)
    week: Annotated[list[Weekday], Field(min_length=1, max_length=7)] = Field(
        default_factory=unsent
    )
    evening_opens: WallTime = Field(default_factory=unsent)
    evening_closes: WallTime = Field(default_factory=unsent)
    quiet_until: WallTime = Field(default_factory=unsent)
    round_minutes: Annotated[int, Field(ge=1, le=60)] = Field(default_factory=unsent)
    big_order: Money = Field(default_factory=unsent)
    grades: Annotated[
        list[Grade], Field(min_length=1, max_length=12), AfterValidator(_each_key_once)
    ] = Field(default_factory=unsent)
    rungs: Annotated[
        list[Rung], Field(min_length=4, max_length=4), AfterValidator(_each_rung_once)
    ] = Field(default_factory=unsent)
    topic_heard: Annotated[int, Field(ge=1, le=200)] = Field(default_factory=unsent)


class CalendarDayRead(ReadModel):
    """Whether a day is worked; `name` is set where the organisation decided it for this day."""

    day: date
    working: bool
    name: str | None = Field(examples=["国庆节调休"])


class CalendarDayGiven(InputModel):
    model_config = example(working=True, name="国庆节调休")

    working: bool
    name: Word = Field(examples=["国庆节调休"])


class MeRead(PersonRead):
    """Who is signed in, with the organisation's settings and the people around them."""

    organisation: OrganisationCard
    team: TeamRef | None
    manager: PersonRef | None
    mentor: PersonRef | None
    peer: PersonRef | None = Field(description="In a manager's place where nobody leads.")
    apprentices: list[PersonRef]
    teammates: int = Field(description="How many others a word to the whole team reaches.")
    working_days: list[date] = Field(description="Those from today on, for three weeks.")


class MeChange(InputModel):
    model_config = example(language="en")

    language: Language


class AccessRead(ReadModel):
    """Who opened a record of mine, once per reader, kind and day."""

    id: UUID
    reader: PersonRef
    kind: SightKind
    day: date
    times: int
    last_at: datetime


class ListRead(BaseModel, Generic[T]):
    """A whole list, short by nature."""

    items: list[T]
