// Sets the colours of the system in the single file, before the first paint and after a change.
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
dark.addEventListener("change", paint);
paint();
