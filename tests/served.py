"""A real server process on a free port, and a proxy that can lose an answer after it was committed."""

import http.client
import multiprocessing
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from api import cli
from api.kit.settings import DEMO_SECRET

PATIENCE = 60
READ_ALREADY = multiprocessing.get_context("forkserver")
"""Servers begin as copies of a process that has read the program: most of a start is reading it."""
READ_ALREADY.set_forkserver_preload(["api.cli", "api.main"])
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`alongside serve` on a copy of the demo; it can be killed and started again on the same file."""

    def __init__(self, database: Path, *, secret: str = DEMO_SECRET) -> None:
        self.database = database
        self.secret = secret
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: multiprocessing.process.BaseProcess | None = None

    def start(self) -> None:
        environment = {
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_SECRET": self.secret,
            "ALONGSIDE_DATABASE_URL": f"sqlite:///{self.database}",
            "ALONGSIDE_PUBLIC_URL": self.url,
            "ALONGSIDE_LOG_LEVEL": "warning",
        }
        self.process = READ_ALREADY.Process(target=serve, args=(environment, self.port))
        self.process.start()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process is not None
            if not self.process.is_alive():
                raise RuntimeError(f"the server ended with {self.process.exitcode}")
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not become ready")

    def kill(self) -> None:
        """SIGKILL: no time to finish anything."""
        assert self.process is not None
        self.process.kill()
        self.process.join()

    def stop(self) -> None:
        if self.process is not None and self.process.is_alive():
            self.process.terminate()
            self.process.join(PATIENCE)


def serve(environment: dict[str, str], port: int) -> None:
    """What `alongside serve` does, in the process of its own that it is called in."""
    os.environ.update(environment)
    cli.app(["serve", "--port", str(port)])


@contextmanager
def served(template: Path, folder: Path) -> Iterator[Server]:
    """A server on its own copy of the demo's database file; both are thrown away, so it is not asked to end."""
    database = folder / "alongside.db"
    shutil.copyfile(template, database)
    server = Server(database)
    try:
        server.start()
        yield server
    finally:
        server.kill()


class Proxy:
    """Stands between browser and server; loses the answers it is told to lose, after the server gave them."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.to_lose: list[tuple[str, str]] = []
        self.lost: list[str] = []
        self.asked: list[str] = []
        self.instead: dict[str, bytes] = {}
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                # A browser that was killed or closed in between wants no answer any more.
                with suppress(BrokenPipeError, ConnectionResetError):
                    proxy.forward(self)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815 - http.server asks for these names

            def log_message(self, *_words: object) -> None:
                """Quiet: the test says what went wrong."""

        self.listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.listener.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.listener.server_address[1]}"
        self.thread = threading.Thread(target=self.listener.serve_forever, daemon=True)
        self.thread.start()

    def lose_answer(self, method: str, part_of_path: str) -> None:
        """The next answer to such a request never reaches the browser."""
        self.to_lose.append((method, part_of_path))

    def answer_instead(self, path: str, content: bytes) -> None:
        """From now on this path has another content, as after a new version was installed."""
        self.instead[path] = content

    def asked_for(self, *parts: str) -> list[str]:
        """The requests ("PUT /api/v1/…") that hold all of these, in the order in which they came."""
        return [line for line in self.asked if all(part in line for part in parts)]

    def forward(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(f"{handler.command} {handler.path}")
        answer, content = self._from_server(handler)
        content = self.instead.get(handler.path, content)
        # A browser repeats a request by itself on a connection that it has used before.
        handler.close_connection = True
        if self._is_to_be_lost(handler):
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        handler.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in HOP_BY_HOP:
                handler.send_header(name, value)
        handler.send_header("content-length", str(len(content)))
        handler.send_header("connection", "close")
        handler.end_headers()
        handler.wfile.write(content)

    def _from_server(
        self, handler: BaseHTTPRequestHandler
    ) -> tuple[http.client.HTTPResponse, bytes]:
        length = int(handler.headers.get("content-length") or 0)
        body = handler.rfile.read(length) if length else None
        headers = {
            name: value for name, value in handler.headers.items() if name.lower() != "connection"
        }
        if handler.path in self.instead:
            headers = {name: value for name, value in headers.items() if not is_conditional(name)}
        upstream = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        with closing(upstream):
            upstream.request(handler.command, handler.path, body, headers)
            answer = upstream.getresponse()
            return answer, answer.read()

    def _is_to_be_lost(self, handler: BaseHTTPRequestHandler) -> bool:
        for wanted in self.to_lose:
            if handler.command == wanted[0] and wanted[1] in handler.path:
                self.to_lose.remove(wanted)
                self.lost.append(f"{handler.command} {handler.path}")
                return True
        return False

    def close(self) -> None:
        self.listener.shutdown()
        self.listener.server_close()
        self.thread.join()


def is_conditional(header: str) -> bool:
    """Asks for the content only if it has changed, or in a coding that ours would not be in."""
    return header.lower() in {"if-none-match", "if-modified-since", "accept-encoding"}
