// @ts-check
// In the single file: gives the engine what the file holds in place of a server, and shows one of
// its tools at a time. It runs before host.js, and nothing that the page asks for leaves the file.

import { linkIn } from "../../docs/assets/javascripts/address.js";

const read = window.fetch;
const main = /** @type {HTMLElement} */ (document.querySelector("main article"));
const tools = [...document.querySelectorAll("template")];
/** @type {HTMLTemplateElement | undefined} */
let shown;

/** The file of that name, unpacked; said to be packed, so that nobody asks for a packed twin. */
window.fetch = async (/** @type {any} */ address) => {
  const name = String(address).replace(/.*\/|\.gz$/g, "");
  const packed = document.querySelector(`script[data-file="${name}"]`)?.textContent;
  if (!packed) return new Response("", { status: 404 });
  const { body } = await read(`data:;base64,${packed}`);
  const headers = { "content-type": name.endsWith("wasm") ? "application/wasm" : "text/javascript", "content-encoding": "gzip" };
  return new Response(/** @type {any} */ (body).pipeThrough(new DecompressionStream("gzip")), { headers });
};

const worker = URL.createObjectURL(await (await fetch("worker.js")).blob());
window.Worker = class extends Worker {
  constructor() { super(worker); } // a classic one: Chromium lets a file have no module worker
};

/** Shows the tool that the address names, and the place in it; a link with answers opens in the assessment. */
function show() {
  const [, name, place] = /^#\/([^#]*)#?(.*)/.exec(location.hash) ?? [];
  const wanted = name ?? history.state?.tool ?? (linkIn(location.href) && !shown ? "assessment/" : "");
  const tool = tools.find(({ id }) => id === wanted) ?? shown ?? tools[0];
  history.replaceState({ tool: tool.id }, ""); // so that a reload, and the store, know which
  if (tool !== shown) main.replaceChildren(document.importNode((shown = tool).content, true));
  for (const link of document.querySelectorAll(".kam-tools a")) link.toggleAttribute("aria-current", link.getAttribute("href") === `#/${tool.id}`);
  if (place) location.replace(`#${place}`);
  else if (name) scrollTo(0, 0);
}

addEventListener("hashchange", show);
show();
