"""互相教、互相学: help that its asker says helped counts towards whoever gave it (domain.md §2.0, help requests solved)."""

from uuid import UUID

from sqlmodel import Session

from api.goals import service as goals
from api.goals.models import CountedKind
from api.goals.service import Countable
from api.help_requests.answers import queries as answers
from api.help_requests.events import HelpSolved, HelpStillNeeded
from api.help_requests.models import Helped
from api.kit.events import on
from api.people.policy import Actor


@on(HelpSolved)
def count_help(db: Session, fact: HelpSolved, organisation_id: UUID) -> None:
    """One for everybody who had answered, on the day it was first closed; "not really" later takes it back."""
    given = answers.first_of_each(db, organisation_id, fact.request_id)
    if fact.helped != Helped.YES:
        goals.uncount(db, organisation_id, ids=[one.id for one in given])
        return
    day = answers.closed_on(db, Actor.method(db, organisation_id), fact.request_id)
    for one in given:
        counted = Countable(CountedKind.HELP_SOLVED, one.id, one.by_id, day, fact.request_id)
        goals.count(db, organisation_id, counted=counted)


@on(HelpStillNeeded)
def not_solved_after_all(db: Session, fact: HelpStillNeeded, organisation_id: UUID) -> None:
    given = answers.first_of_each(db, organisation_id, fact.request_id)
    goals.uncount(db, organisation_id, ids=[one.id for one in given])
