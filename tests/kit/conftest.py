"""An open store on a clean database with one organisation, for the tests of the house itself."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from api.kit.clock import now
from api.kit.store import Store
from api.people.models import Organisation

ORGANISATION = uuid.UUID("0190a000-0000-7000-8000-000000000001")
MOMENT = datetime(2026, 3, 26, 10, 5, tzinfo=UTC)


def add_organisation(db: Session) -> None:
    db.add(
        Organisation(
            id=ORGANISATION,
            created_at=now(db),
            updated_at=now(db),
            slug="lanbridge",
            name="澜桥出海",
            zone="Asia/Shanghai",
            country="CN",
            week=[1, 2, 3, 4, 5],
            settings={},
            demo=False,
        )
    )


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url, clock=lambda: MOMENT)
    opened.write_now(add_organisation)
    yield opened
    opened.close()
