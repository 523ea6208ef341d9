"""The end of a build: it must not take as long as the work."""

from __future__ import annotations

import gc
import weakref

from cchc_site.plugin import ColumnPlugin


class _Large:
    """Stands for what a build holds."""


def test_what_a_build_holds_is_left_to_the_end_of_its_process() -> None:
    plugin, large = ColumnPlugin(), _Large()
    vars(plugin)["_assembly"] = large
    seen = weakref.ref(large)
    plugin.on_shutdown()
    del plugin, large
    gc.collect()
    assert seen() is not None


def test_a_build_that_never_began_ends_too() -> None:
    ColumnPlugin().on_shutdown()
