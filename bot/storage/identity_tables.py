"""The tables of who people are. Secrets are in them as keyed hashes only."""

from typing import Final

from sqlalchemy import Column, Index, Integer, Table

from bot.storage.codec import Moment, Words
from bot.storage.columns import metadata, numbered, words

customers: Final = Table(
    "customers",
    metadata,
    Column("id", Words, primary_key=True),
    words("body"),
    Column("changed_at", Moment, nullable=False),
)

# By what customers are found: the addresses, keys and places in their bodies.
customer_marks: Final = Table(
    "customer_marks",
    metadata,
    *(Column(name, Words, primary_key=True) for name in ("mark", "value", "customer")),
    Index(None, "customer"),
)

coupons: Final = Table(
    "coupons",
    metadata,
    Column("seal", Words, primary_key=True),
    words("customer"),
    Column("spent_at", Moment),
    Column("tid", Words),
    Index(None, "customer"),
)

proofs: Final = Table(
    "proofs",
    metadata,
    Column("person", Words, primary_key=True),
    *map(words, ("via", "email", "customer")),
    Column("at", Moment, nullable=False),
)

codes: Final = Table(
    "codes",
    metadata,
    numbered(),
    *map(words, ("person", "email")),
    Column("asked_at", Moment, nullable=False, index=True),
    Column("seal", Words),
    Column("mailed_at", Moment),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("used_at", Moment),
    Index(None, "person"),
    Index(None, "email"),
    sqlite_autoincrement=True,
)

links: Final = Table(
    "links",
    metadata,
    Column("seal", Words, primary_key=True),
    *map(words, ("customer", "person")),
    Column("until", Moment, nullable=False, index=True),
    Column("used_at", Moment),
    Column("used_by", Words),
)
