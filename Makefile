# Everything a newcomer needs: `make run` to talk to the desk, `make test` to check it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Tests start many processes: each would compile everything anew where this is set.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check lint types layers lock bench semantic plots peers clean

run: .venv/.run
	@$(BIN)/tidings run

# What decides is covered to the last branch.
DECIDING := tests/unit tests/desk
COVERAGE := COVERAGE_FILE=.venv/coverage $(BIN)/python -m coverage

test: check .venv/.semantic
	@rm -f .venv/coverage*
	@$(COVERAGE) run -m pytest -n 2 $(DECIDING)
	@$(COVERAGE) combine --quiet
	@$(COVERAGE) report --include='intake/*,faq_index/*' --fail-under=100
# Many of these wait for real programs: three at a time keep two cores busy.
	@$(BIN)/python -m pytest -n 3 --dist worksteal $(addprefix --ignore=,$(DECIDING))

check: lint types layers

lint: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/.dev
	@$(BIN)/mypy

layers: .venv/.dev
	@$(BIN)/lint-imports --no-cache

bench: .venv/.dev
	@$(BIN)/python -m benchmarks

# The optional extras: search by meaning too, and the report as a picture.
semantic: .venv/.run
	@$(PIP) install --require-hashes -r requirements-semantic.lock

plots: .venv/.run
	@$(PIP) install -e '.[plots]'

# What benchmarks.load measures ours beside; Redis itself comes from the system (redis-server).
peers: .venv-peers/.made

# The optional model, beside what is developed with: everything else is tested without it.
.venv/.semantic: requirements-semantic.lock | .venv/.dev
	@$(PIP) install --require-hashes --no-deps --upgrade --target .venv/semantic -r $<
	@touch $@

# Upgrades every dependency to the newest release that pyproject.toml allows, with hashes.
lock: .venv/.dev
	@$(PIP) install uv
	@for set in "requirements.lock:" "requirements-dev.lock:--group dev"; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --no-annotate --no-header --python-version 3.11 \
	    $${set#*:} pyproject.toml -o $${set%%:*} || exit 1; done
# Only what the extra adds to what runs anyway.
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --python-version 3.11 --constraint requirements.lock \
	  --extra semantic pyproject.toml -o .venv/whole.lock
	@awk 'NR == FNR { had[$$1] = 1; next } /^[^ ]/ { is_new = !($$1 in had) } is_new' \
	  requirements.lock .venv/whole.lock > requirements-semantic.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --python-version 3.11 \
	  --group pyproject.toml:peers -o requirements-peers.lock

clean:
	rm -rf .venv .venv-peers

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tidings needs Python 3.11 or newer: make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv

.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Setting up (once) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo "Setting up for development (once) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@ .venv/.run

.venv-peers/.made: requirements-peers.lock
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-peers.lock
	@touch $@
