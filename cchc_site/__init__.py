"""The administrative-reform column: Markdown in; a site, feeds and the office's reports out."""

import atexit
import gc

__version__ = "0.1.0"

# Whatever is loaded or read here stays until the end: to look through it for garbage every 700 objects, as Python does
# unless it is told otherwise, finds nothing and takes a tenth of the time of a short command.
gc.set_threshold(100_000, 20, 20)

# Nor is there anything to find as the process ends: what is left goes with it. Python looks all the same, at every
# object and several times, which is a fortieth of the time of a build of a thousand pieces.
atexit.register(gc.freeze)
