// Keeps one small record for each question in the browser's own storage; it reads no meaning into it.

const FULL = "the browser's storage for this site is full";
const FORBIDDEN = "this browser or frame forbids storage";
const PAUSE = 1500; // ms: changes of one field that are closer are undone together
const unsaved = new Map(); // what storage refused, by key: it lives as long as the page
const written = new Map(); // what this page wrote, by key
let trail = []; // what changes replaced, for undo: [key, text]
let touched = 0; // when the last change was
let [kept, session, trouble, opened, asked] = [null, null, FORBIDDEN, null, false];
try {
  [kept, session, trouble] = [localStorage, sessionStorage, null];
} catch {} // a sandboxed frame, or a browser set to keep nothing

export class Store {
  /** `site`: URL of the site's root; `model`: its id; two guides on one host never meet. */
  constructor(site, model) {
    this.base = `kam:${new URL(site).pathname}:${model}:`;
    opened ??= session?.getItem(`${this.base}current`) ?? this.#text(`${this.base}current`);
  }

  /** Id of the assessment that this tab shows. */
  get assessment() { return opened ?? "default"; }

  open(assessment) {
    opened = assessment;
    trail = [];
    session?.setItem(`${this.base}current`, assessment);
    this.put("current", assessment);
  }

  /** Every record of the assessment by the name of its field. */
  records() { return this.#texts(this.#own("")); }

  /** Everything that is kept, by key without its base. */
  all() { return this.#texts(this.base); }

  /** The same without any answer, and without what restore points hold. */
  light() {
    const few = Object.entries(this.all()).filter(([key]) => !key.startsWith("answer:"));
    return Object.fromEntries(few.map(([key, text]) => [key, key.startsWith("restore:") ? "" : text]));
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
    const key = this.#own(name);
    const now = new Date();
    const record = { value, model: version, at: now.toISOString(), was: this.value(name) };
    if (trail.at(-1)?.[0] !== key || now - touched > PAUSE) trail.push([key, this.#text(key)]);
    touched = now;
    written.set(key, JSON.stringify(record));
    this.#set(key, written.get(key));
    this.#persist();
  }

  /** Takes the last change of this page back; says whether there was one. */
  undo() {
    const last = trail.pop();
    if (last) this.#set(...last);
    return Boolean(last);
  }

  get undoable() { return trail.length > 0; }

  /** Keeps `text` under `key`, or nothing if it is null. */
  put(key, text) {
    if (key.startsWith("answer:")) trail = []; // after a command its restore point leads back
    written.delete(this.base + key);
    this.#set(this.base + key, text);
  }

  /** Why the browser does not keep everything, in words; null while it does. */
  get trouble() { return trouble; }

  /** Calls `changed` when another tab changes what this page may show; notes what it wrote over. */
  onForeignChange(changed, signal) {
    const mine = ({ key }) => {
      if (key !== null && !key.startsWith(this.base)) return;
      trail = trail.filter(([ours]) => key !== null && ours !== key); // theirs is not ours to undo
      const [own, theirs] = [written.get(key), this.#text(key)];
      if (own !== theirs) written.delete(key);
      if (own && theirs && own !== theirs) this.put(`overtaken:${key.slice(this.base.length)}`, own);
      changed();
    };
    addEventListener("storage", mine, { signal });
  }

  /** Asks the browser, once on a page, never to clear this by itself; notes its answer. */
  async #persist() {
    if (asked || !kept) return;
    asked = true;
    const agreed = await navigator.storage?.persist?.().catch(() => false);
    if (agreed !== undefined) this.put("setting:persistent", agreed ? "yes" : "no");
  }

  #own(name) { return `${this.base}answer:${this.assessment}:${name}`; }

  #texts(prefix) {
    const keys = new Set([...unsaved.keys(), ...Object.keys(kept ?? {})]);
    const ours = [...keys].filter((key) => key.startsWith(prefix)).sort();
    return Object.fromEntries(ours.map((key) => [key.slice(prefix.length), this.#text(key)]));
  }

  #text(key) { return unsaved.get(key) ?? kept?.getItem(key) ?? null; }

  /** Sets or drops one, and tries again to store all that is not stored yet. */
  #set(key, text) {
    unsaved.delete(key);
    if (text === null) kept?.removeItem(key);
    else unsaved.set(key, text);
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
