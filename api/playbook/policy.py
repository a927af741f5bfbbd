"""Who may do what: everybody reads the playbook, trainer and admin edit it."""

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor


class NotYoursToEdit(Forbidden):
    code = "playbook_not_yours"
    en = "The trainer and the admin keep the playbook. Tell one of them what you would change."
    zh = "话术由训练官和管理员维护，把你想改的告诉他们。"


class ObjectionTypeUnknown(Conflict):
    code = "objection_type_unknown"
    en = "The playbook has no objection type {key}. Open the playbook again and pick one."
    zh = "话术里没有 {key} 这类异议。重新打开话术，再选一次。"


class SkillUnknown(Conflict):
    code = "skill_unknown"
    en = "The playbook has no skill {key}. Open the playbook again and pick one."
    zh = "话术里没有 {key} 这项技能。重新打开话术，再选一次。"


def keeps_playbook(actor: Actor) -> bool:
    return actor.role in (Role.TRAINER, Role.ADMIN)


def check_may_edit(actor: Actor) -> None:
    if not keeps_playbook(actor):
        raise NotYoursToEdit
