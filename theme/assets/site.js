// What scripts add: light or dark, sorting the ledger, copying, what was due, and on request search.

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
  const [body, ...others] = table.tBodies; // sorted, all stand in one, without the headings of groups
  const number = (text) => {
    const found = text.replace("−", "-").replaceAll(",", "").match(/-?\d+(\.\d+)?/);
    return found ? Number(found[0]) : Infinity;
  };
  for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
    if (head.classList.contains("against")) continue; // a picture has no order
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
      const rows = [...table.querySelectorAll("tbody tr:not(.group)")].sort((a, b) =>
        way * (numbers ? number(value(a)) - number(value(b)) || 0 : value(a).localeCompare(value(b), "en")));
      for (const row of table.querySelectorAll(".group")) row.remove();
      body.append(...rows);
      for (const other of others) other.remove();
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

// The search is fetched when a reader first asks for it.
const loadSearch = once((query) => import(`./search.js${query}`));
const search = async () => {
  try {
    (await loadSearch()).open();
  } catch {
    const told = document.createElement("p");
    told.setAttribute("role", "alert");
    told.textContent = "The search could not be loaded. Try once more, or take the list of all claims.";
    document.querySelector(".site-header").after(told);
  }
};
document.querySelector(".site-search")?.addEventListener("click", search);
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "/" && !typing) { event.preventDefault(); search(); }
});
