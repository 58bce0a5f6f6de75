// Keeps one small record for each question in the browser's own storage; it reads no meaning into it.

const KEPT_POINTS = 20;
const FULL = "the browser's storage for this site is full";
const FORBIDDEN = "this browser or frame forbids storage";
const unsaved = new Map(); // what storage refused, by key: it lives as long as the page
let [kept, trouble] = [null, FORBIDDEN];
try {
  [kept, trouble] = [localStorage, null];
} catch {} // a sandboxed frame, or a browser set to keep nothing

export class Store {
  /** `site`: URL of the site's root; `model`: its id; two guides on one host never meet. */
  constructor(site, model, assessment = "default") {
    const base = `kam:${new URL(site).pathname}:${model}`;
    this.prefix = `${base}:answer:${assessment}:`;
    this.pointPrefix = `${base}:restore:${assessment}:`;
  }

  /** Every record by the name of its field. */
  records() {
    const keys = this.#keys(this.prefix);
    return Object.fromEntries(keys.map((key) => [key.slice(this.prefix.length), this.#text(key)]));
  }

  /** The value kept for `name`; empty if there is none, or none that can be read. */
  value(name, records = this.records()) {
    try {
      return String(JSON.parse(records[name]).value);
    } catch {
      return "";
    }
  }

  /** Keeps `value` for `name`, and beside it the value that it replaced. */
  write(name, value, version) {
    const record = { value, model: version, at: new Date().toISOString(), was: this.value(name) };
    this.#put(this.prefix + name, JSON.stringify(record));
  }

  /** Takes every record away into a restore point; the oldest of more than twenty goes. */
  setAside() {
    const records = this.records();
    if (!Object.keys(records).length) return;
    const points = this.#keys(this.pointPrefix);
    const last = Number(points.at(-1)?.slice(this.pointPrefix.length) ?? 0);
    const key = this.pointPrefix + String(Math.max(Date.now(), last + 1)).padStart(15, "0");
    points.slice(0, 1 - KEPT_POINTS).forEach((old) => this.#drop(old));
    this.#put(key, JSON.stringify({ at: new Date().toISOString(), records }));
    for (const name of Object.keys(records)) this.#drop(this.prefix + name);
    this.#save(); // there may be room now
  }

  /** Puts the newest restore point back; what was there becomes a restore point itself. */
  putBack() {
    const key = this.#keys(this.pointPrefix).at(-1);
    if (!key) return; // another tab was faster
    const { records } = JSON.parse(this.#text(key));
    this.setAside();
    this.#drop(key);
    for (const [name, record] of Object.entries(records)) this.#put(this.prefix + name, record);
  }

  get hasPoint() { return this.#keys(this.pointPrefix).length > 0; }

  /** Why the browser does not keep everything, in words; null while it does. */
  get trouble() { return trouble; }

  /** Calls `changed` when another tab changes an answer of this assessment. */
  onForeignChange(changed, signal) {
    const mine = ({ key }) => (key === null || key.startsWith(this.prefix)) && changed();
    addEventListener("storage", mine, { signal });
  }

  #keys(prefix) {
    const keys = new Set([...unsaved.keys(), ...Object.keys(kept ?? {})]);
    return [...keys].filter((key) => key.startsWith(prefix)).sort();
  }

  #text(key) { return unsaved.get(key) ?? kept.getItem(key); }

  #put(key, text) {
    unsaved.set(key, text);
    this.#save();
  }

  #drop(key) {
    unsaved.delete(key);
    kept?.removeItem(key);
  }

  /** Tries to store all that is not stored yet. */
  #save() {
    if (kept) trouble = null;
    for (const [key, text] of unsaved) {
      try {
        kept.setItem(key, text);
        unsaved.delete(key);
      } catch (error) {
        trouble = error.name === "QuotaExceededError" ? FULL : FORBIDDEN;
      }
    }
  }
}
