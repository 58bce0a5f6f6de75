// Draws a region anew and keeps in it what is the same: focus, what is typed, what is folded out.

import { TYPED } from "./elements.js";
import { Idiomorph } from "./idiomorph.js";

const stayOpen = (attribute) => attribute !== "open"; // what the reader opened

/** Sets what a region holds; `html` is ours, with every text of the reader's escaped by Python. */
export function redraw(region, html) {
  const options = {
    morphStyle: "innerHTML",
    ignoreActiveValue: Boolean(document.activeElement?.matches(TYPED)), // still being typed
    callbacks: { beforeAttributeUpdated: stayOpen },
  };
  const { moveBefore } = Element.prototype;
  delete Element.prototype.moveBefore; // only while this runs
  try {
    Idiomorph.morph(region, html, options);
  } catch (error) {
    console.error(error);
    region.innerHTML = html; // something else, such as a translator, changed what stood there
  } finally {
    if (moveBefore) Element.prototype.moveBefore = moveBefore;
  }
}
