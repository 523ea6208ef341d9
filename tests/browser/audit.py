"""`make audit`: Lighthouse on the front page and on an article, as a phone sees them. Not part of the tests.

Lighthouse comes from its npm package into .cache/lighthouse/. The site is built for the address at which it is served
here, and served as a host would serve it: compressed, with the security headers of `.ci/headers/`.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

import yaml  # noqa: E402
from support.sites import SHIPPED_AS_OF, mkdocs  # noqa: E402

from cchc_site.publish.security_headers import FOR_EVER, everywhere  # noqa: E402

from .chromium import FLAGS, NAMES  # noqa: E402

VERSION = "12.8.2"
TOOLS = REPOSITORY / ".cache" / "lighthouse"
PAGES = {"Trang chủ": "", "Một bài": "tin-bai/2026/07/ba-buoc-nop-ho-so-truc-tuyen/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
_TEXT = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


class _Host(SimpleHTTPRequestHandler):
    """A static host that compresses text and sends the headers."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", FOR_EVER if path.suffix in (".woff2", ".css", ".js", ".webp") else "no-cache")
        for name, value in everywhere():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody needs the list of requests."""


def lighthouse() -> Path:
    """The program, fetched when it is not there yet."""
    program = TOOLS / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--silent",
            "--no-fund",
            "--no-audit",
            "--prefix",
            str(TOOLS),
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(command, check=True)
    return program


def build(folder: Path, address: str) -> Path:
    """The shipped column, for that address."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / "theme_overrides")
    config |= {"docs_dir": str(REPOSITORY / "content"), "site_dir": str(folder / "site"), "site_url": address}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    done = mkdocs("build", cwd=folder, CCHC_AS_OF=SHIPPED_AS_OF)
    if done.returncode:
        sys.exit(done.stdout)
    return folder / "site"


def audit(program: Path, address: str, folder: Path) -> dict[str, Any]:
    """One page's result."""
    chromium = next(found for name in NAMES if (found := shutil.which(name)))
    flags = " ".join(["--headless=new", *FLAGS, f"--user-data-dir={folder / 'profile'}"])
    report = folder / "report.json"
    command = [str(program), address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    subprocess.run(command, check=True, env={"CHROME_PATH": chromium, "PATH": "/usr/local/bin:/usr/bin:/bin"})
    result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return result


def main() -> None:
    """Build, serve, judge; ends with 1 when a score is below 100."""
    program = lighthouse()
    lowest = 100
    with TemporaryDirectory() as name, ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        folder, address = Path(name), f"http://127.0.0.1:{server.server_address[1]}/"
        site = build(folder, address)
        server.RequestHandlerClass = lambda *args: _Host(*args, directory=str(site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"| trang | {' | '.join(CATEGORIES)} | {' | '.join(METRICS)} |")
        for title, path in PAGES.items():
            result = audit(program, address + path, folder)
            scores = [round(100 * (result["categories"][key]["score"] or 0)) for key in CATEGORIES]
            lowest = min(lowest, *scores)
            figures = [result["audits"][key]["displayValue"] for key in METRICS]
            print(f"| {title} | {' | '.join(map(str, scores))} | {' | '.join(figures)} |")
            for key, item in result["audits"].items():
                if item["score"] is not None and item["score"] < 0.9 and item["scoreDisplayMode"] != "informative":
                    print(f"    {key}: {item['score']} {item.get('displayValue', '')} {item['title']}")
        server.shutdown()
    sys.exit(0 if lowest == 100 else 1)


if __name__ == "__main__":
    main()
