"""Makes this process one of those that serve the desk, and shows how its errands are."""

from datetime import timedelta
from typing import Final

from bot.app.metering import metered
from bot.app.parts import Parts, now
from bot.errands import Errands
from bot.mailing import Mailer
from bot.presence import Presence

OLDEST_ERRAND: Final = timedelta(minutes=5)


def live(parts: Parts, *, worker: bool, name: str) -> None:
    """Say that we live; a worker also does errands."""
    presence = Presence(parts.store, name, now)
    if worker:
        hear = metered(parts.front.hear, parts.metrics)
        staff = parts.customer.playbook.staff
        errands = Errands(parts.store, parts.effects, presence, parts.delivery, hear, staff, now)
        errands.soon = parts.customer.playbook.policy.thresholds.warn_staff
        errands.seal, errands.mailer = parts.customer.playbook.seal, _mailer(parts)
        parts.tasks.append(errands.run)
    else:
        parts.tasks.append(presence.run)
    _show(parts)


def _mailer(parts: Parts) -> Mailer | None:
    url = parts.settings.smtp_url
    if url is None:
        return None
    return Mailer(url.get_secret_value(), parts.settings.smtp_from, parts.words, now)


def _show(parts: Parts) -> None:
    gauges = parts.metrics.waiting

    async def well() -> bool:
        load = await parts.effects.look()
        age = (now() - load.oldest).total_seconds() if load.oldest else 0.0
        gauges["effects_waiting"].set(load.waiting)
        gauges["effects_oldest_seconds"].set(max(0.0, age))
        gauges["effects_failed"].set(len(load.failed))
        return not load.failed and age < OLDEST_ERRAND.total_seconds()

    parts.vitals.check("effects", well)
