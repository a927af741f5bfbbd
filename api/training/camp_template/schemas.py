"""The camp's template on the wire."""

from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, InputModel, ReadModel, example, unsent
from api.training.camp_template.models import CampDimension


class TemplateDayChange(InputModel):
    """What is absent stays. Camps that have begun keep the words they began with."""

    model_config = example(
        task={
            "zh": "跟师傅看三次拜访，听最好的录音。",
            "en": "Watch three visits with your mentor and hear the best recordings.",
        }
    )

    title: Bilingual = Field(default_factory=unsent)
    task: Bilingual = Field(default_factory=unsent)
    asked: Bilingual = Field(default_factory=unsent)
    case_id: UUID | None = Field(
        default_factory=unsent,
        description="A case of the library to read or play that day; null takes it out.",
    )


class TemplateDayRead(ReadModel):
    """One of 看 信 行 思 分享: its title, what to do, and what the newcomer hands in."""

    dimension: CampDimension
    title: Bilingual
    task: Bilingual
    asked: Bilingual
    case_id: UUID | None = Field(
        description="A case of the library to read or play that day, where the trainer chose one."
    )
    own: bool = Field(description="In the organisation's own words; else our proposal.")
    version: int = Field(description="0 as long as it is our proposal.")


class CampTemplateRead(ReadModel):
    """The five days in their order."""

    days: list[TemplateDayRead]
