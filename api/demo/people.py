"""Who works at Lanbridge: three teams of a region, thirteen experienced reps and five newcomers."""

from dataclasses import dataclass
from datetime import timedelta

from api.demo.ledger import Ledger, seeded
from api.demo.month import Month
from api.kit.text import latin
from api.people.models import MentorPair, Person, Role, Team, TeamKind, found_by

LEAVER, LEAVES_ON, TAKES_OVER = "ding.lei", 14, "shi.jun"
CAMP_DAYS = 5


@dataclass(frozen=True)
class Part:
    """Somebody of the cast; `mentor` is the login of a newcomer's mentor."""

    login: str
    family_name: str
    given_name: str
    role: Role = Role.REP
    team: str | None = None
    mentor: str | None = None

    @property
    def newcomer(self) -> bool:
        return self.mentor is not None

    @property
    def latin_name(self) -> str:
        return f"{latin(self.family_name)} {latin(self.given_name)}"

    @property
    def name(self) -> str:
        return self.family_name + self.given_name


REGION = ("harbour", "港湾大区", "Harbour")
TEAMS = (
    ("gull", "海鸥", "Gull"),
    ("lighthouse", "灯塔", "Lighthouse"),
    ("farsail", "远帆", "Farsail"),
)
PARTS = (
    Part("lin.xiaoman", "林", "小满", team="gull", mentor="han.xue"),
    Part("han.xue", "韩", "雪", team="gull"),
    Part("zhou.qihang", "周", "启航", team="gull"),
    Part("jiang.yuan", "江", "远", team="gull"),
    Part("qin.lan", "秦", "岚", team="gull"),
    Part("xu.nian", "许", "念", team="gull", mentor="jiang.yuan"),
    Part("gu.chuan", "顾", "川", team="lighthouse"),
    Part("lu.yiming", "陆", "一鸣", team="lighthouse"),
    Part("song.jia", "宋", "佳", team="lighthouse"),
    Part("shi.jun", "石", "峻", team="lighthouse"),
    Part("bai.lu", "白", "露", team="lighthouse", mentor="gu.chuan"),
    Part("ding.lei", "丁", "磊", team="lighthouse", mentor="gu.chuan"),
    Part("pan.yue", "潘", "越", team="farsail"),
    Part("luo.an", "罗", "安", team="farsail"),
    Part("tang.ning", "唐", "宁", team="farsail"),
    Part("ren.jia", "任", "嘉", team="farsail"),
    Part("yin.hang", "尹", "航", team="farsail"),
    Part("cheng.guo", "程", "果", team="farsail", mentor="pan.yue"),
    Part("he.jing", "何", "静", Role.MANAGER, "gull"),
    Part("ma.zhaohui", "马", "朝晖", Role.MANAGER, "lighthouse"),
    Part("du.xiaolan", "杜", "晓岚", Role.MANAGER, "farsail"),
    Part("shen.liqun", "沈", "立群", Role.REGIONAL_MANAGER, "harbour"),
    Part("su.min", "苏", "敏", Role.TRAINER),
    Part("admin", "陈", "一", Role.ADMIN),
)
REPS = tuple(part for part in PARTS if part.role is Role.REP)


@dataclass(frozen=True)
class Cast:
    """The people by login."""

    people: dict[str, Person]

    def manager_of(self, part: Part) -> Person:
        login = next(
            one.login for one in PARTS if one.role is Role.MANAGER and one.team == part.team
        )
        return self.people[login]


def gather(ledger: Ledger, month: Month, *, password_hash: str) -> Cast:
    teams = _teams(ledger, month)
    cast = Cast({part.login: _person(ledger, month, part, teams, password_hash) for part in PARTS})
    for part in REPS:
        if part.mentor is not None:
            _pair(ledger, month, cast, part)
    leaver = cast.people[LEAVER]
    leaver.disabled_at = leaver.updated_at = month.at(LEAVES_ON, "18:05")
    leaver.disabled_reason, leaver.version = "个人原因离职", 2
    return cast


def _teams(ledger: Ledger, month: Month) -> dict[str, Team]:
    founded = month.calendar.moment(month.before(700), "09:00")
    key, zh, en = REGION
    region = ledger.add(Team, founded, kind=TeamKind.REGION, name_zh=zh, name_en=en)
    teams = {key: region}
    for key, zh, en in TEAMS:
        teams[key] = ledger.add(
            Team, founded, kind=TeamKind.TEAM, name_zh=zh, name_en=en, parent_id=region.id
        )
    return teams


def _person(
    ledger: Ledger, month: Month, part: Part, teams: dict[str, Team], password_hash: str
) -> Person:
    chance = seeded(f"joined {part.login}")
    joined_on = month.days[0] if part.newcomer else month.before(chance.randint(200, 690))
    return ledger.add(
        Person,
        month.calendar.moment(joined_on, "08:30"),
        login=part.login,
        family_name=part.family_name,
        given_name=part.given_name,
        latin_name=part.latin_name,
        found_by=found_by(part.family_name, part.given_name, part.latin_name),
        role=part.role,
        team_id=teams[part.team].id if part.team else None,
        newcomer=part.newcomer,
        joined_on=joined_on,
        password_hash=password_hash,
    )


def _pair(ledger: Ledger, month: Month, cast: Cast, part: Part) -> None:
    """From day one; the leaver's pair ends with the last day."""
    ends_on = month.days[LEAVES_ON] if part.login == LEAVER else None
    begun = month.at(0, "09:00")
    ledger.add(
        MentorPair,
        begun,
        mentor_id=cast.people[part.mentor or ""].id,
        apprentice_id=cast.people[part.login].id,
        starts_on=month.days[0],
        ends_on=ends_on,
        updated_at=begun
        if ends_on is None
        else begun + timedelta(days=(ends_on - month.days[0]).days),
    )
