"""Starts programs again and again without importing them again, so that crashes come thick.

`python -m benchmarks.crashes.launcher FD MODULE...` imports the modules, then forks a program for
each order on the socket FD. Everything a program does once it runs (settings, migrations,
connections, catching up) it does in every life.
"""

import ctypes
import importlib
import json
import os
import runpy
import signal
import socket
import sys
from typing import Any, Final, NoReturn

_DIE_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG; Linux only."""


def main(line: socket.socket) -> None:
    """Serve orders until the other end is closed."""
    # Nobody here waits for the dead; the driver sees their output end.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        order, pipes, _, _ = socket.recv_fds(line, 1 << 16, 1)
        if not order:
            return
        pid = os.fork()
        if not pid:
            _live(json.loads(order), pipes[0])
        os.close(pipes[0])
        line.sendall(str(pid).encode())


def _live(order: dict[str, Any], output: int) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, target in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(number, target)
    os.chdir(order["folder"])
    os.environ.update(order["environment"])
    sys.argv = [order["module"], *order["arguments"]]
    status = 1
    try:
        runpy.run_module(order["module"], run_name="__main__")
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter itself does
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # Not `exit`: the parent's own clean-up is none of the child's business.
        os._exit(status)


if __name__ == "__main__":
    for name in sys.argv[2:]:
        importlib.import_module(name)
    with socket.socket(fileno=int(sys.argv[1])) as orders:
        main(orders)
