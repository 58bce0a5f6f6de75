// The engine against a worker and a server of our own: what it says of every failure, and after it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const PROGRAM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4);
const PAGE = { body: "<!doctype html><title>Sign in</title>", type: "text/html" };
let answers; // of the server, by the file's name: {status, body, type}, "gone" or "elsewhere"
let workers; // all that were started
let policy; // hears what a policy refuses
let script; // what a worker does with a message
let runOut; // ends the time that the engine waits, where a test holds it

class Worker {
  constructor() {
    workers.push(this);
    this.ended = false;
  }
  postMessage(message) {
    queueMicrotask(() => this.ended || script(message, this));
  }
  answer(data) { this.ended || this.onmessage({ data }); }
  terminate() { this.ended = true; }
}

async function fetch(address, { redirect, signal } = {}) {
  const found = answers[address.split("/").pop()] ?? { body: "" };
  if (found === "silent") {
    queueMicrotask(() => runOut()); // the time is over at once
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  }
  if (found === "elsewhere" && redirect === "manual") {
    return { type: "opaqueredirect", ok: false, status: 0, headers: new Headers() };
  }
  if (typeof found === "string") throw new TypeError("Failed to fetch");
  const { status = 200, body, type = "text/javascript" } = found;
  return new Response(body, { status, headers: { "content-type": type, "content-encoding": "gzip" } });
}

const set = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
set("Worker", Worker);
set("fetch", fetch);
set("navigator", { onLine: true });
set("location", { href: "http://guide.example/quick-scan/" });
set("document", { addEventListener: (_, act) => (policy = act) });
set("console", { ...console, error() {} });
const { Engine } = await import("../../docs/assets/javascripts/engine.js");

function replies(text, worker, follows = "") {
  worker.answer({ type: "result", text });
  worker.answer({ type: "rest", text: follows });
}

function works(message, worker) {
  if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
  if (message.type === "call") replies(message.text, worker);
}

function needs(name) { // a worker in which a call lacks one archive
  let here = false;
  return (message, worker) => {
    if (message.type === "files") return worker.answer({ type: "ready", ms: 1 });
    if (message.type === "archive") here = message.name === name;
    if (message.type === "start") return;
    if (here) replies(message.text, worker);
    else worker.answer({ type: "lacking", name, text: message.text });
  };
}

beforeEach(() => {
  answers = {
    "pyodide.asm.wasm": { body: PROGRAM, type: "application/wasm" },
    "kam.zip": { body: ZIP },
    "more.zip": { body: ZIP },
  };
  [workers, script, navigator.onLine] = [[], works, true];
});

const engine = () => new Engine({ runtime: "http://guide.example/runtime/1/" });
const why = (promise) => promise.then(() => "none", ({ reason, file }) => `${reason} ${file}`.trim());

test("a call is answered", async () => {
  assert.deepEqual(await engine().call("scan", () => ({ at: 1 })), { at: 1 });
});

const START = [
  ["kam.zip", { status: 403 }, "refused kam.zip"],
  ["kam.zip", { status: 401 }, "refused kam.zip"],
  ["kam.zip", { status: 404 }, "missing kam.zip"],
  ["kam.zip", { status: 410 }, "missing kam.zip"],
  ["kam.zip", { status: 502 }, "network"],
  ["kam.zip", PAGE, "replaced kam.zip"],
  ["kam.zip", "gone", "network"],
  ["kam.zip", "elsewhere", "replaced kam.zip"],
  ["pyodide.asm.wasm", { status: 403 }, "refused pyodide.asm.wasm"],
  ["pyodide.asm.wasm", PAGE, "replaced pyodide.asm.wasm"],
  ["pyodide.asm.wasm", "elsewhere", "replaced pyodide.asm.wasm"],
];
for (const [file, answer, reason] of START) {
  test(`at the start, ${file}: ${JSON.stringify(answer)}`, async () => {
    answers[file] = { body: "", ...(typeof answer === "string" ? {} : answer) };
    if (typeof answer === "string") answers[file] = answer;
    assert.equal((await why(engine().call("scan", () => ({})))).replace(/^network .*/, "network"), reason);
  });
}

