"""What leaves this machine goes to the open internet, by https, once."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from api.kit import outgoing
from api.kit.outgoing import AddressRefused, NotReached, Post, check_address
from tests.reminders.receiver import Receiver, receiving

INSIDE = [
    "10.0.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "192.168.0.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
]
INSIDE_6 = ["::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "::"]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.mark.parametrize("number", [*INSIDE, *(f"[{one}]" for one in INSIDE_6)])
def test_numbers_inside_are_refused_as_they_stand(number: str) -> None:
    with pytest.raises(AddressRefused):
        check_address(f"https://{number}/send")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "ftp://example.com/",
        "https:///x",
        "https://a:b@example.com/",
        "https://[::1",
    ],
)
def test_anything_but_plain_https_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        check_address(url)


@pytest.mark.parametrize("number", [*INSIDE, *INSIDE_6])
def test_a_name_that_leads_inside_is_refused_when_it_is_looked_up(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """A harmless name may answer with another number each time: the one that was checked is the one that is used."""
    told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: told)
    with closing(Post()) as post, pytest.raises(AddressRefused):
        post("https://robots.example.com/send", headers={}, content=b"{}")


def test_development_may_speak_to_this_machine_and_to_no_other_inside(receiver: Receiver) -> None:
    with closing(Post(local=True)) as post:
        assert post(receiver.at("/x"), headers={}, content=b"{}").status == 201
        with pytest.raises(AddressRefused):
            post("http://10.0.0.1/x", headers={}, content=b"{}")


def test_without_that_setting_this_machine_is_refused(receiver: Receiver) -> None:
    with closing(Post()) as post, pytest.raises(AddressRefused):
        post(receiver.at("/x"), headers={}, content=b"{}")
    assert receiver.arrived == []


def test_a_redirect_is_an_answer_and_is_not_followed(receiver: Receiver) -> None:
    receiver.answers = [302]
    with closing(Post(local=True)) as post:
        assert post(receiver.at("/x"), headers={}, content=b"{}").status == 302
    assert [one.path for one in receiver.arrived] == ["/x"]


def test_an_answer_without_an_end_is_not_read_to_its_end(receiver: Receiver) -> None:
    receiver.body = b"x" * 1_000_000
    with closing(Post(local=True)) as post:
        assert len(post(receiver.at("/x"), headers={}, content=b"{}").body) == outgoing.MOST_READ


def test_patience_has_an_end(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "PATIENCE", 0.05)
    receiver.slowly = 1.0
    with closing(Post(local=True)) as post, pytest.raises(NotReached):
        post(receiver.at("/x"), headers={}, content=b"{}")


def test_nobody_at_home_is_not_reached(receiver: Receiver) -> None:
    with closing(Post(local=True)) as post, pytest.raises(NotReached):
        post("http://127.0.0.1:9/x", headers={}, content=b"{}")
