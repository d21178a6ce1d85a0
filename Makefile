# Needs Python 3.11 or later, make and git; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

# .venv is made anew whenever the pinned versions or the Python change.
SITE_KEY := $(shell { $(PYTHON) --version; cat requirements.txt; } | git hash-object --stdin)
TEST_KEY := $(shell { $(PYTHON) --version; cat requirements.txt tests/requirements.txt; } | git hash-object --stdin)
SITE_READY := .venv/.site-$(SITE_KEY)
TEST_READY := .venv/.tests-$(TEST_KEY)
# What checks the scripts; Node itself is one of the Python packages.
NPM := tests/scripts
NPM_KEY := $(shell cat $(NPM)/package.json $(NPM)/package-lock.json tests/requirements.txt | git hash-object --stdin)
NPM_READY := $(NPM)/node_modules/.ready-$(NPM_KEY)

# Material prints an advertisement for another builder at every start; once was enough.
export NO_MKDOCS_2_WARNING := 1

.DELETE_ON_ERROR:
.PHONY: help serve site offline check schema test bench format clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: $(SITE_READY) ## the site at http://127.0.0.1:8000, rebuilt as files change
	$(BIN)/mkdocs serve

site: $(SITE_READY) ## the site in site/; a broken link or citation stops it
	$(BIN)/mkdocs build --strict --clean

offline: $(SITE_READY) ## the site as site-ngoai-tuyen.zip, to be opened from a disk
	$(BIN)/mkdocs build --strict --clean -f mkdocs.offline.yml -d .offline
	PYTHONPATH=hooks $(BIN)/python -m vanban.export.offline .offline site-ngoai-tuyen.zip
	rm -rf .offline

check: $(SITE_READY) ## every problem in docs/ with file, line and advice
	$(BIN)/python hooks check

schema: $(SITE_READY) ## van-ban.schema.json, which code editors read
	$(BIN)/python hooks schema > van-ban.schema.json

test: $(TEST_READY) $(NPM_READY) ## style, types, and every test, in a real browser too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/node $(NPM)/node_modules/eslint/bin/eslint.js --config $(NPM)/eslint.config.js hooks/theme $(NPM)
	$(BIN)/node $(NPM)/node_modules/typescript/bin/tsc -p $(NPM)/tsconfig.json
	$(BIN)/node $(NPM)/node_modules/typescript/bin/tsc -p $(NPM)/tsconfig.worker.json
	$(BIN)/python tests/browser/find_chromium.py
	$(BIN)/pytest

bench: $(TEST_READY) ## measured ratios: build, engine, sameness of two builds
	$(BIN)/python tests/bench
	$(BIN)/python tests/bench/weight.py
	$(BIN)/python tests/bench/jump.py
	$(BIN)/python tests/bench/search.py

format: $(TEST_READY) ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## away with all that was made
	rm -rf .venv $(NPM)/node_modules site .offline site-ngoai-tuyen.zip .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(SITE_READY):
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "This project needs Python 3.11 or later (set PYTHON=...).")'
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(TEST_READY): $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

$(NPM_READY): $(TEST_READY)
	rm -rf $(NPM)/node_modules
	$(BIN)/npm --prefix $(NPM) ci --silent
	@touch $@
