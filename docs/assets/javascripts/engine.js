/**
 * Downloads Python, keeps it running in a worker, passes messages; knows no widget and no form.
 * States: idle, downloading, starting, ready, failed, unsupported; the last two come with an
 * error that has a `reason`, with which every pending call is rejected. `retry()` starts a failed engine again.
 */

const MISSING = { "pyodide.asm.wasm": "wasm-missing", "kam.zip": "archive-missing" };

/** An error with a stable `reason`, which widgets/core/failures.py words, and a technical `detail`. */
const failure = (reason, detail = "") => Object.assign(new Error(reason), { reason, detail });

export class Engine {
  #state = "idle";
  #calls = new Map(); // the latest call of each widget, until it is answered
  #deaths = 0;
  #runtime; #onState; #timeout; // as given
  #attempt; #worker; #watchdog; #running; // of this start; #running is the call in the worker
  #files; // module and archive, kept for a restart
  #blocked; // what the page's policy refused during this start
  #error; // why it failed

  /** `runtime`: absolute address of the runtime's folder; `timeout`: milliseconds. */
  constructor({ runtime, onState = () => {}, timeout = 30000 }) {
    [this.#runtime, this.#onState, this.#timeout] = [runtime, onState, timeout];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (!/^(script|connect|worker|child|default)-src/.test(effectiveDirective)) return;
      this.#blocked = `${effectiveDirective} refused ${blockedURI}`;
    });
  }

  get state() { return this.#state; }

  /** Why it failed; undefined unless the state is `failed` or `unsupported`. */
  get error() { return this.#error; }

  start() {
    if (this.#state !== "idle") return;
    if (typeof WebAssembly === "object" && typeof Worker === "function") this.#open();
    else this.#settle("unsupported", failure("unsupported"));
  }

  retry() {
    if (this.#state !== "failed") return;
    [this.#deaths, this.#files] = [0, undefined];
    this.#open();
  }

  /** The worker's answer to `message`, or null when a later call of `widget` took its place. */
  call(widget, message) {
    this.start();
    if (this.#error) return Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      this.#calls.get(widget)?.resolve(null);
      this.#calls.set(widget, { widget, text: JSON.stringify(message), resolve, reject });
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
      this.#worker.postMessage({ type: "start", runtime: this.#runtime });
      this.#files ??= await Promise.all([this.#compile(signal), this.#bytes("kam.zip", signal)]);
      if (signal.aborted) return;
      this.#watch();
      if (this.#state !== "starting") this.#enter("starting");
      const [module, archive] = this.#files;
      this.#worker.postMessage({ type: "files", module, archive });
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  #hire(signal) {
    const address = new URL("worker.js", import.meta.url);
    const worker = (this.#worker = new Worker(address, { type: "module" }));
    worker.onmessage = ({ data }) => signal.aborted || this.#hear(data, signal);
    worker.onerror = (event) => {
      if (event instanceof ErrorEvent) this.#died("worker-died", event.message);
      else this.#fail(failure("script-missing", "worker.js"), signal);
    };
  }

  async #hear({ type, reason, detail, fatal, text, name, ms }, signal) {
    if (type === "failed") return this.#fail(failure(reason, detail), signal);
    if (fatal) return this.#died("worker-died", detail);
    if (type === "lacking") {
      const bytes = await this.#bytes(name, signal).catch(() => null);
      if (signal.aborted) return;
      this.#watch();
      return this.#worker.postMessage({ type: "archive", name, bytes, text });
    }
    if (type === "ready") this.#enter("ready", { ms });
    else this.#answer(type, text, detail);
    this.#next();
  }

  #answer(type, text, detail) {
    const { widget, resolve, reject } = this.#running;
    if (this.#calls.get(widget) === this.#running) this.#calls.delete(widget);
    this.#running = undefined;
    if (type === "result") resolve(JSON.parse(text));
    else reject(failure("call-failed", detail));
  }

  /** Hands over one call at a time, so that a later one can still replace one that waits. */
  #next() {
    if (this.#state !== "ready" || this.#running) return;
    [this.#running] = this.#calls.values();
    if (!this.#running) return clearTimeout(this.#watchdog);
    this.#watch();
    this.#worker.postMessage({ type: "call", text: this.#running.text });
  }

  #watch(ms = this.#timeout) {
    const { signal } = this.#attempt;
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const detail = `${this.#state}, and silent for ${ms} ms`;
      if (this.#state === "ready") this.#died("timeout", detail);
      else this.#fail(failure("timeout", detail), signal);
    }, ms);
  }

  /** Restarts once and repeats what was pending; the second time it gives up. */
  #died(reason, detail) {
    if (this.#deaths++) return this.#settle("failed", failure(reason, detail));
    this.#stop();
    this.#open();
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
    this.#error = error;
    for (const call of this.#calls.values()) call.reject(error);
    this.#calls.clear();
    this.#enter(state, error);
  }

  #enter(state, detail) {
    this.#state = state;
    this.#onState(state, detail);
  }

  async #compile(signal) {
    const response = await this.#file("pyodide.asm.wasm", signal);
    const streams = response.headers.get("content-type") === "application/wasm";
    if (streams) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  }

  async #bytes(name, signal) {
    const response = await this.#file(name, signal);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return bytes; // PK
    throw failure("archive-missing", `${name} is not an archive`);
  }

  /** One file; its packed twin where the server would send it without compression. */
  async #file(name, signal) {
    const unpacks = typeof DecompressionStream === "function";
    if (!unpacks || compresses()) {
      const plain = await this.#fetch(name, name, signal);
      if (!unpacks || plain.headers.has("content-encoding")) return plain;
      plain.body.cancel();
    }
    return unpacked(await this.#fetch(name, `${name}.gz`, signal));
  }

  async #fetch(name, file, signal) {
    const response = await fetch(this.#runtime + file, { signal });
    if (!signal.aborted) this.#watch(4 * this.#timeout); // it answers; a slow line may take longer
    if (response.ok) return response;
    const reason = response.status < 500 ? MISSING[name] : "network";
    throw failure(reason, `HTTP ${response.status} for ${response.url}`);
  }

  /** The failure behind an error. */
  async #named(error) {
    await new Promise((done) => setTimeout(done, 50)); // a policy tells after it has refused
    const detail = error.detail ?? `${error.name}: ${error.message}`;
    if (this.#blocked) return failure("blocked-by-policy", this.#blocked);
    const gone = error.reason?.endsWith("-missing") && (await this.#replaced());
    if (gone) return failure("site-updated", detail);
    if (error.reason) return error;
    const forbidden = /^SecurityError|content.security|csp|unsafe-eval/i.test(detail);
    const other = error.name === "CompileError" ? "wasm-not-wasm" : "network";
    return failure(forbidden ? "blocked-by-policy" : other, detail);
  }

  /** Whether this page, asked for again, names another runtime. */
  async #replaced() {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      const site = new DOMParser().parseFromString(page, "text/html").getElementById("kam-site");
      const folder = JSON.parse(site.textContent).runtime.match(/[^/]+/g).at(-1);
      return !this.#runtime.includes(`/${folder}/`);
    } catch {
      return false;
    }
  }
}

/** Whether this server compresses scripts; yes where the browser does not tell. */
function compresses() {
  const [entry] = performance.getEntriesByName(import.meta.url);
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
