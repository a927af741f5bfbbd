"""Requests that leave this machine for an address somebody typed: https, to the open internet, once, and briefly.

Names are looked up here and the connection is made to the very address that was checked, so that a name cannot
answer twice differently. Nothing is followed, no proxy of the environment is asked, and little of an answer is read.
"""

import ipaddress
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore

PATIENCE = 10.0
"""Seconds for each of connecting, writing and reading."""
MOST_READ = 16_000


class AddressRefused(Exception):
    """Not an address of the open internet, or not by https."""


class NotReached(Exception):
    """Nobody answered there in time."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    retry_after: str | None


class Post:
    """`local` also lets http and loopback pass, for development and tests."""

    def __init__(self, *, local: bool = False) -> None:
        self._local = local
        self._pool = httpcore.ConnectionPool(network_backend=_Checked(local=local))

    def __call__(self, url: str, *, headers: Mapping[str, str], content: bytes) -> Answer:
        """Raises AddressRefused or NotReached; any status is an answer."""
        check_address(url, local=self._local)
        try:
            return self._sent(url, headers, content)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as fault:
            raise NotReached(type(fault).__name__) from fault

    def close(self) -> None:
        self._pool.close()

    def _sent(self, url: str, headers: Mapping[str, str], content: bytes) -> Answer:
        brief = dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE)
        with self._pool.stream(
            "POST", url, headers=[*headers.items()], content=content, extensions={"timeout": brief}
        ) as answer:
            body = b""
            for part in answer.iter_stream():
                body += part
                if len(body) > MOST_READ:
                    break
            named = {name.lower(): value for name, value in answer.headers}
            after = named.get(b"retry-after")
            return Answer(
                answer.status, body[:MOST_READ], after.decode("latin-1") if after else None
            )


def check_address(url: str, *, local: bool = False) -> None:
    """What can be told before the name is looked up; raises AddressRefused."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as unreadable:
        raise AddressRefused from unreadable
    schemes = {"https", "http"} if local else {"https"}
    if parts.scheme not in schemes or not host or parts.username is not None:
        raise AddressRefused
    if _is_number(host):
        _check_number(host, local=local)


def is_this_machine(url: str) -> bool:
    """A loopback number, as receivers of development and tests have; no name, which may be anybody's."""
    try:
        return ipaddress.ip_address(urlsplit(url).hostname or "").is_loopback
    except ValueError:
        return False


class _Checked(httpcore.SyncBackend):
    """Connects to checked numbers only."""

    def __init__(self, *, local: bool) -> None:
        super().__init__()
        self._local = local

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = _numbers_of(host, port)
        for number in numbers:
            _check_number(number, local=self._local)
        return super().connect_tcp(numbers[0], port, timeout, local_address, socket_options)


def _numbers_of(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as unknown:
        raise httpcore.ConnectError(str(unknown)) from unknown
    return [str(one[4][0]) for one in found]


def _check_number(number: str, *, local: bool) -> None:
    """Global addresses only: not this machine, not its network, not the one of the hosting company."""
    address = ipaddress.ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    if not (mapped.is_global and not mapped.is_multicast) and not (local and mapped.is_loopback):
        raise AddressRefused


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
