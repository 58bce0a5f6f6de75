// @ts-check
// The globals that Material's bundle expects: where the site starts, and its small store.
window.__md_scope = new URL(
  /** @type {HTMLScriptElement} */ (document.currentScript).dataset.scope ?? "", location.href);

window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);

window.__md_get = (key, store, scope = window.__md_scope) => {
  try {
    return JSON.parse((store ?? localStorage).getItem(`${scope.pathname}.${key}`) ?? "null");
  } catch {} // Storage is forbidden here, or holds something else: as if nothing were kept.
};

window.__md_set = (key, value, store, scope = window.__md_scope) => {
  try {
    (store ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {} // Storage is forbidden or full: the choice lasts until the page is left.
};

// The search's worker, which the theme starts with each page: fetched once it is told something.
window.__kam_late = (address) => {
  /** @type {Worker | undefined} */
  let worker;
  const postMessage = (said) => {
    worker ??= Object.assign(new Worker(address), { onmessage: ({ data }) => late.dispatchEvent(new MessageEvent("message", { data })) });
    worker.postMessage(said);
  };
  const late = Object.assign(new EventTarget(), { postMessage });
  return late;
};

// A frame that asks for a part of the page: what shows it alone comes before the page is read.
const { embed: alone, tool } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
if (/[?&]embed\b/.test(location.search)) document.write(`<script src="${alone}"><\/script>`);

// Said before the first paint where no tool can run: a page from a disc, a frame without an origin.
const shut = location.protocol === "file:" ? "disc" : window.origin === "null" ? "frame" : "";
if (shut) document.documentElement.dataset.kamShut = shut;

// So that a tool with a share link in its address, also a mangled one, never shows anything else first.
if (tool !== undefined && /(#|%(25)*23)kam(=|%)/i.test(location.href)) document.documentElement.dataset.kamOpening = "";

// A step within a page is the browser's alone: the theme would take the first for one to another page,
// fetch the page anew, close what was folded out, and might lead back to where the reader was.
// This stands before the theme's own script, so that it hears of a step first.
let shown = location.pathname;
addEventListener("DOMContentLoaded", () => window.document$.subscribe(() => (shown = location.pathname)));
addEventListener("click", ({ target }) => {
  const link = /** @type {Element} */ (target).closest("a");
  if (link?.hash && link.pathname === shown && link.origin === location.origin) link.target = "_self";
}, { capture: true }); // the theme leaves a link with a target to the browser
addEventListener("popstate", (event) => {
  if (location.pathname !== shown) return;
  event.stopImmediatePropagation();
  if (history.state) scrollTo(0, history.state.y); // back, to the place that the theme keeps
});
