# make run   the bot, or the same answers in the terminal where there is no token
# make test  the whole test suite
# make bench measures Byline beside its peers: make bench PASSAGES=100000 TEXT=some/folder
# make eval  measures the ranking on test collections: make eval COLLECTIONS=some/folder
# make faults  holds Byline to its whole bar, in about half an hour: make faults ONLY=5,14
# make soak     thirty minutes of questions, drops and builds: make soak MINUTES=30
# All set everything up by themselves, and work offline once they have.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
	>/dev/null 2>&1 && echo $$p && break; done)
VENV := .venv
PASSAGES ?= 100000
TEXT ?= articles
# Test collections, a folder each; those that lie beside the project where it has none of its own.
COLLECTIONS ?= $(or $(wildcard collections),../shared/data)
MINUTES ?= 30
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Where Python may not write beside its modules, every start would compile them anew: half a second.
COMPILE := $(BIN)/python -m compileall -q bot index

.PHONY: run test faults soak bench eval pictures lint types check lock clean

run: $(VENV)/.run
	$(BIN)/byline index update --quiet
	$(BIN)/byline run

test: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

faults: $(VENV)/.dev
	$(BIN)/python -m tests.faults $(if $(ONLY),--only $(ONLY))

soak: $(VENV)/.dev
	$(BIN)/python -m tests.faults.runs.soak --minutes $(MINUTES)

bench: $(VENV)/bench/.done
	$(VENV)/bench/bin/python -m bench --passages $(PASSAGES) --text $(TEXT)

eval: $(VENV)/.run
	$(BIN)/byline index eval --baseline $(patsubst %/qrels.tsv,%,$(wildcard $(COLLECTIONS)/*/qrels.tsv $(COLLECTIONS)/*/*/qrels.tsv))

# Needs Chromium as well; CHROMIUM=/path/to/it where it is not found by its name.
pictures: $(VENV)/docs/.done
	$(VENV)/docs/bin/python -m tests.pictures

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

check: test lint types

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Byline needs Python 3.11 or newer with its venv module; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	$(COMPILE)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	$(COMPILE)
	@touch $@ $(VENV)/.run

# Apart from the rest: what is installed to be measured must not be leaned on.
$(VENV)/bench/.done: requirements-bench.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements-bench.lock
	$(VENV)/bench/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation -e .
	@touch $@

# Apart from the rest: a renderer has packages that nothing else needs.
$(VENV)/docs/.done: requirements-docs.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m venv $(VENV)/docs
	$(VENV)/docs/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements-docs.lock
	$(VENV)/docs/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation -e .
	@touch $@

LOCK := compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --group install

lock: $(VENV)/.dev
	$(BIN)/uv pip $(LOCK) --upgrade -o requirements.lock
	$(BIN)/uv pip $(LOCK) --group dev --constraint requirements.lock --upgrade -o requirements-dev.lock
	$(BIN)/uv pip $(LOCK) --group docs --constraint requirements.lock --upgrade -o requirements-docs.lock
	$(BIN)/uv pip $(LOCK) --group bench --constraint requirements.lock --upgrade -o requirements-bench.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
