// What Material's bundle expects on every page; the theme's scope.js sets it.
interface Window {
  /** Says each time that a page is shown. */
  document$: { subscribe(act: () => void): unknown };
  __md_scope: URL;
  /** What stands for a worker that starts with the first message to it. */
  __kam_late(address: string): EventTarget;
  __md_hash(text: string): number;
  __md_get(key: string, store?: Storage, scope?: URL): any;
  __md_set(key: string, value: unknown, store?: Storage, scope?: URL): void;
}
