// @ts-check
// Draws a region anew and keeps in it what is the same: focus, what is typed, what is folded out.

import { TYPED } from "./elements.js";
import { Idiomorph } from "./idiomorph.js";

/**
 * Sets what a region holds; `html` is ours, with every text of the reader's escaped by Python.
 * @param {Element} region
 * @param {string} html
 */
export function redraw(region, html) {
  /** @type {import("./idiomorph.js").Config} */
  const options = {
    morphStyle: "innerHTML",
    ignoreActiveValue: Boolean(document.activeElement?.matches(TYPED)), // still being typed
    callbacks: { beforeAttributeUpdated: (name) => name !== "open" }, // what the reader opened
  };
  const shared = /** @type {{ moveBefore?: unknown }} */ (Element.prototype);
  const { moveBefore } = shared;
  delete shared.moveBefore; // only while this runs: see docs/decisions/0018
  try {
    Idiomorph.morph(region, html, options);
  } catch (error) {
    console.error(error);
    region.innerHTML = html; // something else, such as a translator, changed what stood there
  } finally {
    if (moveBefore) shared.moveBefore = moveBefore;
  }
}
