"""Passwords, access tokens and opaque secrets: what proves who somebody is. Knows nothing of people.

Access tokens are short-lived JWTs; what must be revocable is an opaque secret of which only a digest is stored.
"""

import asyncio
import base64
import hashlib
import hmac
import secrets
import unicodedata
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from jwt.types import Options

from api.kit.errors import Unauthenticated

ALGORITHM = "HS256"
ISSUER = "alongside"
AUDIENCE = "alongside-api"
TYPE = "at+jwt"
SECRET_BYTES = 32
HASHES_AT_ONCE = 2
"""Each argon2id hash takes 64 MiB; a rush of sign-ins must not take the machine's memory."""


@dataclass(frozen=True)
class Bearer:
    """What an access token says; `issue` must still be the person's current one."""

    organisation_id: uuid.UUID
    person_id: uuid.UUID
    issue: int


@dataclass(frozen=True)
class Opaque:
    """A secret for one row: its text leads to the row without a search, and only `digest` is stored."""

    organisation_id: uuid.UUID
    id: uuid.UUID
    secret: bytes

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.secret).digest()

    @property
    def text(self) -> str:
        whole = self.organisation_id.bytes + self.id.bytes + self.secret
        return base64.urlsafe_b64encode(whole).decode().rstrip("=")

    @classmethod
    def opened(cls, text: str) -> "Opaque | None":
        """The secret in a text somebody sent, or None when it is none of ours."""
        try:
            padded = text + "=" * (-len(text) % 4)
            whole = base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True)
        except ValueError:
            return None
        if len(whole) != 32 + SECRET_BYTES:
            return None
        return cls(uuid.UUID(bytes=whole[:16]), uuid.UUID(bytes=whole[16:32]), whole[32:])

    def fits(self, digest: bytes) -> bool:
        return hmac.compare_digest(self.digest, digest)


def fresh_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


class Keys:
    """Keys of the server, each drawn from the one secret for its own purpose."""

    def __init__(self, secret: str, *, access_minutes: int) -> None:
        self._secret = secret.encode()
        self._access = self._key("access")
        self.kid = hashlib.sha256(self._access).hexdigest()[:16]
        self.access_life = timedelta(minutes=access_minutes)

    def access_token(self, bearer: Bearer, *, now: datetime) -> str:
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(bearer.person_id),
            "org": str(bearer.organisation_id),
            "issue": bearer.issue,
            "iat": now,
            "exp": now + self.access_life,
        }
        return jwt.encode(claims, self._access, ALGORITHM, headers={"typ": TYPE, "kid": self.kid})

    def read_access(self, token: str, *, now: datetime) -> Bearer:
        """Raises Unauthenticated unless the token is whole, ours and in time."""
        try:
            claims = self._claims(token)
            bearer = Bearer(
                uuid.UUID(claims["org"]), uuid.UUID(claims["sub"]), int(claims["issue"])
            )
            in_time = int(claims["exp"]) > now.timestamp()
        except (
            jwt.InvalidTokenError,
            KeyError,
            ValueError,
            TypeError,
            AttributeError,
        ) as unreadable:
            raise Unauthenticated from unreadable
        if not in_time:
            raise Unauthenticated
        return bearer

    def successor(self, token: Opaque) -> Opaque:
        """The secret that follows. The same again when asked again, for a phone that lost the answer."""
        following = hmac.digest(self._key("refresh"), token.id.bytes + token.secret, "sha256")
        return Opaque(token.organisation_id, token.id, following)

    def pseudonym(self, text: str) -> str:
        """A keyed digest, where the text itself must not be stored."""
        return hmac.digest(self._key("pseudonym"), text.encode(), "sha256").hex()

    def _claims(self, token: str) -> dict[str, str]:
        header = jwt.get_unverified_header(token)
        if header.get("typ") != TYPE or header.get("kid") != self.kid:
            raise jwt.InvalidTokenError
        # The job's clock decides about time, not the library's, so that one moment holds throughout.
        options: Options = {
            "require": ["iss", "aud", "sub", "org", "issue", "iat", "exp"],
            "verify_exp": False,
            "verify_iat": False,
        }
        claims: dict[str, str] = jwt.decode(
            token,
            self._access,
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            options=options,
        )
        return claims

    def _key(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, purpose.encode(), "sha256")


class Passwords:
    """argon2id, at most two hashes at once, off the event loop and outside any transaction."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._pool = ThreadPoolExecutor(HASHES_AT_ONCE, thread_name_prefix="hash")

    async def fits(self, password: str, stored: str | None) -> bool:
        """Takes the same time for somebody without a password, so that names cannot be probed."""
        loop = asyncio.get_running_loop()
        fitting = await loop.run_in_executor(self._pool, self._fits, password, stored)
        return fitting and stored is not None

    async def hashed(self, password: str) -> str:
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.hash, password)

    def hash(self, password: str) -> str:
        return self._hasher.hash(_typed(password))

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex(16))

    def _fits(self, password: str, stored: str | None) -> bool:
        nobody = self._nobody
        try:
            return self._hasher.verify(stored or nobody, _typed(password))
        except (Argon2Error, InvalidHashError):
            return False


def _typed(password: str) -> str:
    """The same password from every keyboard (full-width and composed forms)."""
    return unicodedata.normalize("NFKC", password)
