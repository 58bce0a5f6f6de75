// What a page finds out about the browser it is in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keepsFiles } from "../../docs/assets/javascripts/browser.js";

/** Whether files can be kept by a page with this address, in a browser that has what `caches` gives. */
function kept(protocol, caches) {
  Object.defineProperty(globalThis, "self", { get: () => ({ get caches() { return caches(); } }), configurable: true });
  globalThis.location = { protocol };
  return keepsFiles();
}

const forbidden = () => { throw new DOMException("sealed", "SecurityError"); };

test("files are kept from a server alone, where the browser keeps any", () => {
  assert.equal(kept("https:", () => ({})), true);
  assert.equal(kept("http:", () => undefined), false);
  assert.equal(kept("http:", forbidden), false);
});

test("nothing is kept of a page from a disc: a memory made for it would be thrown away at its end", () => {
  assert.equal(kept("file:", () => ({})), false);
});
