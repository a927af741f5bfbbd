"""Lists by keyset cursor: no OFFSET, no total, the same cost on the last page as on the first."""

import base64
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import Session

from api.kit.errors import Invalid

MOST = 100
USUAL = 20
T = TypeVar("T")


class BadCursor(Invalid):
    code = "bad_cursor"
    pointer = "/cursor"
    en = "This cursor is not one of ours. Start again without it."
    zh = "游标无效，请不带游标重新开始。"


@dataclass(frozen=True)
class PageAsked:
    cursor: str | None = None
    limit: int = USUAL


@dataclass(frozen=True)
class Key:
    """One column a list is ordered by; it must never be null, and the last key must be unique."""

    column: Any
    order: Literal["asc", "desc"] = "asc"

    @property
    def ordered(self) -> Any:
        return self.column.desc() if self.order == "desc" else self.column.asc()

    def beyond(self, value: Any) -> Any:
        return self.column < value if self.order == "desc" else self.column > value


@dataclass(frozen=True)
class Paged(Generic[T]):
    items: Sequence[T]
    next_cursor: str | None


class PageRead(BaseModel, Generic[T]):
    """One page of a list; ask again with `cursor=next_cursor` until it is null."""

    items: list[T]
    next_cursor: str | None


def page_of(db: Session, statement: Any, *, keys: Sequence[Key], asked: PageAsked) -> Paged[Any]:
    """One page of `statement` in the order of `keys`.

    `statement` selects one entity (items are its rows) or several things whose first is the entity that has
    the key columns (items are tuples).
    """
    if asked.cursor is not None:
        statement = statement.where(_after(keys, _opened(asked.cursor, keys)))
    ordered = statement.order_by(*(key.ordered for key in keys)).limit(asked.limit + 1)
    found = db.exec(ordered).all()
    items = found[: asked.limit]
    more = len(found) > asked.limit
    return Paged(items, _sealed(items[-1], keys) if more else None)


def _after(keys: Sequence[Key], values: Sequence[Any]) -> Any:
    """Rows beyond the cursor: first key beyond, or equal and the second beyond, and so on."""
    cases = []
    for place, key in enumerate(keys):
        equal = [earlier.column == values[at] for at, earlier in enumerate(keys[:place])]
        cases.append(sa.and_(*equal, key.beyond(values[place])))
    return sa.or_(*cases)


def _sealed(item: Any, keys: Sequence[Key]) -> str:
    row = item if hasattr(item, "__table__") else item[0]
    values = [getattr(row, key.column.key) for key in keys]
    text = json.dumps([v.isoformat() if isinstance(v, date) else str(v) for v in values])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _opened(cursor: str, keys: Sequence[Key]) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        texts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True).decode())
        if not isinstance(texts, list) or len(texts) != len(keys):
            raise ValueError(cursor)
        return [_value(key.column, text) for key, text in zip(keys, texts, strict=True)]
    except (ValueError, TypeError, RecursionError) as unreadable:
        raise BadCursor from unreadable


def _value(column: Any, text: Any) -> Any:
    if not isinstance(text, str) or "\0" in text:
        raise ValueError(text)
    kind = column.type.python_type
    if kind is datetime:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError(text)
        return moment
    if kind is date:
        return date.fromisoformat(text)
    if kind is int:
        return int(text)
    return uuid.UUID(text) if kind is uuid.UUID else text
