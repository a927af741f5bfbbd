"""Who reads a share: its author, the author's mentor, and the team it was told to, its manager among them.

A region reads no single share, trainer and admin none of a team's (design.md §5, docs/decisions/0009).
"""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.shares.models import Share


class NotYourShare(Forbidden):
    code = "share_not_yours"
    en = "Only its author changes or withdraws a share. Tell them what you would add."
    zh = "只有本人能修改或撤回这条分享，想补充的话告诉对方。"


class NoTeamToTell(Conflict):
    code = "no_team_to_tell"
    en = "A share is told to your team, and you work in none, so nobody would read it. Tell somebody in person."
    zh = "分享是说给团队听的，你不在任何团队里，没人能看到。可以当面告诉同事。"


class TakenBack(Conflict):
    code = "share_taken_back"
    en = "You withdrew this share. Write it anew if you want to tell it again."
    zh = "这条分享你已经撤回了，想再说就重新写一条。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of shares; withdrawn ones are seen by nobody."""
    whose = [actor.person_id, *sorted(actor.apprentice_ids)]
    readers: list[sa.ColumnElement[bool]] = [col(Share.author_id).in_(whose)]
    if actor.team_id is not None:
        readers.append(col(Share.team_id) == actor.team_id)
    return sa.and_(
        col(Share.organisation_id) == actor.organisation_id,
        col(Share.deleted_at).is_(None),
        sa.or_(*readers),
    )


def team_to_tell(actor: Actor) -> UUID:
    """The team the actor works in; a region has nobody of its own to listen."""
    if actor.team_id is None or actor.role is Role.REGIONAL_MANAGER:
        raise NoTeamToTell
    return actor.team_id


def check_is_author(actor: Actor, share: Share) -> None:
    if share.author_id != actor.person_id:
        raise NotYourShare
