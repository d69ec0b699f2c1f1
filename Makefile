# From a fresh clone: make demo, make test. Python 3.11 or newer and make are all that is wanted.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READER := $(VENV)/.reader-set-up
STAMP := $(VENV)/.set-up

# What `make bench` reads (BENCH=reports.jsonl), and what `make weights` learns from.
BENCH ?=
SHARED ?= ../shared
SCORER ?= $(SHARED)/score
ifneq ($(wildcard $(SHARED)/gold/dev.jsonl),)
GOLD ?= $(SHARED)/gold/dev.jsonl $(wildcard tests/gold/coded/*.jsonl)
CODED ?= $(SHARED)/gold/dev.reports.jsonl $(SHARED)/corpus/reports.jsonl
else
GOLD ?= tests/gold/own/gold.jsonl
CODED ?= tests/gold/own/reports.jsonl
endif
WEIGHTS ?= src/isnad/knowledge/weights.json

.PHONY: setup demo test lint bench weights readme outlines clean

setup: $(STAMP)

# What reading wants, and on top of it what working on isnad wants; each is done once, and again when pyproject.toml changes.
$(READER): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "isnad wants Python 3.11 or newer; try make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(STAMP): $(READER)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READER)
	@$(BIN)/isnad demo

test: $(STAMP)
	@$(BIN)/pytest

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/isnad knowledge check

bench: $(STAMP)
	@$(BIN)/python -m benchmarks $(BENCH)
	@$(BIN)/python benchmarks/places.py
	@$(BIN)/python tools/bench/read.py $(BENCH)

weights: $(STAMP)
	@test -e $(SCORER) || { echo "make weights wants a scorer: make weights SCORER=…"; exit 1; }
	@$(BIN)/python tools/weights/train.py --gold $(GOLD) --reports $(CODED) --scorer $(SCORER) --scored 1 --out $(WEIGHTS)

readme: $(STAMP)
	@$(BIN)/python tools/readme_example.py

# Outlines of countries for maps, from npm's world-atlas; `pip install` does the same where npm is there.
outlines:
	@$(PYTHON) tools/outlines/copy.py

clean:
	rm -rf demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
