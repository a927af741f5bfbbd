"""Signing in over the wire, and `CurrentActor`, which every other route asks for."""

from datetime import timedelta
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID

import structlog
from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from api.kit.errors import TooMany, Unauthenticated
from api.kit.http import Store, answers
from api.kit.settings import Settings
from api.kit.tokens import Keys, Passwords, fresh_secret
from api.people import schemas
from api.people.policy import (
    Actor,
    HeaderNeeded,
    InvitationOver,
    LetOut,
    PersonDisabled,
    WrongPassword,
    WrongSignIn,
)
from api.people.sign_in import service
from api.people.sign_in.service import SignedIn, SignInTerms

router = APIRouter(tags=["sign-in"])
passwords = Passwords()
bearer = HTTPBearer(auto_error=False, description="`access_token` of `POST /sign-in`.")
NAME_OF_COOKIE = "__Host-alongside"
refresh_cookie = APIKeyCookie(
    name=NAME_OF_COOKIE,
    scheme_name="RefreshCookie",
    description="Set by signing in and replaced by each refresh; HttpOnly, SameSite=Strict. A server on "
    "loopback http calls it `alongside-refresh`.",
    auto_error=False,
)


@lru_cache
def _terms_of(secret: str, access_minutes: int, refresh_days: int) -> SignInTerms:
    return SignInTerms(Keys(secret, access_minutes=access_minutes), timedelta(days=refresh_days))


def _terms(request: Request) -> SignInTerms:
    chosen: Settings = request.app.state.settings
    return _terms_of(chosen.secret, chosen.access_minutes, chosen.refresh_days)


Terms = Annotated[SignInTerms, Depends(_terms)]


class RefreshCookie:
    """Where a browser keeps the refresh token. Without HTTPS the `__Host-` name would be refused."""

    def __init__(self, request: Request, response: Response, terms: Terms) -> None:
        self.https = request.app.state.settings.https
        self.name = NAME_OF_COOKIE if self.https else "alongside-refresh"
        self.sent = request.cookies.get(self.name)
        self._response = response
        self._life = int(terms.refresh_life.total_seconds())

    def keep(self, signed_in: SignedIn) -> SignedIn:
        self._response.set_cookie(
            self.name,
            signed_in.refresh.text,
            max_age=self._life,
            path="/",
            secure=self.https,
            httponly=True,
            samesite="strict",
        )
        return signed_in

    def forget(self) -> None:
        self._response.delete_cookie(
            self.name, path="/", secure=self.https, httponly=True, samesite="strict"
        )


def _from_our_pages(
    x_alongside: Annotated[str | None, Header(description="Always 1.", max_length=10)] = None,
) -> None:
    """A foreign page cannot set this header, so it cannot ride on the cookie."""
    if x_alongside != "1":
        raise HeaderNeeded


