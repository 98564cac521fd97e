"""What is counted and measured, for Prometheus to read.

Labels are words of ours (channels, results, names of events): never anything that a user wrote.
"""

import re
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_STEPS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0)
_SENDS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_LAGS: Final = (0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0)
_EVENT: Final = re.compile(r"[a-z_]{1,30}\.[a-z_]{1,40}")


class Metrics:
    """One program's figures; each has its own registry, so that nothing is shared by accident."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self.updates = self._counter("updates", "Messages taken in.", "channel", "result")
        self.duplicates = self._counter("duplicates", "Messages that came again.", "channel")
        self.filed = self._counter("filed", "Tickets filed.", "backend", "result")
        self.replies = self._counter("replies", "Replies posted.", "channel", "result")
        self.throttled = self._counter("throttled", "Times a platform made us wait.", "channel")
        self.forged = self._counter(
            "signature_failures", "Requests without the platform's secret or signature.", "channel"
        )
        self.requests = self._counter("requests", "Requests to webhooks.", "channel", "status")
        self._errors = self._counter("errors", "Events that are an error of ours.", "event")
        self.up = Gauge(
            "tidings_channel_up",
            "1 where the platform answers us.",
            ["channel"],
            registry=self._registry,
        )
        self.step = self._histogram("step_seconds", "One step of a turn.", _STEPS, "step")
        self.sending = self._histogram("send_seconds", "One post of a reply.", _SENDS, "channel")
        self.lag = self._histogram("loop_lag_seconds", "How late the event loop is.", _LAGS)
        self.waiting = self._gauges()

    def _gauges(self) -> dict[str, Gauge]:
        return {
            name: Gauge(f"tidings_{name}", help_, registry=self._registry)
            for name, help_ in (
                ("up_to_date", "1 where what follows was read from the database just now."),
                ("outbox_waiting", "Replies that have not left."),
                ("outbox_oldest_seconds", "Age of the oldest reply that has not left."),
                ("inbox_waiting", "Messages in the inbox: failed, or many at once."),
                ("inbox_oldest_seconds", "Age of the oldest message in the inbox."),
                ("effects_waiting", "Errands that are still to be done."),
                ("effects_oldest_seconds", "Age of the oldest errand still to be done."),
                ("effects_failed", "Errands set aside until somebody looks at them."),
                ("files_waiting", "Files whose bytes are still to be fetched."),
                ("dead_letters", "Messages set aside until somebody looks at them."),
                ("tickets_open", "Tickets that wait for the desk."),
                ("sla_due_soon", "Open tickets that fall due within the hour."),
                ("sla_breached", "Open tickets whose answer is overdue."),
            )
        }

    def error(self, event: str) -> None:
        """Count an event by its name; one that is no name of ours counts as `other`."""
        self._errors.labels(event if _EVENT.fullmatch(event) else "other").inc()

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, help_: str, *labels: str) -> Counter:
        return Counter(f"tidings_{name}", help_, labels, registry=self._registry)

    def _histogram(
        self, name: str, help_: str, buckets: tuple[float, ...], *labels: str
    ) -> Histogram:
        return Histogram(f"tidings_{name}", help_, labels, buckets=buckets, registry=self._registry)
