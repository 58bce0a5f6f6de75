// @ts-check
// What this browser can do and wishes: what an older one may lack, when it is idle, whether it saves data.

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

/** Does something once the page is at rest. */
export const whenIdle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 1500));

/** Whether the reader asked for fewer bytes; Chromium alone tells. */
export const saves = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Whether it can keep files from visit to visit: not on plain http, in a sealed frame or from a disc. */
export function keepsFiles() {
  try {
    return Boolean(self.caches) && location.protocol !== "file:";
  } catch {
    return false;
  }
}
