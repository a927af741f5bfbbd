"""通关: one rep has passed, a newcomer hears that it is not yet and what to practise, and the next one is planned."""

from datetime import datetime, timedelta
from uuid import UUID

from api.demo.ledger import Ledger, born_as
from api.demo.month import TODAY, Month
from api.demo.people import Cast
from api.training.certification_template.models import CertificationArea
from api.training.certifications.models import Certification, CertificationSeat

Marks = tuple[int, int, int, int, int, int]
PASSED: tuple[Marks, Marks] = ((4, 4, 3, 4, 3, 3), (4, 3, 3, 3, 4, 3))
NOT_YET: tuple[Marks, Marks] = ((4, 3, 3, 2, 3, 2), (3, 3, 3, 3, 3, 2))
SAID = (
    ("开口先问生意，客户愿意接话。", "收款：说定日子和谁付。"),
    ("价格报完能安静地等。", "异议先问清再答。"),
)
NEXT_ONE = timedelta(days=7)


def certify(ledger: Ledger, month: Month, cast: Cast) -> None:
    _held(ledger, month, cast, who="zhou.qihang", day=TODAY - 12, marks=PASSED, passed=True)
    _held(ledger, month, cast, who="lin.xiaoman", day=TODAY - 2, marks=NOT_YET, passed=False)
    moment = month.at(TODAY - 1, "18:30")
    again = _planned(ledger, cast, who="lin.xiaoman", moment=moment)
    again.day = month.days[TODAY] + NEXT_ONE
    for assessor in _assessors(cast):
        seat = {"certification_id": again.id, "assessor_id": assessor}
        ledger.add(CertificationSeat, moment, **seat)


def _held(
    ledger: Ledger,
    month: Month,
    cast: Cast,
    *,
    who: str,
    day: int,
    marks: tuple[Marks, Marks],
    passed: bool,
) -> None:
    one = _planned(ledger, cast, who=who, moment=month.at(day - 3, "18:30"))
    one.day = month.days[day]
    for place, assessor in enumerate(_assessors(cast)):
        marked_at = month.at(day, "18:45") + timedelta(minutes=10 * place)
        strong, upcoming = SAID[place]
        ledger.add(
            CertificationSeat,
            marked_at,
            certification_id=one.id,
            assessor_id=assessor,
            marks=dict(zip(map(str, CertificationArea), marks[place], strict=True)),
            strong=strong,
            next=upcoming,
            marked_at=marked_at,
        )
        one.passed, one.settled_at = passed, marked_at


def _planned(ledger: Ledger, cast: Cast, *, who: str, moment: datetime) -> Certification:
    one = ledger.add(
        Certification,
        moment,
        person_id=cast.people[who].id,
        planned_by_id=cast.people["he.jing"].id,
        must_pass=CertificationArea.OBJECTIONS,
        birth_digest=b"",
    )
    one.birth_digest = born_as(one.id)
    return one


def _assessors(cast: Cast) -> list[UUID]:
    """A mentor, and the manager."""
    return [cast.people[login].id for login in ("han.xue", "he.jing")]
