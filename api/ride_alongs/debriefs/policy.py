"""How two versions of a debrief become one, and what a debrief needs before it counts. Pure."""

from collections.abc import Sequence
from uuid import UUID

from api.kit.errors import Conflict
from api.ride_alongs.debriefs.models import Debrief

OWN_WORDS = ("well", "stuck")
"""The apprentice speaks first, and nobody puts words in their mouth."""
FIELDS = (
    *OWN_WORDS,
    "strength_one",
    "strength_two",
    "change",
    "correction",
    "mark_preparation",
    "mark_script",
    "mark_result",
    "action",
    "action_due",
    "action_seen",
    "promise",
    "promise_due",
)


class DebriefIncomplete(Conflict):
    code = "debrief_incomplete"
    en = "Something of the debrief is still to be written before it counts. Write it together, then agree."
    zh = "总结还有没写完的地方，一起写完再同意。"


class DebriefChanged(Conflict):
    code = "debrief_changed"
    en = "The mentor wrote a newer version meanwhile. Read it, then answer."
    zh = "师傅刚写了新的一版，看过再回应。"


class TooEarlyToDebrief(Conflict):
    code = "too_early_to_debrief"
    en = "The day of this ride-along has not come yet. Debrief after the visits."
    zh = "陪访那天还没到，拜访之后再总结。"


def latest(versions: Sequence[Debrief]) -> dict[UUID, Debrief]:
    """The version that counts of each writer, whatever order they arrived in."""
    found: dict[UUID, Debrief] = {}
    for one in sorted(versions, key=lambda version: (version.written_at, version.id)):
        found[one.by_id] = one
    return found


def counting(
    versions: dict[UUID, Debrief], *, mentor_id: UUID, apprentice_id: UUID
) -> dict[str, object]:
    """Field by field: each side's own part is what that side wrote, or what the other wrote for it."""
    told = {}
    for name in FIELDS:
        sides = (apprentice_id, mentor_id) if name in OWN_WORDS else (mentor_id, apprentice_id)
        written = [getattr(versions[one], name) for one in sides if one in versions]
        told[name] = next((value for value in written if value is not None), None)
    return told


def differing(versions: dict[UUID, Debrief]) -> list[str]:
    """Fields that both wrote, and not the same."""
    return [
        name
        for name in FIELDS
        if len({value for one in versions.values() if (value := getattr(one, name)) is not None})
        > 1
    ]


def missing(counts: dict[str, object]) -> list[str]:
    """One of the apprentice's two answers is enough; all else is needed."""
    lacking = [name for name in FIELDS if name not in OWN_WORDS and counts[name] is None]
    spoken = any(counts[name] is not None for name in OWN_WORDS)
    return lacking if spoken else [OWN_WORDS[0], *lacking]
