// @ts-check
// What pages let a reader copy: the address of a place, in the forms that wikis and mails take, and
// a paper to take along. And a share link that was put behind the address of any page.

import { linkIn } from "./address.js";
import { copied } from "./output.js";

/** @type {Record<string, (address: string, title: string) => string>} */
const FORMS = {
  plain: (address) => address,
  markdown: (address, title) => `[${title.replace(/[[\]]/g, "\\$&")}](${address})`,
  html: (address, title) => `<a href="${address}">${new Option(title).innerHTML}</a>`,
  confluence: (address, title) => `[${title.replace(/[[\]|{}]/g, "\\$&")}|${address}]`,
};

document.addEventListener("click", (event) => {
  const mark = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(".headerlink"));
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("kam-link"));
  if (!mark || !dialog?.showModal || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const heading = mark.closest("h1, h2, h3, h4, h5, h6, figcaption") ?? mark;
  const title = (heading.textContent ?? "").replace(mark.textContent ?? "", "").trim();
  /** @type {HTMLAnchorElement | null} */
  const lasting = heading.matches("h1") ? document.querySelector("[data-kam-lasting]") : null;
  const address = (lasting || mark).href.replace(/\?[^#]*/, ""); // no word that was searched for
  for (const field of dialog.querySelectorAll("input")) field.value = FORMS[field.name](address, title);
  dialog.showModal();
  history.replaceState(history.state, "", mark.href);
}, { capture: true }); // before the theme follows the link

document.addEventListener("click", async ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  /** @type {?HTMLDialogElement} */ (target.closest("#kam-link"))?.close();
  const paper = document.getElementById(target.dataset.kamCopies ?? "");
  if (paper && target.nextElementSibling) target.nextElementSibling.textContent = await copied(paper, paper.innerText, paper.innerHTML);
});

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && target.closest("#kam-link")) target.select();
});

const { origin, pathname } = window.__md_scope;
const shared = linkIn(location.href);
if (shared && !document.querySelector("kam-widget[data-kam-tool]")) { // a page that cannot show it
  location.replace(`${origin}${pathname.replace(/\/+/g, "/")}assessment/${shared.fragment}`);
}
