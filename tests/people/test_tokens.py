"""What an access token must be before anybody believes it, and how passwords are kept."""

import base64
import hashlib
import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

from api.kit.errors import Unauthenticated
from api.kit.tokens import AUDIENCE, ISSUER, TYPE, Bearer, Keys, Opaque, Passwords, fresh_secret

SECRET = "one secret of a test, long enough to be safe"
NOON = datetime(2026, 3, 24, 4, 0, tzinfo=UTC)
BEARER = Bearer(uuid.UUID(int=1), uuid.UUID(int=2), 3)
KEYS = Keys(SECRET, access_minutes=10)


def claims(**other: Any) -> dict[str, Any]:
    said = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(BEARER.person_id),
        "org": str(BEARER.organisation_id),
        "issue": 3,
        "iat": NOON,
        "exp": NOON + timedelta(minutes=10),
    }
    return {**said, **other}


def signed(said: dict[str, Any], *, algorithm: str = "HS256", **header: Any) -> str:
    """A token signed with the right key, wrong in whatever the test names."""
    key = "" if algorithm == "none" else KEYS._access
    headers = {"typ": TYPE, "kid": KEYS.kid, **header}
    return jwt.encode(said, key, algorithm, headers=headers)


def test_a_token_says_again_what_it_was_made_of() -> None:
    token = KEYS.access_token(BEARER, now=NOON)
    assert KEYS.read_access(token, now=NOON + timedelta(minutes=9)) == BEARER
    assert KEYS.read_access(signed(claims()), now=NOON) == BEARER


@pytest.mark.parametrize(
    "token",
    [
        signed(claims(iss="somebody")),
        signed(claims(aud="another-api")),
        signed(claims(exp=NOON)),
        signed(claims(sub="not an id")),
        signed(claims(issue="x")),
        signed({name: value for name, value in claims().items() if name != "exp"}),
        signed({name: value for name, value in claims().items() if name != "org"}),
        signed(claims(), typ="JWT"),
        signed(claims(), kid="another"),
        signed(claims(), algorithm="none"),
        Keys("another secret that is long enough too", access_minutes=10).access_token(
            BEARER, now=NOON
        ),
    ],
    ids=[
        "issuer",
        "audience",
        "expired",
        "person",
        "issue",
        "no end",
        "no organisation",
        "type",
        "key id",
        "unsigned",
        "other server",
    ],
)
def test_a_token_wrong_in_one_thing_is_nobody(token: str) -> None:
    with pytest.raises(Unauthenticated):
        KEYS.read_access(token, now=NOON)


@pytest.mark.filterwarnings("ignore:The HMAC key")
def test_only_one_algorithm_is_believed() -> None:
    with pytest.raises(Unauthenticated):
        KEYS.read_access(signed(claims(), algorithm="HS512"), now=NOON)


def test_a_token_that_was_tampered_with_is_nobody() -> None:
    head, _, tail = KEYS.access_token(BEARER, now=NOON).split(".")
    other = {**claims(sub=str(uuid.UUID(int=9))), "iat": 1, "exp": 4_000_000_000}
    body = base64.urlsafe_b64encode(json.dumps(other).encode()).decode().rstrip("=")
    with pytest.raises(Unauthenticated):
        KEYS.read_access(f"{head}.{body}.{tail}", now=NOON)


def test_an_opaque_secret_comes_back_from_its_text() -> None:
    token = Opaque(uuid.UUID(int=1), uuid.UUID(int=2), fresh_secret())
    assert Opaque.opened(token.text) == token
    assert token.digest == hashlib.sha256(token.secret).digest()


def test_a_successor_is_the_same_each_time_and_another_secret() -> None:
    token = Opaque(uuid.UUID(int=1), uuid.UUID(int=2), fresh_secret())
    following = KEYS.successor(token)
    assert following == KEYS.successor(token)
    assert following.secret != token.secret
    assert (
        Keys("another secret that is long enough too", access_minutes=1).successor(token)
        != following
    )


async def test_a_password_fits_its_hash_and_no_other_does() -> None:
    passwords = Passwords()
    stored = await passwords.hashed("同舟共济 eight")
    assert stored.startswith("$argon2id$")
    assert await passwords.fits("同舟共济 eight", stored)
    assert not await passwords.fits("同舟共济 Eight", stored)
    assert not await passwords.fits("同舟共济 eight", None)
    assert not await passwords.fits("同舟共济 eight", "rubbish")


async def test_a_password_typed_in_full_width_letters_is_the_same() -> None:
    passwords = Passwords()
    assert await passwords.fits("ｗalk 1", await passwords.hashed("walk 1"))
