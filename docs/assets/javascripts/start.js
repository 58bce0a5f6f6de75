// @ts-check
// The engine of this page; where the page will ask it at once, it starts before the theme's scripts.

import { linkIn } from "./address.js";
import { keepsFiles } from "./browser.js";
import { Engine } from "./engine.js";

/** What the build tells every page. */
export const site = JSON.parse(document.getElementById("kam-site")?.textContent ?? "");
const { href, pathname } = new URL(site.root, location.href);

/** Address of the site's root; answers are kept under its path, in one spelling. */
export const root = href.slice(0, -pathname.length) + pathname.replace(/\/+/g, "/");

const ours = `kam:${new URL(root).pathname}:`; // begins the name of all that this browser keeps of this site
const runtime = new URL(site.runtime, root).href;
const memory = keepsFiles() ? { cache: `${ours}memory`, address: `${runtime}memory`, off: `${ours}off` } : undefined;

export const engine = new Engine({ runtime, memory });

if (site.tool && (linkIn(location.href) || answered())) engine.start();

/** Whether this browser keeps an answer. */
function answered() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(ours) && key.includes(":answer:"));
  } catch {
    return false; // storage is forbidden
  }
}