for (const file of ["worker.js", "pyodide.js", "pyodide.asm.js"]) {
  for (const [answer, reason] of [[{ status: 404 }, "missing"], [{ status: 403 }, "refused"], [PAGE, "replaced"]]) {
    test(`a script that did not load, ${file}: ${JSON.stringify(answer)}`, async () => {
      answers[file] = { body: "", ...answer };
      script = ({ type }, worker) => type === "files" && worker.answer({ type: "failed", reason: "script", detail: "" });
      assert.equal(await why(engine().call("scan", () => ({}))), `${reason} ${file}`);
    });
  }
}

test("a program that is whole and not understood is no login page", async () => {
  answers["pyodide.asm.wasm"].body = Uint8Array.of(0, 0x61, 0x73, 0x6d, 9, 9, 9, 9);
  assert.equal(await why(engine().call("scan", () => ({}))), "old-browser pyodide.asm.wasm");
});

test("offline is said, and not that something failed at the site", async () => {
  [answers["kam.zip"], navigator.onLine] = ["gone", false];
  assert.match(await why(engine().call("scan", () => ({}))), /^offline/);
});

test("a policy that forbids is told from a login page on the way", async () => {
  for (const [answer, reason] of [["gone", "blocked-by-policy"], ["elsewhere", "replaced kam.zip"]]) {
    answers["kam.zip"] = answer;
    const started = engine();
    const failed = why(started.call("scan", () => ({})));
    policy({ effectiveDirective: "connect-src", blockedURI: "http://guide.example/kam.zip" });
    assert.equal(await failed, reason);
  }
});

test("a late archive that failed fails one call, and is asked for again", async () => {
  const started = engine();
  script = needs("more.zip");
  for (const [answer, online, reason] of [
    ["gone", false, "late-offline"], ["gone", true, "late-network"], [{ status: 403, body: "" }, true, "late-refused"],
    [{ status: 404, body: "" }, true, "late-missing"], [PAGE, true, "late-replaced"],
  ]) {
    [answers["more.zip"], navigator.onLine] = [answer, online];
    assert.match(await why(started.call("export", () => ({}))), new RegExp(`^${reason}`));
    assert.equal(started.state, "ready");
  }
  answers["more.zip"] = { body: ZIP };
  assert.deepEqual(await started.call("export", () => ({ at: 2 })), { at: 2 });
  assert.equal(workers.length, 1);
});

test("a late archive that never answers fails its call alone, and Python goes on", async () => {
  const started = engine();
  script = needs("more.zip");
  answers["more.zip"] = "silent";
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (act, ms) => (ms === 30000 ? (runOut = act) : setTimeout(act, ms));
  try {
    assert.match(await why(started.call("export", () => ({}))), /^late-network/);
  } finally {
    globalThis.setTimeout = setTimeout;
  }
  assert.deepEqual([started.state, workers.length], ["ready", 1]);
});

test("a site that was updated meanwhile is no site that lacks a file", async () => {
  const page = '{"runtime": "assets/runtime/2/"}';
  set("DOMParser", class {
    parseFromString(text) { return { getElementById: () => ({ textContent: text }) }; }
  });
  answers[""] = { body: page, type: "text/html" }; // the page itself, asked for again
  const started = engine();
  script = needs("more.zip");
  answers["more.zip"] = { status: 404, body: "" };
  assert.match(await why(started.call("export", () => ({}))), /^site-updated/);
  answers["kam.zip"] = { status: 404, body: "" };
  assert.match(await why(engine().call("scan", () => ({}))), /^site-updated/);
  answers[""] = { body: '{"runtime": "assets/runtime/1/"}', type: "text/html" };
  assert.match(await why(engine().call("scan", () => ({}))), /^missing/);
});

test("what waits behind a late archive that failed is answered", async () => {
  const started = engine();
  script = needs("more.zip");
  answers["more.zip"] = "gone";
  const late = why(started.call("export", () => ({})));
  const next = why(started.call("scan", () => ({})));
  assert.match(await late, /^late-network/);
  assert.match(await next, /^late-network/);
});

