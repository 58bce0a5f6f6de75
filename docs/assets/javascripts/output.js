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
  saveAs(await painted(image, 2), name);
}

/**
 * The address of a PNG of `image` that holds it, `scale` times as large.
 * @param {HTMLImageElement} image
 * @param {number} scale
 */
async function painted(image, scale) {
  await image.decode();
  const canvas = made("canvas", { width: scale * image.naturalWidth, height: scale * image.naturalHeight });
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

/**
 * `html` as it can stand elsewhere: its links have their host and its pictures are PNGs in itself,
 * for a wiki takes no SVG and may not reach us. One that cannot be painted leaves no empty frame.
 * @param {string} html
 */
async function whole(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const link of page.links) link.href = String(link.href);
  for (const picture of [...page.images]) {
    const image = made("img", { src: picture.src });
    const around = picture.closest("[hidden]");
    try {
      picture.src = await painted(image, picture.src.startsWith("data:image/svg") ? 2 : 1);
      picture.width ||= image.naturalWidth;
      around?.removeAttribute("hidden");
    } catch {
      (around ?? picture).remove();
    }
  }
  return page.body.innerHTML;
}

/**
 * Copies a text, as `html` where it is to keep its headings and tables; else selects it in `shown`,
 * a field or what takes the HTML. What to say of it.
 * @param {HTMLElement & { select?: () => void }} shown
 * @param {string} plain
 * @param {string} html
 */
export async function copied(shown, plain, html = "") {
  const rich = html && whole(html); // a promise: some browsers copy only if they are asked at once
  const { clipboard } = navigator; // only where the page is secure
  try {
    const text = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    const both = async () => new Blob([await rich], { type: "text/html" });
    await (html ? clipboard.write([new ClipboardItem({ ...text, "text/html": both() })]) : clipboard.writeText(plain));
    return COPIED;
  } catch {
    shown.hidden = false;
    shown.focus();
    if (shown.select) return shown.select(), SELECTED;
    shown.innerHTML = await rich; // ours: every text of the reader's was escaped by Python
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy") ? COPIED : SELECTED;
  }
}
