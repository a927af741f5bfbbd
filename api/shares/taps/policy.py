"""Who may tap what."""

from api.kit.errors import Conflict
from api.people.policy import Actor
from api.shares.models import Share
from api.shares.policy import NotPublished


class OwnShare(Conflict):
    code = "tap_on_own_share"
    en = "This share is yours. Thanks and nudges come from others."
    zh = "这是你自己的分享，谢谢和拍一拍是别人给的。"


def check_tap(actor: Actor, share: Share) -> None:
    if share.author_id == actor.person_id:
        raise OwnShare
    if not share.published:
        raise NotPublished
