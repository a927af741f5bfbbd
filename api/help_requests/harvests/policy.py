"""Who says what became of a request, and when."""

from api.help_requests.models import HelpKind, HelpRequest
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person
from api.people.policy import Actor


class NotYoursToHarvest(Forbidden):
    code = "harvest_not_yours"
    en = "Whoever asked, whoever helped and the manager say what becomes of it. Tell one of them."
    zh = "由求助的人、帮忙的人或主管来定，跟其中一位说说。"


class NotSolvedYet(Conflict):
    code = "help_not_solved_yet"
    en = "Something can become of it once whoever asked has closed it. Close it first, or ask them to."
    zh = "求助的人先关掉这条，才能往下用。"


class PersonalStaysBetweenTwo(Conflict):
    code = "personal_is_not_harvested"
    en = "What is personal stays between the two of you, and nothing is made of it."
    zh = "个人的事只留在你们两个人之间，不再往外用。"


class NothingToPlay(Conflict):
    code = "harvest_without_a_visit"
    en = "A drill card needs a client you have visited, and there is none behind it. Choose a case or a topic."
    zh = "演练卡需要一家你拜访过的客户，这条没有。可以选案例或主题。"


def check_may_harvest(actor: Actor, request: HelpRequest, asker: Person) -> None:
    if actor.person_id not in (request.asker_id, request.helper_id) and not actor.leads(asker):
        raise NotYoursToHarvest


def check_solved(request: HelpRequest) -> None:
    if request.solved_at is None:
        raise NotSolvedYet
    if request.kind == HelpKind.PERSONAL:
        raise PersonalStaysBetweenTwo
