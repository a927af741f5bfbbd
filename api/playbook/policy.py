"""Who may do what: everybody reads the playbook, trainer and admin edit it."""

from api.kit.errors import Forbidden
from api.people.models import Role
from api.people.policy import Actor


class NotYoursToEdit(Forbidden):
    code = "playbook_not_yours"
    en = "The trainer and the admin keep the playbook. Tell one of them what you would change."
    zh = "话术由训练官和管理员维护，把你想改的告诉他们。"


def check_may_edit(actor: Actor) -> None:
    if actor.role not in (Role.TRAINER, Role.ADMIN):
        raise NotYoursToEdit
