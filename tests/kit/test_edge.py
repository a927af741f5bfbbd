"""What every answer passes: health, headers, logs without anybody's words, and a commit that fails."""

import json

import pytest
import sqlalchemy as sa
from sqlmodel import Session
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from tests.builders.world import World

WORDS = "做过一年，一个单都没有"


async def test_the_process_lives_and_the_database_answers(world: World) -> None:
    for address in ("/healthz", "/readyz"):
        answer = await world.anonymous.get(address)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_a_database_of_another_schema_is_not_ready(world: World) -> None:
    def go_back(db: Session) -> None:
        db.connection().execute(sa.text("UPDATE alembic_version SET version_num = '0003'"))

    world.store.write_now(go_back)
    answer = await world.anonymous.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_migrated")
    assert "alongside migrate" in answer.json()["detail"]
    assert (await world.anonymous.get("/healthz")).status_code == 200


async def test_every_answer_carries_the_policies(world: World) -> None:
    answer = await world.anonymous.get("/healthz")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert "microphone=(self)" in answer.headers["permissions-policy"]
    assert "media-src 'self' blob:" in policy
    assert answer.headers["x-request-id"]


async def test_a_failing_commit_answers_500_and_stores_nothing(world: World) -> None:
    engine = getattr(world.store._writer, "engine", world.store.engine)

    def fail(_connection: sa.Connection) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, Exception("disk I/O error"))

    rep = world.as_("xiaoman")
    sa.event.listen(engine, "commit", fail)
    refused = await rep.post("/api/v1/clients", json={"name": "暖屿灯饰"})
    sa.event.remove(engine, "commit", fail)
    assert (refused.status_code, refused.json()["code"]) == (500, "not_stored")
    assert (await rep.get("/api/v1/clients")).json()["items"] == []


async def test_a_full_disk_is_told_as_such(world: World) -> None:
    engine = getattr(world.store._writer, "engine", world.store.engine)

    def fail(_connection: sa.Connection) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, Exception("database or disk is full"))

    sa.event.listen(engine, "commit", fail)
    refused = await world.as_("xiaoman").post("/api/v1/clients", json={"name": "暖屿灯饰"})
    sa.event.remove(engine, "commit", fail)
    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")


@pytest.mark.parametrize(("body", "status"), [({"name": WORDS}, 201), ({"nmae": WORDS}, 422)])
async def test_a_log_line_says_who_and_never_what(
    world: World, body: dict[str, str], status: int
) -> None:
    rep = world.as_("xiaoman")
    with capture_logs(processors=[merge_contextvars]) as lines:
        answer = await rep.post("/api/v1/clients", json=body)
    assert answer.status_code == status
    [line] = [line for line in lines if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"]) == ("POST", "/clients", status)
    assert line["person"] == str(world.id("xiaoman"))
    assert line["organisation"] == str(world.organisation.id)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert WORDS not in json.dumps(lines, ensure_ascii=False)


async def test_an_unforeseen_fault_is_logged_without_its_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_args: object, **_named: object) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr("api.clients.service.add", break_down)
    rep = world.as_("xiaoman")
    with capture_logs() as lines:
        answer = await rep.post("/api/v1/clients", json={"name": "暖屿灯饰"})
    assert (answer.status_code, answer.json()["code"]) == (500, "not_stored")
    assert [line["error"] for line in lines if line["event"] == "request.fault"] == ["RuntimeError"]
    assert WORDS not in json.dumps(lines, ensure_ascii=False) + answer.text
