// @ts-check
// What leaves the page when the reader asks for it: files, pictures, the clipboard, paper.

import { made } from "./elements.js";

const COPIED = "Copied.";
const SELECTED = "The text is selected: copy it with your keyboard or menu.";

/**
 * What shows this page: "" for a tab, "own" for a frame of its site, "sealed" for one that forbids
 * files, "other" for one in a page of another site, which does not tell what it forbids.
 */
export const frame = self === top ? "" : around();

function around() {
  try {
    const { sandbox } = /** @type {any} */ (top?.document && frameElement); // other site: error or null
    return !sandbox.length || sandbox.contains("allow-downloads") ? "own" : "sealed";
  } catch {
    return "other";
  }
}

/** Opens the print dialogue; says whether one opened, for a frame may forbid it without a word. */
export function printed() {
  let seen = false;
  addEventListener("beforeprint", () => (seen = true), { once: true });
  window.print?.();
  return seen;
}

/**
 * @param {string} href
 * @param {string} download
 */
export const saveAs = (href, download) => made("a", { href, download }).click();

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
 * Copies a text, as `html` where it is to keep its headings and tables; else selects it in `shown`,
 * a field or what takes the HTML. What to say of it.
 * @param {HTMLElement & { select?: () => void }} shown
 * @param {string} plain
 * @param {string} html
 */
export async function copied(shown, plain, html = "") {
  const blobs = Object.entries({ "text/plain": plain, "text/html": html }).map(([type, text]) => [type, new Blob([text], { type })]);
  const { clipboard } = navigator; // only where the page is secure
  try {
    await (html ? clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]) : clipboard.writeText(plain));
    return COPIED;
  } catch {
    shown.hidden = false;
    shown.focus();
    if (shown.select) return shown.select(), SELECTED;
    shown.innerHTML = html; // ours: every text of the reader's was escaped by Python
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy") ? COPIED : SELECTED;
  }
}
