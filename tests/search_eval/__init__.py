"""How good search is: `python -m tests.search_eval` builds sites, asks them in real Chromium and prints a table."""
