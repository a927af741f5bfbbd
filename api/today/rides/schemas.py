"""Wire shapes of what was practised for the visits of a ride-along."""

from uuid import UUID

from api.kit.wire import ReadModel
from api.today.schemas import AgreedRead


class PractisedRead(ReadModel):
    """Of one visit of the day: the lines its rep agreed on in the last drill on this client."""

    visit_id: UUID
    agreed: list[AgreedRead]


class RideBesideRead(ReadModel):
    visits: list[PractisedRead]
