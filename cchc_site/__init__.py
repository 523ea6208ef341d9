"""The administrative-reform column: Markdown in; a site, feeds and the office's reports out."""

import gc

__version__ = "0.1.0"

# Whatever is loaded or read here stays until the end: to look through it for garbage every 700 objects, as Python does
# unless it is told otherwise, finds nothing and takes a tenth of the time of a short command.
gc.set_threshold(100_000, 20, 20)
