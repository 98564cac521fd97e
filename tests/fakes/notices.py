"""The desk's notices in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from intake.notices import Notice, NoticeId
from intake.ports.announcing import Announced, Announcing
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryNotices(Announced):
    _tables: Tables

    def notices(self, at: datetime) -> Sequence[Notice]:
        standing = [each for each in self._tables.notices.values() if each.ends > at]
        return sorted(standing, key=lambda each: (each.starts, each.id))


class MemoryAnnouncing(MemoryNotices, Announcing):
    def announce(self, notice: Notice) -> NoticeId:
        check(*notice.words.values())
        number = NoticeId(len(self._tables.notices) + 1)
        self._tables.notices[number] = replace(notice, id=number)
        return number

    def end_notice(self, id: NoticeId, at: datetime) -> bool:
        known = self._tables.notices.get(id)
        if known is None or known.ends <= at:
            return False
        self._tables.notices[id] = replace(known, ends=at)
        return True
