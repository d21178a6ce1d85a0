# Needs Python 3.11 or later, make and git; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

# .venv is made anew whenever the pinned versions or the Python change.
SITE_KEY := $(shell { $(PYTHON) --version; cat requirements.txt; } | git hash-object --stdin)
TEST_KEY := $(shell { $(PYTHON) --version; cat requirements.txt tests/requirements.txt; } | git hash-object --stdin)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
SITE_READY := .venv/.site-$(SITE_KEY)
TEST_READY := .venv/.tests-$(TEST_KEY)
MUTANTS_KEY := $(shell { $(PYTHON) --version; cat tests/mutants/requirements.txt; } | git hash-object --stdin)
MUTANTS_READY := .venv-mutants/.ready-$(MUTANTS_KEY)

# One lock for every system and every Python from 3.11 on.
LOCKER := uv==0.13.9
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
# What checks the scripts; Node itself is one of the Python packages.
NPM := tests/scripts
NPM_KEY := $(shell cat $(NPM)/package.json $(NPM)/package-lock.json tests/requirements.txt | git hash-object --stdin)
NPM_READY := $(NPM)/node_modules/.ready-$(NPM_KEY)

# Material prints an advertisement for another builder at every start; once was enough.
export NO_MKDOCS_2_WARNING := 1

.DELETE_ON_ERROR:
.PHONY: help serve site publish release offline check schema test mutants fuzz bench format lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: $(SITE_READY) ## the site at http://127.0.0.1:8000, rebuilt as files change
	$(BIN)/mkdocs serve

site: check ## the site in site/; a broken link or citation stops it and leaves the old one
	$(BIN)/python hooks publish site

publish: check ## the same into another folder: make publish DIR=/srv/site
	@test -n "$(DIR)" || { echo "make publish DIR=/srv/site"; exit 2; }
	$(BIN)/python hooks publish "$(DIR)"

release: check ## phat-hanh/: the site as a ZIP, what it is built with, and the sums of both
	$(BIN)/python hooks release phat-hanh

offline: check ## the site as site-ngoai-tuyen.zip, to be opened from a disk
	$(BIN)/mkdocs build --strict --clean -f mkdocs.offline.yml -d .offline
	PYTHONPATH=hooks $(BIN)/python -m vanban.features.offline.archive .offline site-ngoai-tuyen.zip
	rm -rf .offline

check: $(SITE_READY) ## every problem in docs/ with file, line and advice
	$(BIN)/python hooks check

schema: $(SITE_READY) ## van-ban.schema.json, which code editors read
	$(BIN)/python hooks schema > van-ban.schema.json

test: $(TEST_READY) $(NPM_READY) ## style, types, and every test, in a real browser too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/node $(NPM)/node_modules/eslint/bin/eslint.js --config $(NPM)/eslint.config.js hooks $(NPM)
	$(BIN)/node $(NPM)/node_modules/typescript/bin/tsc -p $(NPM)/tsconfig.json
	$(BIN)/node $(NPM)/node_modules/typescript/bin/tsc -p $(NPM)/tsconfig.worker.json
	$(BIN)/python tests/browser/find_chromium.py
	$(BIN)/pytest --numprocesses auto --dist worksteal

# `make mutants SAMPLE=60` tries so many of each package, `make mutants OF=law.units` one module.
mutants: $(MUTANTS_READY) ## small faults in the core: how many do the tests notice? (hours)
	.venv-mutants/bin/python tests/mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(OF)

# A fixed seed: the same texts each time. `make fuzz TEXTS=20000` is the short form.
TEXTS ?= 1000000
fuzz: $(TEST_READY) ## a million texts made of parts of citations: does the engine keep its promises?
	PYTHONPATH=hooks $(BIN)/python -m tests.cite.generated $(TEXTS)

bench: $(TEST_READY) ## measured ratios: build, engine, sameness of two builds
	$(BIN)/python tests/bench
	$(BIN)/python tests/bench/scale.py
	$(BIN)/python tests/bench/importing.py
	$(BIN)/python tests/bench/weight.py
	$(BIN)/python tests/bench/search.py

format: $(TEST_READY) ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The versions that stand in the files already are kept; to raise one, change it in a .in file.
lock: ## every version and its hash anew, from the requirements.in files
	rm -rf .lock
	$(PYTHON) -m venv .lock
	.lock/bin/python -m pip install --quiet --disable-pip-version-check $(LOCKER)
	.lock/bin/$(LOCK) requirements.in -o requirements.txt
	.lock/bin/$(LOCK) tests/requirements.in -o tests/requirements.txt
	.lock/bin/$(LOCK) tests/mutants/requirements.in -o tests/mutants/requirements.txt
	rm -rf .lock

clean: ## away with all that was made
	rm -rf .venv .venv-mutants .mutants mutants.txt .lock $(NPM)/node_modules site .site.* phat-hanh .offline site-ngoai-tuyen.zip .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(SITE_READY):
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "This project needs Python 3.11 or later (set PYTHON=...).")'
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(INSTALL) requirements.txt
	@touch $@

$(TEST_READY): $(SITE_READY)
	$(INSTALL) tests/requirements.txt
	@touch $@

$(MUTANTS_READY):
	rm -rf .venv-mutants
	$(PYTHON) -m venv .venv-mutants
	.venv-mutants/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/mutants/requirements.txt
	@touch $@

$(NPM_READY): $(TEST_READY)
	rm -rf $(NPM)/node_modules
	$(BIN)/npm --prefix $(NPM) ci --silent
	@touch $@
