"""签完订单回来后: a signature at a check-in asks its rep for a share the same day, begun from the visits (domain.md 17-19).

A lost deal asks for its three questions. Only the rep sees what was begun, and nothing is published by itself.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from api.clients.models import Client
from api.deals import queries as deals
from api.deals.events import DealLost, DealSignatureTakenBack, DealSigned
from api.deals.models import Deal, DealState
from api.drills.periods import queries as drills
from api.kit.events import on
from api.kit.text import has_han
from api.people.models import Person, Spoken
from api.people.policy import Actor
from api.playbook import queries as playbook
from api.playbook.answers import queries as answers
from api.shares.models import ShareKind
from api.shares.prompts import service as prompts
from api.shares.prompts.policy import Heard, Story
from api.visits.periods import queries as visits
from api.visits.queries import VisitView


@on(DealSigned)
def after_a_signature(db: Session, fact: DealSigned, organisation_id: UUID) -> None:
    _prompt(db, organisation_id, ShareKind.DEAL, fact.deal_id, visit_id=fact.visit_id)


@on(DealLost)
def after_a_loss(db: Session, fact: DealLost, organisation_id: UUID) -> None:
    _prompt(db, organisation_id, ShareKind.LOSS, fact.deal_id, visit_id=None)


@on(DealSignatureTakenBack)
def nothing_was_signed(db: Session, fact: DealSignatureTakenBack, organisation_id: UUID) -> None:
    prompts.take_away(
        db,
        Actor.method(db, organisation_id),
        kind=ShareKind.DEAL,
        deal_id=fact.deal_id,
        author_id=fact.owner_id,
    )


def _prompt(
    db: Session, organisation_id: UUID, kind: ShareKind, deal_id: UUID, *, visit_id: UUID | None
) -> None:
    deal = deals.one(db, organisation_id, deal_id)
    author = db.get_one(Person, (organisation_id, deal.owner_id))
    until = deal.signed_on or deal.lost_on
    if until is None:
        return
    language = language_of(author)
    told = visits.told_at_client(db, organisation_id, deal.client_id, author.id, until=until)
    rounds = drills.rounds_for_client(db, organisation_id, author.id, deal.client_id, until=until)
    prompts.prompt(
        db,
        Actor.method(db, organisation_id),
        kind=kind,
        deal=deal,
        author=author,
        story=story_of(db, deal, told, language),
        language=language,
        rounds=rounds,
        type_key=_most_heard(told),
        visit_id=visit_id,
    )


def language_of(person: Person) -> Spoken:
    """The chosen one; who has chosen none is written to in the language of the own name."""
    if person.language is not None:
        return Spoken(person.language)
    return Spoken.CHINESE if has_han(person.given_name) else Spoken.ENGLISH


def story_of(db: Session, deal: Deal, told: Sequence[VisitView], language: Spoken) -> Story:
    """What stands in the check-ins at this client and in the deal, and nothing made up."""
    client = db.get_one(Client, (deal.organisation_id, deal.client_id))
    checked = [one.check_in for one in told if one.check_in is not None]
    steps = [one.next_step_text or one.next_step for one in checked]
    paid = deals.view(db, deal).payments
    return Story(
        source=client.source,
        first_on=told[0].day if told else None,
        first_note=checked[0].note if len(checked) > 1 else None,
        visits=len(told),
        steps=[str(step) for step in steps if step and step != "other"],
        last_note=checked[-1].note if checked else None,
        ended_on=deal.signed_on or deal.lost_on,
        heard=_heard(db, deal, told, language),
        paid_on=[one.received_on for one in paid],
        collected=deal.state == DealState.COLLECTED,
        lost_reason=deal.lost_reason,
    )


def _heard(db: Session, deal: Deal, told: Sequence[VisitView], language: Spoken) -> list[Heard]:
    """In the client's words where there are some; beside each the answer that was told to have worked."""
    visit_ids = [one.id for one in told]
    worked = answers.worked_at(db, deal.organisation_id, visit_ids, deal.owner_id)
    names = playbook.names_of_types(db, deal.organisation_id)
    tongue, other = ("zh", "en") if language == Spoken.CHINESE else ("en", "zh")
    found = []
    for visit in told:
        for one in visit.check_in.objections if visit.check_in else []:
            text = worked.get(one.type_key or "", {})
            name = names.get(one.type_key or "", {})
            said = one.words or name.get(tongue)
            if said:
                found.append(Heard(said, text.get(tongue) or text.get(other)))
    return found


def _most_heard(told: Sequence[VisitView]) -> str | None:
    """The kind of objection this client brought most often; of equals the later one."""
    keys = [
        one.type_key
        for visit in told
        for one in (visit.check_in.objections if visit.check_in else [])
        if one.type_key
    ]
    return max(reversed(keys), key=keys.count, default=None)
