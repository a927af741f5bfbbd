"""Materials on the wire."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from api.kit.wire import AN_ID, ANOTHER_ID, InputModel, Line, ReadModel, Storable, example, unsent
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.materials.models import MOST_ADDRESS, MOST_BODY, MaterialKind
from api.training.materials.policy import MOST, host_of

MOST_NAMED = 4 * MOST


def _may_be_opened(address: str) -> str:
    if host_of(address) is None:
        raise Unfit(
            "A link begins with https:// and holds no name or password.",
            "链接要以 https:// 开头，里面不能带用户名或密码。",
        )
    return address


Body = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MOST_BODY, strip_whitespace=True),
    Storable,
    Field(
        description="Markdown of a small kind: # and ## headings, lists, > quotes, **bold**, *italics*, [links](https://…)."
    ),
]
Address = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MOST_ADDRESS, strip_whitespace=True),
    Storable,
    AfterValidator(_may_be_opened),
    Field(examples=["https://example.com/prices"]),
]


class MaterialNew(InputModel):
    """A text with its body, or a link with its address; a file comes as it is, at its own address."""

    model_config = example(title="毛利三问", body="## 先问\n\n- 一单多少钱\n- 一年几单")

    title: Line
    body: Body | None = None
    address: Address | None = None

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.body is None) == (self.address is None):
            raise Unfit("Either a body or an address.", "正文和网址填一样，只填一样。")
        return self

    @property
    def kind(self) -> MaterialKind:
        return MaterialKind.LINK if self.body is None else MaterialKind.TEXT


class MaterialChange(InputModel):
    """What is absent stays as it is. A file keeps its content: add another, and take this one away."""

    model_config = example(title="毛利三问，第二版")

    title: Line = Field(default_factory=unsent)
    body: Body = Field(default_factory=unsent)
    address: Address = Field(default_factory=unsent)


class OrderGiven(InputModel):
    """Materials from the first to the last; one that is not named keeps its place after these."""

    model_config = example(ids=[ANOTHER_ID, AN_ID])

    ids: list[UUID] = Field(min_length=1, max_length=MOST_NAMED)


class MaterialRead(ReadModel):
    """A material as a line of its class."""

    id: UUID
    kind: MaterialKind
    title: str
    address: str | None = Field(
        description="Of a link; open it without telling where you came from."
    )
    host: str | None = Field(description="Where the link leads.")
    form: str | None = Field(description="What a file is, told by its bytes: application/pdf …")
    size: int | None = Field(description="Bytes of a file.")
    added_by: PersonRef
    version: int


class MaterialWhole(MaterialRead):
    """With the class it belongs to, and with the words of a text."""

    session_id: UUID
    body: str | None
    runs: bool = Field(description="You may change it.")
