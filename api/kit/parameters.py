"""A query parameter that an address does not know is refused: a typing error must not widen a list unseen."""

from collections.abc import Iterator, Sequence

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from api.kit.problems import language_of

UNKNOWN = "parameter_unknown"


async def known_parameters(request: Request) -> None:
    """Asked before every route of the API; a request without a query costs one look."""
    if not request.scope["query_string"]:
        return
    route: APIRoute = request.scope["route"]
    known = sorted(set(_named(route.dependant)))
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        said = _sentence(known, language_of(request))
        raise RequestValidationError(
            [{"type": UNKNOWN, "loc": ("query", name), "said": said} for name in unknown]
        )


def _named(dependant: Dependant) -> Iterator[str]:
    """The parameters of a route and of everything it depends on, such as a page's cursor."""
    yield from (field.alias for field in dependant.query_params)
    for other in dependant.dependencies:
        yield from _named(other)


def _sentence(known: Sequence[str], language: str) -> str:
    names = ", ".join(known)
    if language == "zh-CN":
        return f"这个地址没有这个参数，可用的有：{names}。" if known else "这个地址没有参数。"
    if not known:
        return "This address takes no parameters."
    return f"This address has no such parameter; it knows {names}."
