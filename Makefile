# The workshop. Two commands for a newcomer: `make deck`, `make test`. `make help` names the others.
# Written for any make since GNU make 3.81, which is the one on macOS.

VENV := .venv
BIN := $(VENV)/bin
DECK := build/die-kommunale-perspektive.pptx
TOOLS := build/tools
NEWEST := build/newest

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A missing tool skips the tests that need it. STRICT=1, or CI=true as .ci/run sets it, makes it a failure.
ifdef STRICT
export CI := true
endif

.PHONY: deck test lint style types imports pytest fuzz docs gallery styles bench bench-docs lock newest clean help

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

fuzz: $(VENV)/.tests ## try inputs that nobody meant (MINUTES=5, SEED=, ONLY=svg); what fails is kept in build/fuzz
	@$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),5) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))

docs: $(VENV)/.tests ## write the generated pages and examples anew
	@$(BIN)/python -m tests.tools.make_docs

gallery: docs ## the same, and draw the pictures of the gallery (needs LibreOffice)
	@$(BIN)/python -m tests.tools.gallery

styles: $(VENV)/.tests ## draw the pictures of the styles (needs LibreOffice)
	@$(BIN)/python -m tests.tools.style_pictures

bench: $(VENV)/.bench $(TOOLS)/bench/node_modules ## race deckgen against its peers (FULL=1: the slow peers at 5,000 slides too)
	@$(BIN)/python -m bench $(if $(FULL),--full)

bench-docs: $(VENV)/.bench $(TOOLS)/bench/node_modules ## the same, and write the table to docs/performance.md
	@$(BIN)/python -m bench $(if $(FULL),--full) --write docs/performance.md

lock: $(TOOLS)/lock/bin/uv ## write the lock files anew, with the newest releases that pyproject.toml allows
	@$(COMPILE) --upgrade --group dev --output-file locks/test.txt
	@$(COMPILE) --upgrade --constraint locks/test.txt --output-file locks/deck.txt
	@$(COMPILE) --upgrade --constraint locks/test.txt --group bench --output-file locks/bench.txt
	@for folder in tests/tools/npm bench/npm; do \
	  rm -f $$folder/package-lock.json; \
	  npm install --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent || exit 1; \
	done

newest: | $(BIN)/python ## run the tests on the newest releases that pyproject.toml allows, beside the locked ones
	@rm -rf $(NEWEST)
	@$(BIN)/python -m venv $(NEWEST)
	@$(NEWEST)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(NEWEST)/bin/python -m pip install --quiet --editable '.[show]' --group dev
	@touch $(NEWEST)/.deckgen $(NEWEST)/.tests
	@$(MAKE) --no-print-directory test VENV=$(NEWEST)

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

# What stands in a lock file is installed, and nothing else: docs/decisions/locks.md.
LOCKED := $(BIN)/python -m pip install --quiet --require-hashes --requirement
COMPILE = $(TOOLS)/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
  --custom-compile-command 'make lock' pyproject.toml --extra show --group build

$(VENV)/.deckgen: locks/deck.txt pyproject.toml | $(BIN)/python
	@$(LOCKED) locks/deck.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tests: locks/test.txt $(VENV)/.deckgen
	@echo "Installing what the tests need (once) …"
	@$(LOCKED) locks/test.txt
	@touch $@

$(VENV)/.bench: locks/bench.txt $(VENV)/.deckgen
	@echo "Installing the peers for the race (once) …"
	@$(LOCKED) locks/bench.txt
	@touch $@

$(TOOLS)/bench/node_modules: bench/npm/package-lock.json
	@mkdir -p $(TOOLS)/bench && cp bench/npm/package.json bench/npm/package-lock.json $(TOOLS)/bench/
	@npm ci --prefix $(TOOLS)/bench --no-audit --no-fund --loglevel=error --silent \
	  && touch $@ || echo "PptxGenJS cannot be installed without npm (https://nodejs.org); going on without it."

$(TOOLS)/lock/bin/uv: | $(BIN)/python
	@$(BIN)/python -m venv $(TOOLS)/lock
	@$(TOOLS)/lock/bin/python -m pip install --quiet --upgrade uv
