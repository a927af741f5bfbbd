"""Whose learning points are ticked in a round."""

from uuid import UUID

from sqlmodel import Session

from api.drills.points import queries
from api.drills.schemas import RoundNew
from api.kit.errors import Conflict


class PointOfAnother(Conflict):
    code = "point_of_another"
    en = (
        "This learning point is not one of the rep in this round. Tick what their own class taught."
    )
    zh = "这条要点不是这一轮销售员学的，请勾他自己那一课的。"


def check_points(db: Session, organisation_id: UUID, given: RoundNew) -> None:
    """They are the rep's: a boss who learned something else ticks what the rep has learned."""
    asked = {tick.point_id for tick in given.ticks if tick.point_id is not None}
    if asked - queries.known(db, organisation_id, asked, rep_id=given.rep_id):
        raise PointOfAnother
