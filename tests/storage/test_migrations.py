"""A database is brought to this release's schema at the start, wholly or not at all."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Engine, Integer, MetaData, Table, inspect

from bot.storage import SchemaTooNew, migrate
from bot.storage.engine import make_engine
from bot.storage.schema import metadata
from bot.storage.soundness import ForeignTables, TablesMissing
from intake.errors import IntakeError
from tests.postgres import Postgres
from tests.storage.older import bring_to, revisions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "tidings.db"


def differences(engine: Engine, tables: MetaData = metadata) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, tables))


def tables_in(path: Path) -> set[str]:
    seen = sqlite3.connect(path)
    names = {name for (name,) in seen.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    seen.close()
    return names


def test_from_nothing_the_migrations_make_exactly_the_tables(place: str) -> None:
    migrate(place)

    assert differences(make_engine(place)) == []


def test_a_forgotten_migration_would_be_noticed(place: str) -> None:
    migrate(place)
    ahead = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(ahead)
    Table("claims", ahead, Column("extra", Integer), extend_existing=True)

    assert len(differences(make_engine(place), ahead)) == 1


def test_migrating_again_changes_nothing(url: str, path: Path) -> None:
    migrate(url)
    before = path.read_bytes()

    migrate(url)

    assert path.read_bytes() == before


def test_a_database_of_a_newer_release_is_refused_untouched(url: str, path: Path) -> None:
    migrate(url)
    newer = sqlite3.connect(path)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()

    with pytest.raises(SchemaTooNew):
        migrate(url)

    seen = sqlite3.connect(path)
    assert seen.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    seen.close()


def test_a_migration_that_breaks_off_leaves_nothing_behind(url: str, path: Path) -> None:
    """E7: the last table cannot be made, so the first is not there either."""
    path.parent.mkdir()
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE outcomes (somebody_else INTEGER)")
    foreign.close()

    with pytest.raises(ForeignTables):
        migrate(url)

    assert tables_in(path) == {"outcomes"}


def test_processes_that_start_together_all_start(place: str) -> None:
    with ThreadPoolExecutor(4) as processes:
        list(processes.map(migrate, [place] * 4))

    assert differences(make_engine(place)) == []


@pytest.mark.parametrize("before", revisions()[:-1])
def test_processes_of_a_new_release_that_start_together_all_start(place: str, before: str) -> None:
    bring_to(before, make_engine(place))

    with ThreadPoolExecutor(4) as processes:
        list(processes.map(migrate, [place] * 4))

    assert differences(make_engine(place)) == []


@pytest.mark.parametrize(
    ("breaks", "reason"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", SchemaTooNew),
        ("DROP TABLE posts", TablesMissing),
        ("ALTER TABLE replies DROP COLUMN outcome", TablesMissing),
        ("ALTER TABLE posts RENAME TO letters", TablesMissing),
        ("DROP TABLE alembic_version", ForeignTables),
    ],
)
def test_e6_a_servers_database_that_is_not_whole_and_ours_is_refused(
    postgres: Postgres, breaks: str, reason: type[IntakeError]
) -> None:
    url = postgres.empty()
    migrate(url)
    postgres.order(breaks, url)
    before = tables_of(url)

    with pytest.raises(IntakeError) as refused:
        migrate(url)

    assert type(refused.value) is reason
    assert tables_of(url) == before


def test_e7_on_a_server_too_all_of_the_migrations_happen_or_none(postgres: Postgres) -> None:
    url = postgres.empty()
    postgres.order("CREATE TABLE outcomes (somebody_else INTEGER)", url)

    with pytest.raises(ForeignTables):
        migrate(url)

    assert tables_of(url) == {"outcomes"}


def tables_of(url: str) -> set[str]:
    with make_engine(url).connect() as connection:
        return set(inspect(connection).get_table_names())
