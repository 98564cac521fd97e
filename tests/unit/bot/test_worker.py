"""What happens without anybody writing: files are fetched and judged, the FAQ is kept fresh."""

import asyncio
import errno
import hashlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.delivery import Delivery
from bot.front import Front
from bot.storage.attachments import Attachments
from bot.taking import HELD, Taking
from bot.understanding import Understanding
from bot.worker import Worker
from faq_index import Entry, EntryId, FaqIndex
from intake.dialogue.messages import FileId, Files, IncomingFile
from intake.notices import Notice
from intake.regulations.announced import Announced
from intake.regulations.calendar import Break
from tests.desk.test_customer import House
from tests.fakes.meaning import Synonyms
from tests.fakes.pictures import glimpsed
from tests.unit.intake.talk import keys

PNG = b"\x89PNG\r\n\x1a\n" + bytes(1000)
BMP = b"BM" + bytes(1000)


class Yard(House):
    """A desk with a worker, whose files come from a dictionary."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.delivery = Delivery(self.store, lambda: self.now)
        self.front = Front(self.customer, self.delivery)
        self.worker = Worker(
            self.store,
            self.customer,
            self.delivery,
            Attachments(f"file://{folder}"),
            {"telegram": self.fetch},
            self.front.hear,
            lambda: self.now,
        )
        self.worker.look = glimpsed

    async def fetch(self, remote: str, limit: int) -> AsyncIterator[bytes]:
        del limit
        content = self.files[remote]
        for start in range(0, len(content), 1_000_000):
            await asyncio.sleep(0)
            yield content[start : start + 1_000_000]

    async def sends(self, name: str, content: bytes | None, size: int | None = None) -> list[str]:
        if content is not None:
            self.files[name] = content
        file = IncomingFile(FileId(f"f-{name}"), name, size, name)
        return keys(tuple(each.reply for each in await self.hears(Files((file,)))))

    async def told(self) -> list[str]:
        later = self.now + timedelta(minutes=5)
        unsent = await self.store.record(lambda w: w.unsent(later, timedelta(), 99))
        return keys(tuple(each.reply for each in unsent))

    def stored(self) -> list[bytes]:
        return [path.read_bytes() for path in self.folder.iterdir()] if self.folder.exists() else []


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    return Yard(tmp_path / "attachments")


async def test_i6_a_picture_is_kept_byte_for_byte_under_a_name_that_tells_nothing(
    yard: Yard,
) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("../../étrange\u202egpj.png", PNG)
    await yard.worker.round()
    assert yard.stored() == [PNG]
    (path,) = yard.folder.iterdir()
    assert len(path.name) == 32
    (row,) = yard.store.tables.files.values()
    assert (row.sha256, row.size) == (hashlib.sha256(PNG).hexdigest(), len(PNG))
    assert "files-refused" not in await yard.told()


async def test_r9_a_bmp_is_refused_told_once_and_not_kept(yard: Yard) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("screen.png", BMP)
    await yard.worker.round()
    yard.now += HELD * 2
    await yard.worker.round()
    assert (await yard.told()).count("files-refused") == 1
    assert yard.stored() == []


async def test_several_refusals_make_one_verdict(yard: Yard) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("a.bmp", BMP)
    await yard.sends("b.exe", b"MZ" + bytes(99))
    await yard.sends("c.png", b"")
    await yard.worker.round()
    assert (await yard.told()).count("files-refused") == 1


async def test_d12_a_file_that_says_it_is_too_big_is_not_even_fetched(yard: Yard) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("big.png", None, size=21_000_000)
    await yard.worker.round()
    assert "files-refused" in await yard.told()


async def test_d7_a_file_that_lies_about_its_size_is_cut_off_and_removed(yard: Yard) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("liar.png", PNG + bytes(20_000_000), size=10)
    await yard.worker.round()
    assert "files-refused" in await yard.told()
    assert yard.stored() == []


async def test_a_file_that_cannot_be_fetched_does_not_stop_the_ticket(yard: Yard) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("gone.png", None)
    await yard.sends("here.png", PNG)
    await yard.worker.round()
    assert "files-refused" in await yard.told()
    assert yard.stored() == [PNG]


async def test_d13_a_full_disk_costs_the_file_and_not_the_ticket(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object, __: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Attachments, "_seal", full)
    await yard.says("The checkout button does nothing at all")
    await yard.sends("here.png", PNG)
    with capture_logs() as logged:
        await yard.worker.round()
    assert "files-refused" in await yard.told()
    assert yard.stored() == []
    assert [row.refused for row in yard.store.tables.files.values()] == ["unreachable"]
    assert [(each["event"], each["log_level"]) for each in logged] == [
        ("worker.fetch_failed", "error")
    ]
    await yard.files_a_ticket()


async def test_d15_killed_before_the_file_is_noted_it_is_there_once_in_the_end(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def killed(*_: object) -> None:
        raise asyncio.CancelledError

    await yard.says("The checkout button does nothing at all")
    await yard.sends("here.png", PNG)
    with monkeypatch.context() as patched:
        patched.setattr(Taking, "_judge", killed)
        with pytest.raises(asyncio.CancelledError):
            await yard.worker.fetch_files()
    await yard.worker.fetch_files()
    (row,) = yard.store.tables.files.values()
    assert not row.path, "somebody may be fetching it still"
    yard.now += HELD * 2
    await yard.worker.fetch_files()
    (row,) = yard.store.tables.files.values()
    assert (yard.folder / str(row.path)).read_bytes() == PNG
    assert row.sha256 == hashlib.sha256(PNG).hexdigest()


async def test_a_fetch_that_never_ends_is_given_up(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.taking.PATIENCE", 0.0)

    async def endless(_remote: str, _limit: int) -> AsyncIterator[bytes]:
        await asyncio.Event().wait()
        yield b""

    yard.worker.fetchers = {"telegram": endless}
    await yard.says("The checkout button does nothing at all")
    await yard.sends("slow.png", None)
    await yard.worker.round()
    assert "files-refused" in await yard.told()
    assert yard.stored() == []


async def test_a_changed_faq_is_searched_from_the_next_look_on(yard: Yard) -> None:
    await yard.worker.refresh_faq()
    assert len(yard.customer.playbook.faq) == 0
    entry = Entry(id=EntryId("cart"), question="The checkout button does nothing")
    await yard.store.record(lambda w: w.put_entries([entry], yard.now, "cli"))
    before = yard.customer.playbook
    await yard.worker.refresh_faq()
    assert len(yard.customer.playbook.faq) == 1
    assert len(before.faq) == 0  # whoever is searching goes on with what they began with
    index = yard.customer.playbook.faq
    await yard.worker.refresh_faq()
    assert yard.customer.playbook.faq is index


async def test_only_what_changed_is_read_again(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    cart, mail = (Entry(id=EntryId(each), question=f"No {each} today") for each in ("cart", "mail"))
    await yard.store.record(lambda w: w.put_entries([cart, mail], yard.now, "cli"))
    await yard.worker.refresh_faq()
    read: list[Sequence[Entry]] = []
    changed = FaqIndex.changed

    def noted(index: FaqIndex, entries: Sequence[Entry]) -> FaqIndex:
        read.append(entries)
        return changed(index, entries)

    monkeypatch.setattr(FaqIndex, "changed", noted)
    hidden = replace(mail, published=False)
    await yard.store.record(lambda w: w.put_entries([hidden], yard.now, "cli"))
    await yard.worker.refresh_faq()
    assert read == [[hidden]]
    assert list(yard.customer.playbook.faq) == [cart]


async def test_a_faq_put_back_from_a_backup_is_searched_whole(yard: Yard) -> None:
    cart = Entry(id=EntryId("cart"), question="The checkout button does nothing")
    await yard.store.record(lambda w: w.put_entries([cart], yard.now, "cli"))
    yard.worker.faq_version = 7
    later = FaqIndex.build([replace(cart, id=EntryId("later"))])
    yard.customer.playbook = replace(yard.customer.playbook, faq=later)
    await yard.worker.refresh_faq()
    assert list(yard.customer.playbook.faq) == [cart]


async def test_what_a_model_has_read_is_searched_with_whatever_changes(yard: Yard) -> None:
    yard.worker.understanding = Understanding(yard.store, Synonyms())
    entry = Entry(id=EntryId("car"), question="Rent a car")
    await yard.store.record(lambda w: w.put_entries([entry], yard.now, "cli"))
    await yard.worker.refresh_faq()
    await yard.worker.refresh_sense()
    assert yard.customer.playbook.faq.sense is None

    await yard.worker.understanding.read_all()
    await yard.worker.refresh_sense()
    [found] = yard.customer.playbook.faq.search("hire automobile")
    assert found.why.meaning is not None

    other = Entry(id=EntryId("roses"), question="Water the roses")
    await yard.store.record(lambda w: w.put_entries([other], yard.now, "cli"))
    await yard.worker.refresh_faq()
    [found, _] = yard.customer.playbook.faq.search("hire automobile")
    assert found.why.meaning is not None


async def test_rounds_go_on_when_one_of_them_fails(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E13: and each is a line in the log."""
    rounds: list[int] = []
    done = asyncio.Event()

    async def odd() -> None:
        rounds.append(1)
        if len(rounds) == 1:
            raise ZeroDivisionError
        if len(rounds) == 2:
            yard.store.down = True
            await yard.worker.refresh_faq()
        done.set()

    monkeypatch.setattr("bot.worker.EVERY", 0.0)
    monkeypatch.setattr(Worker, "round", lambda _: odd())
    task = asyncio.ensure_future(yard.worker.run())
    await asyncio.wait_for(done.wait(), 10)
    task.cancel()
    assert len(rounds) >= 3


