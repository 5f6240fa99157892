// The search: a dialog, and Pagefind, which asks a worker and fetches only what a question needs.
// Its WebAssembly runs in the worker alone: the page's own policy need not allow it.
import { once } from "./site.js";

const FOLDER = new URL("../pagefind/", import.meta.url);
const LIST = new URL("../ledger/", import.meta.url).href;
const SEVERAL = 12; // hits shown at once, the claim that is named first
const PAUSE = 120; // milliseconds without a key before a question is asked
const RANKING = { metaWeights: { title: 5, about: 8 } }; // what a claim is about counts most

const style = document.createElement("link");
Object.assign(style, { rel: "stylesheet", href: new URL("./search.css", import.meta.url) });
document.head.append(style);
const dialog = document.createElement("dialog");
dialog.className = "search";
dialog.setAttribute("aria-label", "Search");
dialog.innerHTML = `<div role="search"><input type="search" aria-label="Search this site"
  placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
  <button type="button">Close</button></div>
  <p class="search__told" role="status"></p><ol></ol>
  <button type="button" class="search__more" hidden>Show more</button>`;
document.body.append(dialog);
const [query, told, list, more] = ["input", ".search__told", "ol", ".search__more"].map((part) => dialog.querySelector(part));

const load = once(async (tries) => {
  const { createInstance } = await import(`${FOLDER}pagefind.js${tries}`);
  const pagefind = createInstance({ ranking: RANKING });
  const [answer] = await Promise.all([
    fetch(new URL("./signs.json", import.meta.url)),
    pagefind.filters(), // the first question that it must answer: it works, or it throws
  ]);
  return { pagefind, signs: await answer.json() };
});

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

// A verdict as everywhere: its sign, its word, and only then a colour.
const chip = (verdict, signs) => {
  const name = verdict.toLowerCase();
  const made = element("span", "search__verdict");
  if (name in signs) {
    made.style.color = `var(--${name})`;
    made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="${signs[name]}"/></svg> `;
  }
  made.append(verdict);
  return made;
};

// A claim is shown whole, with its verdict; of another page, the part that answers best.
const show = (hit, signs) => {
  const score = (part) => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
  const parts = hit.meta.verdict ? [] : hit.sub_results;
  const best = parts.reduce((one, other) => (one && score(one) >= score(other) ? one : other), null);
  const link = element("a", "", hit.meta.title);
  if (best && best.title !== hit.meta.title) link.append(" › ", best.title);
  link.href = (best ?? hit).url;
  const excerpt = element("p", "");
  excerpt.innerHTML = (best ?? hit).excerpt; // all but its <mark> is escaped
  const head = element("p", "search__hit", link);
  if (hit.meta.verdict) head.prepend(chip(hit.meta.verdict, signs), " ");
  return element("li", "", head, excerpt);
};

let hits = [];
const add = async (signs, words) => {
  const next = await Promise.all(hits.slice(list.children.length, list.children.length + SEVERAL).map((hit) => hit.data()));
  if (words !== query.value) return;
  const named = (hit) => hit.meta.about?.toLowerCase() === words.trim().toLowerCase();
  if (!list.children.length) next.sort((one, other) => named(other) - named(one));
  list.append(...next.map((hit) => show(hit, signs)));
  more.hidden = list.children.length >= hits.length;
};

const ask = async () => {
  const words = query.value;
  try {
    if (!words.trim()) told.textContent = "Loading the search…";
    const { pagefind, signs } = await load();
    await new Promise((done) => setTimeout(done, PAUSE));
    if (words !== query.value) return; // asks something else by now
    const found = words.trim() ? await pagefind.search(words) : { results: [] };
    if (words !== query.value) return;
    hits = found.results;
    list.replaceChildren();
    const number = hits.length === 1 ? "One page" : `${hits.length || "No"} pages`;
    told.textContent = words.trim() ? `${number} found.` : "";
    await add(signs, words);
    if (words === query.value) dialog.dataset.answered = words;
  } catch {
    list.replaceChildren();
    more.hidden = true;
    const link = element("a", "", "the list of all claims");
    link.href = LIST;
    told.replaceChildren("The search could not be loaded. Write on to try once more, or take ", link, ".");
  }
};

const shut = () => {
  document.activeElement.blur(); // at once: the next key is for the page
  dialog.close();
};

query.addEventListener("input", ask);
more.addEventListener("click", async () => {
  const at = list.children.length;
  await add((await load()).signs, query.value);
  list.children[at]?.querySelector("a").focus();
});
dialog.querySelector("button").addEventListener("click", shut);
dialog.addEventListener("click", (event) => { if (event.target === dialog) shut(); }); // beside it
list.addEventListener("click", (event) => { if (event.target.closest("a")) shut(); }); // a place on this page
dialog.addEventListener("keydown", (event) => {
  const stops = [query, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) { event.preventDefault(); stops[at + step]?.focus(); }
  if (event.key === "Enter" && at === 0) stops[1]?.click();
  if (event.key === "Escape") { event.preventDefault(); shut(); } // a browser would empty the field first
});

export const open = () => {
  if (!dialog.open) dialog.showModal();
  query.select();
  ask();
};
