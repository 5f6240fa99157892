// What scripts add: light or dark, sorting the ledger, copying, what was due, and on request charts
// and search.
const here = document.querySelector("script[data-search]");

// What is loaded on request is loaded once. A browser remembers that a script did not load, so
// that the next try needs an address of its own: `load` is given the query that makes it.
export const once = (load) => {
  let kept = null;
  let tries = 0;
  return () => kept ??= load(tries++ ? `?try=${tries}` : "").catch((fault) => { kept = null; throw fault; });
};

const scheme = document.getElementById("scheme");
scheme?.addEventListener("click", () => {
  const next = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
  document.body.setAttribute("data-md-color-scheme", next);
  try { localStorage.setItem("scheme", next); } catch { /* storage is closed: the choice lasts for this page */ }
});

// A link such as ledger/#holds chooses that verdict.
const choose = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target?.type === "radio") target.checked = true;
};
choose();
addEventListener("hashchange", choose);

for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const number = (text) => {
    const found = text.replace("−", "-").replaceAll(",", "").match(/-?\d+(\.\d+)?/);
    return found ? Number(found[0]) : Infinity;
  };
  for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      const value = (row) => row.cells[index].textContent.trim();
      const numbers = head.classList.contains("number");
      const rows = [...body.rows].sort((a, b) =>
        way * (numbers ? number(value(a)) - number(value(b)) || 0 : value(a).localeCompare(value(b), "en")));
      body.append(...rows);
    });
  }
}

// The day of the next look is printed; once it is past, a word beside it says so.
for (const day of document.querySelectorAll("time[data-due]")) {
  if (day.dateTime < new Date().toISOString().slice(0, 10)) day.after(" (was due)");
}

for (const text of document.querySelectorAll("pre[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.setAttribute("aria-label", "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.setAttribute("aria-label", "Copied");
    } catch { // the clipboard is closed: the words are chosen, and the reader copies them
      getSelection().selectAllChildren(text);
      button.setAttribute("aria-label", "Selected: copy it with your keyboard or the menu");
    }
  });
  text.after(button);
}

// One listener for all figures; the chart's script is fetched when a reader first asks for it.
const loadExplore = once((query) => import(`./explore.js${query}`));
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".explore");
  if (!button) return;
  const figure = button.closest("figure");
  try {
    const { explore } = await loadExplore();
    await explore(figure, button);
  } catch (fault) {
    figure.querySelector(".readout").textContent =
      `The chart to explore could not be loaded: ${fault.message}. The picture above shows the same.`;
  }
});

// Search is Material's own script, loaded when a reader first opens it.
const toggle = document.getElementById("__search");
const loadSearch = once(async (query) => {
  const scope = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
  const index = await fetch(new URL("search/search_index.json", scope)); // the script would fail mutely
  if (!index.ok) throw new Error(index.status);
  Object.assign(globalThis, {
    __md_scope: scope,
    __md_hash: (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0),
    __md_get: () => null,
    __md_set: () => {},
  });
  const script = document.createElement("script");
  script.src = here.dataset.search + query;
  document.head.append(script);
  await new Promise((done, fail) => Object.assign(script, { onload: done, onerror: fail }));
});
const open = async () => {
  toggle.checked = true;
  try {
    await loadSearch();
    document.querySelector("[data-md-component=search-query]").focus();
  } catch {
    document.querySelector(".md-search-result__meta").textContent =
      "The search could not be loaded. Close it and open it again to try once more.";
  }
};
document.querySelector(".site-search").addEventListener("click", open);
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "/" && !typing) { event.preventDefault(); open(); }
  if (event.key === "Escape" && toggle.checked) { toggle.checked = false; document.querySelector(".site-search").focus(); }
});
