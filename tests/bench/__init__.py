"""The benchmark: this project and others on the same articles, in one run."""

import sys
from pathlib import Path

# As under pytest: the tests' helpers are imported as `support`.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
