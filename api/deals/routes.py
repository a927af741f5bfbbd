"""`/products` and `/deals`."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.clients.service import ClientMoved, GradeUnknown
from api.deals import policy, service
from api.deals.models import DealState
from api.deals.products import queries as products
from api.deals.products import service as product_list
from api.deals.queries import Wanted
from api.deals.schemas import (
    DealChange,
    DealNew,
    DealRead,
    LossNew,
    PaymentNew,
    ProductChange,
    ProductNew,
    ProductRead,
    SignatureNew,
)
from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor

router = APIRouter(tags=["deals"])

OfClient = Annotated[uuid.UUID | None, Query(description="Only deals with this client.")]
InState = Annotated[DealState | None, Query(description="Only deals in this state.")]
OfOwner = Annotated[uuid.UUID | None, Query(description="Only deals of this rep.")]


@router.get(
    "/products",
    operation_id="products.list",
    summary="What the organisation sells",
    description="In the order of their keys; retired products are listed too, for old deals name them.",
    response_model=PageRead[ProductRead],
    responses=answers(BadCursor),
)
async def list_products(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(products.page, actor, asked=page)


@router.post(
    "/products",
    status_code=201,
    operation_id="products.add",
    summary="Add a product",
    description="For admins. The key never changes afterwards.",
    response_model=ProductRead,
    responses=answers(Forbidden, policy.ProductKeyTaken, BornDifferently),
)
async def add_product(
    given: ProductNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(product_list.add, actor, given=given))


@router.patch(
    "/products/{product_id}",
    operation_id="products.change",
    summary="Change or retire a product",
    description="For admins. Deals keep the amounts they were made with.",
    response_model=ProductRead,
    responses=answers(Forbidden, Stale, VersionNeeded),
)
async def change_product(
    product_id: uuid.UUID,
    given: ProductChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        product_list.change, actor, product_id=product_id, given=given, version=version
    )
    return etag(response, changed)


@router.get(
    "/deals",
    operation_id="deals.list",
    summary="Deals you may see",
    description="Newest first: your own, your apprentices', your team's. Never sorted by amount.",
    response_model=PageRead[DealRead],
    responses=answers(BadCursor),
)
async def list_deals(
    actor: CurrentActor,
    store: Store,
    page: Page,
    client: OfClient = None,
    state: InState = None,
    owner: OfOwner = None,
) -> object:
    wanted = Wanted(client_id=client, state=state, owner_id=owner)
    return await store.read(service.page, actor, asked=page, wanted=wanted)


@router.post(
    "/deals",
    status_code=201,
    operation_id="deals.open",
    summary="Open a deal",
    description="At one of your own clients. The same content under the same id answers the stored deal.",
    response_model=DealRead,
    responses=answers(
        BornDifferently,
        ClientMoved,
        policy.OnlyTheOwner,
        policy.OneCurrency,
        policy.ProductUnknown,
        GradeUnknown,
    ),
)
async def open_deal(
    given: DealNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.open_deal, actor, given=given, birth=birth))


@router.get(
    "/deals/{deal_id}",
    operation_id="deals.get",
    summary="One deal",
    description="With its lines and every payment received.",
    response_model=DealRead,
    responses=answers(),
)
async def get_deal(
    deal_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.get, actor, deal_id=deal_id))


@router.patch(
    "/deals/{deal_id}",
    operation_id="deals.change",
    summary="Change a deal",
    description="A merge patch by its owner. Lines are replaced as a whole, and without an `amount` "
    "the deal's amount becomes their sum.",
    response_model=DealRead,
    responses=answers(
        policy.OnlyTheOwner,
        Stale,
        VersionNeeded,
        policy.OneCurrency,
        policy.ProductUnknown,
        GradeUnknown,
    ),
)
async def change_deal(
    deal_id: uuid.UUID,
    given: DealChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_deal, actor, deal_id=deal_id, given=given, version=version
    )
    return etag(response, changed)


@router.put(
    "/deals/{deal_id}/signature",
    operation_id="deals.sign",
    summary="The client signed",
    description="Said again of a signed deal, it corrects the day or the amount.",
    response_model=DealRead,
    responses=answers(policy.OnlyTheOwner, policy.DealIsClosed, policy.OneCurrency),
)
async def sign_deal(
    deal_id: uuid.UUID, given: SignatureNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.sign, actor, deal_id=deal_id, given=given))


@router.put(
    "/deals/{deal_id}/loss",
    operation_id="deals.lose",
    summary="The client decided against it",
    description="With the reason. A deal for which money has arrived is not lost.",
    response_model=DealRead,
    responses=answers(policy.OnlyTheOwner, policy.DealIsClosed, policy.DealHasPayments),
)
async def lose_deal(
    deal_id: uuid.UUID, given: LossNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.lose, actor, deal_id=deal_id, given=given))


@router.post(
    "/deals/{deal_id}/payments",
    status_code=201,
    operation_id="deals.receive_payment",
    summary="Money arrived",
    description="For a signed deal. Once all of its amount has arrived, the deal is collected.",
    response_model=DealRead,
    responses=answers(
        policy.OnlyTheOwner,
        BornDifferently,
        policy.DealNotSigned,
        policy.OneCurrency,
        policy.TooMuchMoney,
    ),
)
async def receive_payment(
    deal_id: uuid.UUID,
    given: PaymentNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    deal = await store.write(
        service.receive_payment, actor, deal_id=deal_id, given=given, birth=birth
    )
    return etag(response, deal)