async def _actor(
    store: Store,
    terms: Terms,
    sent: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> Actor:
    if sent is None:
        raise Unauthenticated
    actor = await store.read(service.bearer_actor, terms=terms, token=sent.credentials)
    structlog.contextvars.bind_contextvars(
        organisation=str(actor.organisation_id), person=str(actor.person_id)
    )
    return actor


def sets_cookie(status: int) -> dict[int | str, dict[str, Any]]:
    """For the OpenAPI document: the answer brings the refresh cookie, or takes it away."""
    told = {"description": "The refresh cookie.", "schema": {"type": "string"}}
    return {status: {"headers": {"Set-Cookie": told}}}


CurrentActor = Annotated[Actor, Depends(_actor)]
Cookie = Annotated[RefreshCookie, Depends()]


@router.post(
    "/sign-in",
    operation_id="sign_in.open",
    response_model=schemas.SignedIn,
    responses=answers(WrongSignIn, TooMany, signed_in=False) | sets_cookie(200),
    summary="Sign in",
    description="Answers an access token and sets the refresh cookie. Repeated wrong tries wait longer and longer.",
)
async def sign_in(
    given: schemas.SignInGiven, request: Request, store: Store, terms: Terms, cookie: Cookie
) -> object:
    address = request.client.host if request.client else ""
    asked = await store.write(
        service.ask_to_sign_in, terms=terms, login=given.login, address=address
    )
    proven = await passwords.fits(given.password, asked.password_hash)
    secret = fresh_secret()
    return cookie.keep(
        await store.write(service.sign_in, terms=terms, asked=asked, proven=proven, secret=secret)
    )


@router.post(
    "/sign-in/refresh",
    operation_id="sign_in.refresh",
    response_model=schemas.SignedIn,
    responses=answers(Unauthenticated, LetOut, HeaderNeeded, signed_in=False) | sets_cookie(200),
    dependencies=[Depends(_from_our_pages), Depends(refresh_cookie)],
    summary="Renew the access token",
    description="Reads and replaces the refresh cookie. A secret that was replaced before ends the sign-in.",
)
async def refresh(store: Store, terms: Terms, cookie: Cookie) -> object:
    signed_in = await store.write(service.refresh, terms=terms, sent=cookie.sent)
    if signed_in is None:
        raise Unauthenticated
    return cookie.keep(signed_in)


@router.post(
    "/sign-out",
    operation_id="sign_in.end",
    status_code=204,
    responses=answers(HeaderNeeded, signed_in=False) | sets_cookie(204),
    dependencies=[Depends(_from_our_pages), Depends(refresh_cookie)],
    summary="Sign out on this device",
    description="What waits on the device to be sent stays there; other devices stay signed in.",
)
async def sign_out(store: Store, terms: Terms, cookie: Cookie) -> None:
    await store.write(service.sign_out, terms=terms, sent=cookie.sent)
    cookie.forget()


@router.put(
    "/me/password",
    operation_id="me.change_password",
    status_code=204,
    responses=answers(WrongPassword, TooMany) | sets_cookie(204),
    summary="Choose a new password",
    description="Ends every other sign-in at once and sets a new refresh cookie for this device.",
)
async def change_password(
    given: schemas.PasswordChange, actor: CurrentActor, store: Store, terms: Terms, cookie: Cookie
) -> None:
    asked = await store.write(service.ask_to_change_password, actor, terms=terms)
    proven = await passwords.fits(given.current, asked.password_hash)
    new = await passwords.hashed(given.new) if proven else None
    secret = fresh_secret()
    cookie.keep(
        await store.write(
            service.change_password, terms=terms, asked=asked, new_hash=new, secret=secret
        )
    )


@router.post(
    "/people/{person_id}/invitation",
    operation_id="people.invite",
    status_code=201,
    response_model=schemas.InvitationRead,
    responses=answers(PersonDisabled),
    summary="Make a one-time link to join or to choose a new password",
    description="Works once, for 24 hours; a newer one replaces it. For the manager of a rep, and for admins.",
)
async def invite(person_id: UUID, request: Request, actor: CurrentActor, store: Store) -> object:
    origin = request.app.state.settings.public_url
    return await store.write(
        service.invite, actor, person_id=person_id, origin=origin, secret=fresh_secret()
    )


@router.post(
    "/invitations/look",
    operation_id="invitations.look",
    response_model=schemas.InvitationLook,
    responses=answers(InvitationOver, signed_in=False),
    summary="See whom an invitation is for",
    description="The token is what follows # in the link; it never travels in an address.",
)
async def look(given: schemas.InvitationToken, store: Store) -> object:
    return await store.read(service.look_at_invitation, sent=given.token)


@router.post(
    "/invitations/accept",
    operation_id="invitations.accept",
    response_model=schemas.SignedIn,
    responses=answers(InvitationOver, signed_in=False) | sets_cookie(200),
    summary="Choose a password and be signed in",
    description="Uses the link up and ends every sign-in of the person there was before.",
)
async def accept(
    given: schemas.InvitationAccepted, store: Store, terms: Terms, cookie: Cookie
) -> object:
    await store.read(service.look_at_invitation, sent=given.token)
    new = await passwords.hashed(given.password)
    secret = fresh_secret()
    return cookie.keep(
        await store.write(
            service.accept_invitation, terms=terms, sent=given.token, new_hash=new, secret=secret
        )
    )
