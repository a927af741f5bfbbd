"""Wire shapes of what is told at a kick-off."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import AN_ID, InputModel, ReadModel, example


class KickOffNew(InputModel):
    """One of your planned visits of that day."""

    model_config = example(visit_id=AN_ID, wants_company=True)

    visit_id: UUID
    wants_company: bool = Field(default=False, description="You would like somebody to come along.")


class KickOffRead(ReadModel):
    day: date
    visit_id: UUID
    wants_company: bool
