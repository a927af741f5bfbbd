"""The certification's template on the wire."""

from typing import Annotated, Literal

from pydantic import Field

from api.kit.wire import Bilingual, InputModel, ReadModel, example, unsent
from api.training.certification_template.models import CertificationArea

MARKS = 5
Anchors = Annotated[list[Bilingual], Field(min_length=MARKS, max_length=MARKS)]


class TemplateAreaChange(InputModel):
    """What is absent stays. Certifications that are planned already keep the words they were planned with."""

    model_config = example(must_pass=True)

    anchors: Anchors = Field(
        default_factory=unsent,
        description="Five sentences, what mark 1 looks like first and what mark 5 looks like last.",
    )
    must_pass: Literal[True] = Field(
        default_factory=unsent,
        description="From now on this area has to hold with each of the two; it is never more than one.",
    )


class TemplateAreaRead(ReadModel):
    """One area: what each mark from 1 to 5 looks like."""

    area: CertificationArea
    anchors: list[Bilingual]
    must_pass: bool = Field(description="It has to hold with each of the two, not on average.")
    own: bool = Field(description="In the organisation's own words; else our proposal.")
    version: int = Field(description="0 as long as nobody has changed it.")


class CertificationTemplateRead(ReadModel):
    """The six areas in the order of a sale."""

    areas: list[TemplateAreaRead]
