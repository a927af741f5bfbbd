"""The shares of the demo month: counts within the bands of domain.md §9, two stories, and no client in the library."""

from collections import Counter

from api.clients.models import Client, Contact
from api.deals.models import Deal
from api.people.models import Person
from api.shares.cases.models import Case, CasePart, CaseTag, CaseUse, TagKind
from api.shares.models import Share, ShareFigure, ShareKind, SharePart
from tests.demo.conftest import Demo


def of_kind(demo: Demo, kind: ShareKind) -> list[Share]:
    return [one for one in demo.all(Share) if one.kind == kind]


def said(demo: Demo, share: Share) -> dict[str, str]:
    return {one.key: one.words for one in demo.all(SharePart) if one.share_id == share.id}


def test_shares_and_cases_are_in_their_numbers(any_demo: Demo) -> None:
    told = Counter(one.kind for one in any_demo.all(Share) if one.published)
    assert (told[ShareKind.DEAL], told[ShareKind.LOSS], told[ShareKind.TIP]) == (26, 9, 40)
    assert len(any_demo.all(Case)) == 12
    begun = [one for one in any_demo.all(Share) if not one.published]
    assert {(one.kind, one.state) for one in begun} == {("tip", "prompted")}


def test_every_week_that_is_over_was_told_with_its_figures_but_the_newcomers_first(
    any_demo: Demo,
) -> None:
    """66 of 71: eighteen in four weeks, without the last of the one who left, and five who were in their camp."""
    posts = of_kind(any_demo, ShareKind.KPI)
    weeks = {one.week_of for one in posts}
    assert len(weeks) in (4, 5)
    assert len(posts) in range(62, 86)
    if len(weeks) == 4:
        assert len(posts) == 66
    newcomers = {one.id for one in any_demo.all(Person) if one.newcomer}
    assert {one.author_id for one in posts if one.week_of == min(weeks, key=str)}.isdisjoint(
        newcomers
    )
    assert {one.share_id for one in any_demo.all(ShareFigure)} == {one.id for one in posts}


def test_no_client_and_nobody_at_a_client_is_named_in_the_library(any_demo: Demo) -> None:
    names = {one.name for one in any_demo.all(Client)} | {
        one.name for one in any_demo.all(Contact) if len(one.name) > 2
    }
    texts = [
        *(one.title for one in any_demo.all(Case)),
        *(one.searched.replace(" ", "") for one in any_demo.all(Case)),
        *(one.words for one in any_demo.all(CasePart)),
        *(one.value for one in any_demo.all(CaseTag)),
    ]
    assert [text for text in texts if any(name in text for name in names)] == []


def test_the_first_deal_of_xiaoman_is_shared_with_her_rounds_and_is_a_case(demo: Demo) -> None:
    author = demo.person("lin.xiaoman")
    [share] = [one for one in of_kind(demo, ShareKind.DEAL) if one.author_id == author.id]
    deal = demo.by_id(Deal)[share.deal_id] if share.deal_id else None
    assert deal is not None
    assert deal.amount_minor == 29_800_00
    assert share.drilled is not None
    assert share.drilled["rounds"] > 0
    assert share.id in {one.share_id for one in demo.all(Case)}


def test_the_big_order_whose_money_is_late_became_a_case_on_collection(demo: Demo) -> None:
    collecting = {one.case_id for one in demo.all(CaseTag) if one.value == "collecting"}
    [case] = [one for one in demo.all(Case) if one.id in collecting]
    share = demo.by_id(Share)[case.share_id]
    deal = demo.by_id(Deal)[share.deal_id] if share.deal_id else None
    assert deal is not None
    assert deal.amount_minor == 198_000_00
    assert "打款" in said(demo, share)["collection"] + share.words


def test_cases_were_used_by_others_after_they_were_there(any_demo: Demo) -> None:
    cases = any_demo.by_id(Case)
    uses = any_demo.all(CaseUse)
    assert len(uses) >= 20
    assert all(use.by_id != cases[use.case_id].author_id for use in uses)
    assert all(use.created_at > cases[use.case_id].created_at for use in uses)
    assert {one.kind for one in any_demo.all(CaseTag)} >= {TagKind.OBJECTION, TagKind.STAGE}
