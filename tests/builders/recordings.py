"""Recordings as browsers make them, as far as a server looks: real heads, and words of the test for sound."""

import uuid
from datetime import datetime

import httpx

API = "/api/v1"
EBML_OF_WEBM = bytes.fromhex(
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff"
)
TRACK_OF_OPUS = (
    b"\x16\x54\xae\x6b\xa0\xae\x9e\xd7\x81\x01\x83\x81\x02\x86\x86A_OPUS\x63\xa2\x88OpusHead"
)


def a_webm(words: str = "") -> bytes:
    """As Chromium and Firefox record it."""
    return EBML_OF_WEBM + TRACK_OF_OPUS + b"\x1f\x43\xb6\x75" + words.encode()


def an_ogg(words: str = "") -> bytes:
    """As older Firefox records it."""
    page = b"OggS\x00\x02" + bytes(20) + b"\x01\x13"
    return page + b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00" + words.encode()


def an_mp4(words: str = "", *, codec: bytes = b"mp4a", handler: bytes = b"soun") -> bytes:
    """As Safari records it, in pieces: the head names the track, the sound follows."""
    track = box(b"hdlr", bytes(8) + handler) + box(b"stsd", bytes(8) + box(codec, bytes(28)))
    head = box(b"ftyp", b"iso5\x00\x00\x02\x00iso5mp41") + box(b"moov", box(b"trak", track))
    return head + box(b"moof", bytes(8)) + box(b"mdat", words.encode())


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + name + content


async def say(
    device: httpx.AsyncClient,
    visit_id: uuid.UUID | str,
    sound: bytes,
    *,
    note: uuid.UUID | str,
    seconds: int = 12,
    recorded_at: datetime | None = None,
) -> httpx.Response:
    """Sends the sound as the voice note of a visit, under a name that tells nothing of what it is."""
    asked = {"seconds": str(seconds)}
    asked |= {} if recorded_at is None else {"recorded_at": recorded_at.isoformat()}
    named = {"content-type": "application/octet-stream"}
    return await device.put(note_of(visit_id, note), params=asked, content=sound, headers=named)


def note_of(visit_id: uuid.UUID | str, note: uuid.UUID | str) -> str:
    return f"{API}/visits/{visit_id}/voice-notes/{note}"
