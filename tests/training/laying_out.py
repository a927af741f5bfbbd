"""Materials of a class as devices send them: texts, links, and files with real heads."""

import struct
import zlib
from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.training.classes import Class

A_TEXT = {"title": "毛利三问", "body": "## 先问\n\n- 一单多少钱\n- 一年几单"}
A_LINK = {"title": "海关数据", "address": "https://example.com/data?year=2026"}
A_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def a_png(width: int = 2, height: int = 2) -> bytes:
    """A picture that a browser shows: one grey, as large as asked for."""
    rows = b"".join(b"\0" + b"\x99" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    told = name + content
    return struct.pack(">I", len(content)) + told + struct.pack(">I", zlib.crc32(told))


class Shelf:
    """The materials of a class of Gull, laid out by 何静."""

    def __init__(self, world: World) -> None:
        self.world, self.lesson = world, Class(world)

    def at(self, number: int = 1, what: str = "") -> str:
        return f"{self.lesson.at}/materials/{an_id(8900 + number)}{what}"

    async def add(self, told: Json, number: int = 1, *, by: str = "hejing") -> httpx.Response:
        return await self.world.as_(by).put(self.at(number), json=told)

    async def add_file(
        self, content: bytes, number: int = 1, *, by: str = "hejing", title: str = "报价单"
    ) -> httpx.Response:
        named = {"content-type": "text/html"}
        asked = {"title": title}
        device, where = self.world.as_(by), self.at(number, "/file")
        return await device.put(where, params=asked, content=content, headers=named)

    async def change(
        self, told: Json, number: int = 1, *, version: int = 1, by: str = "hejing"
    ) -> httpx.Response:
        headers = {"If-Match": f'"{version}"'}
        return await self.world.as_(by).patch(self.at(number), json=told, headers=headers)

    async def read(self, number: int = 1, *, by: str = "xiaoman") -> httpx.Response:
        return await self.world.as_(by).get(self.at(number))

    async def file(self, number: int = 1, *, by: str = "xiaoman") -> httpx.Response:
        return await self.world.as_(by).get(self.at(number, "/file"))

    async def removal(self, method: str, number: int = 1, *, by: str = "hejing") -> httpx.Response:
        return await self.world.as_(by).request(method, self.at(number, "/removal"))

    async def listed(self, by: str = "xiaoman") -> list[Any]:
        found: list[Any] = (await self.lesson.read(by))["materials"]
        return found

    async def titles(self) -> list[str]:
        return [str(one["title"]) for one in await self.listed()]

    async def laid_out(self) -> None:
        """A planned class with a text, a link and a file."""
        await self.lesson.plan()
        await made(await self.add(A_TEXT, 1))
        await made(await self.add(A_LINK, 2))
        await made(await self.add_file(A_PDF, 3))

    def on_disk(self) -> int:
        return len(self.world.app.state.files.names())
