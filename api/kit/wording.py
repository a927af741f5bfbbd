"""What is wrong with one field, in the caller's language; pydantic's own words are for programmers and stay inside."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

WHATEVER = "value_error"
WORDS = {
    "missing": ("This is needed.", "这一项必填。"),
    "extra_forbidden": ("There is no such field here.", "这里没有这一项。"),
    "model_type": ("This takes an object with named fields.", "这里应是一个对象。"),
    "model_attributes_type": ("This takes an object with named fields.", "这里应是一个对象。"),
    "dict_type": ("This takes an object with named fields.", "这里应是一个对象。"),
    "json_invalid": ("This JSON breaks off or is not complete.", "这不是完整的 JSON。"),
    "string_type": ("This takes text.", "这里应是文字。"),
    "string_unicode": (
        "The text holds characters that cannot be read.",
        "文字里有无法识别的字符。",
    ),
    "string_empty": ("Write something here.", "这里要写点内容。"),
    "string_too_short": ("At least {min_length} characters.", "至少 {min_length} 个字。"),
    "string_too_long": ("At most {max_length} characters.", "最多 {max_length} 个字。"),
    "string_pattern_mismatch": ("This is not written as it has to be here.", "格式不对。"),
    "int_type": ("This takes a whole number.", "这里应是整数。"),
    "int_parsing": ("This takes a whole number.", "这里应是整数。"),
    "int_parsing_size": ("This number is too large.", "这个数太大了。"),
    "int_from_float": ("A whole number, without a fraction.", "这里应是整数，不能有小数。"),
    "bool_type": ("This takes true or false.", "这里应是 true 或 false。"),
    "bool_parsing": ("This takes true or false.", "这里应是 true 或 false。"),
    "greater_than": ("More than {gt}, please.", "应大于 {gt}。"),
    "greater_than_equal": ("Not less than {ge}, please.", "不能小于 {ge}。"),
    "less_than": ("Less than {lt}, please.", "应小于 {lt}。"),
    "less_than_equal": ("Not more than {le}, please.", "不能大于 {le}。"),
    "date_type": ("This takes a day, such as 2026-11-24.", "这里应是日期，例如 2026-11-24。"),
    "date_parsing": ("This takes a day, such as 2026-11-24.", "这里应是日期，例如 2026-11-24。"),
    "date_from_datetime_parsing": (
        "This takes a day, such as 2026-11-24.",
        "这里应是日期，例如 2026-11-24。",
    ),
    "date_from_datetime_inexact": ("This takes a day, without a time.", "这里应是日期，不带时间。"),
    "datetime_type": (
        "This takes a time, such as 2026-11-23T02:05:00Z.",
        "这里应是时间，例如 2026-11-23T02:05:00Z。",
    ),
    "datetime_parsing": (
        "This takes a time, such as 2026-11-23T02:05:00Z.",
        "这里应是时间，例如 2026-11-23T02:05:00Z。",
    ),
    "datetime_from_date_parsing": (
        "This takes a time, such as 2026-11-23T02:05:00Z.",
        "这里应是时间，例如 2026-11-23T02:05:00Z。",
    ),
    "timezone_aware": (
        "The time needs its zone, such as Z at its end.",
        "时间要带时区，例如结尾的 Z。",
    ),
    "uuid_type": ("This takes a UUID.", "这里应是 UUID。"),
    "uuid_parsing": ("This takes a UUID.", "这里应是 UUID。"),
    "list_type": ("This takes a list.", "这里应是列表。"),
    "list_empty": ("At least one is needed here.", "这里至少要有一项。"),
    "too_short": ("Too few: at least {min_length}.", "至少要有 {min_length} 项。"),
    "too_long": ("Too many: at most {max_length}.", "最多 {max_length} 项。"),
    "enum": ("Only one of these: {expected}.", "只能是：{expected}。"),
    "literal_error": ("Only one of these: {expected}.", "只能是：{expected}。"),
    "currency": (
        "This takes a currency code of ISO 4217, such as CNY.",
        "这里应是 ISO 4217 货币代码，例如 CNY。",
    ),
    WHATEVER: ("This value does not fit here.", "这一项不对。"),
}
"""English and Chinese by the type of pydantic's error; what stands in braces is its context."""

EMPTY = {"string_too_short": "string_empty", "too_short": "list_empty"}
"""Where the least is one, nothing at all was sent."""


class Unfit(ValueError):
    """A rule of a schema that is not about one value alone, said in both languages."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh


def said_of(fault: Mapping[str, Any], language: str) -> str:
    """One sentence on one error; a type that has no words yet is told as a wrong value."""
    kind, context = str(fault["type"]), fault.get("ctx", {})
    broken = context.get("error")
    chinese = language == "zh-CN"
    if isinstance(broken, Unfit):
        return broken.zh if chinese else broken.en
    if context.get("min_length") == 1:
        kind = EMPTY.get(kind, kind)
    en, zh = WORDS.get(kind, WORDS[WHATEVER])
    told = {name: _told(value, "、" if chinese else " or ") for name, value in context.items()}
    return (zh if chinese else en).format(**told)


def _told(value: object, between: str) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return str(value).replace(" or ", between).replace("'", "")
