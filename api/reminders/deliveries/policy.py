"""How often something is tried, and what a phone or a group is told."""

import base64
import hashlib
import json
from datetime import timedelta
from enum import StrEnum

from api.reminders.robots.models import RobotKind

MOST_TRIES = 5
LEASE = timedelta(minutes=3)
"""How long a try may take. A process that died in between lets it run out, and the delivery is taken up again."""
WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
)
"""After the first try, the second …; there is none after the last."""
KEYWORD = "并肩"
"""Stands in every message to a group: the robots of DingTalk and Feishu may ask for a word that is always there."""


class Outcome(StrEnum):
    """SENT; GONE, for good; AGAIN, later; DROPPED, because nobody wants it any more."""

    SENT = "sent"
    GONE = "gone"
    AGAIN = "again"
    DROPPED = "dropped"


def topic(tag: str) -> str:
    """The name by which a push service replaces a message that still waits (RFC 8030: at most 32 characters)."""
    return base64.urlsafe_b64encode(hashlib.sha256(tag.encode()).digest()[:24]).decode()


def push_outcome(status: int) -> Outcome:
    """404 and 410: this browser is gone. Another 4xx will not get better by asking again."""
    if status in (404, 410):
        return Outcome.GONE
    if 200 <= status < 300:
        return Outcome.SENT
    return Outcome.AGAIN if status in (408, 425, 429) or status >= 500 else Outcome.DROPPED


def robot_outcome(status: int, body: bytes) -> Outcome:
    """Robots answer 200 also when they refuse; 0 in the body means that the group has it."""
    if not 200 <= status < 300:
        return Outcome.AGAIN
    try:
        told = json.loads(body)
    except ValueError:
        return Outcome.AGAIN
    if not isinstance(told, dict):
        return Outcome.AGAIN
    code = told.get("errcode", told.get("code", told.get("StatusCode")))
    return Outcome.SENT if code == 0 else Outcome.AGAIN


def to_group(kind: RobotKind, title: str, link: str) -> bytes:
    """A text message in the form of each of the three."""
    words = f"{KEYWORD} · {title}\n{link}"
    forms = {
        RobotKind.WECOM: {"msgtype": "text", "text": {"content": words}},
        RobotKind.DINGTALK: {"msgtype": "text", "text": {"content": words}},
        RobotKind.FEISHU: {"msg_type": "text", "content": {"text": words}},
    }
    return json.dumps(forms[kind], ensure_ascii=False).encode()


def to_phone(title: str, path: str) -> bytes:
    """All that a push carries."""
    return json.dumps({"title": title, "path": path}, ensure_ascii=False).encode()
