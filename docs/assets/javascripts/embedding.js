// @ts-check
// The dialog that writes what another page needs in order to show this one, or a part of it, in a frame.
// It comes when a reader asks for it; build_tools/embedding draws it.

import { copied } from "./output.js";

const PARTS = ":is(figure, table, h2, h3)[id]:not(kam-widget *, dialog *), kam-widget:not([data-kam-tool])";
const HIGH = 700; // pixels for a tool or a page, which scrolls in its frame
const MORE = 90; // pixels for the line below a part, and some air

/** @type {{ embed: string, oembed?: string }} */
const { embed, oembed } = JSON.parse(document.getElementById("kam-site")?.textContent ?? "");
const root = location.origin + window.__md_scope.pathname;
/** @type {{ html: string, frame: string, listener: string }} */
let given;

const text = (/** @type {Element | null | undefined} */ element) => (element?.textContent ?? "").replace("¶", "").trim();
const escaped = (/** @type {string} */ words) => new Option(words).innerHTML.replaceAll('"', "&quot;");

/** What a part is called in the list. */
function called(/** @type {Element} */ part) {
  const id = part.id.replace(/-table(-\d+)?$/, "");
  if (part.matches("table")) return `Table: ${text(document.getElementById(id)) || id}`;
  if (part.matches("kam-widget")) return `Questions: ${text(part.querySelector("legend")).slice(0, 70)}`;
  return part.matches("figure") ? `Figure: ${text(part.querySelector("title"))}` : text(part);
}

/** Shows the dialog, with the part chosen that has this id or stands in one. */
export async function offer(id = "") {
  given ??= await (await fetch(root + embed)).json();
  const article = /** @type {Element} */ (document.querySelector("article"));
  document.getElementById("kam-embed")?.remove();
  article.insertAdjacentHTML("beforeend", given.html.replaceAll("{root}", root));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("kam-embed"));
  /** @type {any} */
  const fields = dialog.querySelector("form")?.elements;

  fields.part.append(new Option(article.querySelector("[data-kam-tool]") ? "The tool" : "The whole page", ""));
  for (const part of article.querySelectorAll(PARTS)) fields.part.append(new Option(called(part), part.id));
  fields.part.value = document.getElementById(id)?.closest(PARTS)?.id ?? "";

  const measure = () => {
    const part = document.getElementById(fields.part.value);
    fields.height.value = part ? Math.min(HIGH, part.offsetHeight + MORE) : HIGH;
  };
  /** @type {HTMLAnchorElement | null} whose address stays, whatever is moved */
  const lasting = document.querySelector("[data-kam-lasting]");
  const write = () => {
    const [part, theme] = [fields.part.value, fields.theme.value];
    const src = `${location.origin}${(lasting ?? location).pathname}?embed${part && `=${encodeURIComponent(part)}`}${theme && `&theme=${theme}`}`;
    const title = part ? `${fields.part.selectedOptions[0].text} – ${text(document.querySelector("h1"))}` : text(document.querySelector("h1"));
    const values = { src, title, width: fields.width.value, height: fields.height.value, origin: location.origin };
    const fill = (/** @type {string} */ template) => template.replace(/\{(\w+)\}/g, (_, name) => escaped(values[name]));
    const [, figure] = /^figure-(.+)/.exec(part) ?? []; // which has a page of its own, for wikis without frames
    const instead = /** @type {HTMLElement} */ (dialog.querySelector("[data-kam-figure]"));
    instead.hidden = !figure;
    if (figure) instead.querySelector("a")?.setAttribute("href", `${root}g/${figure}/`);
    fields.snippet.value = fill(given.frame) + (fields.grows.checked ? `\n${fill(given.listener)}` : "");
  };
  if (oembed) fields.oembed.value = oembed.replace("{page}", location.pathname.slice(window.__md_scope.pathname.length).replace(/\/$/, "") || "index");
  fields.oembed.closest("div").hidden = !oembed;
  fields.part.addEventListener("change", measure);
  dialog.addEventListener("input", write);
  dialog.addEventListener("change", write);
  dialog.addEventListener("click", async ({ target }) => {
    const { name } = /** @type {HTMLButtonElement} */ (target);
    if (name === "close") dialog.close();
    const said = dialog.querySelector("[role=status]");
    if (name === "copy" && said) said.textContent = await copied(fields.snippet, fields.snippet.value);
  });
  measure();
  write();
  dialog.showModal();
}
