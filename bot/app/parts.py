"""A desk that is open: the store migrated, the FAQ ready to be searched, no channel yet."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from starlette.routing import BaseRoute

from bot import logs
from bot.app.chances import chances
from bot.app.metering import MeteredStore, witness_of
from bot.app.vitals import Vitals
from bot.delivery import Delivery
from bot.draining import Drain
from bot.front import Front
from bot.inspecting.scanning import Scanner
from bot.meaning import loaded as meaning_of
from bot.metrics import Metrics
from bot.settings import Settings, SettingsInvalid
from bot.storage.attachments import Attachments
from bot.storage.store import SqlStore
from bot.texts.phrasebook import mistakes
from bot.texts.words import Words
from bot.understanding import Understanding
from bot.worker import Worker
from faq_index import Entry, FaqIndex
from faq_index.seeding import parse
from intake.desk.customer import Customer
from intake.desk.keeper import Keeper
from intake.desk.registrar import Registrar
from intake.dialogue.messages import PersonId
from intake.dialogue.playbook import Limit, Playbook
from intake.regulations.calendar import due
from intake.regulations.identity import Seal
from intake.regulations.mistakes import at_key
from intake.regulations.policy import Policy, PolicyInvalid, read, shipped

if TYPE_CHECKING:
    from bot.effects import Effects

Task = Callable[[], Awaitable[None]]

SAMPLE = "sample_faq.jsonl"


def now() -> datetime:
    """The one clock of the program; everything else is handed the time."""
    return datetime.now(UTC)  # noqa: TID251 - here, and nowhere else


@dataclass(frozen=True, slots=True)
class Duties:
    """What this process does: `web` takes what is posted, `worker` fetches the rest and does what
    is due. One process may do both."""

    web: bool
    worker: bool


@dataclass(slots=True)
class Parts:
    """What commands and channels work with."""

    settings: Settings
    store: SqlStore
    effects: "Effects"
    words: Words
    customer: Customer
    delivery: Delivery
    front: Front
    worker: Worker
    metrics: Metrics = field(default_factory=Metrics)
    vitals: Vitals = field(init=False)
    drain: Drain = field(init=False)
    routes: list[BaseRoute] = field(default_factory=list)
    addresses: list[tuple[str, int]] = field(default_factory=list)
    """Where this process listens."""
    tasks: list[Task] = field(default_factory=list)
    """What runs as long as the program does."""
    stops: list[Task] = field(default_factory=list)
    """How channels stop taking messages."""

    def __post_init__(self) -> None:
        clock = self.worker.clock
        self.vitals = Vitals(self.store, clock, self.metrics)
        self.drain = Drain(self.store, self.front, self.delivery.deliver, clock)
        self.front.wake = self.drain.wake

    async def seed(self, entries: Sequence[Entry], by: str) -> int:
        """Add or replace FAQ entries; returns how many were new or different."""
        changed = await self.store.record(lambda work: work.put_entries(entries, now(), by))
        await self.worker.refresh_faq()
        return changed

    async def seed_sample(self) -> None:
        """Put the sample FAQ into an empty one, so that a newcomer has something to find."""
        if not await self.store.read(lambda reading: reading.faq_version()):
            text = resources.files("bot").joinpath(SAMPLE).read_text("utf-8")
            await self.seed(parse(text, name=SAMPLE).entries, "sample")


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Parts]:
    """Open the desk, and close its store at the end.

    Raises PolicyInvalid, SettingsInvalid, and what `SqlStore.open` raises.
    """
    # Loads for longer than all else: not where the FAQ alone is looked at, nor for `--help`.
    from bot.effects import Effects

    metrics = Metrics()
    logs.set_up(settings.log_level, secret_values(settings), metrics.error)
    policy = policy_of(settings)
    # Lays the year's days out: not while somebody waits for a TID.
    due(policy.level(policy.unproven_level), now(), policy.calendar)
    words = Words(policy)
    url = settings.database_url.get_secret_value()
    effects = Effects(url)
    async with SqlStore(url, effects.enqueue) as store, effects:
        customer = Customer(
            MeteredStore(store, metrics),
            _playbook(settings, policy, words),
            now,
            chances().__next__,
            witness_of(metrics),
        )
        delivery = Delivery(store, now)
        front = Front(customer, delivery)
        attachments = Attachments(settings.attachments_url.get_secret_value())
        worker = Worker(store, customer, delivery, attachments, {}, front.hear, now)
        worker.scan = Scanner(settings.scanner).scan if settings.scanner.strip() else worker.scan
        worker.understanding = await _understanding(settings, store)
        await worker.refresh()
        yield Parts(settings, store, effects, words, customer, delivery, front, worker, metrics)


def _playbook(settings: Settings, policy: Policy, words: Words) -> Playbook:
    """Without a FAQ yet."""
    return Playbook(
        policy,
        FaqIndex.build(()),
        words.languages,
        words.spoken(),
        frozenset(map(PersonId, settings.staff)),
        limit=Limit(policy.thresholds.messages, policy.thresholds.messages_within),
        seal=seal_of(settings),
        mails=settings.smtp_url is not None,
    )


@asynccontextmanager
async def kept(settings: Settings) -> AsyncIterator[Keeper]:
    """The store, with the FAQ's keeper: no index is built, and no errand can be asked for. Raises
    what `SqlStore.open` raises."""
    logs.set_up(settings.log_level, secret_values(settings))
    async with SqlStore(settings.database_url.get_secret_value()) as store:
        yield Keeper(store, now)


@asynccontextmanager
async def registrar(settings: Settings) -> AsyncIterator[Registrar]:
    """The customers alone, for staff. Raises what `SqlStore.open` raises."""
    logs.set_up(settings.log_level, secret_values(settings))
    async with SqlStore(settings.database_url.get_secret_value()) as store:
        yield Registrar(store, now)


def seal_of(settings: Settings) -> Seal | None:
    """What seals the secrets of customers; None where no secret is set for it."""
    secret = settings.identity_secret
    return Seal(secret.get_secret_value()) if secret else None


@asynccontextmanager
async def understanding(settings: Settings) -> AsyncIterator[Understanding | None]:
    """The model and the FAQ that it reads; none where no model is used.

    Raises SettingsInvalid, and what `SqlStore.open` raises.
    """
    logs.set_up(settings.log_level, secret_values(settings))
    async with SqlStore(settings.database_url.get_secret_value()) as store:
        yield await _understanding(settings, store)


async def _understanding(settings: Settings, store: SqlStore) -> Understanding | None:
    meaning = await asyncio.to_thread(meaning_of, settings.semantic)
    return Understanding(store, meaning) if meaning else None


def today(settings: Settings) -> date:
    """The day in the desk's calendar. Raises PolicyInvalid and SettingsInvalid."""
    return now().astimezone(policy_of(settings).hours.tz).date()


