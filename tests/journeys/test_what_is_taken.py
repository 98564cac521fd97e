"""What people write that is not to be kept, or with a yes only, on every channel and database."""

from sqlalchemy import MetaData, select

from bot.storage.engine import make_engine
from tests.journeys.journey import Journey
from tests.journeys.people import Person
from tests.journeys.telling import ODD
from tests.unit.intake.reports import PHPINFO

SECRET = "Xk29!tulpe"


def everything(trip: Journey) -> str:
    """All rows of all tables, those of the engine for errands too."""
    with make_engine(trip.desk.url).connect() as database:
        tables = MetaData()
        tables.reflect(database)
        rows = [database.execute(select(each)).all() for each in tables.sorted_tables]
    return repr(rows)


async def test_r10_r11_a_password_is_nowhere_and_a_report_is_a_file_with_a_yes(
    trip: Journey, ana: Person
) -> None:
    await ana.says(f"{ODD}. My password is {SECRET}")
    ana.has_read("I have hidden a password", "The desk can begin without it")
    await ana.says(PHPINFO)
    ana.has_read("looks like a report about your server")
    assert trip.desk.attached() == []
    await ana.presses("Attach the report")
    await trip.works()
    [file] = trip.desk.attached()
    assert (file.name, file.refused) == ("server-report.txt", "")
    assert "upload_max_filesize" in file.content.decode()
    kept = everything(trip)
    assert ODD in kept
    assert "<password>" in kept
    assert SECRET not in kept
    assert "upload_max_filesize" not in kept
