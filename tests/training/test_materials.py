"""Materials of a class: who lays them out, who reads them, what a file and a link may be, and what stays of one."""

import io
import json
import zipfile
from typing import Any
from urllib.parse import unquote

import pytest
from sqlmodel import Session, col, select

from api.erasure.service import erase
from api.kit.attachments import MOST_BYTES
from api.kit.events import EventRow
from api.media import service as media
from api.training.materials import service as materials
from api.training.materials.policy import MOST
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, an_mp4, an_ogg
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.training.classes import SESSIONS, Class, code
from tests.training.laying_out import A_LINK, A_PDF, A_TEXT, Shelf, a_png

pytestmark = pytest.mark.anyio
HERE = f"{SESSIONS}/{an_id(1)}/materials/{an_id(2)}"
EVERY_ROUTE = [
    *((method, HERE) for method in ("GET", "PUT", "PATCH")),
    *((method, f"{HERE}/file") for method in ("GET", "PUT")),
    *((method, f"{HERE}/removal") for method in ("PUT", "DELETE")),
    ("PUT", f"{SESSIONS}/{an_id(1)}/material-order"),
]
READ_IT = {"xiaoman", "hanxue", "qihang", "hejing", "sumin"}
EVERYBODY = READ_IT | {"dinglei", "zhaohui", "liqun", "admin"}
AN_MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x64"


@pytest.fixture
def shelf(world: World) -> Shelf:
    return Shelf(world)


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("stranger", ["stranger", "stranger_manager", "stranger_admin", "dinglei"])
async def test_whoever_does_not_see_the_class_finds_nothing(shelf: Shelf, stranger: str) -> None:
    await shelf.laid_out()
    assert (await shelf.read(by=stranger)).status_code == 404
    assert (await shelf.file(3, by=stranger)).status_code == 404
    assert (await shelf.add(A_TEXT, 4, by=stranger)).status_code == 404
    assert (await shelf.add_file(A_PDF, 4, by=stranger)).status_code == 404
    assert (await shelf.change({"title": "x"}, by=stranger)).status_code == 404
    assert (await shelf.removal("PUT", by=stranger)).status_code == 404
    assert shelf.on_disk() == 1


async def test_whoever_sees_the_class_reads_all_and_nobody_else(shelf: Shelf) -> None:
    await shelf.laid_out()
    text = {name for name in EVERYBODY if (await shelf.read(by=name)).status_code == 200}
    file = {name for name in EVERYBODY if (await shelf.file(3, by=name)).status_code == 200}
    assert text == file == READ_IT


async def test_a_class_lists_them_in_order_without_the_words(shelf: Shelf) -> None:
    await shelf.laid_out()
    text, link, file = await shelf.listed()
    assert [one["kind"] for one in (text, link, file)] == ["text", "link", "file"]
    assert (link["address"], link["host"]) == (A_LINK["address"], "example.com")
    assert (file["form"], file["size"]) == ("application/pdf", len(A_PDF))
    assert "body" not in text
    read = (await shelf.read()).json()
    assert (read["body"], read["runs"]) == (A_TEXT["body"], False)
    assert (await shelf.read(by="hejing")).json()["runs"] is True


@pytest.mark.parametrize("name", ["xiaoman", "hanxue"])
async def test_a_learner_reads_and_does_not_write(shelf: Shelf, name: str) -> None:
    await shelf.laid_out()
    order = {"ids": [str(an_id(8902))]}
    refused = [
        await shelf.add(A_TEXT, 4, by=name),
        await shelf.add_file(A_PDF, 4, by=name),
        await shelf.change({"title": "x"}, by=name),
        await shelf.removal("PUT", by=name),
        await shelf.removal("DELETE", by=name),
        await shelf.world.as_(name).put(f"{shelf.lesson.at}/material-order", json=order),
    ]
    assert {code(one) for one in refused} == {(403, "session_not_yours")}
    assert await shelf.titles() == ["毛利三问", "海关数据", "报价单"]


