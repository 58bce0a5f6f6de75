// Sets the colour scheme the reader chose earlier, before the first paint.
{
  const kept = window.__md_get("__palette");
  if (kept?.color) {
    const color = { ...kept.color };
    if (color.media === "(prefers-color-scheme)") {
      const side = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
      const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${side})"]`);
      for (const part of ["media", "scheme", "primary", "accent"]) {
        color[part] = input?.getAttribute(`data-md-color-${part}`) ?? color[part];
      }
    }
    for (const [part, value] of Object.entries(color)) {
      document.body.setAttribute(`data-md-color-${part}`, value);
    }
  }
}
