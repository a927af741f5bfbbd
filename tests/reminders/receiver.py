"""A push service and a group robot on this machine: real HTTP, real encryption, and a phone that reads it."""

import base64
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def unpadded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Phone:
    """A browser with a subscription: its keys, and what it can read of what arrives."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.secret = os.urandom(16)
        self.key = ec.generate_private_key(ec.SECP256R1())

    def subscription(self, language: str = "zh-CN") -> dict[str, Any]:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": unpadded(point), "auth": unpadded(self.secret)}
        return {"endpoint": self.address, "keys": keys, "language": language}

    def read(self, body: bytes) -> dict[str, Any]:
        opened = http_ece.decrypt(
            body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"
        )
        told: dict[str, Any] = json.loads(opened)
        return told


@dataclass(frozen=True)
class Arrived:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def topic(self) -> str:
        return self.headers["topic"]


@dataclass
class Receiver:
    """`answers` are given one after another, and 201 with `body` after the last."""

    port: int = 0
    answers: list[int] = field(default_factory=list)
    body: bytes = b'{"errcode": 0}'
    slowly: float = 0.0
    arrived: list[Arrived] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def phone(self, name: str = "one") -> Phone:
        return Phone(self.at(f"/push/{name}"))

    def take(self, arriving: Arrived) -> int:
        with self.changed:
            self.arrived.append(arriving)
            self.changed.notify_all()
            return self.answers.pop(0) if self.answers else 201

    def wait_for(self, number: int, *, seconds: float = 60) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.arrived) >= number, seconds), (
                f"{len(self.arrived)} of {number} arrived"
            )


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status = receiver.take(Arrived(self.path, headers, body))
            threading.Event().wait(receiver.slowly)
            self.send_response(status)
            if status in (301, 302, 307, 308):
                self.send_header("location", receiver.at("/elsewhere"))
            self.send_header("content-length", str(len(receiver.body)))
            self.end_headers()
            self.wfile.write(receiver.body)

        def log_message(self, *_told: Any) -> None:
            """The test says what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