async def test_a_rep_who_gives_the_class_lays_out_for_it(world: World) -> None:
    shelf = Shelf(world)
    await shelf.lesson.plan(trainer_id=str(world.id("xiaoman")))
    assert (await shelf.add(A_TEXT, by="xiaoman")).is_success
    assert (await shelf.add_file(A_PDF, 2, by="sumin")).is_success


async def test_sent_twice_it_is_stored_once(shelf: Shelf) -> None:
    await shelf.laid_out()
    assert (await shelf.add(A_TEXT)).json()["version"] == 1
    assert (await shelf.add_file(A_PDF, 3)).is_success
    assert len(await shelf.listed()) == 3
    assert code(await shelf.add(A_LINK)) == (409, "born_differently")
    assert code(await shelf.add_file(a_png(), 3)) == (409, "born_differently")
    assert (await shelf.file(3)).content == A_PDF


async def test_one_of_another_class_is_not_found_through_this_one(shelf: Shelf) -> None:
    await shelf.laid_out()
    other = Class(shelf.world, number=2)
    await other.plan()
    assert (
        await shelf.world.as_("xiaoman").get(shelf.at(1).replace(shelf.lesson.id, other.id))
    ).status_code == 404
    there = shelf.at(1).replace(shelf.lesson.id, other.id)
    assert code(await shelf.world.as_("hejing").put(there, json=A_TEXT)) == (
        409,
        "born_differently",
    )


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (A_PDF, "application/pdf"),
        (a_png(), "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "image/jpeg"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (AN_MP3, "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + bytes(400), "audio/mpeg"),
        (an_mp4(), "audio/mp4"),
        (a_webm(), "audio/webm"),
        (an_ogg(), "audio/ogg"),
    ],
)
async def test_a_file_is_told_by_its_bytes(shelf: Shelf, content: bytes, form: str) -> None:
    await shelf.lesson.plan()
    assert (await shelf.add_file(content)).json()["form"] == form
    read = await shelf.file()
    assert (read.headers["content-type"], read.content) == (form, content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"PK\x03\x04" + bytes(40),
        b"MZ" + bytes(60),
        b" %PDF-1.4",
        an_mp4(handler=b"vide"),
    ],
)
async def test_what_is_nothing_of_these_is_refused(shelf: Shelf, content: bytes) -> None:
    await shelf.lesson.plan()
    assert code(await shelf.add_file(content)) == (415, "file_form_unknown")
    assert (await shelf.listed(), shelf.on_disk()) == ([], 0)


async def test_a_file_has_a_limit_and_says_so_in_the_readers_language(shelf: Shelf) -> None:
    await shelf.lesson.plan()
    largest = A_PDF + bytes(MOST_BYTES - len(A_PDF))
    assert (await shelf.add_file(largest)).json()["size"] == MOST_BYTES
    over = largest + b"\0"
    where, asked = shelf.at(2, "/file"), {"title": "报价单"}
    said = {"accept-language": "zh-CN"}
    refused = await shelf.world.as_("hejing").put(where, params=asked, content=over, headers=said)
    assert code(refused) == (413, "file_too_large")
    assert "10 MB" in refused.json()["detail"]

    async def undeclared() -> Any:
        yield over

    streamed = await shelf.world.as_("hejing").put(where, params=asked, content=undeclared())
    assert code(streamed) == (413, "file_too_large")
    assert shelf.on_disk() == 1


async def test_a_file_is_handed_out_as_nothing_but_a_file(shelf: Shelf) -> None:
    await shelf.laid_out()
    read = await shelf.file(3)
    assert read.headers.get_list("x-content-type-options") == ["nosniff"]
    assert read.headers["cache-control"] == "private, no-cache"
    assert "sandbox" in read.headers["content-security-policy"]
    assert read.headers["content-disposition"].startswith("attachment; ")


