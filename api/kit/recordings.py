"""A recording comes in and goes out through here: read with a limit, told by its bytes, played in parts."""

import asyncio
import re
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response

from api.kit.edge import declared
from api.kit.errors import NotFound, Refused
from api.kit.files import Files as TheFiles
from api.kit.sound import FORMS, MOST_BYTES, Recording, RecordingTooLarge

A_PART = re.compile(r"^bytes=(\d{0,12})-(\d{0,12})$")
A_RECORDING: dict[str, Any] = {
    form: {"schema": {"type": "string", "format": "binary", "maxLength": MOST_BYTES}}
    for form in FORMS
}
"""The content of a body, or of an answer, in the OpenAPI document."""
OF_A_SOUND: dict[str, Any] = {
    "ETag": {
        "description": "The digest of the sound, which never changes; for If-Range.",
        "schema": {"type": "string", "maxLength": 200},
    }
}
"""What comes with a sound, in the OpenAPI document."""


class RecordingLost(NotFound):
    code = "recording_lost"
    en = "The recording is no longer on the server. What was written beside it still stands."
    zh = "这段录音已经不在服务器上了，旁边写的内容都还在。"


class PartBeyond(Refused):
    status = 416
    code = "part_beyond"
    en = "The recording has {size} bytes, and the part asked for lies beyond them. Ask for less."
    zh = "录音一共 {size} 字节，要的部分在它之外，请重新要。"


class Part:
    """Which bytes a player asks for; what is no single range is no wish, and gets the whole."""

    def __init__(
        self,
        asked: Annotated[
            str | None,
            Header(alias="Range", max_length=200, description="The part to play, bytes=0-1023."),
        ] = None,
        of: Annotated[
            str | None,
            Header(alias="If-Range", max_length=200, description="Only if it is still this ETag."),
        ] = None,
    ) -> None:
        self.asked = asked
        self.of = of

    def within(self, size: int, *, etag: str) -> tuple[int, int] | None:
        """First byte and the one after the last; None for the whole. Raises PartBeyond."""
        found = A_PART.match(self.asked or "")
        if found is None or not any(found.groups()) or self.of not in (None, etag):
            return None
        first, last = (int(number) if number else None for number in found.groups())
        if first is None:
            first, last = max(size - (last or 0), 0), None
        end = size if last is None else min(last + 1, size)
        if first >= end:
            raise PartBeyond(size=size)
        return first, end


async def played(
    files: TheFiles, part: Part, *, file: str | None, form: str, digest: bytes
) -> Response:
    """The sound, or the part of it a player asks for; a cache has to ask each time who listens."""
    content = await asyncio.to_thread(files.content, file) if file else None
    if content is None:
        raise RecordingLost
    etag = f'"{digest.hex()}"'
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-cache",
        "Content-Disposition": "inline",
        "ETag": etag,
    }
    asked = part.within(len(content), etag=etag)
    if asked is None:
        return Response(content, media_type=form, headers=headers)
    first, end = asked
    headers["Content-Range"] = f"bytes {first}-{end - 1}/{len(content)}"
    return Response(content[first:end], status_code=206, media_type=form, headers=headers)


async def _heard(request: Request) -> Recording:
    """The body as a recording; the parameters named before it are asked first, so that strangers send in vain."""
    if declared(request.scope) > MOST_BYTES:
        raise RecordingTooLarge
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            raise RecordingTooLarge
    return Recording.of(bytes(content))


def _files(request: Request) -> TheFiles:
    files: TheFiles = request.app.state.files
    return files


Files = Annotated[TheFiles, Depends(_files)]
Heard = Annotated[Recording, Depends(_heard)]
