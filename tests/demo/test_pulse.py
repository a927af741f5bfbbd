"""Last month's two questions in the demo: each team has counts, and one question has too few answers to be told."""

from collections import Counter

from api.people.models import Team
from api.pulse.models import PulseCount, PulseTurn
from api.pulse.policy import FEWEST
from tests.demo.conftest import Demo


def test_every_team_answered_last_month_and_one_question_stays_untold(any_demo: Demo) -> None:
    counts = any_demo.all(PulseCount)
    [month] = {one.month for one in counts}
    assert (month.year * 12 + month.month) == any_demo.today.year * 12 + any_demo.today.month - 1
    times: Counter[tuple[str, str]] = Counter()
    teams = {team.id: team.name_en for team in any_demo.all(Team)}
    for one in counts:
        times[teams[one.team_id], one.question] += one.times
    assert {team for team, _question in times} == {"Gull", "Lighthouse", "Farsail"}
    assert [key for key, n in times.items() if n < FEWEST] == [("Farsail", "in_time")]
    assert len(any_demo.all(PulseTurn)) == 3 * FEWEST
