"""Shapes every schema uses: strict input, complete output, money, bilingual text, bounded strings."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from api.kit import currencies
from api.kit.wording import Unfit

MOST_MINOR = 10**15


class InputModel(BaseModel):
    """What a caller sends: unknown fields are refused, so that a typing error loses nothing silently."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="after")
    def _is_paid_in_a_known_currency(self) -> Self:
        """Here and not in `Money`, which is also read: a currency may be withdrawn after a deal was made in it."""
        sent = {name: getattr(self, name) for name in self.model_fields_set}
        unknown = [
            _no_currency(name, money)
            for name, money in sent.items()
            if isinstance(money, Money) and money.currency not in currencies.CODES
        ]
        if unknown:
            raise ValidationError.from_exception_data(type(self).__name__, unknown)
        return self


class ReadModel(BaseModel):
    """What a caller gets: every field is always there."""

    model_config = ConfigDict(from_attributes=True)


def example(**sent: Any) -> ConfigDict:
    """The example of a body in the OpenAPI document: `model_config = example(reason="Left the company")`."""
    return ConfigDict(json_schema_extra={"examples": [sent]})


AN_ID = "0198c1d2-7a3e-7c41-9b0d-5e6f7a8b9c0d"
ANOTHER_ID = "0198c1d2-8b4f-7d52-8c1e-6f7a8b9c0d1e"
"""Ids for examples: UUIDv7, as a phone makes them."""


def unsent() -> Any:
    """The default of a change's field that null does not clear: absent stays, and null is refused."""
    return None


def _no_currency(field: str, money: "Money") -> InitErrorDetails:
    fault = PydanticCustomError("currency", "no ISO 4217 code")
    return {"type": fault, "loc": (field, "currency"), "input": money.currency}


def _storable(text: str) -> str:
    if "\0" in text:
        raise Unfit(
            "The text holds a NUL character, which cannot be stored.", "文字里有 NUL 字符，存不下。"
        )
    return text


Storable = AfterValidator(_storable)
Word = Annotated[
    str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True), Storable
]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), Storable
]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), Storable
]
OptionalText = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True), Storable]
Amount = Annotated[int, Field(ge=0, le=MOST_MINOR)]
Currency = Annotated[
    str,
    StringConstraints(pattern="^[A-Z]{3}$"),
    Field(description="A code of ISO 4217 that is in use.", examples=["CNY"]),
]
Day = Annotated[
    date,
    Field(ge=date(2000, 1, 1), le=date(2100, 12, 31), examples=["2026-11-24"]),
]
Moment = Annotated[
    AwareDatetime,
    Field(
        ge=datetime(2000, 1, 1, tzinfo=UTC),
        le=datetime(2100, 12, 31, tzinfo=UTC),
        examples=["2026-11-23T02:05:00Z"],
    ),
]
WallTime = Annotated[
    str, StringConstraints(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(examples=["18:30"])
]


class Money(BaseModel):
    """An amount in the currency's smallest unit: 29,800 CNY is `{"amount_minor": 2980000, "currency": "CNY"}`."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    amount_minor: Amount = Field(examples=[2980000])
    currency: Currency


class Bilingual(BaseModel):
    """The same text in both languages of the product."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    zh: Line
    en: Line
