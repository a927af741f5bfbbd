"""Who somebody is: passwords, sign-ins that renew themselves, invitations, and the brake on guessing.

Secrets arrive as arguments, so that a job that runs again gives the same answer.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from types import SimpleNamespace

import segno
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.clock import now
from api.kit.errors import TooMany, Unauthenticated
from api.kit.events import publish
from api.kit.rows import new_id
from api.kit.text import folded
from api.kit.tokens import Bearer, Keys, Opaque
from api.people import events, queries
from api.people.models import (
    Invitation,
    InvitationKind,
    Organisation,
    Person,
    RefreshToken,
    SignInTries,
)
from api.people.policy import (
    Actor,
    InvitationOver,
    LetOut,
    PersonDisabled,
    WrongPassword,
    WrongSignIn,
    load_actor,
)
from api.people.service import end_sign_ins, managed

GRACE = timedelta(seconds=30)
INVITATION_LIFE = timedelta(hours=24)
FREE_TRIES_OF_A_LOGIN = 5
FREE_TRIES_OF_AN_ADDRESS = 60
"""A whole office may sign in from one address in the morning."""
LONGEST_WAIT = 900
TRIES_FORGOTTEN_AFTER = timedelta(hours=1)
TRIES_KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """A try to sign in: whose password is to be compared, or nobody's."""

    person: tuple[uuid.UUID, uuid.UUID] | None
    password_hash: str | None
    counted: tuple[str, ...]


@dataclass(frozen=True)
class SignedIn:
    """`refresh` goes into the cookie, everything else into the answer."""

    access_token: str
    expires_in: int
    person: Person
    refresh: Opaque
    token_type: str = "Bearer"  # noqa: S105  # the scheme's name, not a secret


@dataclass(frozen=True)
class Invited:
    link: str
    qr_svg: str
    expires_at: datetime
    kind: InvitationKind


@dataclass(frozen=True)
class SignInTerms:
    """How this server signs people in: its keys, and how long an unused sign-in lives."""

    keys: Keys
    refresh_life: timedelta


def ask_to_sign_in(db: Session, *, terms: SignInTerms, login: str, address: str) -> Asked:
    """Counts the try before the password is looked at, so that many at once cannot slip past."""
    by_login = terms.keys.pseudonym("login:" + folded(login))
    by_address = terms.keys.pseudonym("address:" + address)
    _count_tries(db, {by_login: FREE_TRIES_OF_A_LOGIN, by_address: FREE_TRIES_OF_AN_ADDRESS})
    found = queries.by_login(db, login)
    if found is None or found.disabled:
        return Asked(None, None, (by_login, by_address))
    key = (found.organisation_id, found.id)
    return Asked(key, found.password_hash, (by_login, by_address))


def sign_in(
    db: Session, *, terms: SignInTerms, asked: Asked, proven: bool, secret: bytes
) -> SignedIn:
    """Opens a sign-in once the password is `proven`; the answer is the same for names nobody has."""
    person = db.get(Person, asked.person) if proven and asked.person else None
    if person is None or person.disabled or person.password_hash != asked.password_hash:
        raise WrongSignIn
    _forgive_tries(db, asked.counted)
    return _open_sign_in(db, person, terms=terms, secret=secret)


def refresh(db: Session, *, terms: SignInTerms, sent: str | None) -> SignedIn | None:
    """Replaces the secret of a sign-in. None: an old secret came back, so this sign-in has ended for everybody.

    A phone that lost the answer may ask once more within the grace and gets the same successor.
    """
    token = Opaque.opened(sent or "")
    row = _refresh_row(db, token)
    if token is None or row is None or row.expires_at <= now(db):
        raise Unauthenticated
    person = db.get(Person, (row.organisation_id, row.person_id))
    following = terms.keys.successor(token)
    if person is None or person.disabled:
        is_theirs = token.fits(row.digest) or following.fits(row.digest)
        raise LetOut if is_theirs else Unauthenticated
    lost_answer = following.fits(row.digest) and now(db) - row.rotated_at <= GRACE
    if token.fits(row.digest):
        row.digest, row.rotated_at = following.digest, now(db)
        row.expires_at = now(db) + terms.refresh_life
    elif not lost_answer:
        db.delete(row)
        return None
    return _signed_in(db, person, terms=terms, token=following)


