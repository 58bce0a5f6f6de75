// @ts-check
// For a short or an old address: goes on with what stands behind it, a heading or the answers of a
// link. It runs before the page is drawn, and so is no module.

const { to = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const there = new URL(to, location.href);
there.search = location.search;
there.hash ||= location.hash;
location.replace(there);
