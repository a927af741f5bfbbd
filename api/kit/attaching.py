"""A file comes in and goes out through here: read with a limit, handed out as nothing but a file."""

import asyncio
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Request, Response

from api.kit.attachments import ENDINGS, MOST_BYTES, Attachment, FileTooLarge
from api.kit.edge import declared
from api.kit.errors import NotFound
from api.kit.files import Files

A_FILE: dict[str, Any] = {
    form: {"schema": {"type": "string", "format": "binary", "maxLength": MOST_BYTES}}
    for form in ENDINGS
}
"""The content of a body, or of an answer, in the OpenAPI document."""
OF_A_FILE: dict[str, Any] = {
    "ETag": {
        "description": "The digest of the file, which never changes.",
        "schema": {"type": "string", "maxLength": 200},
    }
}
"""What comes with a file, in the OpenAPI document."""
HARMLESS = "default-src 'none'; sandbox"
"""Whoever opens the address itself: no script of the file runs, and it asks for nothing."""


class FileLost(NotFound):
    code = "file_lost"
    en = "The file is no longer on the server. Ask whoever gives the class to add it again."
    zh = "这个文件已经不在服务器上了，请讲课的人再传一次。"


async def handed_out(
    files: Files, *, file: str | None, form: str, digest: bytes, title: str
) -> Response:
    """The whole file under its title; a cache has to ask each time who reads it."""
    content = await asyncio.to_thread(files.content, file) if file else None
    if content is None:
        raise FileLost
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(title, safe='')}.{ENDINGS[form]}",
        "Content-Security-Policy": HARMLESS,
        "ETag": f'"{digest.hex()}"',
    }
    return Response(content, media_type=form, headers=headers)


async def _arrived(request: Request) -> Attachment:
    """The body as a file; the parameters named before it are asked first, so that strangers send in vain."""
    if declared(request.scope) > MOST_BYTES:
        raise FileTooLarge
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            raise FileTooLarge
    return Attachment.of(bytes(content))


Arrived = Annotated[Attachment, Depends(_arrived)]
