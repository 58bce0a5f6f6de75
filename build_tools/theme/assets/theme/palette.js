// @ts-check
// Sets the colour scheme before the first paint: the one that the reader chose earlier, or the system's.
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const own = { media: `(prefers-color-scheme: ${dark ? "dark" : "light"})`, scheme: dark ? "slate" : "default" };
for (const [part, value] of Object.entries(window.__md_get("__palette")?.color ?? own)) {
  document.body.setAttribute(`data-md-color-${part}`, value);
}
