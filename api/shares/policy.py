"""Who reads a share: its author, the author's mentor, and the team it was told to, its manager among them.

A region reads no single share, trainer and admin none of a team's, but for what its author offers to the case
library (design.md §5, docs/decisions/0009 and 0016). What is not published is its author's alone.
"""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.deals.models import Deal, DealState
from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.shares.models import Share, ShareKind, ShareState


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


class ToldAlready(Conflict):
    code = "share_told_already"
    en = "You told this already. Open it and change what is there."
    zh = "这条你已经分享过了，打开它直接改就行。"


class NotOfYourDeal(Conflict):
    code = "share_not_of_your_deal"
    en = "Whoever looks after a deal tells how it went. Ask them, or write a tip."
    zh = "签单的故事由负责这家客户的人来讲。可以请对方讲，或写一个诀窍。"


class DealNotThere(Conflict):
    code = "share_before_the_end"
    en = "This deal is still open. Share it once it is signed, or look back once it is lost."
    zh = "这个商机还没有结果。签下来再分享，丢了再复盘。"


class NothingWritten(Conflict):
    code = "share_says_nothing"
    en = "Write or say at least one part in your own words, then tell your team."
    zh = "至少用自己的话写一段或说一段，再告诉团队。"


class OnlyPart(Conflict):
    code = "share_only_part"
    en = "This recording is all your share says. Write a part first, or withdraw the share."
    zh = "这条分享只有这段录音。先写一段再拿掉，或者撤回整条分享。"


class OtherParts(Conflict):
    code = "share_has_other_parts"
    en = "This kind of share asks other questions. Open it again and write there."
    zh = "这种分享问的不是这几项。重新打开，在那里写。"


class NotPublished(Conflict):
    code = "share_not_published"
    en = "Tell your team first, then offer it to the case library."
    zh = "先告诉团队，再给案例库。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of shares; withdrawn ones are seen by nobody."""
    told: list[sa.ColumnElement[bool]] = [
        col(Share.author_id).in_(sorted(actor.apprentice_ids)),
    ]
    if actor.team_id is not None:
        told.append(col(Share.team_id) == actor.team_id)
    if actor.role is Role.TRAINER:
        told.append(col(Share.offered_at).is_not(None))
    published = col(Share.state) == ShareState.PUBLISHED
    return sa.and_(
        col(Share.organisation_id) == actor.organisation_id,
        col(Share.deleted_at).is_(None),
        sa.or_(col(Share.author_id) == actor.person_id, sa.and_(published, sa.or_(*told))),
    )


def team_to_tell(actor: Actor) -> UUID:
    """The team the actor works in; a region has nobody of its own to listen."""
    if actor.team_id is None or actor.role is Role.REGIONAL_MANAGER:
        raise NoTeamToTell
    return actor.team_id


def check_is_author(actor: Actor, share: Share) -> None:
    if share.author_id != actor.person_id:
        raise NotYourShare


ENDS = {
    ShareKind.DEAL: (DealState.SIGNED, DealState.COLLECTED),
    ShareKind.LOSS: (DealState.LOST,),
}


def check_deal(actor: Actor, kind: ShareKind, deal: Deal) -> None:
    """A deal is told by whoever looks after it, once it has come to that end."""
    if deal.owner_id != actor.person_id:
        raise NotOfYourDeal
    check_end(kind, deal)


def check_end(kind: ShareKind, deal: Deal) -> None:
    if deal.state not in ENDS[kind] or deal.deleted_at is not None:
        raise DealNotThere
