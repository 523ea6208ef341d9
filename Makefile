# `make site` builds the column, `make test` runs every test, `make serve` previews it. See README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: site serve test check format lock clean screenshots audit headers search-eval bench profile soak help

help:
	@echo "make site   dựng chuyên mục vào site/"
	@echo "make serve  xem thử, tự nạp lại khi sửa"
	@echo "make test   chạy mọi phép thử"
	@echo "make check  kiểm tra nội dung và chỉ tiêu"

# The environment is rebuilt only when the locked dependencies change.
$(VENV)/site.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Cần Python 3.11 trở lên, máy này có " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Đang cài thư viện vào $(VENV)/ (lần đầu mất khoảng một phút)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp tests/requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

site: $(VENV)/site.stamp
	@code=0; $(BIN)/mkdocs build --quiet || code=$$?; \
	if [ $$code -lt 2 ]; then \
	  $(BIN)/cchc status || true; \
	  echo; \
	  echo "Chuyên mục nằm ở site/. Mở site/index.html, hoặc chạy \`make serve\` rồi mở http://127.0.0.1:8000/"; \
	fi; \
	exit $$code

serve: $(VENV)/site.stamp
	@$(BIN)/mkdocs serve

check: $(VENV)/site.stamp
	@$(BIN)/cchc check

test: $(VENV)/test.stamp
	@.ci/browser
	@.ci/nu
	@.ci/desk
	@.ci/node
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/pytest --numprocesses auto --dist loadfile

screenshots: $(VENV)/test.stamp
	@.ci/browser
	@$(BIN)/python -m tests.browser.screenshots

# Lighthouse, from its npm package, on the front page and an article as a phone sees them.
audit: $(VENV)/test.stamp
	@.ci/browser
	@$(BIN)/python -m tests.browser.audit

# The ready header files for hosts, from the one table in cchc_site/publish/security_headers.py.
headers: $(VENV)/test.stamp
	@$(BIN)/python -m tests.support.host_headers

# Known-item queries of every kind made from the built site, in Node and in real Chromium, beside Material's own search.
# For a made column instead: make search-eval EVAL="--articles 10000"
search-eval: $(VENV)/test.stamp
	@.ci/browser
	@.ci/node
	@test -n "$(EVAL)" || $(MAKE) --no-print-directory site
	@$(BIN)/python -m tests.search_eval $(EVAL)

# This project, Hugo, Hugo with Pagefind, Pelican and Material on the same articles, in turn; Linux only. More sizes and
# options: `python -m tests.bench --help`.
BENCH_ARTICLES ?= 1000
BENCH_REPEAT ?= 3
$(VENV)/bench.stamp: tests/bench/requirements.lock
	@test -x $(VENV)/bench/bin/python || $(PYTHON) -m venv $(VENV)/bench
	@$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

bench: $(VENV)/site.stamp $(VENV)/bench.stamp
	@mkdir -p build
	@$(BIN)/python -m tests.bench --articles $(BENCH_ARTICLES) --repeat $(BENCH_REPEAT) --tools $(VENV)/bench --output build/bench.md

# Where the time of a build goes, by room.
profile: $(VENV)/site.stamp
	@$(BIN)/python -m tests.bench.profile --articles $(BENCH_ARTICLES)

# Random columns and edits, warm against cold, for as long as wanted: `SOAK=500 make soak`.
SOAK ?= 100
soak: $(VENV)/test.stamp
	@CCHC_SOAK=$(SOAK) $(BIN)/pytest tests/doors/test_warm_is_cold.py

format: $(VENV)/test.stamp
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# Newest versions that pyproject.toml allows, for every system and Python that it allows, with hashes and without the
# address of any registry.
LOCK := $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links --no-annotate --upgrade pyproject.toml --extra build
lock:
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install --quiet uv
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --extra test --constraint requirements.lock --output-file tests/requirements.lock
	@$(VENV)/lock/bin/uv pip compile --quiet --python-platform linux --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --no-annotate --upgrade tests/bench/requirements.in \
	  --output-file tests/bench/requirements.lock

clean:
	rm -rf $(VENV) site .site-building-* .cache build *.egg-info
