"""What a recording is, told by its bytes and not by its name: the forms in which browsers record a voice."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from api.kit.errors import Refused

MOST_BYTES = 1_000_000
MOST_SECONDS = 60
WEBM, OGG, MP4 = "audio/webm", "audio/ogg", "audio/mp4"
FORMS = (WEBM, OGG, MP4)
EBML = b"\x1a\x45\xdf\xa3"
HEAD = 4096
"""A WebM file names its tracks within its first few hundred bytes."""

PICTURES = (b"V_VP", b"V_AV1", b"V_MPEG")


class RecordingTooLarge(Refused):
    status = 413
    code = "recording_too_large"
    en = "A recording is at most 1000 kB. This one is larger, so nothing was stored. Say it once more, shorter."
    zh = "一段录音最大 1000 kB，这一段超过了，没有存下。请说短一点，再录一次。"


class NotARecording(Refused):
    status = 415
    code = "not_a_recording"
    en = "No voice can be read from this. A recording is WebM or Ogg with Opus, or MP4 with AAC. Record it again."
    zh = "这里读不出声音。录音要是 WebM 或 Ogg（Opus），或 MP4（AAC）。请重新录一次。"


@dataclass(frozen=True)
class Recording:
    """The bytes of a recording as they arrived, and what they are."""

    content: bytes
    form: str

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.content).digest()

    @classmethod
    def of(cls, content: bytes) -> "Recording":
        """Raises NotARecording when the bytes are nothing a browser records a voice in."""
        form = form_of(content)
        if form is None:
            raise NotARecording
        return cls(content, form)


def form_of(content: bytes) -> str | None:
    """One of `FORMS`, or None. What comes after the head is not looked at: a cut recording is still one."""
    if content.startswith(EBML):
        return WEBM if _is_webm(content[:HEAD]) else None
    if content.startswith(b"OggS"):
        return OGG if content[28:36] == b"OpusHead" else None
    if content[4:8] == b"ftyp":
        return MP4 if any(_has_voice(box) for box in _boxes(content, b"moov")) else None
    return None


def _is_webm(head: bytes) -> bool:
    pictures = any(codec in head for codec in PICTURES)
    return b"webm" in head[:64] and b"A_OPUS" in head and not pictures


def _has_voice(moov: bytes) -> bool:
    """A track of sound in a codec of ours, and none of pictures."""
    spoken = b"mp4a" in moov or b"Opus" in moov
    return b"soun" in moov and spoken and b"vide" not in moov


def _boxes(content: bytes, wanted: bytes) -> Iterator[bytes]:
    """The top-level boxes of that name; stops where the file is cut or makes no sense."""
    at = 0
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4])
        if content[at + 4 : at + 8] == wanted:
            yield content[at : at + size]
        if size < 8:
            return
        at += size
