"""Where something came from, on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import ReadModel
from api.today.origins.policy import OriginKind, Screen


class OpensRead(ReadModel):
    screen: Screen
    id: UUID


class WhereFromRead(ReadModel):
    """The kind alone makes the sentence; the day and the way there are for who may read the record."""

    kind: OriginKind
    on: date | None = Field(description="Its day; null where the reader may not open it.")
    opens: OpensRead | None = Field(
        description="The record that shows it; null where the reader may not open it, and where there is none."
    )
