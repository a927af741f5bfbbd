"""Keeping the product list."""

import uuid

from sqlmodel import Session

from api.deals import policy
from api.deals.events import ProductAdded, ProductChanged
from api.deals.models import Product
from api.deals.products import queries
from api.deals.schemas import ProductChange, ProductNew
from api.kit.changes import changes, check_version
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor


def add(db: Session, actor: Actor, *, given: ProductNew) -> Product:
    policy.check_products(actor)
    stored = None if given.id is None else db.get(Product, (actor.organisation_id, given.id))
    if stored is not None:
        if stored.key != given.key:
            raise BornDifferently
        return stored
    if queries.key_is_taken(db, actor.organisation_id, given.key):
        raise policy.ProductKeyTaken
    product = Product(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        key=given.key,
        name=given.name.model_dump(),
        price_minor=given.price.amount_minor,
        currency=given.price.currency,
    )
    db.add(product)
    db.flush()
    publish(db, actor.organisation_id, ProductAdded(product.id, product.key), by=actor.person_id)
    return product


def check_product(db: Session, organisation_id: uuid.UUID, key: str | None) -> None:
    """Raises ProductUnknown when the key is not in the product list; None is no product."""
    if key is not None and not queries.key_is_taken(db, organisation_id, key):
        raise policy.ProductUnknown


def change(
    db: Session, actor: Actor, *, product_id: uuid.UUID, given: ProductChange, version: int
) -> Product:
    policy.check_products(actor)
    product = db.get(Product, (actor.organisation_id, product_id))
    if product is None or product.deleted_at is not None:
        raise NotFound
    check_version(product, version)
    sent = changes(given)
    if "name" in sent:
        product.name = given.name.model_dump()
    if "price" in sent:
        product.price_minor, product.currency = given.price.amount_minor, given.price.currency
    if "retired" in sent:
        product.retired = given.retired
    product.updated_at = now(db)
    db.flush()
    fact = ProductChanged(product.id, product.key, tuple(sorted(sent)), product.retired)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return product
