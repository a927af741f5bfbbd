"""海图仪表 Chartwell, a small second organisation beside Lanbridge, so that being a stranger is real."""

from datetime import timedelta
from uuid import UUID

from api.clients.models import Client, ClientOwner, Contact, ContactRole, ExportsNow
from api.demo.ledger import Ledger, born_as, seeded
from api.demo.month import TODAY, TOMORROW, Month
from api.people.models import Person, Role, Team, TeamKind, found_by
from api.visits.models import MetRole, Outcome, Purpose, Visit, VisitState

SLUG, NAME = "chartwell", "海图仪表"
PEOPLE = (
    ("ou.yuan", "欧", "源", "Ou Yuan", Role.MANAGER),
    ("kang.wei", "康", "薇", "Kang Wei", Role.REP),
    ("tao.ran", "陶", "然", "Tao Ran", Role.REP),
)
CLIENTS = (
    "临泉自来水",
    "北渡化工",
    "银杉制药",
    "河湾热电",
    "白塔酿造",
    "南屏造纸",
    "云阶食品",
    "青岩水泥",
    "安澜船厂",
    "松涛玻璃",
    "明渠水务",
    "竹溪染整",
)  # fmt: skip - a list to read across
BOSSES = ("赵工", "钱工", "孙工", "李工")


def chartwell(month: Month, organisation_id: UUID, *, password_hash: str) -> Ledger:
    ledger = Ledger(organisation_id, area=SLUG)
    founded = month.calendar.moment(month.before(300), "09:00")
    team = ledger.add(Team, founded, kind=TeamKind.TEAM, name_zh="仪表一队", name_en="Instruments")
    people = [_person(ledger, month, team, part, password_hash) for part in PEOPLE]
    for number, name in enumerate(CLIENTS):
        rep = people[1 + number % 2]
        client = _client(ledger, month, rep, name, BOSSES[number % len(BOSSES)])
        for day in (number, number + 7):
            _visit(ledger, month, client, min(day, TODAY - 1), done=True)
        if number < 4:
            _visit(ledger, month, client, TODAY if number < 2 else TOMORROW, done=False)
    return ledger


def _person(
    ledger: Ledger,
    month: Month,
    team: Team,
    part: tuple[str, str, str, str, Role],
    password_hash: str,
) -> Person:
    login, family_name, given_name, latin_name, role = part
    joined_on = month.before(280)
    return ledger.add(
        Person,
        month.calendar.moment(joined_on, "08:30"),
        login=login,
        family_name=family_name,
        given_name=given_name,
        latin_name=latin_name,
        found_by=found_by(family_name, given_name, latin_name),
        role=role,
        team_id=team.id,
        newcomer=False,
        joined_on=joined_on,
        password_hash=password_hash,
    )


def _client(ledger: Ledger, month: Month, rep: Person, name: str, boss: str) -> Client:
    found_at = month.calendar.moment(month.before(40), "10:00")
    client = ledger.add(
        Client,
        found_at,
        owner_id=rep.id,
        name="",
        name_search="",
        initials="",
        exports_now=ExportsNow.UNKNOWN,
    )
    client.rename(name)
    client.birth_digest = born_as(client.id)
    ledger.add(ClientOwner, found_at, client_id=client.id, owner_id=rep.id)
    ledger.add(Contact, found_at, client_id=client.id, name=boss, role=ContactRole.BOSS)
    return client


def _visit(ledger: Ledger, month: Month, client: Client, day: int, *, done: bool) -> None:
    chance = seeded(f"chartwell {client.name} {day}")
    visit = ledger.add(
        Visit,
        month.happened(day - 1, "18:00") if day > 0 else month.at(0, "08:00"),
        client_id=client.id,
        rep_id=client.owner_id,
        day=month.days[day],
        planned=True,
        planned_time=f"{chance.randint(9, 16):02}:00",
        purpose=Purpose.FOLLOW_UP,
        state=VisitState.PLANNED,
    )
    visit.birth_digest = born_as(visit.id)
    if done:
        visit.state, visit.outcome, visit.met_role = (
            VisitState.DONE,
            Outcome.CONTINUED,
            MetRole.BOSS,
        )
        visit.happened_at = month.at(day, visit.planned_time or "09:00", minutes=40)
        visit.received_at = visit.updated_at = visit.happened_at + timedelta(minutes=1)
        visit.check_in_digest, visit.version = born_as(visit.id), 2