@pytest.mark.parametrize(
    "title",
    [
        "../../../etc/passwd",
        "..\\..\\boot.ini",
        'a"; filename=evil.html\r\nX-Evil: 1',
        "报价 单.html",
        "/files/x",
    ],
)
async def test_a_title_is_a_name_and_never_a_path(shelf: Shelf, title: str) -> None:
    await shelf.lesson.plan()
    assert (await shelf.add_file(A_PDF, title=title)).json()["title"] == title
    assert [name for name in shelf.world.app.state.files.names() if ".." in name] == []
    read = await shelf.file()
    told = read.headers["content-disposition"].partition("''")[2]
    assert unquote(told) == f"{title}.pdf"
    assert not set(told) & set('/\\"; \r\n')
    assert "x-evil" not in read.headers


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com",
        "javascript:alert(1)",
        "data:text/html,hi",
        "https://",
        "https://user:secret@example.com/",
        "https://user@example.com/",
        "https://example.com@evil.example/",
        "https://example.com\\@evil.example/",
        "https://exa mple.com/",
        "https://example.com/a\nb",
        "https://[::1",
        "//example.com/x",
        f"https://example.com/{'a' * 2000}",
    ],
)
async def test_a_link_is_https_and_holds_no_name_or_password(shelf: Shelf, address: str) -> None:
    await shelf.lesson.plan()
    told = {"title": "链接", "address": address}
    assert (await shelf.add(told)).status_code == 422
    assert await shelf.listed() == []


@pytest.mark.parametrize(
    "told",
    [
        {"title": "两样都有", "body": "字", "address": "https://example.com"},
        {"title": "什么都没有"},
        {"title": " ", "body": "字"},
        {"title": "太长", "body": "字" * 20_001},
        {"title": "不认识", "body": "字", "html": "<b>"},
    ],
)
async def test_a_text_is_a_text_and_a_link_a_link(shelf: Shelf, told: Any) -> None:
    await shelf.lesson.plan()
    assert (await shelf.add(told)).status_code == 422


async def test_the_longest_text_fits(shelf: Shelf) -> None:
    await shelf.lesson.plan()
    longest = {"title": "长", "body": "字" * 20_000}
    assert (await made(await shelf.add(longest)))["body"] == longest["body"]


async def test_a_class_holds_twelve(shelf: Shelf) -> None:
    await shelf.lesson.plan()
    for number in range(MOST):
        await made(await shelf.add(A_TEXT, number))
    assert code(await shelf.add(A_TEXT, MOST)) == (409, "materials_full")
    assert code(await shelf.add_file(A_PDF, MOST)) == (409, "materials_full")
    assert (await shelf.add(A_TEXT, 0)).is_success
    await made_empty(await shelf.removal("PUT", 0))
    await made(await shelf.add(A_LINK, MOST))
    assert code(await shelf.removal("DELETE", 0)) == (409, "materials_full")


async def made_empty(answer: Any) -> None:
    assert answer.status_code == 204, answer.text


async def test_a_change_is_written_against_what_was_read(shelf: Shelf) -> None:
    await shelf.laid_out()
    changed = await made(await shelf.change({"title": "毛利四问", "body": "还要问：谁来定。"}))
    assert (changed["title"], changed["version"]) == ("毛利四问", 2)
    stale = await shelf.change({"title": "别的"})
    assert (code(stale), stale.json()["current"]["title"]) == (
        (412, "changed_meanwhile"),
        "毛利四问",
    )
    assert code(await shelf.change({"address": "https://example.com"}, version=2)) == (
        409,
        "material_of_another_kind",
    )
    assert (await shelf.change({"address": "http://example.com"}, 2)).status_code == 422
    assert (await made(await shelf.change({"title": "报价单 2026"}, 3)))["title"] == "报价单 2026"


async def test_they_stand_in_the_order_given(shelf: Shelf) -> None:
    await shelf.laid_out()
    where, device = f"{shelf.lesson.at}/material-order", shelf.world.as_("hejing")
    for _ in range(2):
        given = {"ids": [str(an_id(8903)), str(an_id(77))]}
        await made(await device.put(where, json=given))
        assert await shelf.titles() == ["报价单", "毛利三问", "海关数据"]


