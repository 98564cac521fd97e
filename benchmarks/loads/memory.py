"""What a process holds."""

import os
from pathlib import Path


def resident(pid: int) -> float:
    """Megabytes of memory that the process holds now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
