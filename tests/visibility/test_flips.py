"""The table is worth something only if it turns red: each rule of who sees what is made to say yes in turn."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa

import api
from api.people.policy import Actor
from tests.builders.world import World
from tests.visibility.records import Records
from tests.visibility.table import red_rows

pytestmark = pytest.mark.anyio
Rule = Callable[..., Any]
NOT_ABOUT_SEEING = {
    "Actor.may_manage": "about changing: tests/visibility/test_writes.py and tests/people hold it",
}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(api.__path__, "api."):
        if found.name.endswith((".policy", ".queries", ".service")):
            yield importlib.import_module(found.name)


def conditions() -> dict[str, Rule]:
    """Every function that answers, for an actor, which rows are seen."""
    return {
        f"{module.__name__}.{name}": rule
        for module in modules()
        for name, rule in inspect.getmembers(module, inspect.isfunction)
        if rule.__module__ == module.__name__ and is_condition(rule)
    }


def is_condition(rule: Rule) -> bool:
    told = inspect.signature(rule)
    answers_rows = "ColumnElement" in str(told.return_annotation)
    return next(iter(told.parameters), "") == "actor" and answers_rows


def test_every_visible_to_says_that_it_answers_a_condition() -> None:
    """One that said `Any` would not be found above."""
    named = {
        f"{module.__name__}.visible_to" for module in modules() if "visible_to" in vars(module)
    }
    written = {
        name for name in named if "def visible_to" in inspect.getsource(sys.modules[name[:-11]])
    }
    assert written
    assert written <= conditions().keys()


def predicates() -> list[str]:
    """Every question about another person that an actor answers with yes or no."""
    return sorted(
        name
        for name, asked in inspect.getmembers(Actor, inspect.isfunction)
        if inspect.signature(asked).return_annotation is bool
        and f"Actor.{name}" not in NOT_ABOUT_SEEING
    )


def test_the_rules_of_seeing_are_found() -> None:
    found = conditions()
    domains = {name.split(".")[1] for name in found}
    assert domains >= {"people", "clients", "deals", "visits", "drills", "shares"}
    assert set(predicates()) >= {"may_see", "leads"}


@pytest.mark.parametrize("name", sorted(conditions()))
async def test_a_condition_that_lets_everything_pass_turns_the_table_red(
    full_world: World, records: Records, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    rule = conditions()[name]
    replace(monkeypatch, rule, lambda *given: whole_organisation(rule(*given)))
    assert await leaks(full_world, records), f"no row of the table notices {name}"


@pytest.mark.parametrize("name", predicates())
async def test_an_actor_who_answers_yes_to_everybody_turns_the_table_red(
    full_world: World, records: Records, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(Actor, name, lambda *_: True)
    assert await leaks(full_world, records), f"no row of the table notices Actor.{name}"


async def leaks(world: World, records: Records) -> bool:
    """Whether the first red row shows something to a colleague; a fault or a missing record is no leak."""
    async for red in red_rows(world, records):
        return "stranger" not in red and red.endswith(("is there", "instead of 404"))
    return False


def replace(monkeypatch: pytest.MonkeyPatch, rule: Rule, other: Rule) -> None:
    """Wherever the rule was imported to, under whatever name."""
    for module in [one for name, one in sys.modules.items() if name.startswith("api.")]:
        for name, known in list(vars(module).items()):
            if known is rule:
                monkeypatch.setattr(module, name, other)


def whole_organisation(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Of a condition only what keeps it inside the organisation."""
    parts = list(getattr(condition, "clauses", []))
    kept = [part for part in parts if of_organisation(part)]
    return sa.and_(*kept) if kept else sa.true()


def of_organisation(part: Any) -> bool:
    return isinstance(part, sa.BinaryExpression) and part.left.key == "organisation_id"
