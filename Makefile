# Tkanka. Needs Python 3.11 or newer and make; brings the rest by itself.
PYTHON ?= python3
VENV := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo run work test check fuzz bench shots lock messages

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## bring everything that running needs (a second run takes a moment)
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Tkanka needs Python 3.11 or newer, and there is no '$(PYTHON)' here. Install it, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) tools/setup.py </dev/null

setup-dev: ## bring everything that development and tests need
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Tkanka needs Python 3.11 or newer, and there is no '$(PYTHON)' here. Install it, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) tools/setup.py --dev </dev/null

demo: setup ## four living networks at http://127.0.0.1:8000 (PORT=8001 for another port)
	@$(VENV) tools/demo.py

run: setup ## development server with automatic reload
	@$(VENV) tools/demo.py --develop

work: setup ## the worker: letters, reminders, everything that is due
	@$(VENV) manage.py work

test: setup-dev ## every check and every test, on SQLite and PostgreSQL and in a browser
	@$(VENV) tools/check.py </dev/null

check: setup-dev ## the quick half of `make test`: style, types, floors, templates, translations
	@$(VENV) tools/check.py --quick </dev/null

fuzz: setup-dev ## 100,000 hostile requests
	@$(VENV) tools/fuzz.py

bench: setup-dev ## measure, beside a bare Django, on both databases
	@$(VENV) -m benchmarks.run

shots: setup-dev ## pictures of the pages at 360 and 1280 px, light and dark, into build/shots/
	@$(VENV) tools/shots.py

messages: setup-dev ## take new texts into the translation files
	@$(VENV) tools/messages.py update

lock: setup-dev ## renew the locks from *.in and package.json
	@$(VENV) tools/lock.py
