"""The composition root: settings, store, routers, flows, the one error renderer, and the built PWA."""

import asyncio
import re
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from api.clients.competitors.routes import router as competitors
from api.clients.routes import router as clients
from api.commitments.routes import router as commitments
from api.deals.routes import router as deals
from api.drills.evidence import queries as rounds_as_evidence
from api.drills.routes import router as drills
from api.flows import (
    answer_rising_help,
    ask_how_it_was_met,
    begin_camp,
    count_answers,
    count_help,
    count_rounds,
    count_rungs,
    drill_a_case,
    drill_what_helped,
    end_drill_obligation,
    follow_up_rides,
    link_camp_days,
    mask_names,
    note_competitor,
    prepare_review,
    prompt_share,
    propose_deal_review,
    propose_topic,
    raise_help_from_check_in,
    replay_tonight,
    return_lost_objections,
    ride_as_offered,
    route_correction,
    see_practice,
    tell_what_worked,
    tick_learning_points,
)
from api.goals.routes import router as goals
from api.help_requests.routes import router as help_requests
from api.kit.clock import system_clock
from api.kit.daily import daily
from api.kit.edge import Edge
from api.kit.files import Files
from api.kit.health import router as health
from api.kit.logs import set_up_logs
from api.kit.manual import described
from api.kit.migrations import check_migrated
from api.kit.outgoing import Post
from api.kit.parameters import known_parameters
from api.kit.problems import render_problems
from api.kit.settings import Settings, settings
from api.kit.store import Store
from api.kit.website import Website
from api.media import queries as recordings
from api.media import service as media
from api.people import service as people_service
from api.people.routes import router as people
from api.playbook.routes import router as playbook
from api.pulse.routes import router as pulse
from api.reminders import service as reminders_service
from api.reminders.push.service import ensure_key
from api.reminders.routes import router as reminders
from api.reviews.routes import router as reviews
from api.reviews.series import service as review_series
from api.ride_alongs.evidence import queries as rides_as_evidence
from api.ride_alongs.routes import router as ride_alongs
from api.shares.evidence import queries as shares_as_evidence
from api.shares.interviews import service as pair_interviews_service
from api.shares.interviews.routes import router as pair_interviews
from api.shares.rivals import service as rivalries_service
from api.shares.rivals.routes import router as rivalries
from api.shares.routes import router as shares
from api.today.cases.routes import router as suggested_cases
from api.today.export.routes import router as own_record
from api.today.growth.routes import router as growth
from api.today.loops.routes import router as loops
from api.today.promises.routes import router as promises
from api.today.routes import answer_uses
from api.today.routes import router as today
from api.training.materials import service as materials
from api.training.routes import router as training
from api.training.series import service as training_series
from api.visits.kick_offs.routes import router as kick_offs
from api.visits.routes import router as visits

API = "/api/v1"
STREAMED = re.compile(
    rf"{API}/(((visits|help-requests|shares)/[^/]+|ride-alongs/[^/]+/curbside/[^/]+)/voice-notes/[^/]+"
    r"|sessions/[^/]+/materials/[^/]+/file)$"
)
STATIC = Path(__file__).parent / "static"
FLOWS = (
    begin_camp,
    answer_rising_help,
    ask_how_it_was_met,
    count_answers,
    count_help,
    count_rounds,
    count_rungs,
    drill_a_case,
    drill_what_helped,
    end_drill_obligation,
    follow_up_rides,
    link_camp_days,
    mask_names,
    note_competitor,
    prepare_review,
    prompt_share,
    propose_deal_review,
    propose_topic,
    raise_help_from_check_in,
    replay_tonight,
    return_lost_objections,
    ride_as_offered,
    route_correction,
    see_practice,
    tell_what_worked,
    tick_learning_points,
)
"""A flow listens as soon as it is imported; here is the list of all that listen."""

EVIDENCE = (rounds_as_evidence, rides_as_evidence, shares_as_evidence)
"""Records that a promise may be settled with; each tells of itself as soon as it is imported."""

ROUTERS = (
    people,
    playbook,
    answer_uses,
    clients,
    competitors,
    deals,
    visits,
    kick_offs,
    commitments,
    goals,
    help_requests,
    drills,
    suggested_cases,
    shares,
    rivalries,
    pair_interviews,
    reviews,
    ride_alongs,
    training,
    pulse,
    promises,
    loops,
    own_record,
    growth,
    today,
    reminders,
)

ABOUT = """
Alongside (并肩) helps a field-sales team by following the process (追过程).

Every list answers `{items, next_cursor}`; every refusal is `application/problem+json` with a stable `code`.
Changes are merge patches with `If-Match`. A record may bring its own id (UUIDv7): sent twice, it is stored once.
Every answer carries an `X-Request-ID`; a refusal repeats it, and the server's log knows it.
There is no location, no ranking, no total score and no penalty in this API, and there will be none.
"""


