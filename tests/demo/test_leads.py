"""What came of advice, of a line that held, of a goal that was met and of help that rises, to be found in the demo."""

from api.drills.deck.models import CardKind, StoredCard
from api.goals.models import AdviceLead
from api.reviews.asks.models import ReviewAsk
from api.shares.models import Share, ShareOrigin
from tests.demo.conftest import Demo


def test_each_flow_has_an_example(demo: Demo) -> None:
    kinds = {str(one.kind) for one in demo.all(AdviceLead)}
    assert kinds >= {"review_question", "case", "drill_plan", "ride_focus"}
    assert kinds & {"topic", "session"}
    plan = [one for one in demo.all(StoredCard) if one.kind == CardKind.REPLAY]
    assert "goal" in {one.origin_kind for one in plan}


def test_a_line_that_held_and_a_goal_that_was_met_wait_to_be_told(any_demo: Demo) -> None:
    begun = [one for one in any_demo.all(Share) if not one.published]
    assert {one.origin_kind for one in begun} == {ShareOrigin.ROUND, ShareOrigin.GOAL}


def test_a_question_waits_for_a_review_of_the_person_whose_goal_it_is(any_demo: Demo) -> None:
    asked = [one for one in any_demo.all(ReviewAsk) if one.goal_id is not None]
    assert all(one.person_id is not None and one.review_id is None for one in asked)
