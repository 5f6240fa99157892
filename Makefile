# One word per task, the same for people and for CI. `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
# A core begins with its part of the tests, in their order (tests/conftest.py), and then takes of another's.
WORKERS := --numprocesses auto --dist worksteal
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build figures check missing due claim form report grade new lint test test-all fuzz fonts schemas verify bench bench-page other-generators lock clean
help:  ## list the tasks
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 25

serve: .venv/site  ## serve the site at http://127.0.0.1:8000, fresh at every change
	$(BIN)/python theme/start.py serve --dev-addr 127.0.0.1:8000

build: .venv/site  ## write the whole site to site/; any warning fails
	$(BIN)/python theme/start.py build --strict

figures: .venv/site  ## draw every figure into build/, without MkDocs
	$(BIN)/python build_charts.py

check: .venv/site  ## tell every mistake in docs/, without drawing
	@$(BIN)/python build_charts.py --check

missing: .venv/site  ## list what claims and sources still lack: proofs, dates, words that are tested
	@$(BIN)/python build_charts.py --missing

due: .venv/site  ## list the claims to look at again by today, or: make due by=2027-04-30
	@$(BIN)/python -m tools.due $(by)

claim: .venv/site  ## start a new claim, like this: make claim id=some-name
	@$(BIN)/python -m tools.claim "$(id)"

form: .venv/site  ## look at a form, like this: make form name=readings
	@$(BIN)/python -m tools.form "$(name)"

report: .venv/site  ## tell in report/ what a change does, against base=main; words=only draws nothing
	@$(BIN)/python -m tools.report "$(or $(base),main)" $(if $(words),--words) $(if $(code),--code)

grade: .venv/tests  ## list how hard each page is to read, with its hardest sentences; 9 is the aim
	@$(BIN)/python -m tools.grade

new: .venv/site  ## make the same site for another article: make new article=text.txt name=../my-site
	@$(BIN)/python -m tools.new "$(article)" "$(name)" $(options)

lint: .venv/tests  ## check spelling, Markdown, Python, types, imports and workflows; quiet when all is well
	@$(BIN)/python -m tools.lint

test: .venv/tests lint  ## run the tests: every page once in a real browser, every kind of page at every width
	@tests/browser.sh
	$(BIN)/python -m pytest $(WORKERS) $(if $(content),--content-only)

test-all: .venv/tests lint  ## the same on every page at every width, light and dark; before a release
	@tests/browser.sh
	$(BIN)/python -m pytest $(WORKERS) --every-page

fuzz: .venv/tests  ## try thousands of random and hostile files on the reading of content
	FUZZ=$(or $(examples),3000) $(BIN)/python -m pytest tests/test_fuzz.py --hypothesis-show-statistics

fonts: .venv/tests  ## make the faces of the site again, byte for byte; it fetches them with npm
	@$(BIN)/python -m tools.fonts

schemas: .venv/site  ## tell editors the fields of docs/*.yml, and CONTRIBUTING.md what forms share
	@$(BIN)/python -m tools.schemas

verify: .venv/site  ## build twice from nothing, under different conditions, and compare every byte
	@$(BIN)/python -m tools.verify

bench: .venv/site  ## time builds, checks, serving and figures, each beside its floor and its peer; some minutes
	@$(BIN)/python -m tools.bench $(stages)

bench-page: .venv/tests build  ## measure pages on an emulated slow phone: bytes, requests, paints, shift, main thread
	@tests/browser.sh
	$(BIN)/python -m tools.bench_page

other-generators: .venv/generators/made  ## build with Zensical and ProperDocs too, and compare every page; newest=yes takes their newest releases
	$(if $(newest),.venv/generators/bin/python -m pip install --quiet --upgrade zensical properdocs)
	@$(BIN)/python -m tools.generators

lock: .venv/lock  ## write the hashed requirements after a change of requirements.in
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 tests/requirements.in -o tests/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 tools/generators/requirements.in -o tools/generators/requirements.txt

clean:  ## remove everything that was made, but not the environment
	rm -rf .cache build site report

.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "This needs Python 3.11 or newer. Name one: make PYTHON=python3.12")'
	@echo "Making the environment in .venv; the first time this takes about a minute."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/tests: .venv/site tests/requirements.txt
	@echo "Adding what the tests need to .venv."
	@$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.txt
	@touch $@

.venv/generators/made: .venv/site tools/generators/requirements.txt
	@echo "Making the environment of the other generators in .venv/generators."
	@$(PYTHON) -m venv .venv/generators
	@.venv/generators/bin/python -m pip install --quiet --require-hashes -r tools/generators/requirements.txt
	@touch $@

.venv/lock: .venv/site
	@$(BIN)/python -m pip install --quiet uv
	@touch $@
