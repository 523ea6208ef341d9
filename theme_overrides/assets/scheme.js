// Before the first paint: the reader's own choices, and the mark that scripts run (controls stay hidden without it).
(function (root) {
  root.dataset.js = "";
  try {
    var scheme = localStorage.getItem("scheme"), size = localStorage.getItem("size");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    if (/^(-1|[1-4])$/.test(size)) root.dataset.size = size;
  } catch (error) { /* storage is off: the defaults hold */ }
})(document.documentElement);
