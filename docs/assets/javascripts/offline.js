// @ts-check
// Has the browser keep the guide for a reader without a network (offline-worker.js keeps it), says how
// that stands on the page about it, tells of a newer build, and leads an app to its last tool.

/** @typedef {[address: string, bytes: number][]} Files */

const { __md_scope: site } = window; // nothing in the single file
const usual = site && self === top && isSecureContext && origin !== "null";
const workers = usual ? navigator.serviceWorker : undefined;
const OTHERWISE = self !== top ? "frame" : isSecureContext ? "unsupported" : "insecure";
const root = usual ? origin + site.pathname.replace(/\/+/g, "/") : "";
const cacheOf = (what) => `kam:${new URL(root).pathname}:${what}`; // caches of this path begin so
const switchedOff = () => caches.has(cacheOf("off")).catch(() => true);
const PROGRAM = `${root}offline-worker.js`;
const PATIENCE = 10_000; // ms until a page that wants the newer build waits no longer for the old worker to rest

/** @returns {any[]} */
const all = (selector) => [...document.querySelectorAll(selector)];

/** This path's own; a site above it on the host may have one too. */
async function registered() {
  const found = await workers?.getRegistration(root).catch(() => undefined); // forbidden, as all storage
  return found?.scope === root ? found : undefined;
}

/**
 * What a worker has not kept, of the tools and of all, and whether it keeps anything. This page's
 * requests are its own from then on.
 * @returns {Promise<{ tools: Files, all: Files, keeps: boolean }>}
 */
const lacking = (/** @type {ServiceWorker} */ worker) => new Promise((answer) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => answer(data);
  worker.postMessage(import.meta.url, [port2]);
});

/** Registers the worker, and waits until it has all that the tools need. */
async function begun() {
  const begun = await /** @type {ServiceWorkerContainer} */ (workers).register(PROGRAM, { scope: root });
  const next = begun.installing ?? begun.waiting;
  if (!begun.active) await new Promise((done) => next?.addEventListener("statechange", () => /activated|redundant/.test(next.state) && done(0)));
  announce(begun);
  if (!begun.active) throw new Error("this browser could not keep the tools");
  return lacking(begun.active);
}

/** Asks for files through the worker, which keeps what passes; six at a time. */
function bring(/** @type {Files} */ files, came = (/** @type {number} */ _) => {}) {
  const queue = files.values();
  return Promise.all(Array.from("123456", async () => {
    for (const [address, bytes] of queue) await (await fetch(address)).arrayBuffer().then(() => came(bytes));
  }));
}

/** Keeps what the tools need, now that Python runs, unless it is switched off or not possible. */
export async function keepTools() {
  if (!workers || await switchedOff()) return;
  await bring((await begun()).tools); // nothing, but where the browser threw some away
  await show();
}

/** What the buttons do. */
const WISHES = {
  async all() {
    await caches.delete(cacheOf("off"));
    show("busy");
    const [bar] = all("#kam-offline progress");
    try {
      const files = (await begun()).all;
      [bar.value, bar.max] = [0, files.reduce((sum, [, bytes]) => sum + bytes, 0)];
      await bring(files, (bytes) => (bar.value += bytes));
      await show((await begun()).all.length ? "stopped" : "");
    } catch {
      await show((await registered())?.active ? "stopped" : "none");
    }
  },
  async off() {
    await (await registered())?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(cacheOf(""))) await caches.delete(name);
    await caches.open(cacheOf("off")); // a name without content: the wish is remembered
    location.reload(); // until then the worker answers this page
  },
  async newer() {
    (await registered())?.waiting?.postMessage("take over");
    setTimeout(() => location.reload(), PATIENCE); // which ends what this page still asks of the old one
  },
};

/** Shows those lines of the page about it that are true. */
async function show(state = "") {
  if (!all("#kam-offline").length) return;
  const worker = (await registered())?.active;
  const left = worker && !state && await lacking(worker);
  if (left) state = !left.keeps ? "served" : left.tools.length ? "partly" : left.all.length ? "tools" : "all";
  state ||= !workers ? OTHERWISE : await caches.has(cacheOf("off")).then((off) => off ? "off" : "nothing", () => "unsupported");
  for (const line of all("[data-kam-says]")) line.hidden = !line.dataset.kamSays.split(" ").includes(state);
}

/** Tells of a newer build as soon as one waits. */
function announce(/** @type {ServiceWorkerRegistration | undefined} */ here) {
  const tell = () => all("#kam-newer").forEach((bar) => (bar.open = Boolean(here?.waiting)));
  const watch = () => here?.installing?.addEventListener("statechange", tell);
  here?.addEventListener("updatefound", watch);
  watch(); // one that was found before this script looked
  tell();
}

/** Notes a tool that is opened; leads there from where an app starts. */
async function lastTool() {
  if (!workers || await switchedOff()) return;
  const [app, name] = [/^\?app\b/.test(location.search), cacheOf("last-tool")];
  const last = app && await caches.match(root, { cacheName: name });
  if (last) location.replace(await last.text());
  if (all("[data-kam-tool]").length) await (await caches.open(name)).put(root, new Response(location.pathname)).catch(() => {}); // no room
}

const mine = () => workers?.controller?.scriptURL === PROGRAM;
let before = mine();
workers?.addEventListener("controllerchange", () => {
  if (before) location.reload(); // a newer build took over, in every tab at once
  before = mine();
});
document.addEventListener("click", ({ target }) => WISHES[/** @type {any} */ (target).dataset?.kamOffline]?.());
window.document$?.subscribe(() => void Promise.all([show(), lastTool()]));
registered().then(announce);
