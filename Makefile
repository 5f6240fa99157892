# One word per task, the same for people and for CI. `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
PROSE := docs $(wildcard *.md) .github
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build figures check claim report lint test fuzz schemas lock clean
help:  ## list the tasks
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

serve: .venv/site  ## draw the figures and serve the site at http://127.0.0.1:8000, fresh at every change
	$(BIN)/python build_charts.py
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: .venv/site  ## write the whole site to site/; any warning fails
	$(BIN)/python build_charts.py
	$(BIN)/mkdocs build --strict --quiet

figures: .venv/site  ## draw every figure into build/, without MkDocs
	$(BIN)/python build_charts.py

check: .venv/site  ## tell every mistake in docs/, without drawing
	$(BIN)/python build_charts.py --check

claim: .venv/site  ## start a new claim, like this: make claim id=some-name
	@$(BIN)/python -m tools.claim "$(id)"

report: .venv/site  ## tell in report/ what a change does, against base=main or another commit
	@$(BIN)/python -m tools.report "$(or $(base),main)"

lint: .venv/tests  ## check spelling, Markdown, Python, types and workflows; quiet when all is well
	@$(BIN)/codespell
	@$(BIN)/pymarkdown scan --recurse $(PROSE)
	@$(BIN)/proselint check --config tests/proselint.json $(PROSE)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@found=$$($(BIN)/zizmor --offline --quiet --no-progress --strict-collection --persona auditor . 2>&1) || { echo "$$found"; exit 1; }

test: .venv/tests lint  ## run all tests, in a real browser too
	@tests/browser.sh
	$(BIN)/python -m pytest

fuzz: .venv/tests  ## try thousands of random and hostile files on the reading of content
	FUZZ=$(or $(examples),3000) $(BIN)/python -m pytest tests/test_fuzz.py --hypothesis-show-statistics

schemas: .venv/site  ## tell editors the fields of docs/*.yml, after a change of them
	@$(BIN)/python -m tools.schemas

bench-page: .venv/tests build  ## measure pages on an emulated slow phone: bytes, requests, paints, shift, main thread
	@tests/browser.sh
	$(BIN)/python -m tools.bench_page

lock: .venv/lock  ## write the hashed requirements after a change of requirements.in
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 tests/requirements.in -o tests/requirements.txt

clean:  ## remove everything that was made, but not the environment
	rm -rf .cache build site report

.venv/site: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/tests: .venv/site tests/requirements.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.txt
	@touch $@

.venv/lock: .venv/site
	$(BIN)/python -m pip install --quiet uv
	@touch $@
