"""What a file is that somebody lays beside a record, told by its bytes and not by its name."""

import hashlib
from dataclasses import dataclass

from api.kit import sound
from api.kit.errors import Refused

MOST_BYTES = 10_000_000
PDF, PNG, JPEG, WEBP, MP3 = "application/pdf", "image/png", "image/jpeg", "image/webp", "audio/mpeg"
ENDINGS = {
    PDF: "pdf",
    PNG: "png",
    JPEG: "jpg",
    WEBP: "webp",
    MP3: "mp3",
    sound.MP4: "m4a",
    sound.WEBM: "webm",
    sound.OGG: "ogg",
}
"""The forms that are taken, and how a file of each is called."""


class FileTooLarge(Refused):
    status = 413
    code = "file_too_large"
    en = "A file is at most 10 MB. This one is larger, so nothing was stored. Make it smaller, or give its link."
    zh = "一个文件最大 10 MB，这个超过了，没有存下。压小一点再传，或者改放链接。"


class FormUnknown(Refused):
    status = 415
    code = "file_form_unknown"
    en = "This is no PDF, picture (PNG, JPEG, WebP) or sound (MP3, M4A, WebM, Ogg). Save it as one of these first."
    zh = "这不是 PDF、图片（PNG、JPEG、WebP）或音频（MP3、M4A、WebM、Ogg）。先另存成其中一种再传。"


@dataclass(frozen=True)
class Attachment:
    """The bytes of a file as they arrived, and what they are, whatever they were sent as."""

    content: bytes
    form: str

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.content).digest()

    @classmethod
    def of(cls, content: bytes) -> "Attachment":
        """Raises FormUnknown."""
        form = form_of(content)
        if form is None:
            raise FormUnknown
        return cls(content, form)


def form_of(content: bytes) -> str | None:
    """One of `ENDINGS`, or None. Only the head is looked at."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    return MP3 if _is_mp3(content) else sound.form_of(content)


def _is_mp3(content: bytes) -> bool:
    """With a tag at its head, or a frame of layer III whose rate is none of the reserved ones."""
    if content.startswith(b"ID3"):
        return content[3:4] in (b"\x02", b"\x03", b"\x04")
    if len(content) < 4 or content[0] != 0xFF:
        return False
    version, layer = content[1] >> 3 & 0b11, content[1] >> 1 & 0b11
    bits, rate = content[2] >> 4, content[2] >> 2 & 0b11
    return (
        content[1] >> 5 == 0b111
        and version != 0b01
        and layer == 0b01
        and bits not in (0, 15)
        and rate != 0b11
    )