def bearer_actor(db: Session, *, terms: SignInTerms, token: str) -> Actor:
    """The person an access token speaks of, as they are now; raises Unauthenticated."""
    bearer = terms.keys.read_access(token, now=now(db))
    return load_actor(
        db,
        organisation_id=bearer.organisation_id,
        person_id=bearer.person_id,
        keys_issue=bearer.issue,
    )


def sign_out(db: Session, *, terms: SignInTerms, sent: str | None) -> None:
    """Ends the sign-in of this device; a secret that is over already is no fault."""
    token = Opaque.opened(sent or "")
    row = _refresh_row(db, token)
    if token is None or row is None:
        return
    if token.fits(row.digest) or terms.keys.successor(token).fits(row.digest):
        db.delete(row)


def ask_to_change_password(db: Session, actor: Actor, *, terms: SignInTerms) -> Asked:
    key = (actor.organisation_id, actor.person_id)
    counted = terms.keys.pseudonym(f"password:{actor.person_id}")
    _count_tries(db, {counted: FREE_TRIES_OF_A_LOGIN})
    return Asked(key, db.get_one(Person, key).password_hash, (counted,))


def change_password(
    db: Session, *, terms: SignInTerms, asked: Asked, new_hash: str | None, secret: bytes
) -> SignedIn:
    """Ends every sign-in there is and opens one for this device; `new_hash` is None unless proven."""
    if new_hash is None or asked.person is None:
        raise WrongPassword
    person = db.get_one(Person, asked.person, with_for_update=True)
    if person.password_hash != asked.password_hash:
        raise WrongPassword
    _forgive_tries(db, asked.counted)
    return _use_password(db, person, new_hash, terms=terms, secret=secret)


def invite(
    db: Session, actor: Actor, *, person_id: uuid.UUID, origin: str, secret: bytes
) -> Invited:
    """A link to join, or to choose a new password; the one given out before stops working."""
    person = managed(db, actor, person_id)
    if person.disabled:
        raise PersonDisabled
    return invitation_for(db, person, origin=origin, secret=secret)


def invitation_for(db: Session, person: Person, *, origin: str, secret: bytes) -> Invited:
    kind = InvitationKind.JOIN if person.password_hash is None else InvitationKind.RESET
    db.exec(
        sa.delete(Invitation).where(
            col(Invitation.organisation_id) == person.organisation_id,
            col(Invitation.person_id) == person.id,
        )
    )
    token = Opaque(person.organisation_id, new_id(db), secret)
    row = Invitation(
        organisation_id=person.organisation_id,
        id=token.id,
        created_at=now(db),
        person_id=person.id,
        kind=kind,
        digest=token.digest,
        expires_at=now(db) + INVITATION_LIFE,
    )
    db.add(row)
    db.flush()
    link = f"{origin.rstrip('/')}/{kind}#{token.text}"
    drawn = segno.make(link, error="m").svg_inline(scale=4, dark="#000", light="#fff")
    return Invited(link, drawn, row.expires_at, kind)


def look_at_invitation(db: Session, *, sent: str) -> SimpleNamespace:
    row, person = _open_invitation(db, sent)
    company = db.get_one(Organisation, person.organisation_id)
    return SimpleNamespace(
        kind=row.kind,
        organisation_name=company.name,
        login=person.login,
        family_name=person.family_name,
        given_name=person.given_name,
        latin_name=person.latin_name,
        expires_at=row.expires_at,
    )


def accept_invitation(
    db: Session, *, terms: SignInTerms, sent: str, new_hash: str, secret: bytes
) -> SignedIn:
    _, person = _open_invitation(db, sent)
    if not person.invitation_accepted:
        publish(db, person.organisation_id, events.PersonJoined(person.id), by=person.id)
    return _use_password(db, person, new_hash, terms=terms, secret=secret)


