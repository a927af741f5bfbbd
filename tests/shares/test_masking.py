"""What a share says of a client and of money is put into general words before the whole company reads it."""

import pytest

from api.shares.cases.policy import (
    CaseNamesClient,
    check_names_nobody,
    forms_of_person,
    masked,
    short_forms,
)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("签了 29,800 元", "签了 ××"),
        ("三万块太贵了", "××太贵了"),
        ("一共 19.8 万，分两次付", "一共 ××，分两次付"),
        ("合同 198000 当天到账", "合同 ×× 当天到账"),
        ("¥29800 一年", "×× 一年"),
        ("paid 30k at once", "paid ×× at once"),
        ("USD 4,500 in June", "USD ×× in June"),
        ("去了 12 次，6 轮演练", "去了 12 次，6 轮演练"),
        ("2026 年 3 月 24 日签的", "2026 年 3 月 24 日签的"),
        ("千万别先报价", "千万别先报价"),
        ("10万次曝光", "10万次曝光"),
        ("一块儿去看后台", "一块儿去看后台"),
    ],
)
def test_a_sum_of_money_is_masked_and_other_numbers_stay(told: str, shown: str) -> None:
    assert masked(told, clients=[], people=[]) == shown


def test_a_client_is_masked_by_its_full_name_and_as_people_call_it() -> None:
    names = short_forms("暖屿灯饰厂")
    told = "暖屿灯饰厂的隔壁也认识暖屿，暖屿灯饰当天签。"
    shown = "这家客户的隔壁也认识这家客户，这家客户当天签。"
    assert masked(told, clients=names, people=[]) == shown


def test_people_at_a_client_are_masked_by_name_and_by_title() -> None:
    people = forms_of_person("吴建平")
    assert masked("吴总说好，吴建平签字", clients=[], people=people) == "对方说好，对方签字"


def test_an_english_text_gets_english_words_in_their_place() -> None:
    told = "Harbor Lamps signed after a look."
    shown = "this client signed after a look."
    assert masked(told, clients=short_forms("Harbor Lamps"), people=[]) == shown


@pytest.mark.parametrize("text", ["暖屿灯饰厂", "ABC LTD", "他们叫暖屿灯饰厂"])
def test_a_name_is_found_whatever_its_case_and_wherever_it_stands(text: str) -> None:
    with pytest.raises(CaseNamesClient):
        check_names_nobody(["没事", text], ["暖屿灯饰厂", "abc ltd"])


def test_a_name_of_one_character_refuses_nobodys_text() -> None:
    check_names_nobody(["大家一起看"], ["大"])
