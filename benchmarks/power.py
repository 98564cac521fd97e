"""Cuts the power while people talk to the desk: `python -m benchmarks.power`."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.powercut.desk import WAYS
from benchmarks.powercut.recording import NoCompiler
from benchmarks.powercut.trial import table, trial


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60, help="12 messages and a file each")
    parser.add_argument("--cuts", type=int, default=600, help="moments, each with two lucks")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and of the luck")
    asked = parser.parse_args(arguments)
    try:
        verdicts = [trial(way, asked.people, asked.cuts, asked.seed) for way in WAYS]
    except NoCompiler:
        print("needs Linux and a C compiler (cc) for the recorder")
        return 0
    print(table(verdicts))
    ours, *spoilt = verdicts
    return 0 if ours.is_clean and not any(each.is_clean for each in spoilt) else 1


if __name__ == "__main__":
    sys.exit(main())
