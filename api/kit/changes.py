"""Changes to a stored row: merge patches, versions, and phone-born rows that arrive twice."""

from typing import Any, Protocol

from pydantic import BaseModel

from api.kit.errors import BornDifferently, Stale


class Versioned(Protocol):
    @property
    def version(self) -> int: ...


def changes(given: BaseModel) -> dict[str, Any]:
    """The fields really sent (RFC 7396: what is absent stays, null clears)."""
    return {name: getattr(given, name) for name in given.model_fields_set}


def check_version(row: Versioned, expected: int, *, current: object | None = None) -> None:
    """Raises Stale when the caller changed another version than the stored one."""
    if row.version != expected:
        raise Stale(current=row if current is None else current)


def same_birth(stored: bytes | None, arriving: bytes) -> None:
    """Raises BornDifferently unless the row arriving again is the one stored, byte for byte in meaning."""
    if stored != arriving:
        raise BornDifferently
