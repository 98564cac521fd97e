"""Whom a client can write to about how a ticket is dealt with (R35)."""

from intake.regulations.section import Section


class Supervisor(Section):
    """The section `[supervisor]`."""

    people: tuple[str, ...] = ()
    """Whom the words reach in chat, as `STAFF` names people; without any, all of the staff."""
    contact: str = ""
    """Where else they can be written to: an address or a link, shown as it is."""
