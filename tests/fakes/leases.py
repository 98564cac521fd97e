"""The leases of the store in memory."""

from datetime import datetime

from intake.leases import Lease
from tests.fakes.tables import Tables


class MemoryLeases:
    _tables: Tables

    def lease(self, name: str, wanted: Lease, at: datetime, dead: Lease | None = None) -> Lease:
        old = self._tables.leases.get(name)
        if old and old.holder != wanted.holder and old.until > at and old != dead:
            return old
        self._tables.leases[name] = wanted
        return wanted

    def release(self, name: str, holder: str) -> None:
        old = self._tables.leases.get(name)
        if old and old.holder == holder:
            self._tables.leases[name] = None
