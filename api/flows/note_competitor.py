"""丢单也是收获: what a loss taught about a competitor stands where another client names the same one (domain.md §4, lost).

Once its rep has told the team. Clients, their people and sums of money are masked as for the case library; the share it
came from is opened by the team alone.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.competitors import service as competitors
from api.clients.competitors.models import key_of
from api.clients.competitors.service import Learned
from api.deals import queries as deals
from api.deals.models import Deal
from api.kit.events import on
from api.kit.origin import Origin
from api.people.policy import Actor
from api.shares import queries as shares
from api.shares.cases import service as cases
from api.shares.events import ShareChanged, SharePublished, ShareWithdrawn
from api.shares.models import PartKey, Share, ShareKind
from api.visits.models import Outcome
from api.visits.periods import queries as visits

SHARE = "share"
SHORTEST = 2


@on(SharePublished)
def keep_what_was_learned(db: Session, fact: SharePublished, organisation_id: UUID) -> None:
    if fact.kind == ShareKind.LOSS:
        _keep(db, organisation_id, fact.share_id)


@on(ShareChanged)
def follow_the_correction(db: Session, fact: ShareChanged, organisation_id: UUID) -> None:
    if shares.one(db, organisation_id, fact.share_id).kind == ShareKind.LOSS:
        _keep(db, organisation_id, fact.share_id)


@on(ShareWithdrawn)
def take_it_away(db: Session, fact: ShareWithdrawn, organisation_id: UUID) -> None:
    if shares.one(db, organisation_id, fact.share_id).kind == ShareKind.LOSS:
        _keep(db, organisation_id, fact.share_id)


def _keep(db: Session, organisation_id: UUID, share_id: UUID) -> None:
    share = shares.one(db, organisation_id, share_id)
    told = list(_learned(db, share)) if share.published and share.deleted_at is None else []
    competitors.keep(
        db,
        organisation_id,
        origin=Origin(SHARE, share.id),
        author_id=share.author_id,
        day=Actor.method(db, organisation_id).calendar.today(share.told_at),
        learned=told,
    )


def _learned(db: Session, share: Share) -> Iterator[Learned]:
    """One note for each competitor the loss speaks of; without a lesson there is nothing to pass on."""
    said = {PartKey(part.key): part.words for part in shares.parts_of(db, share)}
    why, otherwise, lesson = (said.get(key, "") for key in ASKED)
    learned = lesson or otherwise
    if share.deal_id is None or not learned:
        return
    deal = deals.one(db, share.organisation_id, share.deal_id)
    spoken = "\n".join([share.words, *said.values(), deal.lost_reason or ""])
    for name, claim in _competitors(db, deal, spoken).items():
        texts = [claim or (why if key_of(name) in key_of(why) else ""), learned]
        shown = cases.masked(db, share, texts)
        if shown is not None:
            yield Learned(name, shown[0] or None, shown[1])


ASKED = (PartKey.WHY, PartKey.OTHERWISE, PartKey.LESSON)


def _competitors(db: Session, deal: Deal, spoken: str) -> dict[str, str]:
    """Whom the sheet or a check-in names, with the claim: those the loss speaks of, and whoever was heard as it was lost."""
    sheet = clients.latest_sheets(db, deal.organisation_id, [deal.client_id])[deal.client_id]
    claims = {item["name"]: item["claim"] for item in sheet.competitors["items"]}
    until = deal.lost_on or deal.created_at.date()
    told = visits.told_at_client(
        db, deal.organisation_id, deal.client_id, deal.owner_id, until=until
    )
    heard = [(one.check_in.competitor, one.check_in.outcome) for one in told if one.check_in]
    at_the_end = {key_of(name) for name, outcome in heard if name and outcome == Outcome.LOST}
    for name, _ in heard:
        if name and key_of(name) not in map(key_of, claims):
            claims[name] = ""
    words = key_of(spoken)
    return {
        name: claim
        for name, claim in claims.items()
        if len(key_of(name)) >= SHORTEST and (key_of(name) in words or key_of(name) in at_the_end)
    }
