"""The auditor is as good as what it notices: with any precaution taken away it has to speak."""

import pytest

from tests.simulation.mutants import MUTANTS
from tests.simulation.mutants_in_tickets import IN_TICKETS
from tests.simulation.running import simulate

ALL = {**MUTANTS, **IN_TICKETS}
SEEDS = 300
STEPS = 300


@pytest.mark.parametrize("name", ALL)
def test_a_mistake_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant = ALL[name]
    mutant.make(monkeypatch)
    for seed in range(SEEDS):
        if broken := simulate(seed, STEPS).violations:
            assert broken[0].promise in mutant.promises.split(), broken
            return
    pytest.fail(f"{SEEDS} seeds, and nobody noticed that {name}")
