"""The statements of leases: one holder each, told by RETURNING."""

from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import Executable, and_, bindparam, delete, or_, select

from bot.storage.tables import leases
from bot.storage.transaction import Transaction, insert
from intake.leases import Lease

_IN_FORCE: Final = select(leases.c.holder, leases.c.until).where(
    leases.c.name == bindparam("lease")
)
_RELEASE: Final = delete(leases).where(
    leases.c.name == bindparam("lease"), leases.c.holder == bindparam("by")
)


@cache
def _take(dialect: str) -> Executable:
    statement = insert(dialect, leases)
    new, old = statement.excluded, leases.c
    return statement.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": new.holder, "until": new.until},
        where=or_(
            old.holder == new.holder,
            old.until <= bindparam("now", type_=old.until.type),
            and_(
                old.holder == bindparam("dead"),
                old.until == bindparam("seen", type_=old.until.type),
            ),
        ),
    ).returning(leases.c.holder)


class Leasing(Transaction):
    """`Work`, as far as leases go."""

    def lease(self, name: str, wanted: Lease, at: datetime, dead: Lease | None = None) -> Lease:
        values = {
            "name": name,
            "holder": wanted.holder,
            "until": wanted.until,
            "now": at,
            "dead": dead.holder if dead else "",
            "seen": dead.until if dead else at,
        }
        if self._hit(_take(self._dialect), values):
            return wanted
        row = self._first(_IN_FORCE, {"lease": name})
        # On PostgreSQL its holder may have released it just now.
        return Lease(row.holder, row.until) if row else Lease("", at)

    def release(self, name: str, holder: str) -> None:
        self._run(_RELEASE, {"lease": name, "by": holder})
