"""Who may see a client: its owner, the owner's mentor, the owner's manager. Who sees it may help with it."""

import sqlalchemy as sa
from sqlmodel import col

from api.clients.models import Client
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor, personal

SELLING = (Role.REP, Role.MANAGER)


class NotYoursToHandOver(Forbidden):
    code = "hand_over_not_yours"
    en = "You can hand over clients between people of your own team. Ask an admin for the others."
    zh = "你可以在自己团队里交接客户，其他的请管理员来做。"


class CannotOwnClients(Conflict):
    code = "cannot_own_clients"
    en = "{latin_name} cannot look after clients now. Choose a rep or a manager who is active."
    zh = "{name}现在不能负责客户，请选一位在职的销售员或主管。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of clients."""
    return sa.and_(
        col(Client.organisation_id) == actor.organisation_id,
        col(Client.deleted_at).is_(None),
        personal(actor, col(Client.owner_id)),
    )


def check_may_hand_over(
    actor: Actor, leaving: Person, taking: Person, *, gives_back: bool = False
) -> None:
    """An admin, or the manager of both; the one who takes over must be able to sell.

    Clients given back wait where they waited before, also with somebody who has left.
    """
    leads_both = actor.leads(leaving) and actor.leads(taking)
    if actor.role is not Role.ADMIN and not leads_both:
        raise NotYoursToHandOver
    if (taking.disabled and not gives_back) or taking.role not in SELLING:
        name = f"{taking.family_name}{taking.given_name}"
        raise CannotOwnClients(name=name, latin_name=taking.latin_name)
