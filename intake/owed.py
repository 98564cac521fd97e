"""By when the desk owes an answer on a ticket: the clock of its level, stopped and started again
(R18, R20)."""

from datetime import datetime, timedelta
from itertools import pairwise

from intake.regulations.calendar import Calendar, due, due_next
from intake.regulations.policy import Level
from intake.tickets import Author, Ticket


def by(ticket: Ticket, level: Level, said_at: datetime, calendar: Calendar) -> datetime:
    """Until when what the client said then is to be answered.

    Where the clock had paused, what was left goes on; otherwise the level's time begins anew: that
    of the first answer until there was one, that of every other answer after it.
    """
    answered = any(post.author is Author.AGENT for post in ticket.posts)
    whole = (due_next if answered else due)(level, said_at, calendar).at
    if ticket.left is None:
        return whole
    # The ticket may have come to a quicker level meanwhile.
    return min(whole, calendar.after(level.clock, said_at, ticket.left).at)


def anew(ticket: Ticket, level: Level, calendar: Calendar) -> datetime:
    """Until when, had it been at this level all the time: counted from the client's first words
    that wait for an answer, which are the request itself until there was one (R20)."""
    since = None
    for before, post in pairwise(ticket.posts):
        if (before.author, post.author) == (Author.AGENT, Author.CLIENT):
            since = post.at
    first = due(level, ticket.accepted_at, calendar)
    return (due_next(level, since, calendar) if since else first).at


def left(ticket: Ticket, level: Level, now: datetime, calendar: Calendar) -> timedelta | None:
    """What of the level's time is left while the client is asked, where the policy lets it pause;
    nothing of a deadline that has passed."""
    if level.while_waiting == "restart":
        return None
    if ticket.due_at is None:
        return ticket.left
    return calendar.counted(level.clock, now, ticket.due_at)
