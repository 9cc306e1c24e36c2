# The workshop. Two commands for a newcomer: `make deck`, `make test`. `make help` names the others.
# Written for any make since GNU make 3.81, which is the one on macOS.

VENV := .venv
BIN := $(VENV)/bin
DECK := build/die-kommunale-perspektive.pptx
TOOLS := build/tools

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A missing tool skips the tests that need it. STRICT=1, or CI=true as .ci/run sets it, makes it a failure.
ifdef STRICT
export CI := true
endif

.PHONY: deck test lint style types imports pytest docs gallery bench bench-docs clean help

deck: $(VENV)/.deckgen ## build slides.yaml into build/
	@$(BIN)/deckgen build slides.yaml -o $(DECK)

test: $(VENV)/.tests ## get what the tests need and run everything (STRICT=1: nothing may be skipped)
	@sh tests/tools/install.sh $(TOOLS)
	@$(MAKE) --no-print-directory --keep-going lint pytest

lint: style types imports ## style, types, imports

style: $(VENV)/.tests ## is it written as we write?
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.tests ## do the types agree?
	$(BIN)/mypy

imports: $(VENV)/.tests ## does everything import only what it may?
	$(BIN)/lint-imports

pytest: $(VENV)/.tests ## the tests alone
	$(BIN)/pytest -n auto

docs: $(VENV)/.tests ## write the generated pages and examples anew
	@$(BIN)/python -m tests.tools.make_docs

gallery: docs ## the same, and draw the pictures of the gallery (needs LibreOffice)
	@$(BIN)/python -m tests.tools.gallery

bench: $(VENV)/.bench $(TOOLS)/bench/node_modules ## race deckgen against its peers (FULL=1: the slow peers at 5,000 slides too)
	@$(BIN)/python -m bench $(if $(FULL),--full)

bench-docs: $(VENV)/.bench $(TOOLS)/bench/node_modules ## the same, and write the table to docs/performance.md
	@$(BIN)/python -m bench $(if $(FULL),--full) --write docs/performance.md

clean: ## remove all that make has made
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests bench -name __pycache__ -prune -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "make %-11s %s\n", $$1, $$2 }' Makefile

# The first Python that is new enough makes the environment; PYTHON=/path/to/python names one.
$(BIN)/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 ''; do \
	  test -n "$$python" || { echo "deckgen needs Python 3.11 or newer; this machine has $$(python3 --version 2>&1). Debian: apt install python3 python3-venv. macOS: brew install python" >&2; exit 1; }; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	"$$python" -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "$$python cannot make virtual environments. Debian: apt install python3-venv" >&2; exit 1; }; \
	echo "Setting up .venv (once, about a minute) …"; \
	"$$python" -m venv $(VENV)

$(VENV)/.deckgen: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --editable '.[show]'
	@touch $@

# Dependency groups need a pip that is newer than the one of Python 3.11.
$(VENV)/.tests: pyproject.toml $(VENV)/.deckgen
	@echo "Installing what the tests need (once) …"
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(VENV)/.bench: pyproject.toml $(VENV)/.deckgen
	@echo "Installing pandoc, as pypandoc_binary brings it (once) …"
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --group bench
	@touch $@

$(TOOLS)/bench/node_modules: bench/npm/package.json
	@mkdir -p $(TOOLS)/bench && cp bench/npm/package.json $(TOOLS)/bench/
	@npm install --prefix $(TOOLS)/bench --no-audit --no-fund --no-package-lock --loglevel=error --silent \
	  && touch $@ || echo "PptxGenJS cannot be installed without npm (https://nodejs.org); going on without it."
