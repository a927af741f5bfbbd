"""The table of what is told at the morning kick-off."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, belongs, refers


class KickOff(ChangingRow, table=True):
    """The visit that matters most to somebody on a day, told to the team of that day by a tap of the own."""

    __tablename__ = "kick_offs"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("team_id", "teams"),
        refers("visit_id", "visits"),
        sa.UniqueConstraint("organisation_id", "person_id", "day"),
        sa.Index(None, "organisation_id", "team_id", "day"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    team_id: UUID = Field(sa_type=RecordId)
    day: date
    visit_id: UUID = Field(sa_type=RecordId)
    wants_company: bool
