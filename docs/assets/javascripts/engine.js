// @ts-check
/**
 * Downloads Python, keeps it running in a worker, passes messages; knows no widget and no form.
 * States: idle, downloading, starting, ready, failed, unsupported; the last two come with an
 * error that has a `reason`, with which every pending call is rejected. `retry()` starts a failed engine again.
 *
 * @typedef {{ cache: string, address: string, off: string }} Place
 *   Where Python's memory is kept from visit to visit: the name of a cache, and an address in it; and
 *   the name of one that stands where the reader wishes nothing kept (offline.js).
 * @typedef {{ type: "start", runtime: string, memory?: Place }} Start
 *   Begins to load Python from a folder, and from its memory if one is kept, as far as it goes without files.
 * @typedef {{ module: WebAssembly.Module, archive: Uint8Array<ArrayBuffer> }} Parts
 *   What Python is made of.
 * @typedef {Parts & { type: "files" }} Files
 *   Hands it over.
 * @typedef {{ type: "call", text: string }} Call
 *   A message for Python, as JSON.
 * @typedef {{ type: "archive", name: string, bytes: Uint8Array<ArrayBuffer>, text: string }} Late
 *   What a call lacked, and the call again.
 * @typedef {Parts & { type: "remember", runtime: string, memory: Place }} Remember
 *   Has a worker of its own keep a fresh Python's memory.
 * @typedef {Start | Files | Call | Late | Remember} Order
 *   From this page to the worker.
 *
 * @typedef {{ type: "ready", ms: number, restored: boolean }} Ready
 *   Python runs, after so long; from the memory of an earlier visit, or afresh.
 * @typedef {{ type: "failed", reason: string, detail: string }} Failed
 *   Python does not start.
 * @typedef {{ type: "level", text: string }} Level
 *   Of the first call, before its result: the regions that tell the level, as JSON.
 * @typedef {{ type: "result", text: string }} Result
 *   Python's answer, as JSON.
 * @typedef {{ type: "rest", text: string }} Rest
 *   What an answer left to follow, as JSON or empty; it ends the call.
 * @typedef {{ type: "lacking", name: string, text: string }} Lacking
 *   An import failed that an archive may satisfy.
 * @typedef {{ type: "error", detail: string, fatal: boolean }} Thrown
 *   An exception of Python's, or its end.
 * @typedef {Ready | Failed | Level | Result | Rest | Lacking | Thrown} Report
 *   From the worker to this page.
 *
 * @typedef {Error & { reason: string, detail: string, file: string }} Failure
 * @typedef {"idle" | "downloading" | "starting" | "ready" | "failed" | "unsupported"} State
 * @typedef {{ level?: (html: Record<string, string>) => void, rest?: (rest: any, error?: Failure) => void }} Hears
 *   Who hears of the level, if it comes before the answer, and of what follows it, or why that does not.
 * @typedef {Hears & { widget: string, message: () => object, resolve: (answer: any) => void,
 *   reject: (error: Failure) => void }} Pending
 */

import { lacking, saves, whenIdle } from "./browser.js";

const PROGRAM = "pyodide.asm.wasm";
const ARCHIVE = "kam.zip";
const WORKER = "worker.js";
const UPDATED = "site-updated";
const FORBIDDEN = /^SecurityError|content.security|csp|unsafe-eval/i;
const SCRIPTS = [WORKER, "pyodide.js", "pyodide.asm.js"]; // a browser does not say why one fails

/**
 * An error with a stable `reason`, which widgets/core/words/failures.py words, the `file` that it is
 * about, and a technical `detail`.
 * @param {string} reason
 * @returns {Failure}
 */
const failure = (reason, detail = "", file = "") =>
  Object.assign(new Error(reason), { reason, detail, file });

/**
 * Leaves the technical detail of a failure where somebody who looks for it finds it.
 * @param {Failure} error
 */
function reported(error) {
  console.error(`${error.reason}: ${error.detail}`);
  return error;
}

/**
 * The reason in a server's answer; none where it sends the file.
 * @param {Response} answer
 */
function refusal({ type, ok, status }) {
  if (type === "opaqueredirect") return "replaced"; // sent on, mostly to sign in
  if (ok) return "";
  if (status >= 500) return "network";
  return status === 404 || status === 410 ? "missing" : "refused";
}

