"""Where the demo company of the browser tests lives: where it is morning now, at whatever hour they are run.

By night phones are silent and in the evening tomorrow is prepared; what a test sees must not depend on that.
"""

from datetime import UTC, datetime

MORNING = 10
EAST, WEST = 12, -12
"""A working morning, of which an hour may pass before the last test begins."""


def _where_it_is_morning(now: datetime) -> int:
    """Hours ahead of UTC, from -12 to 11."""
    return (MORNING - now.hour + EAST) % (EAST - WEST) + WEST


AHEAD = _where_it_is_morning(datetime.now(UTC))
ZONE = f"Etc/GMT{-AHEAD:+d}"
"""The names of these zones count the other way round."""
OFFSET = f"{AHEAD:+03d}:00"
