"""What routes share: the store, a page, versions, the digest of a phone-born record, declared refusals."""

import hashlib
import json
import re
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Query, Request, Response

from api.kit.errors import Invalid, NotFound, Refused, Unauthenticated, Unreadable, VersionNeeded
from api.kit.paging import MOST, USUAL, PageAsked
from api.kit.problems import TYPE, Problem, language_of
from api.kit.store import Store as TheStore

V = TypeVar("V")
ETAG = re.compile(r'^(?:W/)?"(\d{1,9})"$')


class BadVersion(Invalid):
    code = "bad_version"
    pointer = "/if-match"
    en = 'If-Match holds no version of ours. Send the ETag as it came, for example "3".'
    zh = "If-Match 里不是有效的版本，请原样带上 ETag。"


def _store(request: Request) -> TheStore:
    store: TheStore = request.app.state.store
    return store


def _page(
    cursor: Annotated[
        str | None, Query(max_length=400, description="`next_cursor` of the page before.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Most items on this page.")] = USUAL,
) -> PageAsked:
    return PageAsked(cursor=cursor, limit=limit)


def _if_match(
    if_match: Annotated[
        str | None,
        Header(description="The ETag of the version you changed.", examples=['"3"'], max_length=40),
    ] = None,
) -> int:
    if if_match is None:
        raise VersionNeeded
    found = ETAG.match(if_match.strip())
    if found is None:
        raise BadVersion
    return int(found.group(1))


async def _birth(request: Request) -> bytes:
    """SHA-256 of the JSON as sent, keys sorted, so that the same record arriving twice is known."""
    try:
        sent = json.loads(await request.body() or b"null")
        plain = json.dumps(sent, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    except (ValueError, RecursionError) as unreadable:
        raise Unreadable from unreadable
    return hashlib.sha256(plain.encode()).digest()


Store = Annotated[TheStore, Depends(_store)]
Page = Annotated[PageAsked, Depends(_page)]
IfMatch = Annotated[int, Depends(_if_match)]
Birth = Annotated[bytes, Depends(_birth)]
Language = Annotated[str, Depends(language_of)]


Declared = dict[int | str, dict[str, Any]]


def etag(response: Response, view: V) -> V:
    """Answers the view with its version as ETag."""
    version: Any = getattr(view, "version")  # noqa: B009  # views are rows and dataclasses of many types
    response.headers["ETag"] = f'"{version}"'
    return view


def answers(*refusals: type[Refused], signed_in: bool = True) -> Declared:
    """The refusals of a route, for the OpenAPI document; sign-in, 404 and 422 are understood."""
    usual: tuple[type[Refused], ...] = (Unauthenticated, NotFound) if signed_in else ()
    return declared(Invalid, *usual, *refusals)


def declared(*refusals: type[Refused]) -> Declared:
    """These refusals and no others, by status."""
    said: dict[int | str, list[str]] = {}
    for refusal in refusals:
        said.setdefault(refusal.status, []).append(f"`{refusal.code}`: {refusal.en}")
    return {
        status: {
            "description": "  \n".join(dict.fromkeys(lines)),
            "content": {TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, lines in said.items()
    }


__all__ = [
    "Birth",
    "IfMatch",
    "Language",
    "Page",
    "Problem",
    "Store",
    "answers",
    "declared",
    "etag",
]
