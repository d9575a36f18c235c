# What one can do here. `make` or `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help install run test lint bench lock train

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/installed: requirements/runtime.txt requirements/development.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ConductAtlas needs Python 3.11 or later: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt -r requirements/development.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# An environment of its own: what pywb needs is older than what we do.
.venv-pywb/installed: requirements/pywb.txt
	$(PYTHON) -m venv .venv-pywb
	.venv-pywb/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pywb.txt
	@touch $@

# Another: localstripe is under the GPL, and nothing of it is ours.
.venv-localstripe/installed: requirements/localstripe.txt
	$(PYTHON) -m venv .venv-localstripe
	.venv-localstripe/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/localstripe.txt
	@touch $@

install: .venv/installed ## Set everything up in .venv (the command is then .venv/bin/conductatlas)

run: install ## Load the sample archive and serve the site at http://localhost:8000/
	$(BIN)/conductatlas run --sample

test: install ## Run all tests; OPTIONS="tests/site -x" are pytest's
	$(BIN)/pytest --numprocesses auto $(OPTIONS)

lint: install ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install ## Measure against a stated reference; SOURCES="bundle …" names the archives
	$(BIN)/python -m benchmarks $(SOURCES)

lock: install ## Write the hashed requirements anew from requirements/*.in
	$(BIN)/pip install --quiet --disable-pip-version-check pip-tools
	cd requirements && for name in runtime development training pywb localstripe; do \
	  ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --strip-extras --allow-unsafe --no-header $$name.in --output-file $$name.txt; done