async def test_taken_away_it_is_gone_and_comes_back_within_a_day(shelf: Shelf) -> None:
    await shelf.laid_out()
    for _ in range(2):
        await made_empty(await shelf.removal("PUT", 3))
    assert (await shelf.read(3)).status_code == (await shelf.file(3)).status_code == 404
    assert (await shelf.change({"title": "x"}, 3, version=2)).status_code == 404
    assert await shelf.titles() == ["毛利三问", "海关数据"]
    await made(await shelf.add_file(A_PDF, 3))
    assert len(await shelf.listed()) == 2
    for _ in range(2):
        await made_empty(await shelf.removal("DELETE", 3))
    assert (await shelf.file(3)).content == A_PDF


async def test_a_day_later_its_file_is_gone_for_good_and_others_stay(shelf: Shelf) -> None:
    await shelf.laid_out()
    await made(await shelf.add_file(a_png(), 4))
    await made_empty(await shelf.removal("PUT", 3))
    files, write = shelf.world.app.state.files, shelf.world.store.write_now
    shelf.world.clock.let_pass(hours=23)
    assert write(materials.forget_removed, files=files) == 0
    shelf.world.clock.let_pass(days=800)
    assert write(materials.forget_removed, files=files) == 1
    assert write(media.forget_older, days=365, files=files) == 0
    assert shelf.on_disk() == 1
    assert (await shelf.file(4)).content == a_png()
    assert code(await shelf.removal("DELETE", 3)) == (409, "material_gone")


async def test_a_skipped_class_takes_them_along_to_the_other_day(shelf: Shelf) -> None:
    await shelf.laid_out()
    told = {"reason": "整周都在展会上", "make_up_day": "2026-03-26"}
    made_up_by = (await made(await shelf.lesson.put("skip", told)))["made_up_by"]["id"]
    stand_in = await made(await shelf.world.as_("xiaoman").get(f"{SESSIONS}/{made_up_by}"))
    assert [one["title"] for one in stand_in["materials"]] == ["毛利三问", "海关数据", "报价单"]
    assert await shelf.listed() == []


async def test_erasing_whoever_laid_it_out_takes_words_address_and_file(shelf: Shelf) -> None:
    await shelf.lesson.plan()
    await made(await shelf.add(A_TEXT, 1, by="sumin"))
    await made(await shelf.add(A_LINK, 2, by="sumin"))
    await made(await shelf.add_file(A_PDF, 3, by="sumin"))
    world = shelf.world
    login, files = world.person("sumin").login, world.app.state.files
    world.store.write_now(erase, world.organisation, login=login, files=files)
    _text, link, file = await shelf.listed()
    assert await shelf.titles() == ["—"] * 3
    assert (await shelf.read()).json()["body"] == "—"
    assert (link["address"], link["host"], file["form"], shelf.on_disk()) == (None, None, None, 0)
    assert (await shelf.file(3)).status_code == 404


async def test_whoever_laid_it_out_takes_it_along(shelf: Shelf) -> None:
    await shelf.laid_out()
    for name, held in (("hejing", 3), ("xiaoman", 0)):
        taken = await shelf.world.as_(name).get(f"{API}/me/export")
        archive = zipfile.ZipFile(io.BytesIO(taken.content))
        rows = json.loads(archive.read("record.json"))["rows"]
        assert len(rows["training_materials"]) == held
        files = [one for one in archive.namelist() if one.endswith(".pdf")]
        assert [archive.read(one) for one in files] == [A_PDF] * (held // 3)


async def test_facts_tell_what_happened_and_no_word_of_it(shelf: Shelf) -> None:
    await shelf.laid_out()
    await made(await shelf.change({"title": "毛利四问"}))
    await made_empty(await shelf.removal("PUT", 3))
    await made_empty(await shelf.removal("DELETE", 3))

    def told(db: Session) -> list[tuple[str, Any]]:
        rows = db.exec(select(EventRow).order_by(col(EventRow.seq))).all()
        return [(one.topic, one.payload) for one in rows if ".material" in one.topic]

    facts = shelf.world.store.read_now(told)
    assert [topic.removeprefix("training.material_") for topic, _ in facts] == [
        *["added"] * 3,
        *("changed", "removed", "returned"),
    ]
    assert "毛利" not in repr(facts)
