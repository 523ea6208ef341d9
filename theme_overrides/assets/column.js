// Comforts on top of pages that work without scripts.
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var keep = function (name, value) {
    try {
      if (value) localStorage.setItem(name, value); else localStorage.removeItem(name);
    } catch (error) { /* storage is off: the choice lasts for this page */ }
  };

  // Light, dark or as the device says.
  var schemes = all("[data-set-scheme]");
  var showScheme = function () {
    schemes.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.setScheme === (root.dataset.scheme || "")));
    });
  };
  schemes.forEach(function (button) {
    button.addEventListener("click", function () {
      var scheme = button.dataset.setScheme;
      if (scheme) root.dataset.scheme = scheme; else delete root.dataset.scheme;
      keep("scheme", scheme);
      showScheme();
    });
  });
  showScheme();

  // Text size: one step smaller to four steps larger; 0 is the normal size.
  var steps = all("[data-step]");
  var showSize = function () {
    var size = Number(root.dataset.size || 0);
    steps.forEach(function (button) {
      var step = button.dataset.step;
      if (step === "0") button.setAttribute("aria-pressed", String(size === 0));
      else button.setAttribute("aria-disabled", String(step === "1" ? size >= 4 : size <= -1));
    });
  };
  steps.forEach(function (button) {
    button.addEventListener("click", function () {
      var step = Number(button.dataset.step);
      var size = step === 0 ? 0 : Math.max(-1, Math.min(4, Number(root.dataset.size || 0) + step));
      if (size) root.dataset.size = String(size); else delete root.dataset.size;
      keep("size", size ? String(size) : "");
      showSize();
    });
  });
  showSize();

  // Panels that fold on small screens; Escape closes them and gives the focus back.
  all("button[aria-controls]").forEach(function (button) {
    var panel = document.getElementById(button.getAttribute("aria-controls"));
    var open = function (yes) {
      button.setAttribute("aria-expanded", String(yes));
      panel.classList.toggle("open", yes);
    };
    button.addEventListener("click", function () { open(button.getAttribute("aria-expanded") !== "true"); });
    [button, panel].forEach(function (part) {
      part.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
          open(false);
          button.focus();
        }
      });
    });
  });

  all("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  // A player of another host comes only when the reader opens it.
  all("details.player").forEach(function (box) {
    box.addEventListener("toggle", function () {
      var link = box.querySelector("a[data-player]");
      if (!box.open || !link) return;
      var frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation");
      frame.referrerPolicy = "no-referrer";
      frame.allowFullscreen = true;
      frame.title = box.querySelector("summary").textContent;
      frame.src = link.href;
      link.parentNode.replaceWith(frame);
    });
  });

  // Opened from a folder (file://) there is no server to find index.html in a directory.
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link && link.protocol === "file:" && /\/$/.test(link.pathname)) link.pathname += "index.html";
    }, true);
  }
})();
