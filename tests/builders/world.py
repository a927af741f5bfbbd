"""The world most tests live in: Lanbridge with a region and two teams, and a stranger's company beside it.

    林小满 xiaoman  newcomer in Gull 海鸥, apprentice of 韩雪 hanxue
    周启航 qihang   rep in Gull, whose manager is 何静 hejing
    丁磊 dinglei    rep in Lighthouse 灯塔, whose manager is 马朝晖 zhaohui
    沈立群 liqun    regional manager; 苏敏 sumin trainer; 陈一 admin
    stranger, stranger_manager, stranger_admin belong to the other company

It is Tuesday 2026-03-24, 10:00 in Shanghai, until a test lets time pass.
"""

import asyncio
import gc
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import Session

from api.kit.settings import Settings
from api.kit.store import Store
from api.kit.tokens import Bearer, Keys
from api.main import Alongside, create_app
from api.people.models import Organisation, Person, Role, Team
from api.people.policy import Actor, load_actor
from api.playbook.service import add_defaults
from tests.builders.people import make_organisation, make_pair, make_person, make_team
from tests.databases import Databases, copied

SECRET = "a secret of the tests, long enough to be safe"
TUESDAY = datetime(2026, 3, 24, 2, 0, tzinfo=UTC)
ADDRESS = "http://127.0.0.1:8000"


class HeldClock:
    """Stands still until a test lets time pass."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def let_pass(self, **spent: float) -> None:
        self.moment += timedelta(**spent)

    def at(self, wall: str, *, day: date | None = None) -> None:
        """Sets a wall-clock time of Shanghai ("20:30"), today or on `day`."""
        zone = timedelta(hours=8)
        local = (self.moment + zone).date() if day is None else day
        asked = datetime.fromisoformat(f"{local.isoformat()}T{wall}:00+00:00")
        self.moment = asked - zone


@dataclass
class Cast:
    """Everybody and everything of the world, by the names tests use."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def copy(self) -> "Cast":
        """For one test, which may add to it what the next one does not know."""
        return Cast(dict(self.organisations), dict(self.teams), dict(self.people))


class World:
    """`world.as_("hejing")` is a client signed in as 何静; `world.anonymous` is nobody."""

    def __init__(self, app: FastAPI, clock: HeldClock, cast: Cast) -> None:
        # Faults come back as the answer a phone would get, not as exceptions in the test.
        self._transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        self.app = app
        self.store: Store = app.state.store
        self.clock = clock
        self.cast = cast
        self.organisation = cast.organisations["lanbridge"]
        self.other_organisation = cast.organisations["otherside"]
        self._clients: list[httpx.AsyncClient] = []
        self.anonymous = self.device()

    def as_(self, name: str) -> httpx.AsyncClient:
        """A client with a fresh access token; the token is made here, not asked for with a password."""
        client = self.device()
        client.headers["authorization"] = f"Bearer {self.token(name)}"
        return client

    def device(self) -> httpx.AsyncClient:
        """A client with its own cookies and nobody signed in."""
        client = httpx.AsyncClient(transport=self._transport, base_url=ADDRESS)
        self._clients.append(client)
        return client

    def token(self, name: str) -> str:
        person = self.person(name)
        bearer = Bearer(person.organisation_id, person.id, person.keys_issue)
        return Keys(SECRET, access_minutes=10).access_token(bearer, now=self.clock())

    def person(self, name: str) -> Person:
        return self.cast.people[name]

    def id(self, name: str) -> uuid.UUID:
        return self.cast.people[name].id

    def team(self, name: str) -> Team:
        return self.cast.teams[name]

    def actor(self, name: str) -> Actor:
        """For tests that call a service: `world.store.write_now(service.check_in, world.actor("qihang"), …)`."""
        person = self.person(name)
        return self.store.read_now(
            load_actor,
            organisation_id=person.organisation_id,
            person_id=person.id,
            keys_issue=person.keys_issue,
        )

    @property
    def today(self) -> date:
        return self.actor("xiaoman").calendar.today(self.clock())

    @property
    def tomorrow(self) -> date:
        """The next working day."""
        return self.actor("xiaoman").calendar.next_working(self.today)

    async def close(self) -> None:
        for client in self._clients:
            await client.aclose()


