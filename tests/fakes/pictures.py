"""Looks at nothing but the first bytes: for stories that are about something else."""

from intake.regulations.attachments import Picture, kind_of


async def glimpsed(content: bytes, most: int) -> Picture | None:
    """A `Look` that starts no process."""
    del most
    return Picture(kind_of(content), 8, 8)
