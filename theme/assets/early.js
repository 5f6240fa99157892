// Before the first paint: scripts are on, and the reader's own choice of light or dark holds.
// It stands in every page, and waits for nothing.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let chosen;
  try { chosen = localStorage.getItem("scheme"); } catch {} // storage is closed: follow the system
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  new MutationObserver((_, watcher) => {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    watcher.disconnect();
  }).observe(root, { childList: true });
})();
