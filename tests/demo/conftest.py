"""The demo built once per day that matters and engine; tests read from copies of it."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlmodel import Session, SQLModel, col, select

from api.demo import company, lanbridge
from api.kit.settings import Settings
from api.kit.store import Store
from api.people.models import Organisation, Person
from tests.databases import Databases

SPRING = date(2026, 3, 26)
AFTER_NEW_YEAR, AFTER_NATIONAL_DAY = date(2026, 2, 24), date(2026, 10, 8)
R = TypeVar("R", bound=SQLModel)
BuiltOn = Callable[[date], str]


def loading(day: date) -> datetime:
    """10:40 in Shanghai; once it is loaded in the first minutes of the day, when no visit can be over yet."""
    early = day == AFTER_NEW_YEAR
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)
    return midnight + (timedelta(minutes=20) if early else timedelta(hours=10, minutes=40))


def prepare(url: str, moment: datetime, *, zone: str = company.ZONE) -> None:
    company.prepare(Settings(demo=True, database_url=url), zone=zone, clock=lambda: moment)


class Demo:
    """All rows of Lanbridge, read once."""

    def __init__(self, store: Store, today: date) -> None:
        self.store = store
        self.today = today
        self.rows: dict[type[SQLModel], list[Any]] = defaultdict(list)
        self.id = self.store.read_now(_lanbridge).id

    def all(self, kind: type[R]) -> list[R]:
        if kind not in self.rows:
            self.rows[kind] = self.store.read_now(_rows, kind, self.id)
        return self.rows[kind]

    def by_id(self, kind: type[R]) -> dict[uuid.UUID, R]:
        found: Any = self.all(kind)
        return {row.id: row for row in found}

    def person(self, login: str) -> Person:
        return next(one for one in self.all(Person) if one.login == login)

    @property
    def tomorrow(self) -> date:
        return self.today + timedelta(days=1)


def _lanbridge(db: Session) -> Organisation:
    return db.exec(select(Organisation).where(col(Organisation.slug) == lanbridge.SLUG)).one()


def _rows(db: Session, kind: Any, organisation_id: uuid.UUID) -> list[Any]:
    return list(db.exec(select(kind).where(kind.organisation_id == organisation_id)).all())


@pytest.fixture(scope="session")
def built_on(databases: Databases, migrated_template: str) -> Iterator[BuiltOn]:
    """`built_on(day)` is the address of a demo that nobody has opened since it was built."""
    built: dict[date, str] = {}

    def build(day: date) -> str:
        if day not in built:
            built[day] = databases.copy_of(migrated_template)
            prepare(built[day], loading(day))
        return built[day]

    yield build
    for url in built.values():
        databases.drop(url)


@pytest.fixture
def copy_of(databases: Databases, built_on: BuiltOn) -> Iterator[BuiltOn]:
    """A demo of this test's own."""
    copies: list[str] = []

    def copy(day: date) -> str:
        copies.append(databases.copy_of(built_on(day)))
        return copies[-1]

    yield copy
    for url in copies:
        databases.drop(url)


def _opened(databases: Databases, built_on: BuiltOn, day: date) -> Iterator[Demo]:
    url = databases.copy_of(built_on(day))
    store = Store(url, clock=lambda: loading(day))
    yield Demo(store, day)
    store.close()
    databases.drop(url)


@pytest.fixture(scope="session")
def demo(databases: Databases, built_on: BuiltOn) -> Iterator[Demo]:
    """Of a Thursday in an ordinary spring month."""
    yield from _opened(databases, built_on, SPRING)


@pytest.fixture(scope="session", params=[SPRING, AFTER_NEW_YEAR, AFTER_NATIONAL_DAY], ids=str)
def any_demo(
    request: pytest.FixtureRequest, databases: Databases, built_on: BuiltOn
) -> Iterator[Demo]:
    """Of an ordinary day, and of days whose month had the long holidays in it."""
    yield from _opened(databases, built_on, request.param)
