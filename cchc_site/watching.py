"""What a preview is told of the folders it watches, and by whom."""

from __future__ import annotations

import os
from functools import partial

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

CHANGES: list[type[FileSystemEvent]] = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


def observer_of_changes() -> BaseObserver:
    """The system says which file changed: looking at ten thousand files twice a second would take a whole core."""
    observer = Observer()
    # A build reads every file: to be told of that too would start the next one, and so on for ever.
    observer.schedule = partial(observer.schedule, event_filter=CHANGES)  # type: ignore[method-assign]
    return observer


def collect_changes(observer: BaseObserver, folder: str, changed: set[str]) -> None:
    """From now on `changed` is given the path of every file below the folder that changes."""
    handler = FileSystemEventHandler()
    # An editor may write aside and rename: then the file is where the event leads to.
    handler.on_any_event = lambda event: changed.update(  # type: ignore[method-assign]
        os.fsdecode(path) for path in (event.src_path, event.dest_path) if path
    )
    observer.schedule(handler, folder, recursive=True)
