// @ts-check
// What leaves the page when the reader asks for it: files, pictures, the clipboard.

import { made } from "./elements.js";

const COPIED = "Copied.";
const SELECTED = "The text is selected: copy it with your keyboard or menu.";

/**
 * @param {string} href
 * @param {string} download
 */
export function saveAs(href, download) {
  made("a", { href, download }).click();
}

/**
 * Saves an SVG as a PNG, at twice its size.
 * @param {string} name
 * @param {string} svg
 */
export async function savePicture(name, svg) {
  const image = made("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
  await image.decode();
  const canvas = made("canvas", { width: 2 * image.width, height: 2 * image.height });
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveAs(canvas.toDataURL("image/png"), name);
}

/**
 * Copies the text of a field, or selects it there; what to say of it.
 * @param {HTMLTextAreaElement} field
 */
export async function copyField(field) {
  try {
    await navigator.clipboard.writeText(field.value); // only where the page is secure
    return COPIED;
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    return SELECTED;
  }
}

/**
 * Copies a text that keeps its headings and tables where it is pasted, else by way of `shown`.
 * @param {HTMLElement} shown
 * @param {string} plain
 * @param {string} html
 */
export async function copyRich(shown, plain, html) {
  const parts = { "text/plain": plain, "text/html": html };
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return COPIED;
  } catch {
    shown.innerHTML = html; // ours: every text of the reader's was escaped by Python
    shown.hidden = false;
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy") ? COPIED : SELECTED;
  }
}
