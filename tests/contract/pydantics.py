"""The sentences pydantic would say, so that a test can tell them from ours."""

import re
from functools import cache

from pydantic_core._pydantic_core import list_all_errors


@cache
def templates() -> re.Pattern[str]:
    """Every message of pydantic with anything in the place of its braces."""
    found = {
        said
        for told in list_all_errors()
        for said in (told["message_template_python"], told.get("message_template_json"))
        if said and not said.startswith("{")
    }
    return re.compile("|".join(f"(?:{_anything(said)})" for said in sorted(found)))


def is_of_pydantic(said: str) -> bool:
    return bool(templates().match(said))


def _anything(template: str) -> str:
    return ".*".join(re.escape(part) for part in re.split(r"\{[^}]*\}", template))
