"""及时地发现问题,并帮助解决: a ride-along that a helper offers is a day the asker accepts (domain.md 41, §2.5, §2.7)."""

from uuid import UUID

from sqlmodel import Session

from api.help_requests.answers import service as answers
from api.help_requests.events import TogetherOffered
from api.help_requests.models import Offer
from api.kit.events import on
from api.people.policy import acting
from api.ride_alongs import service as ride_alongs


@on(TogetherOffered)
def ask_for_the_day(db: Session, fact: TogetherOffered, organisation_id: UUID) -> None:
    """With the helper's own rights. Where the two cannot ride together it stays a promise, as a drill does."""
    if fact.offers != Offer.RIDE_ALONG:
        return
    helper = acting(db, organisation_id, fact.by_id)
    is_asked = ride_alongs.offer(
        db, helper, to_id=fact.asker_id, day=fact.on_day, offer_id=fact.answer_id
    )
    if not is_asked:
        answers.promise_together(db, organisation_id, answer_id=fact.answer_id)
