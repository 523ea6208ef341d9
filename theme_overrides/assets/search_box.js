// The little that every page needs of search: the keys that lead to the box, and fetching the rest when it is used.
(function () {
  "use strict";
  var form = document.querySelector("form[data-search]");
  if (!form) return;
  var input = form.querySelector("input[type=search]");
  // Opened from a folder there is no server to find index.html in a directory.
  if (location.protocol === "file:") form.action += "index.html";
  var base = form.getAttribute("action").replace(/tim-kiem\/(index\.html)?$/, "");
  var asked = form.dataset.search === "trang";
  var fetchSearch = function () {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = base + "tim-kiem/tep/tim-kiem.js";
    script.onerror = function () { asked = false; };
    document.head.append(script);
  };
  input.addEventListener("focus", fetchSearch);
  form.addEventListener("pointerenter", fetchSearch);
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[/sf]$/.test(event.key)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
