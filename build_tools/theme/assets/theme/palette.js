// @ts-check
// Sets the colour scheme the reader chose earlier, before the first paint.
for (const [part, value] of Object.entries(window.__md_get("__palette")?.color ?? {})) {
  document.body.setAttribute(`data-md-color-${part}`, value);
}
