"""Statements that go past SQLAlchemy's own execution behave like those that do not."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.storage import driver
from bot.storage.codec import UnstorableText
from bot.storage.fixed import Fixed
from bot.storage.store import SqlStore
from bot.storage.tables import claims
from tests.storage.stories import NOW
from tests.storage.talk import counted

CLAIM = Fixed(insert(claims).returning(claims.c.id))


async def test_whoever_listens_hears_of_them(either: SqlStore) -> None:
    with counted() as heard:
        await either.run(lambda connection: CLAIM.run(connection, {"id": "slack:1", "at": NOW}))

    assert [statement.split(" (")[0] for statement, _ in heard] == ["INSERT INTO claims"]


async def test_one_row_and_several_are_added_alike(either: SqlStore) -> None:
    several = [{"id": f"slack:{number}", "at": NOW} for number in (2, 3)]

    one = await either.run(lambda connection: CLAIM.run(connection, {"id": "slack:1", "at": NOW}))
    more = await either.run(lambda connection: CLAIM.run(connection, several))

    assert [*map(tuple, one)] == [("slack:1",)]
    assert sorted(map(tuple, more)) == [("slack:2",), ("slack:3",)]


async def test_the_drivers_errors_are_sqlalchemys_without_the_values(either: SqlStore) -> None:
    secret = {"id": "slack:secret", "at": NOW}
    await either.run(lambda connection: CLAIM.run(connection, secret))

    with pytest.raises(IntegrityError) as refused:
        await either.run(lambda connection: CLAIM.run(connection, secret))

    assert refused.value.statement
    assert refused.value.params is None


async def test_what_cannot_be_stored_is_refused_in_our_words(either: SqlStore) -> None:
    with pytest.raises(UnstorableText):
        await either.run(lambda connection: CLAIM.run(connection, {"id": "\0", "at": NOW}))


async def test_a_statement_without_values_or_rows(either: SqlStore) -> None:
    assert await either.run(lambda connection: driver.run(connection, "SAVEPOINT here")) == ()
