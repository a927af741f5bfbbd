"""Reads of the product list."""

import uuid
from collections.abc import Sequence

from sqlmodel import Session, col, select

from api.deals.models import Product
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.policy import Actor


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[Product]:
    """Every product in the order of its key, retired ones too: old deals still name them."""
    statement = select(Product).where(
        col(Product.organisation_id) == actor.organisation_id, col(Product.deleted_at).is_(None)
    )
    return page_of(db, statement, keys=[Key(col(Product.key))], asked=asked)


def names_sold(db: Session, organisation_id: uuid.UUID) -> list[tuple[str, dict[str, str]]]:
    """What is sold today, by key and in its order."""
    sold = select(col(Product.key), col(Product.name)).where(
        col(Product.organisation_id) == organisation_id,
        col(Product.deleted_at).is_(None),
        col(Product.retired).is_(False),
    )
    return list(db.exec(sold.order_by(col(Product.key))).all())


def key_is_taken(db: Session, organisation_id: uuid.UUID, key: str) -> bool:
    taken = (col(Product.organisation_id) == organisation_id, col(Product.key) == key)
    return db.exec(select(col(Product.id)).where(*taken)).first() is not None


def known(db: Session, organisation_id: uuid.UUID, ids: Sequence[uuid.UUID]) -> Sequence[uuid.UUID]:
    """Those of the ids that are in the product list; a retired one still counts, for deals begun before."""
    if not ids:
        return []
    listed = (
        col(Product.organisation_id) == organisation_id,
        col(Product.id).in_(ids),
        col(Product.deleted_at).is_(None),
    )
    return db.exec(select(col(Product.id)).where(*listed)).all()
