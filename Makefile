# Needs Python 3.11 or later, make and git; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

# What stands in .venv, and when it is made anew: hooks/own_python.py.
HOOKS := $(PYTHON) hooks
MUTANTS_KEY := $(shell { $(PYTHON) --version; cat tests/mutants/requirements.txt; } | git hash-object --stdin)
MUTANTS_READY := .venv-mutants/.ready-$(MUTANTS_KEY)

# One lock for every system and every Python from 3.11 on.
LOCKER := uv==0.13.9
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
NPM := tests/scripts

# Material prints an advertisement for another builder at every start; once was enough.
export NO_MKDOCS_2_WARNING := 1

.DELETE_ON_ERROR:
.PHONY: help serve site publish release offline check schema test mutants fuzz bench format lock clean test-packages

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: ## the site at http://127.0.0.1:8000, rebuilt as files change
	$(HOOKS) serve

site: ## the site in site/; a broken link or citation stops it and leaves the old one
	$(HOOKS) site

publish: check ## the same into another folder: make publish DIR=/srv/site
	@test -n "$(DIR)" || { echo "make publish DIR=/srv/site"; exit 2; }
	$(HOOKS) publish "$(DIR)"

release: check ## phat-hanh/: the site as a ZIP, what it is built with, and the sums of both
	$(HOOKS) release phat-hanh

offline: ## the site as site-ngoai-tuyen.zip, to be opened from a disk
	$(HOOKS) offline

check: ## every problem in docs/ with file, line and advice
	$(HOOKS) check

schema: ## van-ban.schema.json, which code editors read
	$(HOOKS) schema > van-ban.schema.json

test: ## style, types, and every test, in a real browser too
	$(HOOKS) test

# `make mutants SAMPLE=60` tries so many of each package, `make mutants OF=law.units` one module.
mutants: $(MUTANTS_READY) ## small faults in the core: how many do the tests notice? (hours)
	.venv-mutants/bin/python tests/mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(OF)

# A fixed seed: the same texts each time. `make fuzz TEXTS=20000` is the short form.
TEXTS ?= 1000000
fuzz: test-packages ## a million texts made of parts of citations: does the engine keep its promises?
	PYTHONPATH=hooks $(BIN)/python -m tests.cite.generated $(TEXTS)

bench: test-packages ## measured ratios: build, engine, sameness of two builds
	$(BIN)/python tests/bench
	$(BIN)/python tests/bench/scale.py
	$(BIN)/python tests/bench/importing.py
	$(BIN)/python tests/bench/weight.py
	$(BIN)/python tests/bench/search.py

format: test-packages ## put the code into its form
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
	rm -rf .venv .venv-mutants .mutants mutants.txt .lock $(NPM)/node_modules pyodide/node_modules site .site.* phat-hanh site-ngoai-tuyen.zip .pytest_cache .mypy_cache .ruff_cache .hypothesis

test-packages:
	@$(PYTHON) hooks/own_python.py tests

$(MUTANTS_READY):
	rm -rf .venv-mutants
	$(PYTHON) -m venv .venv-mutants
	.venv-mutants/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/mutants/requirements.txt
	@touch $@
