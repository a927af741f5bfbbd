"""What a prompted share begins with: the visits and the deal put into plain sentences of the author's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from api.people.models import Spoken
from api.shares.models import PartKey, ShareKind

MOST_WORDS = 2000
STEPS = {
    "see_enquiries": ("看询盘", "see the enquiries"),
    "meet_partner": ("约合伙人一起谈", "meet the partner"),
    "send_material": ("发资料", "send material"),
    "call_again": ("再打电话", "call again"),
    "visit_again": ("再上门", "visit again"),
}


@dataclass(frozen=True)
class Heard:
    """An objection in the client's words or by its name, and what worked against it, if anything is known to."""

    words: str
    answer: str | None


@dataclass(frozen=True)
class Story:
    """What the visits and the deal tell of how it went; every part may be missing."""

    source: str | None = None
    first_on: date | None = None
    first_note: str | None = None
    visits: int = 0
    steps: Sequence[str] = ()
    last_note: str | None = None
    ended_on: date | None = None
    heard: Sequence[Heard] = ()
    paid_on: Sequence[date] = ()
    collected: bool = False
    lost_reason: str | None = None


def begun(kind: ShareKind, story: Story, language: Spoken) -> dict[PartKey, str]:
    """The parts that can be begun, in a language; what is not known has no part."""
    chinese = language == Spoken.CHINESE
    if kind is ShareKind.LOSS:
        said = {PartKey.WHY: _joined([story.lost_reason, story.last_note, _heard(story.heard)])}
    else:
        said = {
            PartKey.FOUND: _found(story, chinese=chinese),
            PartKey.FOLLOWED_UP: _followed_up(story, chinese=chinese),
            PartKey.SIGNED: _signed(story, chinese=chinese),
            PartKey.PROBLEMS: _heard(story.heard),
            PartKey.COLLECTION: _collection(story, chinese=chinese),
        }
    return {key: words[:MOST_WORDS] for key, words in said.items() if words}


def _found(story: Story, *, chinese: bool) -> str:
    source = story.source and (f"来源：{story.source}。" if chinese else f"From: {story.source}.")
    first = None
    if story.first_on is not None:
        day = _day(story.first_on, chinese=chinese)
        first = f"{day}第一次上门。" if chinese else f"First visit on {day}."
    return _joined([source, first, story.first_note])


def _followed_up(story: Story, *, chinese: bool) -> str:
    if not story.visits:
        return ""
    steps = [_step(one, chinese=chinese) for one in dict.fromkeys(story.steps)]
    if chinese:
        return f"一共去了 {story.visits} 次。" + (f"约过：{'、'.join(steps)}。" if steps else "")
    went = "once" if story.visits == 1 else f"{story.visits} times"
    return f"I went there {went}." + (f" We agreed to {', '.join(steps)}." if steps else "")


def _signed(story: Story, *, chinese: bool) -> str:
    if story.last_note:
        return story.last_note
    if story.ended_on is None:
        return ""
    day = _day(story.ended_on, chinese=chinese)
    return f"{day}签下。" if chinese else f"Signed on {day}."


def _collection(story: Story, *, chinese: bool) -> str:
    if not story.paid_on:
        return ""
    days = [_day(one, chinese=chinese) for one in dict.fromkeys(story.paid_on)]
    if chinese:
        return f"{'、'.join(days)}到账" + ("，已收齐。" if story.collected else "，还没收齐。")
    return f"Money came on {', '.join(days)}" + (
        "; all of it is here." if story.collected else "; not all of it yet."
    )


def _heard(heard: Iterable[Heard]) -> str:
    return "\n".join(
        f"“{one.words}” → {one.answer}" if one.answer else f"“{one.words}”"
        for one in dict.fromkeys(heard)
    )


def _step(step: str, *, chinese: bool) -> str:
    """One of the known steps, or what the rep wrote in its place."""
    return STEPS[step][0 if chinese else 1] if step in STEPS else step


def _day(day: date, *, chinese: bool) -> str:
    return f"{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B}"


def _joined(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part)