async def test_r36_a_notice_is_known_without_a_restart(yard: Yard) -> None:
    start = yard.worker.clock()
    notice = Notice("incident", {"en": "Payments fail"}, start, start + timedelta(hours=1), "cli")
    await yard.store.record(lambda work: work.announce(notice))
    await yard.worker.refresh()
    [known] = yard.customer.playbook.notices
    assert known.text("en") == "Payments fail"
    before = yard.customer.playbook
    await yard.worker.refresh()
    assert yard.customer.playbook is before
    await yard.store.record(lambda work: work.end_notice(known.id, start))
    await yard.worker.refresh()
    assert yard.customer.playbook.notices == ()


async def test_r36_what_the_policy_announces_is_known_too(yard: Yard) -> None:
    start = yard.worker.clock()
    until, words = start + timedelta(days=1), {"en": "We are away"}
    own = Announced.model_validate(
        {"kind": "holiday", "from": start, "until": until, "words": words}
    )
    before = yard.customer.playbook
    policy = before.policy.model_copy(update={"notices": (own,)})
    yard.customer.playbook = replace(before, policy=policy)
    await yard.worker.refresh()
    [known] = yard.customer.playbook.notices
    assert known.text("en") == "We are away"


async def test_r36_a_break_that_another_process_announced_is_counted_on(yard: Yard) -> None:
    number = await yard.files_a_ticket()
    promised = (await yard.ticket(number)).due_at
    flood = Break(yard.now, yard.now + timedelta(hours=30), "flood")
    await yard.store.record(lambda work: work.announce_break(flood, yard.now, "cli"))
    await yard.worker.refresh()
    calendar = yard.customer.playbook.calendar
    assert list(calendar.breaks) == [flood]
    await yard.worker.refresh()
    assert yard.customer.playbook.calendar is calendar
    later = await yard.ticket(await yard.files_a_ticket("telegram:77"))
    assert promised is not None
    assert later.due_at is not None
    assert later.due_at - promised > timedelta(hours=29)
    assert (await yard.ticket(number)).due_at == promised