def _use_password(
    db: Session, person: Person, new_hash: str, *, terms: SignInTerms, secret: bytes
) -> SignedIn:
    end_sign_ins(db, person)
    person.password_hash = new_hash
    person.updated_at = now(db)
    db.flush()
    return _open_sign_in(db, person, terms=terms, secret=secret)


def _open_sign_in(db: Session, person: Person, *, terms: SignInTerms, secret: bytes) -> SignedIn:
    _forget_unused_sign_ins(db, person)
    token = Opaque(person.organisation_id, new_id(db), secret)
    row = RefreshToken(
        organisation_id=person.organisation_id,
        id=token.id,
        created_at=now(db),
        person_id=person.id,
        digest=token.digest,
        rotated_at=now(db),
        expires_at=now(db) + terms.refresh_life,
    )
    db.add(row)
    return _signed_in(db, person, terms=terms, token=token)


def _signed_in(db: Session, person: Person, *, terms: SignInTerms, token: Opaque) -> SignedIn:
    bearer = Bearer(person.organisation_id, person.id, person.keys_issue)
    access = terms.keys.access_token(bearer, now=now(db))
    return SignedIn(access, int(terms.keys.access_life.total_seconds()), person, token)


def _refresh_row(db: Session, token: Opaque | None) -> RefreshToken | None:
    if token is None:
        return None
    return db.get(RefreshToken, (token.organisation_id, token.id), with_for_update=True)


def _forget_unused_sign_ins(db: Session, person: Person) -> None:
    db.exec(
        sa.delete(RefreshToken).where(
            col(RefreshToken.organisation_id) == person.organisation_id,
            col(RefreshToken.person_id) == person.id,
            col(RefreshToken.expires_at) <= now(db),
        )
    )


def _open_invitation(db: Session, sent: str) -> tuple[Invitation, Person]:
    """The invitation a link speaks of and its person; raises InvitationOver once it is used, replaced or late."""
    token = Opaque.opened(sent)
    if token is None:
        raise InvitationOver
    row = db.get(Invitation, (token.organisation_id, token.id), with_for_update=True)
    if row is None or not token.fits(row.digest) or row.expires_at <= now(db):
        raise InvitationOver
    return row, db.get_one(Person, (row.organisation_id, row.person_id))


def _count_tries(db: Session, free: Mapping[str, int]) -> None:
    """Raises TooMany while one of them must wait; else counts the try, each wait twice the one before."""
    found = db.exec(
        select(SignInTries).where(col(SignInTries.who).in_(sorted(free))).with_for_update()
    ).all()
    known = {row.who: row for row in found}
    waits = [(row.not_before - now(db)).total_seconds() for row in found]
    if any(wait > 0 for wait in waits):
        raise TooMany(seconds=ceil(max(waits)))
    for who, free_tries in sorted(free.items()):
        row = known.get(who) or SignInTries(who=who, tries=0, last_at=now(db), not_before=now(db))
        if now(db) - row.last_at > TRIES_FORGOTTEN_AFTER:
            row.tries = 0
        row.tries += 1
        row.last_at = now(db)
        row.not_before = now(db) + _wait_after(row.tries - free_tries)
        db.add(row)
    _forget_old_tries(db)


def _wait_after(beyond: int) -> timedelta:
    """No wait within the free tries, then 1, 2, 4 … seconds up to a bound."""
    return timedelta(seconds=min(2 ** min(beyond, 20), LONGEST_WAIT) if beyond >= 0 else 0)


def _forgive_tries(db: Session, counted: tuple[str, ...]) -> None:
    """Somebody who proved who they are starts anew; at a shared address only their own try is taken back."""
    mine, *shared = counted
    db.exec(sa.delete(SignInTries).where(col(SignInTries.who) == mine))
    for who in shared:
        row = db.get_one(SignInTries, who, with_for_update=True)
        row.tries = max(row.tries - 1, 0)
        row.not_before = now(db)


def _forget_old_tries(db: Session) -> None:
    db.exec(sa.delete(SignInTries).where(col(SignInTries.last_at) < now(db) - TRIES_KEPT))
