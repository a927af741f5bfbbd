"""Rows in the making. Ids and choices come from the seed, so that the same day gives the same rows."""

import hashlib
import json
import random
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlmodel import Session

from api.kit.rows import ChangingRow, Row
from api.tables import metadata

SEED = "alongside 2023-04-14"
ROWS_AT_ONCE = 500
R = TypeVar("R", bound=Row)


class Ledger:
    """Collects rows of one organisation and writes them in the order their keys need."""

    def __init__(self, organisation_id: uuid.UUID, *, area: str) -> None:
        self.organisation_id = organisation_id
        self._ids = random.Random(f"{SEED} {area} ids")
        self._rows: dict[str, list[Row]] = {}

    def add(self, kind: type[R], moment: datetime, /, **values: Any) -> R:
        """A row born at `moment`; a changing row was last touched then, unless `updated_at` says later."""
        born: dict[str, Any] = {
            "organisation_id": self.organisation_id,
            "id": self.new_id(moment),
            "created_at": moment,
        }
        if issubclass(kind, ChangingRow):
            born["updated_at"] = moment
        row = kind(**{**born, **values})
        self._rows.setdefault(str(kind.__tablename__), []).append(row)
        return row

    def new_id(self, moment: datetime) -> uuid.UUID:
        """A UUIDv7 of that moment."""
        return seeded_id(self._ids, moment)

    def of(self, kind: type[R]) -> list[R]:
        rows: list[Any] = self._rows.get(str(kind.__tablename__), [])
        return rows

    def count(self) -> int:
        return sum(len(rows) for rows in self._rows.values())

    def write(self, db: Session, *, written: Callable[[int], None]) -> None:
        """Inserts everything; `written(rows)` is called as it goes."""
        for table in metadata.sorted_tables:
            rows = [row.model_dump() for row in self._rows.get(table.name, [])]
            for start in range(0, len(rows), ROWS_AT_ONCE):
                chunk = rows[start : start + ROWS_AT_ONCE]
                db.connection().execute(sa.insert(table), chunk)
                written(len(chunk))


def seeded_id(chance: random.Random, moment: datetime) -> uuid.UUID:
    milliseconds = int(moment.timestamp() * 1000)
    number = (milliseconds << 80) | (7 << 76) | (chance.getrandbits(12) << 64)
    return uuid.UUID(int=number | (2 << 62) | chance.getrandbits(62))


def seeded(area: str) -> random.Random:
    """Chance of one area of the demo; a change in one leaves the others as they are."""
    return random.Random(f"{SEED} {area}")


def dealt(chance: random.Random, shares: dict[Any, float], size: int) -> list[Any]:
    """A shuffled hand of `size` in which every kind has its share, and chance only the order."""
    exact = {kind: share * size / sum(shares.values()) for kind, share in shares.items()}
    hand = [kind for kind, amount in exact.items() for _ in range(int(amount))]
    by_rest = sorted(exact, key=lambda kind: exact[kind] % 1, reverse=True)
    hand += by_rest[: size - len(hand)]
    chance.shuffle(hand)
    return hand


def born_as(row_id: uuid.UUID) -> bytes:
    """The digest a phone-born row carries; nobody will ever send these rows again."""
    return hashlib.sha256(row_id.bytes).digest()


@lru_cache
def words(name: str) -> dict[str, Any]:
    """A file of Chinese phrases in `api/demo/words`."""
    text = files("api.demo").joinpath("words", f"{name}.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def digest(db: Session, organisation_ids: Iterable[uuid.UUID], *, without: frozenset[str]) -> str:
    """One value for everything these organisations have stored, leaving out columns or tables by name."""
    wanted = sorted(organisation_ids)
    told = hashlib.sha256()
    for table in metadata.sorted_tables:
        key = "id" if table.name == "organisations" else "organisation_id"
        if table.name in without or key not in table.c:
            continue
        columns = [column for column in table.c if f"{table.name}.{column.name}" not in without]
        statement = sa.select(*columns).where(table.c[key].in_(wanted))
        for row in db.connection().execute(statement.order_by(*table.primary_key.columns)):
            told.update(repr(tuple(row)).encode())
    return told.hexdigest()
