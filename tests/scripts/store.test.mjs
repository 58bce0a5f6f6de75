// The store over a storage of our own: what is kept, undone, and how often it is read.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const SITE = "http://guide.example/kam/";
let scans; // how often all keys were listed
let reads; // how often a text was read
let full; // whether storage refuses to keep more
let count = 0;

function storage() {
  const kept = {};
  const methods = {
    getItem: (key) => ((reads += 1), kept[key] ?? null),
    setItem(key, text) {
      if (full) throw new DOMException("full", "QuotaExceededError");
      kept[key] = String(text);
    },
    removeItem: (key) => delete kept[key],
  };
  return new Proxy(kept, {
    ownKeys: (held) => ((scans += 1), Reflect.ownKeys(held)),
    get: (held, name) => methods[name] ?? held[name],
  });
}

const set = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });
const turn = () => new Promise((done) => setTimeout(done));

let store;
beforeEach(async () => {
  [scans, reads, full] = [0, 0, false];
  set("localStorage", storage());
  set("sessionStorage", storage());
  set("navigator", {});
  const { Store } = await import(`../../docs/assets/javascripts/store.js?${(count += 1)}`);
  store = new Store(SITE, "m");
});

test("a record holds its value, the model's version, the time and what it replaced", () => {
  store.write("quick.a", "1", "2.0.0");
  store.write("quick.a", "3", "2.0.0");
  const { value, model, was } = JSON.parse(localStorage.getItem("kam:/kam/:m:answer:default:quick.a"));
  assert.deepEqual({ value, model, was }, { value: "3", model: "2.0.0", was: "1" });
});

test("one change lists storage once, reads each key once and parses one record, whoever asks", async () => {
  for (let at = 0; at < 200; at += 1) store.write(`practice.p${at}`, String(at % 5), "1.0.0");
  store.put("restore:default:1", "{a long text}");
  store.put("setting:x", "yes");
  fillAndAsk();
  await turn();
  const kept = Object.keys(localStorage).length;
  let parsed = 0;
  const parse = JSON.parse;
  JSON.parse = (text) => ((parsed += 1), parse(text));
  [scans, reads] = [0, 0];
  try {
    store.write("practice.p7", "4", "1.0.0");
    for (let widget = 0; widget < 3; widget += 1) fillAndAsk();
  } finally {
    JSON.parse = parse;
  }
  assert.equal(scans, 1);
  assert.equal(reads, kept); // the restore point is not, and what the change replaced is once more
  assert.equal(parsed, 1);
});

/** What a widget reads after a change: the record of every control, and what Python is told. */
function fillAndAsk() {
  const records = store.records();
  for (let control = 0; control < 600; control += 1) store.value(`practice.p${control % 200}`, records);
  return [store.light(), store.elsewhere(), store.records()];
}

test("a command reads everything once", async () => {
  store.write("quick.a", "1", "1.0.0");
  store.put("restore:default:1", "{a long text}");
  localStorage.setItem("kam:/KAM/:m:answer:default:quick.a", "theirs");
  await turn();
  [scans, reads] = [0, 0];
  const told = [store.all(), store.elsewhere(true), store.records()];
  assert.deepEqual([scans, reads], [1, Object.keys(localStorage).length]);
  assert.equal(told[0]["restore:default:1"], "{a long text}");
});

test("what another tab wrote is seen in the next turn", async () => {
  store.records();
  localStorage.setItem("kam:/kam/:m:answer:default:quick.b", '{"value": "2"}');
  await turn();
  assert.equal(store.value("quick.b"), "2");
});

test("restore points are listed without being read, answers not at all", () => {
  store.write("quick.a", "1", "1.0.0");
  store.put("restore:default:1", "{a long text}");
  store.put("setting:x", "yes");
  assert.deepEqual(store.light(), { "restore:default:1": "", "setting:x": "yes" });
});

test("what storage refuses lives as long as the page, is said, and is kept once there is room", () => {
  full = true;
  store.write("quick.a", "1", "1.0.0");
  assert.equal(store.value("quick.a"), "1");
  assert.match(store.trouble, /full/);
  full = false;
  store.write("quick.b", "2", "1.0.0");
  assert.equal(store.trouble, null);
  assert.match(localStorage.getItem("kam:/kam/:m:answer:default:quick.a"), /"value":"1"/);
});

test("changes of one field within a moment are undone together", () => {
  store.write("note.a", "o", "1.0.0");
  store.write("note.a", "on", "1.0.0");
  store.write("quick.a", "1", "1.0.0");
  assert.equal(store.undo(), "quick.a");
  assert.equal(store.value("quick.a"), "");
  assert.equal(store.value("note.a"), "on");
  assert.equal(store.undo(), "note.a");
  assert.equal(store.value("note.a"), "");
  assert.deepEqual(store.replaced, []);
});

test("an old browser, without what is newer than storage, keeps every answer", () => {
  const { at } = Array.prototype;
  delete Array.prototype.at;
  try {
    store.write("quick.a", "1", "1.0.0");
    store.write("quick.a", "2", "1.0.0");
  } finally {
    Object.defineProperty(Array.prototype, "at", { value: at, configurable: true, writable: true });
  }
  assert.equal(store.value("quick.a"), "2");
});

test("two models, and two guides on one host, never meet", async () => {
  const { Store } = await import(`../../docs/assets/javascripts/store.js?${(count += 1)}`);
  store.write("quick.a", "1", "1.0.0");
  for (const other of [new Store(SITE, "n"), new Store("http://guide.example/", "m")]) {
    assert.deepEqual(other.records(), {});
  }
});

test("what other paths keep of the same model is found, told without texts unless asked, and forgotten", () => {
  const theirs = {
    "kam:/KAM/:m:answer:default:quick.a": "1", "kam:/KAM/:m:current": "x",
    "kam:/kam/:other:answer:default:quick.a": "2", "other:/x/:m:answer:a:b": "3",
  };
  for (const [key, text] of Object.entries(theirs)) localStorage.setItem(key, text);
  store.write("quick.a", "4", "2.0.0");
  const names = { "answer:default:quick.a": "", current: "" };
  assert.deepEqual(store.elsewhere(), { "/KAM/": names });
  assert.deepEqual(store.elsewhere(true), { "/KAM/": { ...names, "answer:default:quick.a": "1", current: "x" } });
  store.forget("/KAM/");
  assert.deepEqual(store.elsewhere(), {});
  assert.equal(store.value("quick.a"), "4");
  assert.equal(localStorage.getItem("kam:/kam/:other:answer:default:quick.a"), "2");
});