test("a fatal error restarts Python once and repeats the call; the second gives up", async () => {
  const started = engine();
  let deaths = 0;
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type !== "call") return;
    if (message.text.includes("kill") || deaths === 0) {
      deaths += 1;
      return worker.answer({ type: "error", detail: "unreachable", fatal: true });
    }
    replies(message.text, worker);
  };
  assert.deepEqual(await started.call("scan", () => ({ at: 3 })), { at: 3 });
  assert.deepEqual([workers.length, workers[0].ended], [2, true]);
  assert.equal(await why(started.call("scan", () => ({ kill: 1 }))), "worker-died");
  assert.equal(started.state, "failed");
  started.retry();
  assert.deepEqual(await started.call("scan", () => ({ at: 4 })), { at: 4 });
});

test("an exception in a view fails its call alone, with the detail for those who look for it", async () => {
  const started = engine();
  const said = [];
  console.error = (text) => said.push(text);
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type === "call") worker.answer({ type: "error", detail: "Traceback: KeyError", fatal: false });
  };
  assert.equal(await why(started.call("scan", () => ({}))), "call-failed");
  assert.deepEqual(said, ["call-failed: Traceback: KeyError"]);
  assert.equal(started.state, "ready");
});

test("a newer call of a widget takes the place of one that waits", async () => {
  const started = engine();
  const first = started.call("scan", () => ({ at: 1 }));
  const second = started.call("scan", () => ({ at: 2 }));
  assert.deepEqual([await first, await second], [null, { at: 2 }]);
});

function heard() { // what a call hears besides its answer, in the order in which it comes
  const told = [];
  const hears = {
    level: (html) => told.push(["level", html]),
    rest: (rest, error) => told.push(error ? ["failed", error.reason] : ["rest", rest]),
  };
  return [told, hears];
}

const turn = () => new Promise((done) => setTimeout(done));

test("the level comes before an answer, and what is folded after it", async () => {
  const [told, hears] = heard();
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type !== "call") return;
    worker.answer({ type: "level", text: '{"headline": "3"}' });
    worker.answer({ type: "result", text: message.text });
    queueMicrotask(() => told.push("answered") && worker.answer({ type: "rest", text: '{"html": {}}' }));
  };
  assert.deepEqual(await engine().call("scan", () => ({ at: 1 }), hears), { at: 1 });
  await turn();
  assert.deepEqual(told, [["level", { headline: "3" }], "answered", ["rest", { html: {} }]]);
});

test("what follows an answer is not told once a later call of the widget waits", async () => {
  const [told, hears] = heard();
  const started = engine();
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type === "call") replies(message.text, worker, message.text);
  };
  const first = started.call("scan", () => ({ at: 1 }), hears);
  const second = started.call("scan", () => ({ at: 2 }), hears);
  assert.deepEqual([await first, await second], [null, { at: 2 }]);
  await turn();
  assert.deepEqual(told, [["rest", { at: 2 }]]);
});

test("where what follows an answer fails, the call hears why", async () => {
  const [told, hears] = heard();
  const started = engine();
  let fails = true;
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type !== "call") return;
    if (!fails) return replies(message.text, worker, '"later"');
    worker.answer({ type: "result", text: message.text });
    worker.answer({ type: "error", detail: "Traceback: KeyError", fatal: false });
  };
  assert.deepEqual(await started.call("scan", () => ({ at: 1 }), hears), { at: 1 });
  await turn();
  assert.deepEqual(told, [["failed", "call-failed"]]);
  fails = false;
  assert.deepEqual(await started.call("scan", () => ({ at: 2 }), hears), { at: 2 });
  await turn();
  assert.deepEqual(told.at(-1), ["rest", "later"]);
});

test("a message is made only once the worker is free to hear it", async () => {
  const started = engine();
  let at = 1;
  script = (message, worker) => {
    if (message.type === "files") worker.answer({ type: "ready", ms: 1 });
    if (message.type === "call") replies(message.text, worker, '"and more"');
  };
  const first = started.call("scan", () => ({ at }), { rest: () => (at = 2) });
  const second = started.call("team", () => ({ at }));
  assert.deepEqual([await first, await second], [{ at: 1 }, { at: 2 }]);
});

test("a message that cannot be made fails its call alone", async () => {
  const started = engine();
  const refuse = () => { throw Object.assign(new Error("storage"), { reason: "storage", file: "" }); };
  assert.equal(await why(started.call("scan", refuse)), "storage");
  assert.deepEqual(await started.call("team", () => ({ at: 2 })), { at: 2 });
});
