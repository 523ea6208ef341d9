"""Asking a search page in real Chromium, as a reader would, and counting what it cost."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Browser, CDPSession, Page

SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


@dataclass
class Cost:
    """What was fetched: requests and bytes on the wire."""

    requests: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Answer:
    """The ranked addresses, the cost to the first one beyond the page, and the time from the last keystroke."""

    addresses: tuple[str, ...]
    cost: Cost
    milliseconds: float


@dataclass(frozen=True)
class Form:
    """How a site's search is used: where it is, where to type, what a result looks like, which files are the page's."""

    path: str
    input: str
    result: str
    own: tuple[str, ...]
    """Parts of addresses of files that belong to search; all else is the page."""
    busy: str = ""
    eager: bool = False
    """Whether the index comes with the page: then the page itself must be slow too for the cost to be seen."""


OURS = Form("tim-kiem/", "input[type=search]", "#ket-qua a[href]", ("tim-kiem/tep/",), "#ket-qua[aria-busy=true]")
MATERIAL = Form("", "[data-md-component=search-query]", "a.md-search-result__link", ("search/",), eager=True)


@dataclass
class Meter:
    """Counts the files of search while it is attached to a page."""

    form: Form
    cost: Cost = field(default_factory=Cost)
    _wanted: set[str] = field(default_factory=set)

    def attach(self, session: CDPSession) -> None:
        """Listen to the network of a page."""
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, dict[str, str]]) -> None:
        if any(part in event["request"]["url"] for part in self.form.own):
            self._wanted.add(str(event["requestId"]))

    def _came(self, event: dict[str, object]) -> None:
        if event["requestId"] in self._wanted:
            self.cost.requests += 1
            self.cost.bytes += int(str(event["encodedDataLength"]))


def ask_cold(browser: Browser, base: str, form: Form, text: str, slow: bool, limit: int) -> Answer:
    """Ask with nothing cached: the page is there, then the query is typed at once."""
    context = browser.new_context()
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        meter = Meter(form)
        session.send("Network.enable")
        meter.attach(session)
        if slow and form.eager:
            session.send("Network.emulateNetworkConditions", SLOW_3G)
        page.goto(base + form.path, wait_until="domcontentloaded" if slow and form.eager else "networkidle")
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW_3G)
        spent = float(page.evaluate(_FIRST, [form.input, form.result, text, limit]))
        found = spent < limit
        cost = Cost(meter.cost.requests, meter.cost.bytes)
        return Answer(_addresses(page, form, base) if found else (), cost, spent)
    finally:
        context.close()


def _first(page: Page, form: Form, limit: int) -> bool:
    try:
        page.wait_for_selector(form.result, state="attached", timeout=limit)
    except Exception:
        return False
    return True


def _addresses(page: Page, form: Form, base: str) -> tuple[str, ...]:
    if form.busy:
        page.wait_for_selector(form.busy, state="detached", timeout=60_000)
    links = page.eval_on_selector_all(form.result, "links => links.map(link => link.href)")
    return tuple(dict.fromkeys(str(link).removeprefix(base).split("?")[0].split("#")[0] for link in links))


def warm_milliseconds(browser: Browser, base: str, text: str, times: int = 5) -> float:
    """The median time of our search code for a query whose files are there, at a fourth of the processor's speed."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(base + OURS.path, wait_until="networkidle")
        page.locator(OURS.input).first.fill(text)
        _first(page, OURS, 20_000)
        page.wait_for_selector(OURS.busy, state="detached")
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        measured = [float(page.evaluate(_AGAIN)) for _ in range(times)]
        return sorted(measured)[times // 2]
    finally:
        context.close()


# Looking from outside would see the result up to half a second late.
_FIRST = """([input, result, text, limit]) => new Promise(resolve => {
  const box = document.querySelector(input);
  const started = performance.now();
  const done = () => resolve(performance.now() - started);
  new MutationObserver((_, observer) => {
    if (!document.querySelector(result)) return;
    observer.disconnect();
    done();
  }).observe(document.body, {childList: true, subtree: true});
  setTimeout(() => resolve(limit), limit);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", {bubbles: true}));
  box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: "a"}));
})"""

_AGAIN = """() => new Promise(resolve => {
  const results = document.querySelector("#ket-qua");
  const started = performance.now();
  new MutationObserver((_, observer) => {
    if (!results.querySelector("a[href]")) return;
    observer.disconnect();
    resolve(performance.now() - started);
  }).observe(results, {childList: true});
  document.querySelector("form[data-search]").requestSubmit();
})"""
