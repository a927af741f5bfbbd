"""What a recording is, is told by its bytes: what browsers record is taken, everything else refused."""

import pytest

from api.kit.sound import MP4, OGG, WEBM, NotARecording, Recording, form_of
from tests.builders.recordings import EBML_OF_WEBM, a_webm, an_mp4, an_ogg, box

PAGE = b"<!doctype html><script>alert(1)</script>"
RECORDED = {
    "Chromium": (a_webm("sound"), WEBM),
    "Firefox": (an_ogg("sound"), OGG),
    "Safari": (an_mp4("sound"), MP4),
    "Safari that says its size at the end": (
        an_mp4() + (0).to_bytes(4) + b"mdat" + b"sound",
        MP4,
    ),
    "Chromium in MP4": (an_mp4("sound", codec=b"Opus"), MP4),
}
REFUSED = {
    "nothing": b"",
    "one byte": b"\x1a",
    "a page": PAGE,
    "a page that names a codec": PAGE + b"webm A_OPUS OpusHead ftyp moov soun mp4a",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "an archive": b"PK\x03\x04" + bytes(64),
    "a song": b"ID3\x04" + bytes(64),
    "a WebM cut before its track": EBML_OF_WEBM,
    "a WebM with pictures": EBML_OF_WEBM + b"\x86\x85V_VP8" + a_webm()[len(EBML_OF_WEBM) :],
    "a Matroska film": a_webm().replace(b"webm", b"mkv "),
    "an Ogg of another codec": an_ogg().replace(b"OpusHead", b"\x01vorbis\x00"),
    "an Ogg cut in its head": an_ogg()[:30],
    "an MP4 with pictures": an_mp4(codec=b"avc1", handler=b"vide"),
    "an MP4 cut before its track": an_mp4()[:40],
    "an MP4 of boxes without a size": box(b"ftyp", b"iso5") + bytes(1000),
    "an MP4 whose track lies beyond its end": box(b"ftyp", b"iso5") + b"\xff\xff\xff\xffmoov",
}


@pytest.mark.parametrize(("content", "form"), RECORDED.values(), ids=RECORDED.keys())
def test_what_a_browser_records_is_known(content: bytes, form: str) -> None:
    assert form_of(content) == form


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_everything_else_is_refused(content: bytes) -> None:
    with pytest.raises(NotARecording):
        Recording.of(content)


def test_a_recording_that_was_cut_off_is_still_one() -> None:
    """A phone that dies keeps what was said until then."""
    assert form_of(a_webm("sound" * 100)[:-250]) == WEBM


def test_a_page_behind_a_real_head_is_called_a_recording_and_nothing_else() -> None:
    assert Recording.of(a_webm(PAGE.decode())).form == WEBM
