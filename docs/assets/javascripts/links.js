// @ts-check
// What pages let a reader copy: the address of a place, in the forms that wikis and mails take, and
// a paper to take along. And a share link that was put behind the address of any page.

import { linkIn } from "./address.js";
import { copied } from "./output.js";

/** @type {Record<string, (address: string, title: string) => string>} */
const FORMS = {
  plain: (address) => address,
  markdown: (address, title) => `[${title.replace(/[[\]\\]/g, "\\$&")}](${address})`,
  html: (address, title) => `<a href="${address.replaceAll("&", "&amp;")}">${new Option(title).innerHTML}</a>`,
  confluence: (address, title) => `[${title.replace(/[[\]|{}]/g, "\\$&")}|${address}]`,
  mediawiki: (address, title) => `[${address} ${title.replace(/[[\]{}|]/g, (sign) => `&#${sign.charCodeAt(0)};`)}]`,
};

const coded = (/** @type {string} */ sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

document.addEventListener("click", (event) => {
  const mark = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(".headerlink"));
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("kam-link"));
  if (!mark || !dialog?.showModal || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const heading = mark.closest("h1, h2, h3, h4, h5, h6, figcaption") ?? mark;
  const words = /** @type {Element} */ (heading.cloneNode(true));
  for (const part of words.querySelectorAll("a, .kam-cite, .kam-hidden")) part.remove();
  const title = mark.dataset.kamNamed ?? mark.closest("figure")?.querySelector("title")?.textContent ?? (words.textContent ?? "").replace(/\s+/g, " ").trim();
  /** @type {HTMLAnchorElement | null} */
  const lasting = document.querySelector("[data-kam-lasting]");
  /** @type {HTMLAnchorElement | null} */
  const figure = heading.querySelector(".kam-figure__whole"); // has a page of its own
  const there = new URL((figure ?? mark).href);
  there.search = ""; // no word that was searched for
  if (lasting && there.pathname === location.pathname) there.pathname = lasting.pathname;
  if (heading.matches("h1")) there.hash = "";
  const address = there.href.replace(/[()[\]|'{}]/g, coded); // signs that end an address in some wiki
  for (const field of dialog.querySelectorAll("input")) field.value = FORMS[field.name](address, title);
  const [named, rich, said] = ["[data-kam-named]", "[data-kam-rich]", "[role=status]"].map((part) => /** @type {HTMLElement} */ (dialog.querySelector(part)));
  [named.textContent, rich.innerHTML, said.textContent] = [title, FORMS.html(address, title), ""];
  dialog.showModal();
  history.replaceState(history.state, "", mark.href);
}, { capture: true }); // before the theme follows the link

document.addEventListener("click", async ({ target }) => {
  const pressed = /** @type {Element} */ (target).closest("button");
  const form = pressed?.dataset.kamFormOf;
  const dialog = pressed?.closest("dialog");
  if (dialog && form !== undefined) {
    if (!form) return dialog.close();
    const field = /** @type {HTMLElement} */ (dialog.querySelector(`[name="${form}"], [data-kam-${form}]`));
    const text = field instanceof HTMLInputElement ? field.value : field.querySelector("a")?.href ?? "";
    const said = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
    said.textContent = await copied(field, text, field instanceof HTMLInputElement ? "" : field.innerHTML);
  }
  if (dialog && pressed && "kamEmbed" in pressed.dataset) { // of what the address names since this dialog is open
    const failed = await import("./embedding.js").then(({ offer }) => offer(location.hash.slice(1))).catch(() => true);
    if (failed) /** @type {HTMLElement} */ (dialog.querySelector("[role=status]")).textContent = "This did not load: try again.";
    else dialog.close();
  }
  const paper = document.getElementById(pressed?.dataset.kamCopies ?? "");
  if (paper && pressed?.nextElementSibling) pressed.nextElementSibling.textContent = await copied(paper, paper.innerText, paper.innerHTML);
});

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && target.closest("#kam-link")) target.select();
});

const { origin, pathname } = window.__md_scope;
const shared = linkIn(location.href);
if (shared && !document.querySelector("kam-widget[data-kam-tool]")) { // a page that cannot show it
  location.replace(`${origin}${pathname.replace(/\/+/g, "/")}assessment/${shared.fragment}`);
}
