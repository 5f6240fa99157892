// Before the first paint: scripts are on, and the reader's own choice of light or dark holds.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let chosen = null;
  try { chosen = localStorage.getItem("scheme"); } catch { /* storage is closed: follow the system */ }
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  const apply = () => document.body?.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
  new MutationObserver((_, watcher) => { if (document.body) { apply(); watcher.disconnect(); } }).observe(root, { childList: true });
})();
