// @ts-check
/**
 * Runs Python for engine.js, in a module worker; knows no widget and no page.
 * Every message is an `Order` or a `Report`, which engine.js defines.
 * @typedef {import("./engine.js").Order} Order
 * @typedef {import("./engine.js").Report} Report
 * @typedef {{ _loadSnapshot?: ArrayBuffer, _makeSnapshot?: boolean }} Told
 *   What Pyodide is told of a memory: one to start from, or to make one.
 */

/** What Pyodide compares with its lock file; the build checks it against the npm package. */
const ABI = "2025_0";

/** Ways out of a worker and ways to make code from text: gone once Python runs. */
const REMOVED =
  "BroadcastChannel EventSource FontFace Notification SharedWorker WebSocket WebSocketStream " +
  "WebTransport Worker XMLHttpRequest caches eval fetch fonts importScripts indexedDB";

const LACKING = /^(Import|ModuleNotFound|UnknownWidget)Error$/;

/** What may still come when an import fails: the rest of our package, then the whole library. */
const later = ["more.zip", "library.zip"];

/** @type {(parts: import("./engine.js").Parts) => void} */
let handOver;
/** @type {Promise<import("./engine.js").Parts>} what the page fetches and compiles while Pyodide makes ready */
const files = new Promise((resolve) => (handOver = resolve));
/** @type {Promise<any>} */
let loaded;
let reason = "script"; // why Python does not start, if it does not
/** @type {any} */
let python;
/** @type {(message: string) => string} */
let handle;
/** @type {() => string} draws what the last answer left to follow */
let rest;
/** @type {((message: string) => string) | undefined} draws the level alone, and is asked once */
let headline;

/** @param {Report} report */
const say = (report) => postMessage(report);

/** @type {{ [Type in Order["type"]]: (order: Extract<Order, { type: Type }>) => unknown }} */
const receive = {
  start({ runtime, memory }) {
    loaded = load(runtime, kept(memory));
    loaded.catch(() => {}); // told when the files arrive
  },

  async files(order) {
    const began = performance.now();
    handOver(order);
    try {
      python = await loaded;
      const restored = reason === "memory";
      ({ handle, headline, rest } = python.pyimport("widgets.browser"));
      if (restored) python.pyimport("widgets.browser.wake")();
      lockUp();
      say({ type: "ready", ms: performance.now() - began, restored });
    } catch (error) {
      say({ type: "failed", reason, detail: wordsOf(error) });
    }
  },

  /** Starts a Python that hears of no reader, keeps its memory for later visits, and ends. */
  async remember({ runtime, memory: { cache, address }, ...order }) {
    handOver(order);
    try {
      await caches.delete(cache); // that of an older build
      const place = await caches.open(cache);
      python = await load(runtime, { _makeSnapshot: true });
      python.runPython(`__import__("widgets.browser").browser.warm()`);
      await place.put(address, new Response(python.makeMemorySnapshot()));
    } catch (error) {
      console.warn(`Not kept for the next visit: ${wordsOf(error)}`); // which starts as this one did
      await caches.delete(cache).catch(() => {});
    }
    close();
  },

  call({ text }) {
    try {
      const level = headline?.(text);
      headline = undefined;
      if (level) say({ type: "level", text: level });
      say({ type: "result", text: handle(text) });
      say({ type: "rest", text: rest() });
    } catch (thrown) {
      const error = /** @type {Error & { type?: string }} */ (thrown);
      const name = LACKING.test(error.type ?? "") && later[0];
      const fatal = error.name !== "PythonError";
      say(name ? { type: "lacking", name, text } : { type: "error", detail: wordsOf(error), fatal });
    }
  },

  /** Adds what was lacking: the first beside the trimmed library, the second in its place. */
  archive({ name, bytes, text }) {
    later.shift(); // only now: what did not come is asked for again
    const library = python.FS.readdir("/lib").find((/** @type {string} */ file) => /^python.*zip$/.test(file));
    python.FS.writeFile(`/lib/${name === "more.zip" ? name : library}`, bytes);
    python.runPython(`__import__("widgets.worker").worker.look_again("/lib/more.zip")`);
    receive.call({ type: "call", text });
  },
};

onmessage = ({ data }) => receive[/** @type {Order} */ (data).type](data);

/**
 * What Pyodide is told of the memory that an earlier visit kept of the same runtime, if there is one.
 * @param {import("./engine.js").Place | undefined} place
 */
async function kept(place) {
  try {
    const found = place && (await caches.match(place.address, { cacheName: place.cache }));
    return found && { _loadSnapshot: await found.arrayBuffer() };
  } catch {} // forbidden, or not to be read: as if none were kept
}

/**
 * Starts Pyodide, with what the page fetches as soon as it comes to that; settles where `loadPyodide`
 * alone would hang.
 * @param {string} runtime address of the folder with its scripts
 * @param {Told | Promise<Told | undefined>} more what else it is told
 */
async function load(runtime, more) {
  const scripts = Promise.all(["pyodide.js", "pyodide.asm.js"].map((name) => import(runtime + name)));
  const [[{ loadPyodide }], told] = await Promise.all([scripts, more]);
  reason = told?._loadSnapshot ? "memory" : "wrong-version";
  const refused = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const { module } = await files;
      const instance = /** @type {any} */ (await WebAssembly.instantiate(module, imports).catch(reject));
      return { module, instance };
    };
  });
  self.fetch = async (url) => new Response(String(url).endsWith("kam.zip") ? (await files).archive : null);
  const started = loadPyodide({
    indexURL: runtime,
    packageBaseUrl: runtime,
    stdLibURL: `${runtime}kam.zip`,
    lockFileContents: { info: { abi_version: ABI }, packages: {} },
    stdout() {}, stderr() {},
    ...told,
  });
  return Promise.race([started, refused]);
}

/** Takes from this worker every way to send anything or to run text as code. */
function lockUp() {
  for (const name of REMOVED.split(" ")) {
    for (let at = self; at; at = Object.getPrototypeOf(at)) Reflect.deleteProperty(at, name);
    Object.defineProperty(self, name, { value: undefined });
  }
  const refuse = function Function() {
    throw new TypeError("code cannot be made from text here");
  };
  refuse.prototype = Function.prototype; // so that `instanceof Function` still works
  for (const kind of [() => {}, async () => {}, function* () {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(kind), "constructor", { value: refuse });
  }
  self.Function = /** @type {any} */ (refuse);
  for (const name of ["setTimeout", "setInterval"]) {
    const timer = self[name];
    const value = (run, ...rest) => (typeof run === "function" ? timer(run, ...rest) : refuse());
    Object.defineProperty(self, name, { value });
  }
}

/**
 * What an error says; Pyodide also rejects with objects that have no message.
 * @param {any} error
 */
const wordsOf = (error) => error?.message ?? String(error);
