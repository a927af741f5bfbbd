"""The question bank on the wire."""

from pydantic import Field

from api.kit.wire import Bilingual, InputModel, ReadModel, example
from api.reviews.questions.models import QuestionKey


class QuestionChange(InputModel):
    """The same question in both languages; reviews already held keep the words they were asked in."""

    model_config = example(
        text={
            "zh": "哪一次拜访往前走了？客户说了什么？",
            "en": "Which visit moved, and what did the client say?",
        }
    )

    text: Bilingual


class QuestionRead(ReadModel):
    """`form` is whose: `review` of rep and team, `coaching` of managers, `deal` of a deal."""

    key: QuestionKey
    form: str
    part: str
    text: Bilingual
    own: bool = Field(description="In the organisation's own words; else the method's.")
    version: int = Field(description="0 as long as it is the method's own question.")


class QuestionBankRead(ReadModel):
    """In the order in which they are asked."""

    questions: list[QuestionRead]
