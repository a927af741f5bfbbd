"""What a reality check needs, and whose hit rate somebody may ask for."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import Conflict, NotFound
from api.people.models import Role, Team
from api.people.policy import Actor


class NotHeardThere(Conflict):
    code = "not_heard_there"
    en = "This objection is not among those of the check-in. Save the check-in first, then tell how it went."
    zh = "签到里没有这句异议。先保存签到，再说接住了没有。"


def check_may_see_team(db: Session, actor: Actor, team_id: UUID) -> None:
    """The own team; for a regional manager the teams of the region; for the trainer every team."""
    team = db.exec(
        select(Team).where(
            col(Team.organisation_id) == actor.organisation_id,
            col(Team.id) == team_id,
            col(Team.deleted_at).is_(None),
        )
    ).first()
    if team is None or not _may_see(actor, team):
        raise NotFound


def _may_see(actor: Actor, team: Team) -> bool:
    if actor.role is Role.TRAINER:
        return True
    if actor.role is Role.REGIONAL_MANAGER:
        return actor.team_id in (team.id, team.parent_id)
    return actor.team_id == team.id
