// The worker around a Python of our own: what it asks for when an import fails, and asks again.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = await mkdtemp(join(tmpdir(), "worker-"));
await writeFile(join(folder, "pyodide.js"), "export const loadPyodide = async () => globalThis.python;");
await writeFile(join(folder, "pyodide.asm.js"), "");

const said = [];
const written = [];
const error = (name, type, message) => Object.assign(new Error(message), { name, type });
let handle;
let headline = () => "";
let rest = () => "";
globalThis.self = globalThis;
globalThis.postMessage = (message) => said.push(message);
globalThis.python = {
  FS: { readdir: () => [".", "python313.zip"], writeFile: (name) => written.push(name) },
  pyimport: () => ({ handle: (text) => handle(text), headline: (text) => headline(text), rest: () => rest() }),
  runPython() {},
};
globalThis.WebAssembly = { instantiateStreaming() {}, instantiate() {} };
await import("../../docs/assets/javascripts/worker.js");
const send = (data) => globalThis.onmessage({ data });
const { setTimeout } = globalThis;

send({ type: "start", runtime: `${pathToFileURL(folder)}/` });
await send({ type: "files", module: {}, archive: new Uint8Array(4) });

test("Python is ready, and every way to send or to run text is gone", () => {
  assert.equal(said.pop().type, "ready");
  for (const name of ["fetch", "WebSocket", "eval"]) assert.equal(globalThis[name], undefined);
  assert.throws(() => new Function("1"), TypeError);
  assert.throws(() => setTimeout("1"), TypeError);
});

test("with the first call the level comes before the result, with each its rest after it", () => {
  [headline, handle, rest] = [(text) => `level of ${text}`, (text) => `result of ${text}`, () => "rest"];
  said.length = 0;
  for (const text of ["one", "two"]) send({ type: "call", text });
  assert.deepEqual(said.splice(0), [
    { type: "level", text: "level of one" },
    { type: "result", text: "result of one" },
    { type: "rest", text: "rest" },
    { type: "result", text: "result of two" },
    { type: "rest", text: "rest" },
  ]);
});

test("the archive that a call lacks is named until it has come", () => {
  handle = () => {
    throw error("PythonError", "ModuleNotFoundError", "no module");
  };
  for (const _ of [1, 2]) { // the first never came
    send({ type: "call", text: "{}" });
    assert.deepEqual(said.pop(), { type: "lacking", name: "more.zip", text: "{}" });
  }
  send({ type: "archive", name: "more.zip", bytes: new Uint8Array(1), text: "{}" });
  assert.deepEqual(said.pop(), { type: "lacking", name: "library.zip", text: "{}" });
  send({ type: "archive", name: "library.zip", bytes: new Uint8Array(1), text: "{}" });
  assert.deepEqual(said.pop(), { type: "error", detail: "no module", fatal: false });
  assert.deepEqual(written, ["/lib/more.zip", "/lib/python313.zip"]);
});

test("an exception of Python's is told from the end of Python", () => {
  for (const [name, fatal] of [["PythonError", false], ["RangeError", true]]) {
    handle = () => {
      throw error(name, "KeyError", "Traceback");
    };
    send({ type: "call", text: "{}" });
    assert.deepEqual(said.pop(), { type: "error", detail: "Traceback", fatal });
  }
});