def _lanbridge(db: Session, cast: Cast) -> None:
    company = make_organisation(db, slug="lanbridge", name="澜桥出海")
    east = make_team(db, company, zh="东区", en="East")
    gull = make_team(db, company, zh="海鸥", en="Gull", region=east)
    light = make_team(db, company, zh="灯塔", en="Lighthouse", region=east)
    cast.organisations["lanbridge"] = company
    cast.teams |= {"east": east, "gull": gull, "lighthouse": light}
    told: dict[str, tuple[tuple[str, str, str], Role, Team | None]] = {
        "xiaoman": (("林", "小满", "Lin Xiaoman"), Role.REP, gull),
        "hanxue": (("韩", "雪", "Han Xue"), Role.REP, gull),
        "qihang": (("周", "启航", "Zhou Qihang"), Role.REP, gull),
        "hejing": (("何", "静", "He Jing"), Role.MANAGER, gull),
        "dinglei": (("丁", "磊", "Ding Lei"), Role.REP, light),
        "zhaohui": (("马", "朝晖", "Ma Zhaohui"), Role.MANAGER, light),
        "liqun": (("沈", "立群", "Shen Liqun"), Role.REGIONAL_MANAGER, east),
        "sumin": (("苏", "敏", "Su Min"), Role.TRAINER, None),
        "admin": (("陈", "一", "Chen Yi"), Role.ADMIN, None),
    }
    for name, (names, role, team) in told.items():
        cast.people[name] = make_person(
            db, company, names=names, role=role, team=team, newcomer=name == "xiaoman"
        )
    make_pair(db, cast.people["hanxue"], cast.people["xiaoman"], starts_on=date(2026, 3, 2))
    add_defaults(db, company.id)


def _otherside(db: Session, cast: Cast) -> None:
    company = make_organisation(db, slug="otherside", name="对岸贸易")
    region = make_team(db, company, zh="对岸", en="Other side")
    team = make_team(db, company, zh="一队", en="First", region=region)
    cast.organisations["otherside"] = company
    cast.teams |= {"other_region": region, "other_team": team}
    told: dict[str, tuple[tuple[str, str, str], Role]] = {
        "stranger": (("方", "远", "Fang Yuan"), Role.REP),
        "stranger_manager": (("高", "山", "Gao Shan"), Role.MANAGER),
        "stranger_admin": (("白", "云", "Bai Yun"), Role.ADMIN),
    }
    for name, (names, role) in told.items():
        cast.people[name] = make_person(db, company, names=names, role=role, team=team)
    add_defaults(db, company.id)


def build(db: Session) -> Cast:
    cast = Cast()
    _lanbridge(db, cast)
    _otherside(db, cast)
    return cast


@pytest.fixture
def anyio_backend() -> str:
    """`world` asks for it, so that also tests that are not async may live there."""
    return "asyncio"


@pytest.fixture(scope="session")
def world_as_built(
    app: Alongside,
    databases: Databases,
    migrated_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, Cast]]:
    """The world's database and cast, built once per worker; tests live in copies of it.

    A server has run on it once, so that what one does for itself at its start is done.
    """
    url = databases.copy_of(migrated_template)
    clock = HeldClock(TUESDAY)
    store = Store(url, clock=clock)
    cast = store.write_now(build)
    store.close()
    move_to(app, clock, url, tmp_path_factory.mktemp("files"))
    asyncio.run(start_once(app))
    app.state.housekeeping = nothing_to_do
    yield url, cast
    databases.drop(url)


async def start_once(app: Alongside) -> None:
    async with app.router.lifespan_context(app):
        pass


async def nothing_to_do() -> None:
    """Housekeeping of a server whose database was put in order before it was copied."""


def move_to(app: Alongside, clock: HeldClock, url: str, files: Path) -> None:
    """What the application finds when it starts the next time."""
    app.state.settings = Settings(
        database_url=url, secret=SECRET, public_url=ADDRESS, files=str(files)
    )
    app.state.clock = clock


@pytest.fixture(scope="session")
def app() -> Alongside:
    """Built once per worker; each world gives it its own database, settings and clock.

    It stays until the worker ends, so the collector need not look through its routes again and again.
    """
    built = create_app(Settings(demo=True))
    gc.collect()
    gc.freeze()
    return built


@pytest.fixture
async def world(
    anyio_backend: str,
    app: Alongside,
    databases: Databases,
    world_as_built: tuple[str, Cast],
    tmp_path: Path,
) -> AsyncIterator[World]:
    template, cast = world_as_built
    with copied(databases, template) as url:
        async with living_in(app, url, cast, files=tmp_path / "files") as made:
            yield made


@asynccontextmanager
async def living_in(
    app: Alongside, url: str, cast: Cast, *, files: Path, since: datetime = TUESDAY
) -> AsyncIterator[World]:
    """The world of that database, whose recordings are kept in `files`."""
    clock = HeldClock(since)
    move_to(app, clock, url, files)
    async with app.router.lifespan_context(app):
        made = World(app, clock, cast.copy())
        yield made
        await made.close()
