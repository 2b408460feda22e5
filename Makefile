# `make` lists what there is. Everything is installed into .venv, nothing outside this folder.

PYTHON ?= python3
WORKERS ?= 3
VENV := .venv
BIN := $(VENV)/bin
PLAIN := $(VENV)/.plain
DEVELOP := $(VENV)/.develop
PAGES := $(wildcard README.md docs/*.md docs/*/*.md)
COG := $(BIN)/cog -I . --verbosity=1

.DEFAULT_GOAL := help
.PHONY: help demo test check bench look docs format clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(PLAIN) ## a throwaway database with the seed article, and a tour
	$(BIN)/factcheck demo

test: $(DEVELOP) ## run the tests, on SQLite and PostgreSQL
	$(if $(wildcard /dev/shm/.),PYTEST_DEBUG_TEMPROOT=/dev/shm) $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --ignore=tests/look --ignore=tests/bench

check: $(DEVELOP) ## lint, types, who imports whom, fresh documentation
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
ifneq ($(PAGES),)
	$(COG) --check --diff --check-fail-msg="Run: make docs" $(PAGES)
endif

bench: $(DEVELOP) ## measure speed
	$(BIN)/python -m tests.bench

look: $(DEVELOP) ## tests that need LibreOffice, Chromium or a user other than root
	@if [ -d tests/look ]; then $(BIN)/python -m pytest tests/look; else echo "Nothing to look at yet."; fi

docs: $(DEVELOP) ## write the generated parts of the documentation anew
ifneq ($(PAGES),)
	$(COG) -r $(PAGES)
endif

format: $(DEVELOP) ## format the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean: ## remove .venv, what was built, and caches
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(PLAIN): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEVELOP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[postgres,dev]'
	@touch $@ $(PLAIN)
