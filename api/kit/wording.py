"""What is wrong with one field, in the caller's language: the English is pydantic's, the Chinese is here."""

from collections.abc import Mapping
from typing import Any

CHINESE = {
    "missing": "这一项必填。",
    "extra_forbidden": "这里没有这一项。",
    "model_type": "这里应是一个对象。",
    "model_attributes_type": "这里应是一个对象。",
    "dict_type": "这里应是一个对象。",
    "json_invalid": "这不是完整的 JSON。",
    "string_type": "这里应是文字。",
    "string_unicode": "文字里有无法识别的字符。",
    "string_too_short": "至少 {min_length} 个字。",
    "string_too_long": "最多 {max_length} 个字。",
    "string_pattern_mismatch": "格式不对。",
    "int_type": "这里应是整数。",
    "int_parsing": "这里应是整数。",
    "int_parsing_size": "这个数太大了。",
    "int_from_float": "这里应是整数，不能有小数。",
    "bool_type": "这里应是 true 或 false。",
    "bool_parsing": "这里应是 true 或 false。",
    "greater_than": "应大于 {gt}。",
    "greater_than_equal": "不能小于 {ge}。",
    "less_than": "应小于 {lt}。",
    "less_than_equal": "不能大于 {le}。",
    "date_type": "这里应是日期，例如 2026-11-24。",
    "date_parsing": "这里应是日期，例如 2026-11-24。",
    "date_from_datetime_parsing": "这里应是日期，例如 2026-11-24。",
    "date_from_datetime_inexact": "这里应是日期，不带时间。",
    "datetime_type": "这里应是时间，例如 2026-11-23T02:05:00Z。",
    "datetime_parsing": "这里应是时间，例如 2026-11-23T02:05:00Z。",
    "datetime_from_date_parsing": "这里应是时间，例如 2026-11-23T02:05:00Z。",
    "timezone_aware": "时间要带时区，例如结尾的 Z。",
    "uuid_type": "这里应是 UUID。",
    "uuid_parsing": "这里应是 UUID。",
    "list_type": "这里应是列表。",
    "too_short": "至少要有 {min_length} 项。",
    "too_long": "最多 {max_length} 项。",
    "enum": "只能是：{expected}。",
    "literal_error": "只能是：{expected}。",
    "currency": "这里应是 ISO 4217 货币代码，例如 CNY。",
    "value_error": "这一项不对。",
}
"""By the type of pydantic's error; what stands in braces is its context."""


class Unfit(ValueError):
    """A rule of a schema that is not about one value alone, said in both languages."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.zh = zh


def said_of(fault: Mapping[str, Any], language: str) -> str:
    """One sentence on one error; a type that has no Chinese yet is told as a wrong value."""
    kind, context = fault.get("type", ""), fault.get("ctx", {})
    broken = context.get("error")
    if language != "zh-CN" or not kind:
        return str(broken or fault["msg"])
    if isinstance(broken, Unfit):
        return broken.zh
    told = {
        name: str(value).replace(" or ", "、").replace("'", "") for name, value in context.items()
    }
    return CHINESE.get(kind, CHINESE["value_error"]).format(**told)
