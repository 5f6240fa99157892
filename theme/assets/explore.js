// The chart as an instrument: each mark tells its reading, value and source on hover, on focus and on touch.
import { once } from "./site.js";

const SCRIPT = new URL("./vega.js", import.meta.url).href;

const load = once((query) => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = SCRIPT + query;
  script.onload = () => done(globalThis.vegaEmbed);
  script.onerror = () => fail(new Error("the chart's script did not load"));
  document.head.append(script);
}));

const datumOf = (mark) => {
  let item = mark.__data__;
  while (item && item.datum && !item.datum.reading && item.datum.datum) item = item.datum;
  return item?.datum;
};

const tell = (datum) => `${datum.reading}: ${datum.text}. Source: ${datum.source}.`;

export async function explore(figure, button) {
  const drawing = figure.querySelector(".drawing");
  const readout = figure.querySelector(".readout");
  const open = figure.querySelector(".live");
  if (open) {
    open.remove();
    drawing.hidden = false;
    readout.textContent = "";
    figure.classList.remove("exploring");
    button.textContent = "Explore";
    button.setAttribute("aria-expanded", "false");
    return;
  }
  try {
    button.disabled = true;
    const [embed, answer] = await Promise.all([load(), fetch(figure.dataset.explore)]);
    if (!answer.ok) throw new Error(`the chart's data did not load (${answer.status})`);
    const specs = await answer.json();
    const frame = drawing.querySelector(".wide").offsetWidth ? "wide" : "narrow";
    const live = document.createElement("div");
    live.className = `live drawing ${frame}-live`;
    live.style.maxWidth = `${drawing.querySelector(`.${frame}`).offsetWidth}px`;
    live.hidden = true;
    drawing.after(live);
    await embed(live, specs[frame], { mode: "vega-lite", renderer: "svg", actions: false, ast: true, tooltip: false, hover: false });
    const svg = live.querySelector("svg");
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", "The chart's marks; step through them with the tab key");
    wire(svg, readout);
    drawing.hidden = true;
    live.hidden = false;
    figure.classList.add("exploring");
    readout.textContent = "Point at a mark, touch it, or step through the marks with the tab key.";
    button.textContent = "Back to the picture";
    button.setAttribute("aria-expanded", "true");
  } catch (fault) {
    figure.querySelector(".live")?.remove();
    throw fault;
  } finally {
    button.disabled = false;
  }
}

function wire(svg, readout) {
  for (const part of svg.querySelectorAll("[aria-roledescription], [role]")) {
    if (part !== svg) { part.removeAttribute("role"); part.removeAttribute("aria-roledescription"); part.removeAttribute("aria-label"); }
  }
  for (const text of svg.querySelectorAll("text")) text.setAttribute("paint-order", "stroke");
  const told = new Set();
  const marks = [...svg.querySelectorAll(".mark-symbol path, .mark-rect path")].filter((mark) => {
    const datum = datumOf(mark);
    if (!datum?.reading || !datum.source || told.has(tell(datum))) return false;
    told.add(tell(datum));
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", tell(datum));
    return true;
  });
  const say = (mark) => { if (mark) readout.textContent = tell(datumOf(mark)); };
  svg.addEventListener("focusin", (event) => say(event.target.closest("[tabindex]")));
  // The mark nearest to the pointer answers, so that a small dot is an easy target.
  const nearest = (event) => {
    let best = null;
    let least = 40;
    for (const mark of marks) {
      const box = mark.getBoundingClientRect();
      const x = Math.max(box.left - event.clientX, event.clientX - box.right, 0);
      const y = Math.max(box.top - event.clientY, event.clientY - box.bottom, 0);
      if (Math.hypot(x, y) < least) { least = Math.hypot(x, y); best = mark; }
    }
    say(best);
  };
  svg.addEventListener("pointermove", nearest);
  svg.addEventListener("pointerdown", nearest);
}
