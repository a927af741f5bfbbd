"""Counts of reviews on the wire; none is about one rep."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, ReadModel


class KeptRead(ReadModel):
    """Of so many settled promises, so many kept; null below five, where it would speak of one person."""

    settled: int
    kept: int


class ReviewCountsOfTeam(ReadModel):
    team_id: UUID
    name: Bilingual
    planned: int
    held: int
    moved: int
    skipped: int
    not_held: int = Field(description="Their day is over, and nobody held them or said why not.")
    kept_by_reps: KeptRead | None
    kept_by_host: KeptRead | None


class ReviewCountsRead(ReadModel):
    """Teams by name."""

    since: date
    until: date
    teams: list[ReviewCountsOfTeam]
