"""Door 1: the MkDocs plugin. Hooks only; the only module that imports MkDocs."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from cchc_site.assembly import Assembly, Settings
from cchc_site.building.marks import folder_mark
from cchc_site.building.memory import Memory
from cchc_site.building.publication import Publication
from cchc_site.building.site_build import SiteBuild
from cchc_site.building.stamps import PICTURES
from cchc_site.column.contact import allowed_by
from cchc_site.column.enforcement import Occasion
from cchc_site.column.instant import resolve_as_of
from cchc_site.column.problem import Problem, Severity, exit_code
from cchc_site.content.picture_file import is_picture, reader
from cchc_site.glance import glance
from cchc_site.inspection import Inspection, inspect
from cchc_site.output_inspection import leak_problems
from cchc_site.progress import TerminalProgress
from cchc_site.publish.articles import Unrenderable
from cchc_site.publish.disk_cache import DiskCache
from cchc_site.publish.views import Link

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("cchc")

CACHE = ".cache"
"""Beside `mkdocs.yml`: what builds remember. It may be deleted at any time."""


def _root_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").resolve().parent


class ContentInvalid(Abort):
    """Content or configuration cannot be published; the previous site was left as it is."""

    exit_code = 2
    code = 2


class ObligationBreached(Abort):
    """Everything was published, but an obligation is not met."""

    exit_code = 1


class ColumnConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    enforce = opt.Choice(("error", "warning"), default="error")
    """Whether a closed month that is short ends the build with code 1, or only warns."""

    desk_script = opt.Optional(opt.File(exists=True))
    """The script of Sveltia or Decap CMS, for a web desk at `/bien-tap/`; without it there is none."""

    desk_repository = opt.Type(str, default="")
    """Where that desk writes: "owner/name" of the repository of content."""


class ColumnPlugin(BasePlugin[ColumnConfig]):  # type: ignore[no-untyped-call]
    """Reads the column once a build and writes everything that is generated from it."""

    _preview = False
    _inspection: Inspection
    _assembly: Assembly
    _memory: Memory | None = None
    _progress = TerminalProgress()
    _build: SiteBuild | None = None
    _content: Path
    _templates: tuple[str, ...] = ()
    _standing: tuple[Link, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, which nothing may stop."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check before anything is written; build aside from the published folder."""
        try:
            as_of = resolve_as_of(None, os.environ, lambda: datetime.now(UTC))
        except ValueError as error:
            raise ContentInvalid(str(error)) from error
        target = Path(config.site_dir)
        self._build_into(target, config)
        self._content = Path(config.docs_dir)
        assert self._memory is not None
        self._inspection = inspect(self._content, as_of, memory=self._memory)
        gc.freeze()  # the column lives as long as the build: nothing of it is worth looking through for garbage
        if not self._inspection.is_valid and not self._preview:
            self._report(self._inspection.problems)
            raise ContentInvalid("Nội dung có lỗi, chưa đăng gì; trang đang có vẫn giữ nguyên.")
        config.theme.static_templates = set()
        self._templates = tuple(config.theme.dirs)
        config.theme.dirs = config.theme.dirs[:1]  # MkDocs would look at every icon of Material to copy none of them
        config.docs_dir = config.site_dir  # empty by now, so that MkDocs finds nothing; see `on_files`
        return config

    def _build_into(self, target: Path, config: MkDocsConfig) -> None:
        """Everything is made aside of the published folder; see `building`."""
        publication = Publication(target, self._say_waiting)
        config.site_dir = str(publication.open())
        folder = _root_of(config) / CACHE
        if self._memory is None:
            self._memory = Memory(folder / "xem-thu" if self._preview else folder)
            self._memory.crew.tell = self._progress
            for note in self._memory.store.notes:
                log.info(note)
        self._build = SiteBuild(publication, self._memory.store, self._memory.crew)

    def _say_waiting(self) -> None:
        log.info("Một lần dựng khác đang chạy; chờ lần ấy đăng xong.")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """MkDocs is given the standing pages, the checked files and this theme's own; pictures are published by us.

        It never walks the content folder: ten thousand pieces are none of its business.
        """
        column = self._inspection.column
        own = Path(config.theme.custom_dir).resolve() if config.theme.custom_dir else None
        for file in list(files):
            if own is None or own not in Path(file.abs_src_path or "").resolve().parents:
                files.remove(file)
        for path in (*(page.file for page in column.standing), *(p for p in column.assets if not is_picture(p))):
            files.append(File.generated(config, path, abs_src_path=str(self._content / path)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Standing pages are listed in the order of the navigation.

        MkDocs has nothing more to do with them: they stand in the same frame as all others, and are made with those.
        """
        titles = {page.address: page.title for page in self._inspection.column.standing}
        self._standing = tuple(Link(titles.get(page.url, page.title or ""), page.url) for page in nav.pages)
        for file in list(files.documentation_pages()):
            files.remove(file)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Everything is known now: the model, the theme and the navigation."""
        base_url = (config.site_url or "http://127.0.0.1:8000/").rstrip("/") + "/"
        assert self._memory is not None
        settings = Settings(
            base_url,
            urlsplit(base_url).path,
            tuple(config.markdown_extensions),
            config.mdx_configs,
            self._standing,
            self._preview,
            reader(self._content),
            DiskCache(_root_of(config) / CACHE),
            Path(self.config.desk_script).read_bytes() if self.config.desk_script else b"",
            self.config.desk_repository,
            self._templates,
            self._theme_mark(config),
            self._memory.bodies,
            self._memory.store.section("search"),
            self._memory.stamps.is_same,
            self._memory.store.section(PICTURES),
            self._memory.store.section("rows"),
            self._memory.crew.map,
            self._memory.crew.begin,
        )
        self._assembly = Assembly(self._inspection, settings)
        return self._assembly.renderer.theme

    def _theme_mark(self, config: MkDocsConfig) -> str:
        """Our own templates; those of the theme below them change with its version only."""
        own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        return folder_mark(own) if own is not None else ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what changed, publish, and only then pass judgement."""
        assert self._build is not None
        assert self._memory is not None
        column = self._inspection.column
        config.docs_dir = str(self._content)
        try:
            changes = self._build.make(self._assembly, None if self._preview else allowed_by(column.contacts))
        except Unrenderable as error:
            self._refuse((error.problem,))
            return
        finally:
            self._progress.close()
        self._refuse(leak_problems(changes.leaks, self._content, column))
        self._build.publish(changes)
        config.site_dir = str(self._build.target)
        log.info(f"Đã dựng {changes.total} tệp, {len(changes.changed)} tệp có thay đổi.")
        problems = self._inspection.verdict(Occasion.SERVE if self._preview else Occasion.BUILD)
        self._report(problems)
        if not self._preview and self._is_enforced and exit_code(problems):
            raise ObligationBreached(
                "Trang và báo cáo đã đăng đầy đủ, nhưng có tháng hoặc việc của kế hoạch chưa đạt (xem ở trên)."
            )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch for changes, and show the changed piece first."""
        from cchc_site.watching import collect_changes, observer_of_changes  # most builds are no preview

        paths = [path for path in (str(self._content), config.config_file_path, config.theme.custom_dir) if path]
        for path in paths:
            with contextlib.suppress(KeyError):
                server.unwatch(path)
        observer = observer_of_changes()
        server.observer = observer  # type: ignore[assignment]
        for path in paths:
            server.watch(path)
        changed: set[str] = set()
        collect_changes(observer, str(self._content), changed)
        server.builder = partial(self._rebuild, server, builder, changed)
        return server

    def _rebuild(self, server: LiveReloadServer, builder: Callable[..., None], changed: set[str]) -> None:
        """An editor sees the changed piece at once; what else it changes follows with the whole build."""
        touched = [changed.pop() for _ in range(len(changed))]
        with contextlib.suppress(OSError, Unrenderable):  # the build says what is wrong
            for path, data in glance(self._assembly, self._content, touched):
                (Path(server.root) / path).write_bytes(data)
                # Browsers wait for this number; it is that of the build to come, so they are not reloaded twice.
                with server._epoch_cond:
                    server._visible_epoch = server._wanted_epoch
                    server._epoch_cond.notify_all()
        builder()

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """End the build before anything is published, when there is a reason to."""
        if problems:
            self._report(problems)
            raise ContentInvalid("Chưa đăng gì; trang đang có vẫn giữ nguyên.")

    def on_build_error(self, *, error: Exception) -> None:
        """Nothing half-built stays behind; a full disk is said in words."""
        self._progress.close()
        if self._build is not None:
            self._build.discard()
        if isinstance(error, OSError):
            where = f" {error.filename}" if error.filename else ""
            raise ContentInvalid(
                f"Không ghi được tệp{where}: {error.strerror or error}. Chưa đăng gì; trang đang có vẫn giữ nguyên. "
                "Kiểm tra chỗ trống trên đĩa và quyền ghi rồi dựng lại."
            ) from error

    def on_shutdown(self) -> None:
        """Nothing is taken apart that goes with the process anyway: piece by piece, that takes a tenth of a build."""
        held: list[object] = [vars(self).get("_inspection"), vars(self).get("_assembly")]
        held.append(held)
        gc.freeze()  # nobody looks any more for circles that nothing else holds

    @property
    def _is_enforced(self) -> bool:
        return self.config.enforce == "error"

    def _report(self, problems: tuple[Problem, ...]) -> None:
        """Findings in MkDocs' own log: a preview and a site that does not enforce see warnings, not failures."""
        for problem in problems:
            text = f"{problem.place}: {problem.code}: {problem.message} {problem.fix}".strip()
            if problem.severity is Severity.ERROR or (problem.severity is Severity.BREACH and self._is_enforced):
                log.error(text)
            elif problem.severity is Severity.NOTICE:
                log.info(text)
            else:
                log.warning(text)
