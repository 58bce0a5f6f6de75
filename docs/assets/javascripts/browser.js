// @ts-check
// What the scripts, the theme and Pyodide use, and an older browser may lack.

const USED = [
  "Array.prototype.at", "HTMLDialogElement.prototype.showModal", "Object.hasOwn", "structuredClone",
  "Array.prototype.findLast", "AbortSignal.timeout", "WebAssembly.compileStreaming",
];

/** Names, as somebody would look them up, of what this browser lacks. */
export function lacking() {
  /** @param {string} path */
  const found = (path) =>
    path.split(".").reduce((at, name) => at?.[name], /** @type {any} */ (globalThis));
  return USED.filter((path) => found(path) === undefined);
}