class Alongside(FastAPI):
    """FastAPI inside our own edge, so that also the answer to an unforeseen fault passes it."""

    def build_middleware_stack(self) -> ASGIApp:
        return Edge(super().build_middleware_stack(), streamed=STREAMED)

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            self.openapi_schema = described(self)
        return self.openapi_schema


def create_app(
    given: Settings | None = None,
    *,
    clock: Callable[[], datetime] = system_clock,
    with_jobs: bool = False,
) -> Alongside:
    """The application; it opens its database when it starts and lets go of it when it ends.

    `with_jobs` also carries reminders: only one process of a database does.
    """
    app = Alongside(
        title="Alongside",
        version=version("alongside"),
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        lifespan=_open_store,
    )
    app.state.settings = given or settings()
    app.state.clock = clock
    app.state.with_jobs = with_jobs
    app.state.housekeeping = partial(_tidy, app)
    render_problems(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    under_api = APIRouter(prefix=API, dependencies=[Depends(known_parameters)])
    for router in ROUTERS:
        under_api.include_router(router)
    app.include_router(under_api)
    app.include_router(health)
    app.router.default = Website(STATIC)
    return app


def open_store(chosen: Settings, *, clock: Callable[[], datetime] = system_clock) -> Store:
    """The store with everything that belongs to it: this module has read the flows and the log of sights."""
    return Store(
        chosen.database_url,
        read_threads=chosen.read_threads,
        clock=clock,
        on_sights=people_service.record_sights,
    )


@asynccontextmanager
async def _open_store(app: FastAPI) -> AsyncIterator[None]:
    chosen: Settings = app.state.settings
    app.state.files = Files(chosen.files_folder)
    app.state.store = open_store(chosen, clock=app.state.clock)
    try:
        async with daily(app.state.housekeeping):
            if not app.state.with_jobs:
                yield
                return
            with running_jobs(chosen, app.state.store):
                yield
    finally:
        app.state.store.close()


async def _tidy(app: FastAPI) -> None:
    """The push key is there; voice notes, files taken away and reminders past their time go, and so does what a crash
    has left in the folder; series reach four weeks ahead, pairs are laid, PKs that are over settled; what a team hears often is
    proposed as a topic, help it asks for more often has its answer. The first time before anybody is served.
    """
    store, files = app.state.store, app.state.files
    await store.write(ensure_key)
    await store.write(media.forget_older, days=app.state.settings.voice_note_days, files=files)
    await store.write(materials.forget_removed, files=files)
    named = partial(store.read_now, recordings.named_files)
    await asyncio.to_thread(files.sweep, named, now=app.state.clock())
    await store.write(review_series.fill_all)
    await store.write(rivalries_service.tidy_all)
    await store.write(pair_interviews_service.lay_all)
    await store.write(training_series.fill_all)
    await store.write(propose_topic.look_all)
    await store.write(answer_rising_help.look_all)
    await store.write(reminders_service.forget_older)


@contextmanager
def running_jobs(chosen: Settings, store: Store) -> Iterator[None]:
    """Lays reminders and carries them out into the world, until it ends."""
    # Read here: DBOS takes 20 MB, which no web worker on PostgreSQL needs.
    from api.kit.jobs import Jobs
    from api.reminders.deliveries.service import Courier

    with closing(Post(local=chosen.local_receivers)) as post:
        courier = Courier(store, post, origin=chosen.public_url)
        with Jobs(chosen.database_url, [courier]):
            yield


def serve(chosen: Settings) -> None:
    """Serves until it is asked to end; requests in hand are finished first (10 s at most).

    Raises NotMigrated before it listens: without its tables every answer would be a fault.
    """
    check_migrated(chosen.database_url)
    set_up_logs(level=chosen.log_level, form=chosen.log_format)
    options: dict[str, Any] = {
        "host": chosen.host,
        "port": chosen.port,
        "log_level": "warning",
        "access_log": False,
        "proxy_headers": True,
        "forwarded_allow_ips": chosen.trusted_proxies,
        "server_header": False,
        "timeout_graceful_shutdown": 10,
    }
    if chosen.workers == 1:
        embedded = chosen.sqlite_file is not None
        uvicorn.run(create_app(chosen, with_jobs=embedded), **options)
    else:
        uvicorn.run("api.main:create_app", factory=True, workers=chosen.workers, **options)


def carry(chosen: Settings) -> None:
    """`alongside jobs`: works until it is asked to end. Raises NotMigrated before it begins."""
    check_migrated(chosen.database_url)
    set_up_logs(level=chosen.log_level, form=chosen.log_format)
    asked_to_end = threading.Event()
    for asking in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asking, lambda *_: asked_to_end.set())
    with closing(open_store(chosen)) as store:
        store.write_now(ensure_key)
        with running_jobs(chosen, store):
            asked_to_end.wait()
