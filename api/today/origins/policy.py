"""What a thing can come from, and which screen shows that record to whom."""

from enum import StrEnum


class OriginKind(StrEnum):
    """A record by its own kind; some are shown as a part of another, as a round is of its drill."""

    VISIT = "visit"
    OBJECTION = "objection"
    DRILL = "drill"
    ROUND = "round"
    RIDE_ALONG = "ride_along"
    MOMENT = "moment"
    REVIEW = "review"
    GOAL = "goal"
    ADVICE = "advice"
    HELP_REQUEST = "help_request"
    SHARE = "share"
    CASE = "case"
    SESSION = "session"
    COMMITMENT = "commitment"


class Screen(StrEnum):
    """Where the app shows it; somebody else's visit is read at its client."""

    VISIT = "visit"
    CLIENT = "client"
    DRILL = "drill"
    RIDE_ALONG = "ride_along"
    REVIEW = "review"
    GOAL = "goal"
    HELP_REQUEST = "help_request"
    SHARE = "share"
    CASE = "case"
    SESSION = "session"
    COMMITMENT = "commitment"
