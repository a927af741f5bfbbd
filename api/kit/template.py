"""A template: our proposal in `defaults.json` of a package, and rows where an organisation has its own words instead.

Version 0 stands for the proposal, so that the first change, too, says what it was made from.
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

OwnWords = TypeVar("OwnWords", bound=SQLModel)


@lru_cache(maxsize=8)
def proposed(package: str) -> dict[str, Any]:
    """What we propose, by key."""
    text = files(package).joinpath("defaults.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def own_words(
    db: Session, table: type[OwnWords], organisation_id: UUID, *, by: str
) -> dict[str, OwnWords]:
    """The rows of one organisation, in one statement, by their column `by`."""
    rows: Any = table
    found = db.exec(select(table).where(col(rows.organisation_id) == organisation_id)).all()
    return {getattr(row, by): row for row in found}