def policy_of(settings: Settings) -> Policy:
    """The desk's regulations. Raises PolicyInvalid and SettingsInvalid."""
    match settings.policy:
        case "inc" | "es" as name:
            return shipped(name)
        case path:
            try:
                text = Path(path).read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsInvalid("POLICY: inc, es, or the path of a readable file") from error
            return _with_its_words(read(text), text)


def _with_its_words(policy: Policy, text: str) -> Policy:
    """The policy of this file, whose own words fit those of the texts. Raises PolicyInvalid."""
    wrong = [at_key(("texts", *key), why, text) for key, why in mistakes(policy.texts)]
    if wrong:
        raise PolicyInvalid.because(wrong)
    return policy


def secret_values(settings: Settings) -> list[str]:
    """What must never be read in a log (H1)."""
    held = (
        settings.telegram_token,
        settings.telegram_webhook_secret,
        settings.slack_bot_token,
        settings.slack_app_token,
        settings.slack_signing_secret,
        settings.identity_secret,
    )
    urls = (settings.database_url, settings.smtp_url, settings.attachments_url)
    passwords = [urlsplit(each.get_secret_value()).password for each in urls if each]
    written = {form for each in passwords if each for form in (each, unquote(each))}
    return [each.get_secret_value() for each in held if each] + sorted(written)