export class Engine {
  /** @type {State} */
  #state = "idle";
  /** @type {Map<string, Pending>} the latest call of each widget, until it is answered */
  #calls = new Map();
  #deaths = 0;
  #runtime; #timeout; // as given
  /** @type {Place | undefined} where memory is kept; nowhere once a start from it went wrong */
  #memory;
  #restored = false; // from it, or it is being kept
  #proven = true; // an answer has come, so that an error is no fault of a memory
  #attempt = new AbortController(); // ends with this start
  #worker; #watchdog; // of this start
  /** @type {Pending | undefined} the call in the worker */
  #running;
  /** @type {[WebAssembly.Module, Uint8Array<ArrayBuffer>] | undefined} kept for a restart */
  #files;
  /** @type {AbortController | undefined} ends the download of what a call lacks */
  #late;
  /** @type {string | undefined} what the page's policy refused during this start */
  #blocked;
  /** @type {Failure | undefined} why it failed */
  #error;

  /**
   * @param {object} given
   * @param {string} given.runtime absolute address of the runtime's folder
   * @param {Place} [given.memory] where Python's memory is kept from visit to visit
   * @param {number} [given.timeout] milliseconds
   */
  constructor({ runtime, memory, timeout = 30000 }) {
    [this.#runtime, this.#memory, this.#timeout] = [runtime, memory, timeout];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (!/^(script|connect|worker|child|default)-src/.test(effectiveDirective)) return;
      this.#blocked = `${effectiveDirective} refused ${blockedURI}`;
    });
  }

  /**
   * Hears of every new state; a page sets its own.
   * @param {State} _state
   * @param {Failure} [_detail]
   */
  onState(_state, _detail) {}

  get state() { return this.#state; }

  /** Why it failed; undefined unless the state is `failed` or `unsupported`. */
  get error() { return this.#error; }

  start() {
    if (this.#state !== "idle") return;
    if (typeof WebAssembly !== "object") this.#settle("unsupported", failure("no-webassembly"));
    else if (typeof Worker !== "function") this.#settle("unsupported", failure("no-workers"));
    else this.#open();
  }

  retry() {
    if (this.#state !== "failed") return;
    [this.#deaths, this.#files] = [0, undefined];
    this.#open();
  }

  /**
   * The worker's answer to `message`, or null when a later call of `widget` took its place.
   * @param {string} widget
   * @param {() => object} message made when the worker is free to hear it
   * @param {Hears} [hears]
   * @returns {Promise<any>}
   */
  call(widget, message, hears) {
    this.start();
    if (this.#error) return Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      this.#calls.get(widget)?.resolve(null);
      this.#calls.set(widget, { widget, message, resolve, reject, ...hears });
      this.#next();
    });
  }

  async #open() {
    const { signal } = (this.#attempt = new AbortController());
    this.#error = this.#blocked = undefined;
    this.#watch();
    this.#enter(this.#files ? "starting" : "downloading");
    try {
      this.#hire(signal);
      this.#tell({ type: "start", runtime: this.#runtime, memory: this.#memory });
      this.#files ??= await Promise.all([this.#compile(signal), this.#bytes(ARCHIVE, signal)]);
      if (signal.aborted) return;
      this.#watch();
      if (this.#state !== "starting") this.#enter("starting");
      const [module, archive] = this.#files;
      this.#tell({ type: "files", module, archive });
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  #hire(signal) {
    const worker = (this.#worker = this.#made());
    worker.onmessage = ({ data }) => signal.aborted || this.#hear(data, signal);
    worker.onerror = (event) => {
      if (event instanceof ErrorEvent) this.#died("worker-died", event.message);
      else this.#fail(failure("script", `${WORKER} did not load`), signal);
    };
  }

  /** @param {Ready} report */
  #begin({ ms, restored }) {
    [this.#restored, this.#proven] = [restored, !restored];
    performance.mark("kam-ready", { detail: { ms, restored } }); // for those who measure
    this.#enter("ready");
  }

  /** @param {Level} report */
  #tellLevel({ text }) {
    if (!this.#overtaken) this.#running?.level?.(JSON.parse(text));
  }

  /** @param {Result} report */
  #deliver({ text }) {
    const call = /** @type {Pending} */ (this.#running);
    call.resolve(JSON.parse(text));
    call.reject = (error) => call.rest?.(null, error);
  }

  /** @param {Rest} report */
  #complete({ text }) {
    this.#proven = true;
    const follows = text && !this.#overtaken;
    this.#answer(({ rest }) => follows && rest?.(JSON.parse(text)));
    whenIdle(() => this.#remember());
  }

  /** Whether a later call of its widget waits for the one in the worker to end. */
  get #overtaken() { return this.#running && this.#calls.get(this.#running.widget) !== this.#running; }

  #made() { return new Worker(this.#address(WORKER), { type: "module" }); }

  /** @param {Report} report */
  async #hear(report, signal) {
    if (report.type === "failed" && report.reason === "memory") return this.#again();
    if (report.type === "failed") return this.#fail(failure(report.reason, report.detail), signal);
    if (report.type === "lacking") return this.#supply(report, signal);
    if (report.type === "level") return this.#tellLevel(report);
    if (report.type === "result") return this.#deliver(report);
    if (report.type === "ready") this.#begin(report);
    if (report.type === "rest") this.#complete(report);
    if (report.type === "error") {
      if (!this.#proven) return this.#again();
      if (report.fatal) return this.#died("worker-died", report.detail);
      this.#answer(({ reject }) => reject(reported(failure("call-failed", report.detail))));
    }
    this.#next();
  }

  /** @param {Order} order */
  #tell(order) { this.#worker.postMessage(order); }

  /**
   * Hands the worker an archive that a call lacks; where it does not come, that call alone fails.
   * @param {Lacking} lacking
   */
  async #supply({ name, text }, signal) {
    const late = (this.#late = new AbortController());
    signal.addEventListener("abort", () => late.abort());
    this.#blocked = undefined;
    try {
      this.#watch();
      const bytes = await this.#bytes(name, late.signal);
      this.#late = undefined;
      this.#watch();
      this.#tell({ type: "archive", name, bytes, text });
    } catch (error) {
      this.#late = undefined;
      const { reason, detail, file } = await this.#named(error);
      if (signal.aborted) return;
      const named = reason === UPDATED ? reason : `late-${reason}`;
      this.#answer(({ reject }) => reject(reported(failure(named, detail, file))));
      this.#next();
    }
  }

  /**
   * Ends the call that runs.
   * @param {(call: Pending) => void} end
   */
  #answer(end) {
    const call = /** @type {Pending} */ (this.#running);
    if (this.#calls.get(call.widget) === call) this.#calls.delete(call.widget);
    this.#running = undefined;
    end(call);
  }

  /** Hands over one call at a time, so that a later one can still replace one that waits. */
  #next() {
    if (this.#state !== "ready" || this.#running) return;
    [this.#running] = this.#calls.values();
    if (!this.#running) return clearTimeout(this.#watchdog);
    this.#watch();
    try {
      this.#tell({ type: "call", text: JSON.stringify(this.#running.message()) });
    } catch (error) {
      this.#answer(({ reject }) => reject(/** @type {any} */ (error)));
      this.#next();
    }
  }

  #watch(ms = this.#timeout) {
    const { signal } = this.#attempt;
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const detail = `${this.#state}, and silent for ${ms} ms`;
      if (this.#late) this.#late.abort();
      else if (this.#state === "ready") this.#died("timeout", detail);
      else this.#fail(failure("timeout", detail), signal);
    }, ms);
  }

  /** Restarts once and repeats what was pending; the second time it gives up. */
  #died(reason, detail) {
    if (this.#deaths++) return this.#settle("failed", failure(reason, detail));
    this.#again();
  }

  /** Starts anew, without the memory of an earlier visit: it may be what was wrong. */
  #again() {
    this.#stop();
    this.#forget();
    this.#open();
  }

  #forget() {
    if (this.#memory) caches.delete(this.#memory.cache).catch(() => {}); // then there is none
    this.#memory = undefined;
  }

  /** After a first answer from a fresh Python, has a worker of its own keep such a one's memory. */
  async #remember() {
    if (this.#restored || !this.#memory || !this.#files || saves()) return;
    this.#restored = true;
    const [[module, archive], memory] = [this.#files, this.#memory];
    if (await caches.has(memory.off).catch(() => true)) return;
    const worker = this.#made();
    worker.postMessage({ type: "remember", runtime: this.#runtime, memory, module, archive });
  }

  async #fail(error, signal) {
    const named = await this.#named(error);
    if (!signal.aborted) this.#settle("failed", named);
  }

  #stop() {
    this.#attempt?.abort();
    this.#worker?.terminate();
    clearTimeout(this.#watchdog);
    this.#worker = this.#running = undefined;
  }

  #settle(state, error) {
    this.#stop();
    if (/^(timeout|worker-died)$/.test(error.reason)) this.#forget(); // not for want of a connection
    this.#error = reported(error);
    for (const call of this.#calls.values()) call.reject(error);
    this.#calls.clear();
    this.#enter(state, error);
  }

  #enter(state, detail) {
    this.#state = state;
    this.onState(state, detail);
  }

  async #compile(signal) {
    const response = await this.#file(PROGRAM, signal);
    const streams = response.headers.get("content-type") === "application/wasm";
    if (streams) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  }

  async #bytes(name, signal) {
    const response = await this.#file(name, signal);
    const bytes = new Uint8Array(await (await response.blob()).arrayBuffer()); // at once: a buffer alone fills while the page rests
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return bytes; // PK
    throw failure("replaced", `${name} is not an archive`, name);
  }

  /** One file; its packed twin where the server would send it without compression, and no service worker unpacks it. */
  async #file(name, signal) {
    const unpacks = typeof DecompressionStream === "function" && !navigator.serviceWorker?.controller;
    if (!unpacks || compresses()) {
      const plain = await this.#fetch(name, signal);
      if (!unpacks || plain.headers.has("content-encoding")) return plain;
      plain.body?.cancel();
    }
    return unpacked(await this.#fetch(`${name}.gz`, signal));
  }

  async #fetch(file, signal) {
    const response = await fetch(this.#address(file), { signal }).catch((error) => {
      throw Object.assign(error, { file });
    });
    if (!signal.aborted) this.#watch(4 * this.#timeout); // it answers; a slow line may take longer
    const reason = refusal(response);
    if (!reason) return response;
    throw failure(reason, `HTTP ${response.status} for ${response.url}`, file);
  }

  #address(file) { return file === WORKER ? new URL(file, import.meta.url).href : this.#runtime + file; }

  /** The failure behind an error, with what the server says when it is asked once more. */
  async #named(error) {
    await new Promise((done) => setTimeout(done, 50)); // a policy tells after it has refused
    const detail = error.detail || `${error.name}: ${error.message}`;
    let { reason, file = "" } = error;
    if (error.name === "CompileError") [reason, file] = [await this.#uncompiled(), PROGRAM];
    if (!reason && error.name !== "AbortError" && file) reason = await this.#asked(file);
    if (reason === "script") [reason, file] = await this.#script();
    if (this.#blocked && reason !== "replaced") return failure("blocked-by-policy", this.#blocked);
    if (!reason && FORBIDDEN.test(detail)) return failure("blocked-by-policy", detail);
    if (/^(missing|refused|replaced)$/.test(reason) && (await this.#updated())) reason = UPDATED;
    if (reason === "wrong-version" && lacking().length) reason = "old-browser";
    if (!reason || reason === "network") reason = navigator.onLine === false ? "offline" : "network";
    return failure(reason, detail, file.replace(/\.gz$/, ""));
  }

  /** Why a file does not come, asked for once more: a reason, or none where it comes now. */
  async #asked(file) {
    /** @type {RequestInit} */
    const once = { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout?.(this.#timeout) };
    try {
      const response = await fetch(this.#address(file), once);
      response.body?.cancel();
      return refusal(response) || (/html/.test(response.headers.get("content-type") ?? "") ? "replaced" : "");
    } catch {
      return "network";
    }
  }

  /** Why a script did not run, and which. */
  async #script() {
    for (const file of SCRIPTS) {
      const reason = await this.#asked(file);
      if (reason) return [reason, file];
    }
    return [lacking().length ? "old-browser" : "network", ""];
  }

  /** Why the program was not compiled: it is none, or this browser does not understand it. */
  async #uncompiled() {
    const response = await this.#file(PROGRAM, this.#attempt.signal).catch(() => null);
    const start = new Uint8Array((await response?.arrayBuffer()) ?? []).subarray(0, 4);
    return String.fromCharCode(...start) === "\0asm" ? "old-browser" : "replaced";
  }

  /** Whether this page, asked for again, names another runtime. */
  async #updated() {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      const site = new DOMParser().parseFromString(page, "text/html").getElementById("kam-site");
      const folder = JSON.parse(site?.textContent ?? "").runtime.match(/[^/]+/g).pop();
      return !this.#runtime.includes(`/${folder}/`);
    } catch {
      return false;
    }
  }
}

/** Whether this server compresses scripts; yes where the browser does not tell. */
function compresses() {
  const entries = performance.getEntriesByName(import.meta.url);
  const [entry] = /** @type {PerformanceResourceTiming[]} */ (entries);
  return !entry?.decodedBodySize || entry.encodedBodySize < entry.decodedBodySize;
}

/** The content of a packed twin; some servers have already unpacked it on the way. */
async function unpacked(response) {
  const [probe, packed] = response.body.tee();
  const reader = probe.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const gzip = value?.[0] === 0x1f && value[1] === 0x8b;
  const body = gzip ? packed.pipeThrough(new DecompressionStream("gzip")) : packed;
  return new Response(body, { headers: { "content-type": "application/wasm" } });
}
